"""The left of the composer: the letter's blocks in their order, and what is not in the letter."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from shiboken6 import isValid

from letters.plain.reading import Reading
from ui.letter.block_card import BlockCard
from ui.letter.decisions_card import DecisionsCard
from ui.letter.fixed_row import OwnRow
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.line_row import LineRow
from ui.letter.shown_lines import ShownBlock
from ui.letter.typing_now import TypingNow
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.regions import first_stop

MARGIN = 20


class LinesPane(ScrollingPage):
    """Every word of the letter that may be written is written here."""

    source_asked = Signal(object)

    def __init__(self, letter: LetterInHand, typing: TypingNow) -> None:
        super().__init__(MARGIN)
        self._letter, self._typing = letter, typing
        self.setObjectName("lines_pane")
        self.cards: dict[str, BlockCard] = {}
        self.head = QVBoxLayout()
        self.body = QWidget()
        self._column = QVBoxLayout(self.body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.decisions = DecisionsCard(letter)
        self.decisions.source_asked.connect(self.source_asked)
        self.column.setContentsMargins(MARGIN, 12, MARGIN, 24)
        self.column.addLayout(self.head)
        self.column.addWidget(self.body)
        self.column.addWidget(self.decisions)
        self.column.addStretch(1)
        self._open: LineRow | OwnRow | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def show_blocks(self, blocks: tuple[ShownBlock, ...]) -> None:
        """Show these cards in this order, keeping those that are here."""
        wanted = {block.id for block in blocks}
        for gone in [key for key in self.cards if key not in wanted]:
            card = self.cards.pop(gone)
            card.flush()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, block in enumerate(blocks):
            if block.id in self.cards:
                self.cards[block.id].show_block(block)
            else:
                self.cards[block.id] = self._made(block)
            card = self.cards[block.id]
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
                show_if(card, True)

    def show_readings(self, readings: Mapping[str, Reading]) -> None:
        """Show at each card for which age it reads."""
        for key, card in self.cards.items():
            card.show_reading(readings.get(key))

    def _made(self, block: ShownBlock) -> BlockCard:
        card = BlockCard(self._letter, self._typing, block)
        card.source_asked.connect(self.source_asked)
        return card

    def rows(self) -> list[LineRow]:
        """Give every line that can be written, in their order."""
        cards = sorted(self.cards.values(), key=self._column.indexOf)
        return [row for card in cards for row in card.written()]

    @property
    def is_at_rest(self) -> bool:
        """Whether the record holds what stands in every line."""
        return all(row.is_at_rest for row in self.rows())

    def go_to(self, key: str) -> bool:
        """Put the keyboard into a line, or into its block; say whether it is there."""
        card = self.cards.get(key)
        found = [card.row(key) for card in self.cards.values() if card.row(key) is not None]
        row = found[0] if found else None
        target: QWidget | None = row or card
        if target is None:
            return False
        if isinstance(row, LineRow):
            row.enter()
        elif card is not None and card.written():
            card.written()[0].enter()
        self.ensureWidgetVisible(target, 12, 60)
        return True

    def enter(self) -> None:
        """Put the keyboard into the first line that lacks something, or the first of all."""
        rows = self.rows()
        lacking = [row for row in rows if row.line.gap]
        if rows:
            (lacking or rows)[0].editor.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_decisions(self) -> None:
        """Put the keyboard on the decisions that are not in the letter."""
        stop = first_stop(self.decisions)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self.decisions, 12, 60)

    def flush(self) -> bool:
        """Save now what still waits in a line."""
        flushed = [card.flush() for card in self.cards.values()]
        return all(flushed)

    def remember_kept(self) -> None:
        """Write down what is to stay as it is in the lines as they now are."""
        for row in self.rows():
            row.keeping.remember()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show the tools of the line that has the keyboard, and of no other."""
        row = now
        while row is not None and not isinstance(row, LineRow | OwnRow):
            row = row.parentWidget()
        if now is None or row is self._open:
            return
        if self._open is not None and isValid(self._open):
            self._open.show_tools(shown=False)
        self._open = row if row is not None and self.isAncestorOf(row) else None
        if self._open is not None:
            self._open.show_tools(shown=True)
