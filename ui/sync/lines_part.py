"""A list of what waits or what came: whose record, what, by whom, when; Enter opens the child."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.sync.sharing_lines import SharedLine
from ui.caseload.row import Row
from ui.language import _, ngettext
from ui.parts.buttons import QuietButton
from ui.parts.cards import CardRows
from ui.parts.empty_state import EmptyState
from ui.parts.words import Icon, Words
from ui.sync.line_words import line_in_words, whose_words
from ui.sync.saved_words import moment_words

SHOWN: Final = 8
_ICONS: Final = {
    "waits": ("laptop", "ink2"),
    "came": ("download-simple", "primary"),
    "joined": ("checks", "well"),
    "set_aside": ("warning-circle", "due"),
}


class LineRow(Row):
    """One line; the icon and the words say which kind it is."""

    def __init__(self, line: SharedLine, now: datetime) -> None:
        self.line = line
        whose, what, when = whose_words(line), line_in_words(line), when_words(line, now)
        sentence = _("{whose}. {what}. {when}")
        super().__init__(sentence.format(whose=whose, what=what, when=when))
        icon, colour = _ICONS.get(line.kind, _ICONS["came"])
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Words(whose, "label", wrap=True))
        words.addWidget(Words(what, "small", wrap=True))
        words.addWidget(Words(when, "small", "ink2", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        row.addWidget(Icon(icon, colour, 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)


class LinesPart(QWidget):
    """A heading, the newest lines in a card, and the rest when asked for."""

    child_opened = Signal(str)

    def __init__(self, title: str, nothing: str, detail: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self._nothing, self._detail = nothing, detail
        self.heading = Words(title, "h2", wrap=True)
        self.card = CardRows()
        self._lines: tuple[SharedLine, ...] | None = None
        self._now: datetime | None = None
        self._shows_all = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.card)

    def show_lines(self, lines: Sequence[SharedLine], now: datetime) -> None:
        """Show these lines; what is the same already stays as it is, with the focus in it."""
        if (
            tuple(lines) == self._lines
            and self._now is not None
            and now.date() == self._now.date()
        ):
            return
        self._lines, self._now = tuple(lines), now
        self._redraw()

    @property
    def rows(self) -> list[LineRow]:
        """The rows that are shown."""
        return [row for row in self.card.findChildren(LineRow) if not row.isHidden()]

    def _redraw(self) -> None:
        lines, now = self._lines or (), self._now
        focused = next((at for at, row in enumerate(self.rows) if row.hasFocus()), None)
        self.card.clear()
        if now is None or not lines:
            self.card.add_row(EmptyState("check-circle", self._nothing, self._detail))
            return
        made = [LineRow(line, now) for line in (lines if self._shows_all else lines[:SHOWN])]
        for row in made:
            row.opened.connect(lambda child=row.line.child_id: self._open(child))
            self.card.add_row(row)
        if len(lines) > SHOWN:
            self.card.add_row(self._more_or_fewer(len(lines)))
        if focused is not None:
            made[min(focused, len(made) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _more_or_fewer(self, count: int) -> QWidget:
        words = ngettext("See {count} line", "See all {count} lines", count).format(count=count)
        button = QuietButton(_("See fewer") if self._shows_all else words)
        button.setObjectName("see_all_lines")
        button.clicked.connect(self._toggle)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(10, 2, 10, 2)
        row.addWidget(button)
        row.addStretch(1)
        return holder

    def _toggle(self) -> None:
        self._shows_all = not self._shows_all
        self._redraw()
        button = self.card.findChild(QuietButton, "see_all_lines")
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, child_id: str) -> None:
        if child_id:
            self.child_opened.emit(child_id)


def when_words(line: SharedLine, now: datetime) -> str:
    """Say who changed it and when, and whether it was joined with what was typed here."""
    when = moment_words(line.at, now) if line.at else ""
    values = {"who": line.by, "when": when}
    if line.kind == "waits":
        return _("You, {when}").format(**values)
    if line.kind == "joined":
        words = (
            _("{who}, {when}. Joined with yours") if line.by else _("{when}. Joined with yours")
        )
    elif line.kind == "set_aside":
        words = _("{when}. Yours is set aside")
    else:
        words = _("{who}, {when}") if line.by else "{when}"
    return words.format(**values)
