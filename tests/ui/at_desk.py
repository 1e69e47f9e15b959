"""A desk with an open record on it, for the pages under test."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from models.database import Database
from models.rules.working_days import WorkingDays
from tests import demo_record
from ui.background import Background
from ui.desk import Desk


@contextmanager
def at_desk(database: Database, staff_id: str, now: datetime) -> Iterator[Desk]:
    """Give the desk of this IRO at this moment, and end its worker afterwards."""
    background = Background()
    me = demo_record.owner(database, staff_id)
    calendar = WorkingDays.of_england_and_wales()
    yield Desk(database, me, calendar, lambda: now, background)
    background.close()
