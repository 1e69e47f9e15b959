"""What the chair let stand for one reader, each with its reason, to be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from letters.copies import MadeCopy
from letters.releasing import CheckedCopy
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet
from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words


@dataclass(frozen=True)
class Settled:
    """One thing that stands though it is kept from this reader: its words, and why."""

    table: str
    row_id: str
    words: str
    why: str
    is_lost: bool = False


def settled_for(
    sheet: ReviewSheet, reader: Reader, kind: str, copy: CheckedCopy
) -> tuple[Settled, ...]:
    """What stands in one reader's copy by the chair's word."""
    found, made = {hit.key: hit.found for hit in copy.hits}, copy.made
    answers = (
        Settled("disclosure_answer", each.id, found[each.hit], each.why)
        for each in sheet.disclosure_answers
        if each.reader == reader.key and each.document == kind and each.hit in found
    )
    kept = (
        Settled("copy_change", each.id, each.words, each.why)
        for each in sheet.copy_changes
        if each.reader == reader.key and not each.leave_out
    )
    return (*answers, *kept, *lost_words(made))


def lost_words(made: MadeCopy) -> tuple[Settled, ...]:
    """What was to be left out by hand, and reads otherwise by now."""
    return tuple(
        Settled("copy_change", each.id, each.words, "", is_lost=True) for each in made.lost
    )


class SettledCards(QWidget):
    """One small card for each."""

    take_back_asked = Signal(object)  # the Settled

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("settled")
        self.setAccessibleName(_("What you let stand"))
        self._shown: tuple[Settled, ...] = ()
        self.buttons: list[SmallButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.hide()

    def show_settled(self, settled: Sequence[Settled]) -> None:
        """Show these."""
        if tuple(settled) == self._shown:
            return
        self._shown, self.buttons = tuple(settled), []
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for each in settled:
            self._column.addWidget(self._card(each))
        show_if(self, bool(settled))

    def _card(self, settled: Settled) -> Card:
        said = _("“{words}” stands, because: {why}").format(words=settled.words, why=settled.why)
        if settled.is_lost:
            said = _("You left out “{words}”. It reads otherwise now: leave it out again.")
            said = said.format(words=settled.words)
        card = Card()
        button = SmallButton(_("Take it back"), in_row=True)
        button.setObjectName("take_back")
        button.setAccessibleDescription(said)
        button.clicked.connect(lambda: self.take_back_asked.emit(settled))
        self.buttons.append(button)
        card.column.addWidget(Words(said, "small", wrap=True))
        card.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card
