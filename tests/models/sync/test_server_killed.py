"""The shared database is killed in the middle of pushes: what it acknowledged is there, whole."""

import os
import select
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import psycopg
import pytest

from models.record import new_id
from models.sync.server_check import check
from tests import laptop as laptops
from tests.models.sync.cut_story import Story, chain_is_whole, known
from tests.postgres import PostgresServer
from tests.sample import NOW
from tests.shared_council import SharedCouncil

KILLS = 2
TYPISTS = ("ada", "ben", "cleo")
PEOPLE = {"ruth": "iro", "bea": "business_support", **dict.fromkeys(TYPISTS, "manager")}
_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - only looked for
DURABLE = ("fsync=on", "synchronous_commit=on", "full_page_writes=on", "max_connections=30")

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="looks for the server's processes in /proc"
)


class DurableServer(PostgresServer):
    """A server that waits for its disk, and can be killed with everything it has started.

    A killed program leaves to the system what it has written, so its files may lie in memory.
    """

    def __init__(self) -> None:
        with pytest.MonkeyPatch.context() as patch:
            if _MEMORY.is_dir() and not os.statvfs(_MEMORY).f_flag & os.ST_NOEXEC:
                patch.setattr(tempfile, "tempdir", str(_MEMORY))
            super().__init__(DURABLE)

    def kill(self) -> None:
        """Kill every process of it at once, and wait until they are gone."""
        pid_file = self.data / "postmaster.pid"
        postmaster = int(pid_file.read_text().split()[0])
        os.kill(postmaster, signal.SIGSTOP)  # so that it starts no more while we look
        family = [postmaster, *_children(postmaster)]
        watched = [os.pidfd_open(pid) for pid in family]
        for each in watched:
            signal.pidfd_send_signal(each, signal.SIGKILL)
        for each in watched:
            select.select([each], [], [])
            os.close(each)
        pid_file.unlink()  # whose process is dead, though nobody may have asked after it yet
        for lock in self.folder.glob(".s.PGSQL.*"):
            lock.unlink()


def _children(parent: int) -> list[int]:
    return [
        int(folder.name)
        for folder in Path("/proc").iterdir()
        if folder.name.isdigit() and _parent(folder) == parent
    ]


def _parent(folder: Path) -> int:
    try:
        return int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0  # it ended as we looked


@dataclass
class Typist:
    """Somebody who pushes one batch after another without a laptop of ours."""

    login: str
    device: str = field(default_factory=new_id)
    sent: list[dict[str, Any]] = field(default_factory=list)
    acknowledged: dict[int, dict[str, Any]] = field(default_factory=dict)

    def batch(self, review: tuple[str, str]) -> dict[str, Any]:
        """The next batch: three notes of one review, so that half of it would show."""
        n = len(self.sent) + 1
        case, review_id = review
        ops = [
            {"op": new_id(), "kind": "row", "table": "note", "id": new_id(), "case": case,
             "set": {"review_id": review_id, "step": "A4", "column": "well",
                     "words": f"{self.login} {n}-{part}. "},
             "base": {}, "seen": 0, "at": NOW.isoformat()}
            for part in range(3)
        ]  # fmt: skip
        self.sent.append({"device": self.device, "n": n, "schema": 1,
                          "sealed_at": NOW.isoformat(), "ops": ops})  # fmt: skip
        return self.sent[-1]


def push(council: SharedCouncil, login: str, batch: dict[str, Any]) -> dict[str, Any]:
    """Hand in one batch on this person's own connection."""
    return council.call(login, "push", batch)


def push_until_killed(council: SharedCouncil, typist: Typist, review: tuple[str, str],
                      said: threading.Semaphore) -> None:  # fmt: skip
    """Hand in one batch after another until nobody answers any more."""
    try:
        while True:
            batch = typist.batch(review)
            typist.acknowledged[batch["n"]] = push(council, typist.login, batch)
            said.release()
    except psycopg.OperationalError:
        pass


