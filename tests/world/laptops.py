"""One laptop of the world: a real record, a real engine, a link that fails, hands that type."""

import json
import shutil
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.database import Database
from models.every_record import BY_TABLE
from models.problems import Problem
from models.sync import leaving
from models.sync.exchange import Exchange
from models.sync.round import RoundReport
from tests import sample
from tests.laptop import Crash, fuse
from tests.sample import KEY
from tests.world.faulty_link import FaultyLink
from tests.world.the_book import Place, Save

if TYPE_CHECKING:
    from tests.world.world import World

CALENDAR = sample.calendar()
Row = tuple[str, str, str]  # table, id, case
_KEPT = " UNION ALL ".join(
    f"SELECT '{table}', id, case_id, pending, base, base_version FROM \"{table}\""  # noqa: S608
    for table in BY_TABLE
)


class Laptop:
    """A laptop, whose it is, and what its owner does at it."""

    def __init__(self, world: "World", name: str, login: str, folder: Path) -> None:
        self.world, self.name, self.login, self.folder = world, name, login, folder
        self.person, self.role = world.people[login], world.roles[login]
        self.skew = timedelta(0)
        self.held_still: list[tuple[Place, str]] = []
        self.link = FaultyLink(
            *(world.ground.link(login), world.random, world.figures),
            *(self._meanwhile, self._heard, world.roughness),
        )
        self.database = self._opened()
        self.is_lost = False

    def now(self) -> datetime:
        """What this laptop's clock says."""
        return self.world.at + self.skew

    # What is on the screen

    def rows(self, *tables: str) -> list[Row]:
        """Every row of these tables that is here."""
        with self.database.reading() as connection:
            return [
                row
                for table in tables
                for row in connection.execute(
                    f"SELECT '{table}', id, case_id FROM {table} ORDER BY id"  # noqa: S608 ours
                ).fetchall()
            ]

    def value(self, table: str, row: str, name: str) -> Any:
        """What a field holds here."""
        return self.one(f'SELECT "{name}" FROM {table} WHERE id = ?', row)  # noqa: S608 ours

    def one(self, sql: str, *given: Any) -> Any:
        """Look for one value in the file."""
        with self.database.reading() as connection:
            found = connection.execute(sql, given).fetchone()
        return None if found is None else found[0]

    def all(self, sql: str, *given: Any) -> list[Any]:
        """Look for rows in the file."""
        with self.database.reading() as connection:
            return list(connection.execute(sql, given).fetchall())

    def kept(self) -> list[tuple[str, str, str, str, str | None, int]]:
        """Every row that is here: table, id, case, pending, base and base version."""
        return self.all(_KEPT)

    # Hands

    def type_over(self, row: Row, name: str, value: Any, mark: str) -> None:
        """Type into one field and save it; what was there before was on the screen."""
        table, row_id, case = row
        book, place = self.world.book, (table, row_id, name)
        save = Save(len(book.saves), mark, value, place, case, self.person, self.name,
                    self.world.step)  # fmt: skip
        book.begin_save(save)
        self.world.say(f"    {self.name} types {str(value)[:40]!r} in {table}.{name} of {row_id}")
        if isinstance(value, str) and self.world.random.random() < 0.5:
            self.database.journal.note(*place, value, self.now(), self.person)
        with self.database.saving(self.person) as session:
            kept: Any = session.get(BY_TABLE[table], row_id)
            if kept is None:
                return
            setattr(kept, name, value)
        book.saved(save)
        self.world.figures.texts += 1

    def look_at(self, row: Row, name: str) -> Any:
        """Have a field before one's eyes; what it holds is noted as seen."""
        value = self.value(row[0], row[1], name)
        self.world.book.see(self.person, (row[0], row[1], name), plain_value(row[0], name, value))
        return value

    def let_go(self) -> None:
        """Leave every field that is typed in."""
        for place, _case in self.held_still:
            self.database.typing.end(*place)
        self.held_still.clear()

    # Sharing

    def share(self, crash_at: int | None = None) -> RoundReport | None:
        """One round, whatever befalls it; nothing where it was cut or the laptop died."""
        if crash_at is not None:
            fuse(self.database, crash_at)
        report = None
        try:
            report = Exchange(self.database, self.link, self.now, CALENDAR).round()
        except Crash:
            self.world.figures.crashes += 1
            self.die()
        except Problem as problem:
            self.world.cut_short(self, problem)
        else:
            if report.purge_waits:
                leaving.agree(self.database, report.purge_waits)
            self.world.figures.purges += len(report.purged)
        if crash_at is not None:
            self._unfuse()
        return report

    def die(self) -> None:
        """The program ends here and now, and is started again."""
        self.held_still.clear()
        self.database.close()
        self.database = self._opened()
        lost = self.database.unsaved()
        if lost:
            self.database.put_back(each for each in lost if each.has_place)

    def image(self, to: Path) -> None:
        """Copy the whole folder, as a backup of the disk does."""
        shutil.rmtree(to, ignore_errors=True)
        self.database.close()
        shutil.copytree(self.folder, to)
        self.held_still.clear()
        self.database = self._opened()

    def put_back(self, image: Path) -> None:
        """Put an earlier image of the disk in the place of what is there."""
        self.database.close()
        shutil.rmtree(self.folder)
        shutil.copytree(image, self.folder)
        self.held_still.clear()
        self.database = self._opened()

    def close(self) -> None:
        """Let go of the record."""
        self.database.close()

    def _opened(self) -> Database:
        return Database.open(self.folder, KEY, self.now, check=False)

    def _unfuse(self) -> None:
        writer = self.database._writer
        if hasattr(writer, "left"):
            self.database._writer = writer._connection
            self.database._sessions = None

    def _meanwhile(self) -> None:
        self.world.meanwhile(self)

    def _heard(self, name: str, request: Mapping[str, Any], answer: Mapping[str, Any]) -> None:
        self.world.heard(self, name, request, answer)


def plain_value(table: str, name: str, value: Any) -> Any:
    """A cell as JSON has it, for the few kinds of fields that the world types in."""
    if name == "restriction_kinds" and isinstance(value, str):
        return json.loads(value)
    if isinstance(value, date):
        return value.isoformat()
    return value
