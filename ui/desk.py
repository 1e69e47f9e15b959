"""What every page works with: the record, who I am, what day it is, and the worker."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar  # Any: a field may hold any kind of value

from models.database import Database
from models.rules.working_days import WorkingDays
from models.staff_on_sheet import StaffOnSheet
from models.sync.reach import Reach, reach_of
from ui.background import Background

if TYPE_CHECKING:  # SQLAlchemy is loaded only when something is first saved
    from sqlalchemy.orm import Session

T = TypeVar("T")


@dataclass
class Desk:
    """One person at work. `now` gives the moment in local time, with its zone."""

    database: Database
    me: StaffOnSheet
    calendar: WorkingDays
    now: Callable[[], datetime]
    background: Background

    def today(self) -> date:
        """The day it is here."""
        return self.now().date()

    def reach(self) -> Reach:
        """What this person may read and write, as the council's shared database judges it."""
        with self.database.reading() as connection:
            return reach_of(connection)

    def save(self, act: "Callable[[Session], T]") -> T:
        """Make one change of the record, in one commit."""
        with self.database.saving(self.me.id) as session:
            return act(session)

    def put(self, table: str, row_id: str, field: str, value: Any) -> None:
        """Set one typed field of one record."""
        from models.editing import put

        self.save(lambda session: put(session, table, row_id, field, value))

    def journal(self, table: str, row_id: str, field: str, text: str) -> None:
        """Note what is being typed, before it is a change of the record."""
        self.database.journal.note(
            table=table, row_id=row_id, field=field, text=text, at=self.now(), by=self.me.id
        )
