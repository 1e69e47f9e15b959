"""Cards of work that was set aside: a few at first, and more when they are asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.sync.sharing_lines import HeldLine
from ui.language import _, number_in_words
from ui.parts.buttons import QuietButton
from ui.parts.showing import show_if
from ui.sync.held_part import HeldCard

AT_FIRST: Final = 8
STEP: Final = 24


@dataclass(frozen=True)
class Piece:
    """One piece of work, whose it is, and whether it may be added to the record here."""

    line: HeldLine
    may_decide: bool
    is_own: bool


class HeldCards(QWidget):
    """However many there are, only those that are asked for become cards."""

    added = Signal(str)
    dropped = Signal(str)

    def __init__(self, at_first: int = AT_FIRST) -> None:
        super().__init__()
        self._most = at_first
        self._pieces: tuple[Piece, ...] = ()
        self._now: datetime | None = None
        self._made: dict[str, tuple[Piece, date, HeldCard]] = {}
        self.cards: list[HeldCard] = []
        self.more_button = QuietButton("")
        self.more_button.setObjectName("see_more_held")
        self.more_button.clicked.connect(self.show_more)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._column)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_pieces(self, pieces: Sequence[Piece], now: datetime) -> None:
        """Show the first of these; a card that says the same stays as it is."""
        self._pieces, self._now = tuple(pieces), now
        shown = self._pieces[: self._most]
        wanted = {piece.line.op_id for piece in shown}
        for op_id in [each for each in self._made if each not in wanted]:
            self._let_go(op_id)
        self.cards = [self._card(at, piece, now) for at, piece in enumerate(shown)]
        self._say_more()

    def show_more(self) -> None:
        """Show the next of them, with the keyboard in the first that came."""
        before, now = len(self.cards), self._now
        if now is None:
            return
        self._most += STEP
        self.show_pieces(self._pieces, now)
        if len(self.cards) > before:
            self.cards[before].copy_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, at: int, piece: Piece, now: datetime) -> HeldCard:
        made = self._made.get(piece.line.op_id)
        if made is not None and made[:2] == (piece, now.date()):
            card = made[2]
        else:
            if made is not None:
                self._let_go(piece.line.op_id)
            card = self._make(piece, now)
        item = self._column.itemAt(at)
        if item is None or item.widget() is not card:
            self._column.insertWidget(at, card)
        return card

    def _make(self, piece: Piece, now: datetime) -> HeldCard:
        card = HeldCard(piece.line, now, may_decide=piece.may_decide, is_own=piece.is_own)
        card.added.connect(self.added)
        card.dropped.connect(self.dropped)
        self._made[piece.line.op_id] = (piece, now.date(), card)
        return card

    def _let_go(self, op_id: str) -> None:
        card = self._made.pop(op_id)[2]
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _say_more(self) -> None:
        rest = len(self._pieces) - len(self.cards)
        all_of_them = number_in_words(len(self._pieces))
        words = _("See all {count}") if rest <= STEP else _("See {next} more of {count}")
        self.more_button.say(words.format(next=STEP, count=all_of_them))
        show_if(self.more_button, rest > 0)
