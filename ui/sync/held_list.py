"""All that was set aside: what waits for this person, one's own, and of children who left."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.sync.sharing_lines import HeldLine
from ui.language import _
from ui.parts.showing import show_if
from ui.parts.words import IconWords, Words
from ui.sync.held_cards import HeldCards, Piece
from ui.sync.held_part import SETTLED, HeldCard
from ui.sync.left_with_card import LeftWithCard, left_together
from ui.sync.service_sets_card import ServiceSetsCard, is_of_the_service


class HeldPart(QWidget):
    """With nothing set aside it takes no room; with hundreds it makes a few cards."""

    added = Signal(str)
    dropped = Signal(str)
    dropped_together = Signal(object)  # the ids of several

    def __init__(self) -> None:
        super().__init__()
        self.heading = Words(_("Set aside"), "h2", wrap=True)
        self.told = IconWords("check-circle", _("The words are safe here."), "small", "ink2")
        self.pieces = HeldCards()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 8)
        self._column.setSpacing(8)
        self._shown: tuple[Any, ...] = ()  # lists of lines, and the day
        self.left: dict[str, LeftWithCard] = {}
        self.service: ServiceSetsCard | None = None
        for part in (self.heading, self.told, self.pieces):
            self._column.addWidget(part)
        self.pieces.added.connect(self.added)
        self.pieces.dropped.connect(self.dropped)
        self.hide()

    @property
    def cards(self) -> list[HeldCard]:
        """The cards of single pieces."""
        return self.pieces.cards

    def show_held(
        self, own: Sequence[HeldLine], others: Sequence[HeldLine], now: datetime
    ) -> None:
        """Show one's own, and that of others, which this person decides on."""
        shown: tuple[Any, date] = ((tuple(own), tuple(others)), now.date())
        if shown == self._shown:
            return
        self._shown = shown
        left = left_together(own)
        of_service = [line for line in own if is_of_the_service(line)]
        apart = {line.op_id for lines in (of_service, *left.values()) for line in lines}
        self._show_left(left, now)
        self.pieces.show_pieces(
            [
                *(Piece(line, may_decide=True, is_own=False) for line in others),
                *(Piece(line, _goes_back(line), True) for line in own if line.op_id not in apart),
            ],
            now,
        )
        show_if(self.pieces, bool(self.cards))
        self._show_service([line for line in of_service if line.state not in SETTLED])
        show_if(self, bool(self.cards or self.service or self.left))

    def _show_left(self, left: dict[str, list[HeldLine]], now: datetime) -> None:
        for case in [each for each in self.left if each not in left]:
            self._let_go(self.left.pop(case))
        for at, (case, lines) in enumerate(left.items()):
            card = self.left.get(case)
            if card is None:
                card = self.left[case] = LeftWithCard()
                card.added.connect(self.added)
                card.dropped.connect(self.dropped)
                card.dropped_together.connect(self.dropped_together)
                self._column.insertWidget(2 + at, card)
            card.show_lines(lines, now)

    def _show_service(self, lines: list[HeldLine]) -> None:
        if self.service is not None and self.service.lines == tuple(lines):
            return
        if self.service is not None:
            self._let_go(self.service)
        self.service = ServiceSetsCard(lines) if lines else None
        if self.service is not None:
            self.service.dropped.connect(self.dropped)
            self._column.addWidget(self.service)

    def _let_go(self, card: QWidget) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()


def _goes_back(line: HeldLine) -> bool:
    """Whether one's own work may be put into the record again without asking anybody."""
    return line.why == "not_in_restored_copy"
