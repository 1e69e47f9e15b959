"""One line for a child that left this laptop with much that was written; its pieces behind it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from models.sync.sharing_lines import HeldLine
from ui.language import _, number_in_words
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.sync.held_cards import HeldCards, Piece
from ui.sync.held_words import held_text
from ui.sync.line_words import held_in_words, whose_words

TOGETHER_FROM: Final = 4
_OPEN: Final = frozenset({"leaving", "held"})
_LEFT: Final = frozenset({"no_access", "never_saved", "half_typed"})


def left_together(own: Sequence[HeldLine]) -> dict[str, list[HeldLine]]:
    """Give by case what was set aside of children who left, where it is more than a few."""
    found: dict[str, list[HeldLine]] = {}
    for line in own:
        if line.case_id and line.why in _LEFT and line.state in _OPEN:
            found.setdefault(line.case_id, []).append(line)
    return {case: lines for case, lines in found.items() if len(lines) >= TOGETHER_FROM}


class LeftWithCard(Card):
    """Names the child, counts the pieces; shows them, copies them or lets them go together."""

    added = Signal(str)
    dropped = Signal(str)
    dropped_together = Signal(object)  # the ids of all of them

    def __init__(self) -> None:
        super().__init__("due")
        self.lines: tuple[HeldLine, ...] = ()
        self._now: datetime | None = None
        self.what = Words("", "h3", wrap=True)
        self.see_button = SmallButton(_("See them"), in_row=True)
        self.see_button.setObjectName("see_left_with")
        self.copy_button = SmallButton(_("Copy"), "copy", in_row=True)
        self.copy_button.setObjectName("copy_left_with")
        self.drop_button = SmallButton(_("I do not need these"), in_row=True)
        self.drop_button.setObjectName("drop_left_with")
        self.pieces = HeldCards()
        self.pieces.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.see_button, self.copy_button, self.drop_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addWidget(self.what)
        self.column.addLayout(buttons)
        self.column.addWidget(self.pieces)
        self.see_button.clicked.connect(self._see)
        self.copy_button.clicked.connect(self._copy)
        self.drop_button.clicked.connect(self._drop)
        self.pieces.added.connect(self.added)
        self.pieces.dropped.connect(self.dropped)

    def show_lines(self, lines: Sequence[HeldLine], now: datetime) -> None:
        """Show these pieces of one child; cards are made only while they are looked at."""
        self.lines, self._now = tuple(lines), now
        name = whose_words(lines[0])
        said = _("{name} is not among your children any more. {count} pieces are set aside.")
        self.what.say(said.format(name=name, count=number_in_words(len(lines))))
        self.setAccessibleName(self.what.said)
        self.copy_button.setAccessibleName(_("Copy the words about {name}").format(name=name))
        self._show_pieces()

    def _see(self) -> None:
        show_if(self.pieces, self.pieces.isHidden())
        self.see_button.say(_("See them") if self.pieces.isHidden() else _("Fold them away"))
        self._show_pieces()

    def _show_pieces(self) -> None:
        if self._now is not None and not self.pieces.isHidden():
            pieces = [Piece(line, may_decide=False, is_own=True) for line in self.lines]
            self.pieces.show_pieces(pieces, self._now)

    def _copy(self) -> None:
        named = _("{what}: {words}")
        whole = (
            named.format(what=held_in_words(line), words=words)
            for line in self.lines
            if (words := held_text(line))
        )
        QGuiApplication.clipboard().setText("\n".join(whole))
        self.copy_button.say(_("Copied"))

    def _drop(self) -> None:
        self.drop_button.turn_off(_("They are let go."))
        self.dropped_together.emit(tuple(line.op_id for line in self.lines))
