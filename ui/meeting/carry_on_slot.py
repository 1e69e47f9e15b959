"""A worry statement of the last review, with a button that carries it on in this one."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from models.mapping import carry_on
from models.worry_pairs import WorryPair
from ui.language import _
from ui.meeting.hidden_words import HiddenWords
from ui.meeting.meeting import Meeting
from ui.meeting.slot_list import Slot
from ui.parts.buttons import SmallButton


@dataclass(frozen=True)
class CarryRow:
    """A pair of last time."""

    id: str
    pair: WorryPair


class CarrySlot(Slot):
    """Its words and its scale go on; nothing is carried on unasked."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._row: CarryRow | None = None
        self.words = HiddenWords("small")
        self.carry_button = SmallButton(_("Carry on this worry"), in_row=True)
        self.carry_button.setObjectName("carry_on")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.words, 1)
        line.addWidget(self.carry_button, 0, Qt.AlignmentFlag.AlignTop)
        self.carry_button.clicked.connect(self._carry)

    def show_row(self, row: CarryRow) -> None:
        """Show the worry as it was written."""
        self._row, worry = row, row.pair.worry
        words = _("Last time: {words}").format(words=worry.words)
        instead = _("Last time: a restricted worry")
        self.words.say(words, instead if worry.restricted else "")
        spoken = instead if worry.restricted else words
        self.carry_button.setAccessibleName(_("Carry on: {words}").format(words=spoken))

    def fold(self) -> None:
        """Hide restricted words again."""
        self.words.fold()

    def _carry(self) -> None:
        if self._row is not None:
            earlier_id = self._row.id
            self._meeting.act(lambda review: carry_on(review, earlier_id))
