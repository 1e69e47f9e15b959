"""Decisions that the minutes have and the letter has not, with why and a way in."""

from PySide6.QtCore import Signal

from letters.letter import Letter
from ui.language import _
from ui.letter.letter_in_hand import LetterInHand
from ui.parts.cards import Card
from ui.parts.words import Words


class DecisionsCard(Card):
    """Left out on purpose is a choice with a reason; anything else is shown to be decided."""

    source_asked = Signal(object)

    def __init__(self, letter: LetterInHand) -> None:
        super().__init__()
        self._letter = letter
        self.title = Words(_("In the minutes and not in the letter"), "h3", wrap=True)
        self.column.addWidget(self.title)
        self.hide()

    def show_letter(self, letter: Letter) -> None:
        """Show the decisions that are in one and not in the other."""
