"""The rights checklist: each ticked when it was gone through, or a note of why not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.rules.rights import RIGHTS, Right
from ui.language import _
from ui.meeting.kept_field import Value
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.ticks import Tick
from ui.parts.words import Words


class RightsPart(Card):
    """Eight lines; a note opens below its line."""

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
            found = told.get(key)
            line.show_right(done=bool(found and found.done), note=found.note if found else "")

    def first_open(self) -> QWidget:
        """Give the first tick that is not set."""
        ticks = [line.tick for line in self.lines.values()]
        return next((tick for tick in ticks if not tick.isChecked()), ticks[0])


class RightLine(QWidget):
    """One right, its tick and its note."""

    def __init__(self, page: StepPage, right: Right) -> None:
        super().__init__()
        self._meeting, self._key = page.meeting, right.key
        self.tick = Tick(_(right.words))
        self.tick.setObjectName(f"right_{right.key}")
        self.note_button = SmallButton(_("Note"), in_row=True, kind="quiet")
        self.note_button.setAccessibleName(_("Note on: {right}").format(right=_(right.words)))
        self.note = LineField(_("Note"))
        self.note.control.setAccessibleName(self.note_button.accessibleName())
        line = QHBoxLayout()
        line.addWidget(self.tick)
        line.addStretch(1)
        line.addWidget(self.note_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self.note)
        self.note.hide()
        place = ("right_explained", right.key, "note")
        self._kept = page.keep(self.note, place, save=self._put_note)
        self.tick.clicked.connect(self._put)
        self.note_button.clicked.connect(self._open)

    def show_right(self, *, done: bool, note: str) -> None:
        """Show the tick and the note."""
        self.tick.setChecked(done)
        self._kept.show(note)
        opened = bool(note) or not self.note.isHidden()
        self.note.setVisible(opened)
        self.note_button.setVisible(not opened)

    def _open(self) -> None:
        self.note.show()
        self.note_button.hide()
        self.note.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, done: bool) -> None:
        note = self.note.text()
        self._meeting.act(lambda review: review.explain_right(self._key, done=done, note=note))

    def _put_note(self, note: Value) -> bool:
        done, text = self.tick.isChecked(), str(note or "")
        return self._meeting.act(
            lambda review: review.explain_right(self._key, done=done, note=text)
        )
