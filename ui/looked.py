"""Notes who looked, away from the window: opening a child, printing, saving a file."""

from typing import TYPE_CHECKING

from models.problems import Problem
from ui.desk import Desk

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def note_looked(desk: Desk, act: str, table: str, row_id: str) -> None:
    """Note that the person at this desk did this with a row; `act` is one of access_log.Look.

    It is written before the record closes, however soon the window is closed.
    """
    database, by, at = desk.database, desk.me.id, desk.now()

    def note() -> None:
        with database.saving(by, at) as session:
            _note(session, act, table, row_id)

    desk.background.run_surely(note, _not_noted)


def _note(session: "Session", act: str, table: str, row_id: str) -> None:
    from models.security.access_log import Look, note_look  # SQLAlchemy: slow to load

    note_look(session, Look(act), table, row_id)


def _not_noted(failure: Exception) -> None:
    """Leave a record that cannot be written to the next edit, which tells why."""
    if not isinstance(failure, Problem):
        raise failure
