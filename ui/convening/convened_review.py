"""One review that is called together, at one desk: what it holds now, and its acts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.convening_list import (
    forms_back,
    invitation_list,
    parts_of_meeting,
    read_convened,
    read_convening,
)
from models.convening_on_sheet import Convened, ConveningOnSheet, FormBack, Invited, MeetingPart
from ui.caseload.record_changes import changes_of
from ui.desk import Desk
from ui.meeting.meeting import Meeting

if TYPE_CHECKING:
    from models.open_review import OpenReview

SHOWS = frozenset(
    {"convening", "invitation", "returned_form", "attendance", "person", "review", "rearranged"}
)


class ConvenedReview(QObject):
    """`changed` comes when anything of it is different; `meeting` is its door for changing."""

    changed = Signal()
    papers_asked = Signal(str)  # the reader whose papers are to be printed

    def __init__(self, desk: Desk, review_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk, self.review_id = desk, review_id
        self.meeting = Meeting(desk, review_id, self)
        self.review: Convened | None = None
        self.form = ConveningOnSheet()
        self.lines: tuple[Invited, ...] = ()
        self.back: tuple[FormBack, ...] = ()
        self._read()
        self.meeting.saved.connect(self.reload)
        self.meeting.changed.connect(self.reload)
        changes_of(desk.database).changed.connect(self._follow)

    @property
    def name(self) -> str:
        """What the child is called."""
        return self.meeting.name

    @property
    def parts(self) -> tuple[MeetingPart, ...]:
        """The whole meeting and its parts."""
        return parts_of_meeting(self.lines, self.meeting.sheet.booked_time)

    def line(self, reader: str) -> Invited:
        """Somebody's line of the list."""
        return next(each for each in self.lines if each.reader == reader)

    def act(self, act: "Callable[[OpenReview], object]") -> bool:
        """Do one thing; gives whether it is on the disk."""
        return self.meeting.act(act)

    def reload(self) -> None:
        """Read it again, and tell if anything is different."""
        before = (self.review, self.form, self.lines, self.back)
        self._read()
        if before != (self.review, self.form, self.lines, self.back):
            self.changed.emit()

    def _read(self) -> None:
        with self.desk.database.reading() as connection:
            self.review = read_convened(connection, self.review_id)
            self.form = read_convening(connection, self.review_id)
            if self.review is not None:
                self.lines = invitation_list(connection, self.review)
            self.back = forms_back(connection, self.review_id)

    def _follow(self, tables: frozenset[str]) -> None:
        if tables & SHOWS:
            self.reload()
