"""A laptop of its own process: it types, seals, sends and fetches until it is killed."""

import multiprocessing
import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any

import models.every_record
import models.sessions
from models.database import Database
from models.sync.exchange import Exchange
from models.sync.server_address import WITHOUT_TLS
from models.sync.shared_database import PgLink
from tests import sample
from tests.laptop import ListenedLink
from tests.models.sync.cut_story import OF_REVIEW, Place
from tests.models.typist import context
from tests.sample import KEY, NOW

NOTED, SAVED, ASKED, SHARED = "noted", "saved", "asked", "shared"


@dataclass(frozen=True)
class Desk:
    """Where the process finds its record and its council, and which review it writes."""

    folder: Path
    url: str
    login: str
    person: str
    review_id: str


class Fuse:
    """Stands in the place of the driver's connection: the process dies at the k-th statement."""

    def __init__(self, connection: Any, left: int) -> None:
        self._connection, self._left = connection, left

    def execute(self, sql: str, *told: Any) -> Any:
        """Run one statement, or die."""
        self._burn()
        return self._connection.execute(sql, *told)

    def executemany(self, sql: str, *told: Any) -> Any:
        """Run one statement for many rows, or die."""
        self._burn()
        return self._connection.executemany(sql, *told)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def _burn(self) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def share_until_killed(desk: Desk, seed: int, statements: int, told: Connection) -> None:
    """Type, save and share; say after each what is safe. Dies by itself after so many statements.

    With no number of statements, somebody else kills it.
    """
    chance = Random(seed)
    database = Database.open(desk.folder, KEY, lambda: NOW, check=False)
    found = database.unsaved()
    database.put_back(each for each in found if each.has_place)
    if statements:
        database._writer = Fuse(database._writer, statements)
        database._sessions = None  # the next is made on the fuse

    def tell(name: str, _request: Mapping[str, Any]) -> None:
        told.send((ASKED, name, ""))

    link = ListenedLink(PgLink(desk.url, desk.login, "", WITHOUT_TLS), tell, tell)
    exchange = Exchange(database, link, lambda: NOW, sample.calendar())
    number = 0
    while True:
        for _ in range(chance.randint(1, 3)):
            number += 1
            _type(database, desk, chance.choice(OF_REVIEW), words_of(seed, number), told)
        exchange.round()
        told.send((SHARED, "", ""))


def words_of(seed: int, number: int) -> str:
    """The words that a laptop types after so many others."""
    return f"Words {seed}-{number}. "


def _type(database: Database, desk: Desk, field: str, text: str, told: Connection) -> None:
    database.journal.note("review", desk.review_id, field, text, NOW, desk.person)
    told.send((NOTED, field, text))
    with database.saving(desk.person) as session:
        row: Any = session.get_one(models.every_record.BY_TABLE["review"], desk.review_id)
        setattr(row, field, text)
    told.send((SAVED, field, text))


@dataclass
class Heard:
    """What the process had said when it died: the words it was told are safe, and how often.

    `next` are the words that it may have made safe without coming to say so.
    """

    safe: dict[Place, str]
    said: int = 0
    noted: int = 0
    next: str = ""


def share_and_be_killed(desk: Desk, seed: int, chance: Random) -> Heard:
    """Start a laptop and let it die: by our hand at some moment, or at a statement of its own."""
    hear, told = multiprocessing.Pipe(duplex=False)
    by_itself = chance.random() < 0.5
    statements = chance.randint(5, 300) if by_itself else 0
    after = 10_000 if by_itself else chance.randint(1, 30)
    start: Any = context()
    process = start.Process(target=share_until_killed, args=(desk, seed, statements, told))
    process.start()
    told.close()
    heard = Heard({})
    try:
        while True:
            what, field, text = hear.recv()
            heard.said += 1
            heard.noted += what == NOTED
            if what in (NOTED, SAVED):
                heard.safe["review", desk.review_id, field] = text
            if heard.said == after:
                process.kill()
    except (EOFError, OSError):
        pass  # it is dead, and everything it had said has been heard
    finally:
        hear.close()
        process.join()
        ended = process.exitcode
        process.close()
    heard.next = words_of(seed, heard.noted + 1)
    assert ended == -signal.SIGKILL, f"the laptop ended by itself with {ended}"
    return heard
