"""Small real records for the tests of the file itself: a clock that ticks, one member of staff."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from models.council import StaffMember
from models.database import Database
from tests.sample import AUTHORITY, KEY

ME = "0190aaaa-0000-7000-8000-000000000001"
PLACE = ("staff_member", "days")


class Clock:
    """A clock that moves a second each time it is looked at."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 8, 12, 15, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment

    def forward(self, **by: int) -> None:
        self.moment += timedelta(**by)


def create(folder: Path, clock: Clock | None = None) -> Database:
    return Database.create(folder, KEY, clock or Clock())


def reopen(folder: Path, clock: Clock | None = None) -> Database:
    return Database.open(folder, KEY, clock or Clock())


def add_staff(database: Database, days: str = "") -> str:
    with database.saving(ME) as session:
        member = StaffMember(
            authority_id=AUTHORITY, case_id="reference", name="Nadia Brightwell", days=days
        )
        session.add(member)
    return member.id


def type_and_save(database: Database, row_id: str, text: str) -> None:
    """Do what a window does with a pause in typing: the journal first, then the record."""
    note(database, row_id, text)
    save(database, row_id, text)


def note(database: Database, row_id: str, text: str) -> None:
    table, field = PLACE
    database.journal.note(table, row_id, field, text, Clock()(), ME)


def save(database: Database, row_id: str, text: str) -> None:
    with database.saving(ME) as session:
        session.get_one(StaffMember, row_id).days = text


def days(database: Database, row_id: str) -> str | None:
    """Look in the file."""
    with database.reading() as connection:
        row = connection.execute(
            "SELECT days FROM staff_member WHERE id = ?", (row_id,)
        ).fetchone()
    return None if row is None else str(row[0])


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder with what is in it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }
