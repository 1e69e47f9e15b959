"""A laptop of somebody of the council: a real record, joined to the real shared database."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from models.database import Database
from models.encrypted_file import Driver
from models.first_run import begin_record
from models.sync import joining
from models.sync.exchange import Exchange
from models.sync.link import Link
from models.sync.round import RoundReport
from models.whose import OWNER
from tests import sample
from tests.sample import AUTHORITY, KEY, NOW, Sample
from tests.shared_council import SharedCouncil

Asked = Callable[[str, Mapping[str, Any]], None]


@dataclass
class ListenedLink:
    """A link that tells of each question before it is asked and after it is answered."""

    link: Link
    before: Asked = lambda _name, _request: None
    after: Asked = lambda _name, _request: None
    asked: list[str] = field(default_factory=list)

    def call(self, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
        self.asked.append(name)
        self.before(name, request)
        answer = self.link.call(name, request)
        self.after(name, request)
        return answer

    def cut(self) -> None:
        self.link.cut()

    def close(self) -> None:
        self.link.close()


@dataclass
class Laptop:
    """One laptop: whose it is, what it keeps, and its way to the council."""

    person: str
    database: Database
    link: ListenedLink
    now: Callable[[], datetime] = lambda: NOW

    def round(self) -> RoundReport:
        """Share once."""
        exchange = Exchange(self.database, self.link, self.now, sample.calendar())
        return exchange.round()

    def one(self, sql: str, *given: Any) -> Any:
        """Look for one value in the file."""
        with self.database.reading() as connection:
            row = connection.execute(sql, given).fetchone()
        return None if row is None else row[0]

    def pending(self, table: str, row_id: str) -> dict[str, Any]:
        """What a row holds that the council has not acknowledged."""
        found: dict[str, Any] = json.loads(
            self.one(f"SELECT pending FROM {table} WHERE id = ?", row_id)  # noqa: S608 - a test's own names
        )
        return found

    def close(self) -> None:
        """Let go of the record."""
        self.database.close()


class CouncilAgain(SharedCouncil):
    """A copy of a council's shared database as it stood, with the same people."""

    def __init__(self, first: SharedCouncil) -> None:
        super().__init__(first.server, template=first.database)
        self.people = dict(first.people)

    def close(self) -> None:
        """Drop the copy; the people belong to the first."""
        self.people = {}
        super().close()


def own(database: Database, staff_id: str) -> None:
    """Say whose this record is, as the first run of the program does."""
    with database.sharing() as hand:
        hand.connection.execute(
            "INSERT INTO laptop_fact (name, value) VALUES (?, ?)",
            (OWNER, json.dumps({"staff_id": staff_id, "authority_id": AUTHORITY})),
        )


def with_sam(
    council: SharedCouncil, login: str, folder: Path, now: Callable[[], datetime] = lambda: NOW
) -> tuple[Laptop, Sample]:
    """Join a laptop whose owner worked alone until now, with Sam's record on it."""
    database, family = sample.open_filled(folder, now)
    own(database, family.iro_id)
    laptop = joined(council, login, database, now)
    family.iro_id = laptop.person
    return laptop, family


def empty(
    council: SharedCouncil, login: str, folder: Path, now: Callable[[], datetime] = lambda: NOW
) -> Laptop:
    """Join a laptop with nothing on it yet."""
    database = Database.create(folder, KEY, now)
    with database.saving("") as session:
        begin_record(session, login.title(), "Wyrdale Council")
    return joined(council, login, database, now)


def again(council: SharedCouncil, login: str, folder: Path) -> Laptop:
    """Open a copy of a joined record, with a way to a copy of its council."""
    database = Database.open(folder, KEY, lambda: NOW, check=False)
    return Laptop(council.people[login].id, database, ListenedLink(council.link(login)))


def joined(
    council: SharedCouncil,
    login: str,
    database: Database,
    now: Callable[[], datetime] = lambda: NOW,
) -> Laptop:
    """Join a record to the council under this login."""
    link = ListenedLink(council.link(login))
    standing = joining.join(
        database, link, council.url, council.people[login].login, now=now, laptop=login
    )
    return Laptop(standing.person, database, link, now)


class Crash(BaseException):
    """The laptop dies at this statement."""


class Fuse:
    """Stands in the place of a driver's connection: the laptop dies at the k-th that writes.

    After that nothing more is done, not even a rollback, until the record is opened again.
    """

    def __init__(self, connection: Driver, left: int) -> None:
        self._connection, self.left = connection, left

    def execute(self, sql: str, *told: Any) -> Any:
        self._burn(sql)
        return self._connection.execute(sql, *told)

    def executemany(self, sql: str, *told: Any) -> Any:
        self._burn(sql)
        return self._connection.executemany(sql, *told)

    def rollback(self) -> None:
        if self.left >= 0:
            self._connection.rollback()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def _burn(self, sql: str) -> None:
        if self.left >= 0 and sql.startswith("SELECT"):
            return
        self.left -= 1
        if self.left < 0:
            raise Crash


def fuse(database: Database, left: int) -> None:
    """Let the laptop die once so many statements that write have been made."""
    database._writer = Fuse(database._writer, left)
    database._sessions = None  # the next is made on the fuse


def reopened(database: Database) -> Database:
    """Open a record again whose laptop died."""
    folder = database.folder
    database.close()
    return Database.open(folder, KEY, lambda: NOW, check=False)


def contents(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Give everything that the file holds, table by table."""
    with database.reading() as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'child_search%'"
        ).fetchall()
        return {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()  # noqa: S608 - names of ours
            for (name,) in tables
        }
