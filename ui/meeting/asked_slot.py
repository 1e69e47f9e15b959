"""One person round the child for whoever invites: asked to come or not, and whether they came."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from models.people import ATTENDED_WORDS, ROLE_WORDS, Attended, Role
from models.review_sheet import AttendanceOnSheet, PersonOnSheet
from ui.language import _
from ui.meeting.kept_field import KeptField
from ui.meeting.slot_list import Slot
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.ticks import Tick
from ui.parts.words import Disc, Words

if TYPE_CHECKING:
    from models.open_review import OpenReview
    from ui.meeting.part_step import PartStep


class AskedSlot(Slot):
    """A card with the tick that asks them to come; why not stands below where they are not."""

    def __init__(self, page: "PartStep", person_id: str) -> None:
        super().__init__()
        self._page, self._meeting, self._id = page, page.meeting, person_id
        self._kept: KeptField | None = None
        self._kept_of = ""
        self.setObjectName(f"asked_{person_id}")
        self.disc = Disc("")
        self.name = Words("", "h3", wrap=True)
        self.what = Words("", "small", "ink2", wrap=True)
        self.came = Words("", "small", wrap=True)
        self.asked = Tick(_("Asked to come"))
        self.asked.setObjectName(f"invited_{person_id}")
        self.why = LineField(_("Why they were not asked to come"))
        self._card = Card()
        self._build()
        self.asked.clicked.connect(self._ask)

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self.name, self.what, self.came):
            words.addWidget(part)
        line = QHBoxLayout()
        line.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self.disc, 0, top)
        line.addLayout(words, 1)
        self._card.column.addLayout(line)
        self._card.column.addWidget(self.asked)
        self._card.column.addWidget(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_row(self, row: PersonOnSheet) -> None:
        """Show who it is, whether they are asked, and whether they came."""
        attendance = self._attendance()
        invited = attendance is None or attendance.invited
        role = _(ROLE_WORDS[Role(row.role)]) if row.role in set(Role) else row.role
        self.name.say(row.name)
        self.disc.setText(row.name[:1])
        self.what.say(row.what_they_are or role)
        self.came.say(_came(attendance, finished=self._meeting.is_finished))
        show_if(self.came, bool(self.came.said))
        self.asked.setChecked(invited)
        self.asked.setAccessibleName(_("{person} is asked to come").format(person=row.name))
        may = self._page.reach.writes("attendance", "invited") and not self._meeting.is_finished
        show_if(self.asked, may)
        self._keep_why(attendance)
        show_if(self.why, may and not invited)

    def _keep_why(self, attendance: AttendanceOnSheet | None) -> None:
        if attendance is None:
            return
        if self._kept is None or self._kept_of != attendance.id:
            place = ("attendance", attendance.id, "not_invited_why")
            self._kept, self._kept_of = self._page.keep(self.why, place), attendance.id
        self._kept.show(attendance.not_invited_why)

    def _attendance(self) -> AttendanceOnSheet | None:
        found = (each for each in self._meeting.sheet.attendances if each.person_id == self._id)
        return next(found, None)

    def _ask(self, on: bool) -> None:
        def ask(review: "OpenReview") -> None:
            review.attendance_of(self._id).invited = on

        self._meeting.act(ask)
        if not on and not self.why.isHidden():
            self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)


def _came(attendance: AttendanceOnSheet | None, *, finished: bool) -> str:
    if attendance is None:
        return ""
    if attendance.attended:
        return _(ATTENDED_WORDS[Attended(attendance.attended)])
    if attendance.apologies:
        return _("Sent apologies")
    if finished:
        return _("Was asked to come") if attendance.invited else _("Was not asked to come")
    return ""
