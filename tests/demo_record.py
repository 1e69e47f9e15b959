"""The demo council as a record on disk: made once for a whole run, copied for each test."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from models.database import Database
from models.demo.council import demo_council
from models.rules.working_days import WorkingDays
from models.staff_on_sheet import StaffOnSheet, read_staff
from tests.record_copy import copy_record

KEY = b"an invented key of thirty-two by"
TODAY = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 8, 40, tzinfo=UTC)


def make(folder: Path) -> str:
    """Fill a new record in this folder with the demo council; gives the owner's id."""
    database = Database.create(folder, KEY, lambda: NOW)
    try:
        with database.saving("") as session:
            return demo_council(session, TODAY, WorkingDays.of_england_and_wales()).id
    finally:
        database.close()


def copy(made_in: Path, to: Path) -> None:
    """Copy a closed record."""
    copy_record(made_in, to)


def open_copy(made_in: Path, to: Path, now: Callable[[], datetime] = lambda: NOW) -> Database:
    """A fresh copy of a record, open."""
    copy(made_in, to)
    return Database.open(to, KEY, now, check=False)


def owner(database: Database, staff_id: str) -> StaffOnSheet:
    """The IRO whose record it is."""
    with database.reading() as connection:
        return read_staff(connection, staff_id)