def kill_while_pushing(
    council: SharedCouncil, server: DurableServer, typists: list[Typist], review: tuple[str, str],
    after: int,
) -> None:  # fmt: skip
    """Kill the server once so many batches more were acknowledged, and start it again."""
    said = threading.Semaphore(0)
    threads = [
        threading.Thread(target=push_until_killed, args=(council, each, review, said))
        for each in typists
    ]
    for thread in threads:
        thread.start()
    for _ in range(after):
        assert said.acquire(timeout=60)
    server.kill()
    for thread in threads:
        thread.join()
    server.start()
    council.admin.close()
    council.admin = psycopg.connect(server.address(council.database), autocommit=True)


def look_at(council: SharedCouncil, typist: Typist) -> None:
    """Each acknowledged batch stands at its number with its hash; the last is whole, or not."""
    rows = council.admin.execute(
        "SELECT b.n, b.seq, encode(l.hash, 'hex') FROM waymark.batch b"
        " JOIN waymark.link l USING (authority_id, seq) WHERE b.device_id = %s ORDER BY b.n",
        (typist.device,),
    ).fetchall()
    there = {n: (seq, head) for n, seq, head in rows}
    told = {n: (each["seq"], each["head"]) for n, each in typist.acknowledged.items()}
    assert told.items() <= there.items()
    assert set(there) <= {each["n"] for each in typist.sent}
    for batch in typist.sent:
        words = [op["set"]["words"] for op in batch["ops"]]
        assert [known(council, each) for each in words] == [batch["n"] in there] * len(words)


def hand_in_what_is_left(council: SharedCouncil, typist: Typist) -> None:
    """Send the last batch again: it is taken once, whether the first time was heard of or not."""
    for batch in typist.sent:
        if batch["n"] not in typist.acknowledged:
            answer = push(council, typist.login, batch)
            assert {each["status"] for each in answer["results"]} <= {"applied", "done"}
            typist.acknowledged[batch["n"]] = answer
    count = council.one("SELECT last_n FROM waymark.device WHERE device_id = %s", typist.device)
    assert count == len(typist.sent)


@pytest.fixture(scope="module")
def server() -> Iterator[DurableServer]:
    """Give a server of our own: the other tests' is not to be killed."""
    made = DurableServer()
    yield made
    made.stop()


def kill_often(server: DurableServer, folder: Path, kills: int) -> int:
    """Kill one council's server this often; give how many batches it had acknowledged."""
    with closing(SharedCouncil(server)) as council:
        for login, role in PEOPLE.items():
            council.person(login, role)
        ruth, sam = laptops.with_sam(council, "ruth", folder / "ruth")
        bea = laptops.empty(council, "bea", folder / "bea")
        story = Story(council, ruth, bea, sam, seed=1)
        story.share()
        bea.round()
        typists = [Typist(login) for login in TYPISTS]
        with closing(ruth), closing(bea):
            for number in range(kills):
                _kill_and_look(server, story, typists, after=5 + 4 * number)
            assert check(council.admin) == []
        return sum(len(typist.acknowledged) for typist in typists)


def _kill_and_look(server: DurableServer, story: Story, typists: list[Typist], after: int) -> None:
    council = story.council
    story.type()
    review = story.sam.child_id, story.sam.review_id
    kill_while_pushing(council, server, typists, review, after)
    chain_is_whole(council)
    for typist in typists:
        look_at(council, typist)
        hand_in_what_is_left(council, typist)
    _go_on(story)


def _go_on(story: Story) -> None:
    """Both laptops share as if nothing had been; all ends alike."""
    story.both_typed()
    story.come_to_rest()
    story.bea.round()
    place = "SELECT place FROM review WHERE id = ?"
    of = story.sam.review_id
    assert story.ruth.one(place, of) == story.bea.one(place, of)


def test_a_server_killed_in_the_middle_of_pushes_has_all_that_it_acknowledged(
    server: DurableServer, tmp_path: Path
) -> None:
    assert kill_often(server, tmp_path, KILLS) > KILLS
