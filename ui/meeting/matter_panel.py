"""The card over the coverage strip: one matter, what the law asks, and what became of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from models.coverage import standing_of
from ui.language import _
from ui.meeting.matter_answer import MatterAnswer
from ui.meeting.matter_words import asked_of, name_of, number_of, shown
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.words import Words


class MatterPanel(Card):
    """Closes with its button or with Esc, and by itself once the matter is settled."""

    left = Signal()

    def __init__(self, meeting: Meeting, matter: str) -> None:
        super().__init__("chosen")
        self._meeting, self.matter = meeting, matter
        self.setObjectName("matter_panel")
        title = _("{number}. {matter}").format(number=number_of(matter), matter=name_of(matter))
        self.setAccessibleName(title)
        self.title = Words(title, "h3", wrap=True)
        self.standing = Words("", "small", "ink2")
        self.close_button = SmallButton(_("Close"), in_row=True)
        self.close_button.setAccessibleName(_("Close “{matter}”").format(matter=name_of(matter)))
        self.answer = MatterAnswer(meeting, matter)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title, 1)
        head.addWidget(self.standing, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self.column.addWidget(Words(asked_of(matter, meeting.name), "small", "ink2", wrap=True))
        self.column.addWidget(self.answer)
        self.close_button.clicked.connect(self.left)
        self.answer.said.connect(self.left)
        meeting.changed.connect(self.show_sheet)
        self.show_sheet()

    def show_sheet(self) -> None:
        """Show what became of the matter so far."""
        found = standing_of(self._meeting.sheet, self.matter)
        self.standing.say("" if found.words else shown(found))
        self.answer.show_sheet()

    def take_keyboard(self) -> None:
        """Put the keyboard where the answer is given."""
        self.answer.take_keyboard()

    def flush(self) -> bool:
        """Save now what still waits; say whether nothing is left unsaved."""
        return self.answer.flush()
