"""Staying with a good answer: one short question at a time, and what more came out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.review_sheet import NoteOnSheet
from models.rules.note_sorts import EARS
from ui.language import _
from ui.meeting.step_page import StepPage, in_words
from ui.parts.buttons import SmallButton
from ui.parts.text_field import TextField
from ui.parts.words import Words


class EarsPart(QWidget):
    """The last question, "What else?", is asked by a button that begins the next note."""

    start_over_asked = Signal()

    def __init__(self, page: StepPage, note_id: str) -> None:
        super().__init__()
        self._name, self._at = page.meeting.name, 0
        self.question = Words("", "body", "well", wrap=True, bold=True)
        self.next_button = SmallButton(_("Next question"), in_row=True)
        self.next_button.setObjectName("next_question")
        self.detail = TextField(_("What more came out"), optional=True, lines=1)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.question, 1)
        line.addWidget(self.next_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line)
        column.addWidget(self.detail)
        self.kept = page.keep(self.detail, ("note", note_id, "detail"))
        self.next_button.clicked.connect(self.ask_next)
        self._show_question()

    def show_row(self, row: NoteOnSheet) -> None:
        """Show what came out so far."""
        self.kept.show(row.detail)

    def ask_next(self) -> None:
        """Ask the next question; the last one is asked of the next note."""
        if self._at == len(EARS) - 2:
            self.start_over_asked.emit()
            return
        self._at += 1
        self._show_question()
        self.detail.control.setFocus()

    def _show_question(self) -> None:
        self.question.say(in_words(EARS[self._at][1], self._name))
        is_last = self._at == len(EARS) - 2
        self.next_button.say(_(EARS[-1][1]) if is_last else _("Next question"))
