"""The rights checklist: each ticked with the day it was gone through, or a note of why not."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.considering import go_through_right
from models.review_sheet import RightOnSheet
from models.rules.rights import RIGHTS, Right
from ui.language import _, date_in_words
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.kept_field import Value
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.ticks import Tick
from ui.parts.words import Words


class RightsPart(Card):
    """Eight lines; a note and the day open below their line."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._meeting = page.meeting
        self.heading = Words(_("{name}’s rights").format(name=page.meeting.name), "h3")
        self.lines = {key: RightLine(page, right) for key, right in RIGHTS.items()}
        self.column.addWidget(self.heading)
        for line in self.lines.values():
            self.column.addWidget(line)

    def show_sheet(self) -> None:
        """Show what was gone through."""
        told = {line.right: line for line in self._meeting.sheet.rights}
        for key, line in self.lines.items():
            line.show_right(told.get(key) or RightOnSheet("", key, done=False, note=""))

    def first_open(self) -> QWidget:
        """Give the first tick that is not set."""
        ticks = [line.tick for line in self.lines.values()]
        return next((tick for tick in ticks if not tick.isChecked()), ticks[0])


class RightLine(QWidget):
    """One right: its tick, and what opens below it: a note, and the day it was gone through."""

    def __init__(self, page: StepPage, right: Right) -> None:
        super().__init__()
        self._meeting, self._key = page.meeting, right.key
        words = _(right.words)
        self._spoken = words
        self.tick = Tick(words)
        self.tick.setObjectName(f"right_{right.key}")
        self.day_button = SmallButton(_("No day"), in_row=True, kind="quiet")
        self.note_button = SmallButton(_("Note"), in_row=True, kind="quiet")
        self.note_button.setAccessibleName(_("Note on: {right}").format(right=words))
        self.note = LineField(_("Note"))
        self.day = DateField(_("Gone through on"), page.meeting.desk.today, towards="past")
        self.day.check = self._wrong
        self._build()
        key = right.key
        self._kept_note = page.keep(
            self.note, ("right_explained", key, "note"), save=self._put_note
        )
        self._kept_day = page.keep(self.day, ("right_explained", key, "on"), save=self._put_day)
        self.note.control.setAccessibleName(self.note_button.accessibleName())
        spoken = _("Day of: {right}").format(right=words)
        self.day.control.setAccessibleName(spoken)
        self.tick.clicked.connect(self._tick)
        self.note_button.clicked.connect(self._open_note)
        self.day_button.clicked.connect(self._open_day)

    def _build(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.tick)
        line.addStretch(1)
        top = Qt.AlignmentFlag.AlignTop
        line.addWidget(self.day_button, 0, top)
        line.addWidget(self.note_button, 0, top)
        below = FieldsLayout()
        below.add(self.note, 3)
        below.add(self.day, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addLayout(below)
        self.note.hide()
        self.day.hide()

    def show_right(self, right: RightOnSheet) -> None:
        """Show the tick, its day and the note."""
        self.tick.setChecked(right.done)
        self._kept_note.show(right.note)
        self._kept_day.show(right.on)
        noted = bool(right.note) or not self.note.isHidden()
        self.note.setVisible(noted)
        self.note_button.setVisible(not noted)
        if not right.done:
            self.day.hide()
        show_if(self.day_button, right.done and self.day.isHidden())
        said = date_in_words(right.on) if right.on else _("No day")
        self.day_button.say(said)
        spoken = _("{right}: {day}. Change the day")
        self.day_button.setAccessibleName(spoken.format(right=self._spoken, day=said))

    def _open_note(self) -> None:
        self.note.show()
        self.note_button.hide()
        self.note.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_day(self) -> None:
        self.day.show()
        self.day_button.hide()
        self.day.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wrong(self, day: date) -> str:
        late = day > self._meeting.desk.today()
        return _("That day is still to come.") if late else ""

    def _day_of_sitting(self) -> date:
        sittings = self._meeting.sheet.sittings
        return sittings[-1].held_on if sittings else self._meeting.desk.today()

    def _tick(self, done: bool) -> None:
        self._put(done, self.note.text(), self._day_of_sitting() if done else None)

    def _put_note(self, note: Value) -> bool:
        rows = self._meeting.sheet.rights
        on = next((row.on for row in rows if row.right == self._key), None)
        return self._put(self.tick.isChecked(), str(note or ""), on)

    def _put_day(self, day: Value) -> bool:
        on = day if isinstance(day, date) else None
        return self._put(self.tick.isChecked(), self.note.text(), on)

    def _put(self, done: bool, note: str, on: date | None) -> bool:
        return self._meeting.act(
            lambda review: go_through_right(review, self._key, done=done, note=note, on=on)
        )
