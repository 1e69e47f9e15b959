"""A process that types and saves until it is killed, and says what it was told is safe."""

import multiprocessing
import os
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any  # the contexts of multiprocessing have no common typed Process

import models.every_record
import models.sessions  # noqa: F401 - loaded once, before the processes are forked
from tests.models import opened

NOTED, SAVED = "noted", "saved"
_WORDS = ("I", "like", "it", "when", "Gran", "comes", "and", "we", "make", "soup")


def text_of(count: int) -> str:
    """Give what stands in the field after this many words."""
    return " ".join(f"{_WORDS[number % len(_WORDS)]}{number}" for number in range(count))


def type_until_killed(folder: Path, row_id: str, begun: int, told: Connection) -> None:
    """Type a word, note it, save it, and say after each what is on the disk."""
    database = opened.reopen(folder)
    database.put_back(database.unsaved())
    count = begun
    while True:
        count += 1
        opened.note(database, row_id, text_of(count))
        told.send((NOTED, count))
        opened.save(database, row_id, text_of(count))
        told.send((SAVED, count))


def context() -> BaseContext:
    """Give a way to start processes that have loaded everything already, where there is one."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    ready: Any = multiprocessing.get_context("forkserver")
    ready.set_forkserver_preload(["tests.models.typist"])
    return ready  # type: ignore[no-any-return]


def type_and_be_killed(folder: Path, row_id: str, begun: int, after: int) -> dict[str, int]:
    """Start a typist, kill it once it has spoken this often, give the last of each it said."""
    hear, told = multiprocessing.Pipe(duplex=False)
    start: Any = context()
    typist: BaseProcess = start.Process(
        target=type_until_killed, args=(folder, row_id, begun, told)
    )
    typist.start()
    told.close()
    last = {NOTED: begun, SAVED: begun}
    said = 0
    try:
        while True:
            kind, count = hear.recv()
            last[kind] = count
            said += 1
            if said == after:
                typist.kill()
    except (EOFError, OSError):
        pass  # it is dead, and everything it had said has been heard
    finally:
        hear.close()
        typist.kill()
        typist.join()
        typist.close()
    assert said >= after, f"the typist ended by itself (process {os.getpid()} waited)"
    return last
