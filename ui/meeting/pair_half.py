"""One half of a pair: a worry statement or its goal in words, with a way to change it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.review_sheet import NoteOnSheet
from ui.language import _
from ui.meeting.hidden_words import HiddenWords
from ui.parts.buttons import SmallButton
from ui.parts.words import Icon, Words


class PairHalf(QWidget):
    """A restricted half is folded until it is asked for, and again on leaving the step."""

    edit_asked = Signal()

    def __init__(self, icon: str, colour: str, instead: str) -> None:
        super().__init__()
        self._instead = instead
        self.name = Words("", "label", colour, wrap=True)
        self.words = HiddenWords()
        self.buttons = QHBoxLayout()
        self.edit_button = SmallButton(_("Edit"), in_row=True)
        self.buttons.addWidget(self.edit_button)
        self.buttons.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(Icon(icon, colour, 18), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addLayout(self.buttons)
        column.addStretch(1)
        self.edit_button.clicked.connect(self.edit_asked)

    def show_note(self, note: NoteOnSheet, name: str) -> None:
        """Show these words under this name."""
        self.name.say(name)
        self.words.say(note.words, self._instead if note.restricted else "")
        self.edit_button.setAccessibleName(_("Edit: {what}").format(what=name))
