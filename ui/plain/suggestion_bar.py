"""The suggestions under a line that has the keyboard: those nearest the cursor."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import ngettext
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.plain.marks import Mark
from ui.plain.suggestion_row import SuggestionRow

MOST_ROWS: Final = 3
Ideas = Mapping[str, tuple[str, ...]]


class SuggestionBar(QWidget):
    """Rows in reading order; those that do not fit are counted, and reached with F7."""

    asked = Signal(object, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("suggestions")
        self._rows: list[SuggestionRow] = []
        self.more = Words("", "small", "ink2", wrap=True)
        self.nothing = Words("", "small", "ink2", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(6)
        self._column.addWidget(self.more)
        self._column.addWidget(self.nothing)
        self.nothing.hide()

    def show_marks(self, marks: Sequence[Mark], current: Mark | None, ideas: Ideas) -> None:
        """Show a few marks round the current one."""
        shown = _round(marks, current)
        while len(self._rows) < len(shown):
            row = SuggestionRow()
            row.asked.connect(self.asked)
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for row in self._rows[len(shown) :]:
            row.mark = None
            row.hide()
        for row, mark in zip(self._rows, shown, strict=False):
            found = ideas.get(mark.finding.words)
            row.show_mark(mark, found, is_current=mark == current, is_alone=len(shown) == 1)
            row.show()
        self.nothing.hide()
        hidden = len(marks) - len(shown)
        said = ngettext(
            "And {count} more. F7 goes to the next.", "And {count} more. F7 goes to the next.",
            hidden,
        )  # fmt: skip
        self.more.say(said.format(count=hidden))
        show_if(self.more, hidden > 0)

    def say_nothing_here(self, words: str) -> None:
        """Say that a key has nothing to do, until marks are shown anew."""
        self.nothing.say(words)
        self.nothing.show()
        self.show()

    def shown(self) -> list[SuggestionRow]:
        """Give the rows that show something."""
        return [row for row in self._rows if row.mark is not None]

    def row_of(self, mark: Mark | None) -> SuggestionRow | None:
        """Give the row of a mark."""
        return next((row for row in self.shown() if row.mark == mark), None)

    def buttons(self) -> list[SmallButton]:
        """Give every button, in the order in which Tab goes through them."""
        return [button for row in self.shown() for button in row.buttons]


def _round(marks: Sequence[Mark], current: Mark | None) -> Sequence[Mark]:
    if current is None or current not in marks:
        return marks[:MOST_ROWS]
    first = max(0, min(marks.index(current) - 1, len(marks) - MOST_ROWS))
    return marks[first : first + MOST_ROWS]
