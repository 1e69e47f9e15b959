"""One person round the child: who they are, whether they came, and what else is known."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from models.open_review import OpenReview
from models.people import ATTENDED_WORDS, ROLE_WORDS, Attended, Role
from models.review_sheet import AttendanceOnSheet, PersonOnSheet
from ui.language import _
from ui.meeting.person_editor import PersonEditor
from ui.meeting.slot_list import Slot
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.words import Disc, Words

ANSWERS = (Attended.IN_ROOM, Attended.VIDEO, Attended.PHONE, Attended.NO)


class PersonSlot(Slot):
    """A card with the one question of the meeting on it; the rest opens below."""

    def __init__(self, page: StepPage, person_id: str) -> None:
        super().__init__()
        self._page, self._meeting, self._id = page, page.meeting, person_id
        self._editor: PersonEditor | None = None
        self._person: PersonOnSheet | None = None
        self.setObjectName(f"person_{person_id}")
        self.card = Card()
        self.disc = Disc("")
        self.name = Words("", "h3", wrap=True)
        self.what = Words("", "small", "ink2", wrap=True)
        called = page.meeting.sheet.person[person_id].short
        self.attended = ChipGroup(
            _("Was {person} there?").format(person=called),
            [(each, _(ATTENDED_WORDS[each])) for each in ANSWERS],
        )
        self.more_button = SmallButton(_("More"), in_row=True)
        self._build()
        self.attended.chosen_changed.connect(self._put_attended)
        self.more_button.clicked.connect(self._toggle)

    def _build(self) -> None:
        who = QVBoxLayout()
        who.setSpacing(0)
        who.addWidget(self.name)
        who.addWidget(self.what)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.disc, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(who, 1)
        line.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignTop)
        self.card.column.addLayout(line)
        self.card.column.addWidget(self.attended)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def show_row(self, row: PersonOnSheet) -> None:
        """Show the person as they now stand."""
        self._person = row
        attendance = self._attendance()
        named = _("{called} ({name})").format(called=row.called, name=row.name)
        self.name.say(named if row.called and row.called != row.name else row.name)
        self.disc.setText(row.short[:1])
        self.what.say(_about(row, attendance))
        self.more_button.setAccessibleName(_("More about {person}").format(person=row.short))
        self.attended.choose(attendance.attended if attendance else "")
        if attendance is not None:
            self._page.mark(self.attended, ("attendance", attendance.id, "attended"))
        if self._editor is not None:
            self._editor.show_row(row, attendance)

    def open_editor(self) -> None:
        """Open everything about this person below the question."""
        if self._person is None or self._editor is not None:
            return
        attendance = self._attendance()
        if attendance is None:  # somebody added since the review was planned
            self._meeting.act(lambda review: review.attendance_of(self._id))
            attendance = self._attendance()
        if attendance is None:
            return
        self._editor = PersonEditor(self._page, self._person, attendance)
        self._editor.closed.connect(self._close)
        self.card.column.addWidget(self._editor)
        self._show_if_open()
        self._editor.name.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def editor(self) -> PersonEditor:
        """Give what is open below the question."""
        if self._editor is None:
            raise LookupError("this person is not open")
        return self._editor

    def fold(self) -> None:
        """Close what was opened."""
        if self._editor is not None:
            self._editor.flush()
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self._show_if_open()

    def _close(self) -> None:
        self.fold()
        self.more_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggle(self) -> None:
        if self._editor is None:
            self.open_editor()
        else:
            self._close()

    def _show_if_open(self) -> None:
        self.more_button.setText(_("More") if self._editor is None else _("Less"))

    def _attendance(self) -> AttendanceOnSheet | None:
        found = (each for each in self._meeting.sheet.attendances if each.person_id == self._id)
        return next(found, None)

    def _put_attended(self, key: str) -> None:
        def note(review: OpenReview) -> None:
            attendance = review.attendance_of(self._id)
            attendance.attended = key
            if key and key != Attended.NO:
                attendance.invited = True

        self._meeting.act(note)


def _about(row: PersonOnSheet, attendance: AttendanceOnSheet | None) -> str:
    role = _(ROLE_WORDS[Role(row.role)]) if row.role in set(Role) else row.role
    parts = [row.what_they_are or role]
    if attendance is not None and not attendance.invited:
        parts.append(_("not asked to come"))
    if attendance is not None and attendance.apologies:
        parts.append(_("sent apologies"))
    if attendance is not None and attendance.sent_views:
        parts.append(_("sent their views"))
    return ", ".join(parts)
