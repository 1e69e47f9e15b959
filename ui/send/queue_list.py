"""The left of the place Send: one row for each review, in the groups Late, Due today, Later."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.sending_queue import Group
from ui.appearance import appearance
from ui.caseload.row import Row
from ui.language import _, ngettext
from ui.overriding import override
from ui.parts.badges import Badge
from ui.parts.buttons import QuietButton
from ui.parts.cards import CardRows
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.queue_lists import Listed
from ui.send.queue_words import GROUP_WORDS, due_badge, papers_words, review_words

SHOWN_LATER: Final = 40
BAR_PX: Final = 4


class ChosenRow(Row):
    """A row that is shown beside the list while it has the keyboard, and after."""

    chosen = Signal()
    right_asked = Signal()
    left_asked = Signal()
    letter_pressed = Signal(str)

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self._is_chosen = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.opened.connect(self.chosen)

    def mark(self, *, chosen: bool) -> None:
        """Look like the one that is shown, or like the others."""
        self._is_chosen = chosen
        self.setAccessibleDescription(_("Shown now") if chosen else "")
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_chosen:
            painter, mirrored = QPainter(self), self.layoutDirection()
            painter.fillRect(self.rect(), appearance().paint("primary_tint"))
            at_right = mirrored == Qt.LayoutDirection.RightToLeft
            left = self.width() - BAR_PX if at_right else 0
            painter.fillRect(left, 0, BAR_PX, self.height(), appearance().paint("primary"))
            painter.end()
        super().paintEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        onward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if mirrored:
            onward, back = back, onward
        if event.key() == onward:
            self.right_asked.emit()
        elif event.key() == back:
            self.left_asked.emit()
        elif not event.modifiers() and event.text().isalpha():
            self.letter_pressed.emit(event.text().upper())
        else:
            super().keyPressEvent(event)


class QueueRow(ChosenRow):
    """Whose papers, which, for how many, and how many days are left."""

    def __init__(self, each: Listed, today: date, *, is_one_of_two: bool = False) -> None:
        line = each.line
        self.key = line.key
        self.name = Words(line.name, "h3", wrap=True)
        self.what = Words(papers_words(each.because_of), "small", wrap=True)
        self.which = Words(review_words(line, today), "small", "ink2", wrap=True)
        said, kind = due_badge(line)
        self.due: QWidget = Badge(said, kind) if kind else Words(said, "small", "ink2")
        values = {"name": line.name, "what": self.what.said, "due": said}
        super().__init__(_("{name}. {what}. {due}").format(**values))
        self.setObjectName(f"queue_{line.key}")
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.name, self.what, self.which):
            words.addWidget(part)
        show_if(self.which, is_one_of_two and bool(self.which.said))  # the people pane says it
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 8, 12, 8)
        across.setSpacing(8)
        across.addLayout(words, 1)
        across.addWidget(self.due, 0, Qt.AlignmentFlag.AlignTop)


class QueueList(QWidget):
    """Says which line is shown; a row that stays keeps the keyboard."""

    chosen = Signal(str)
    right_asked = Signal()
    letter_pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("send_queue")
        self.setAccessibleName(_("What waits to be sent"))
        self._shown: tuple[Listed, ...] = ()
        self._today: date | None = None
        self._is_whole = False
        self.rows: dict[str, QueueRow] = {}
        self.card = CardRows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)

    def show_lines(self, lines: Sequence[Listed], today: date) -> None:
        """Show these; nothing is drawn again where nothing changed."""
        if tuple(lines) == self._shown and today == self._today:
            return
        focused = next((key for key, row in self.rows.items() if row.hasFocus()), "")
        self._shown, self._today = tuple(lines), today
        self._lay_out()
        if focused and self.rows:
            row = self.rows.get(focused) or next(iter(self.rows.values()))
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark(self, key: str) -> None:
        """Mark the line that is shown beside."""
        for each, row in self.rows.items():
            row.mark(chosen=each == key)

    def _lay_out(self) -> None:
        self.card.clear()
        self.rows = {}
        for group in Group:
            found = [each for each in self._shown if each.group is group]
            hidden = 0
            if group is Group.LATER and not self._is_whole:
                hidden = max(0, len(found) - SHOWN_LATER)
            self._add_group(group, found[: len(found) - hidden])
            if hidden:
                self._add_more(hidden)

    def _add_group(self, group: Group, found: Sequence[Listed]) -> None:
        if not found or self._today is None:
            return
        words, colour = GROUP_WORDS[group]
        self.card.add_head(_(words), colour)
        for each in found:
            same = [one for one in self._shown if one.line.case_id == each.line.case_id]
            row = QueueRow(each, self._today, is_one_of_two=len(same) > 1)
            self.rows[each.line.key] = row
            row.chosen.connect(lambda key=row.key: self.chosen.emit(key))
            row.right_asked.connect(self.right_asked)
            row.letter_pressed.connect(self.letter_pressed)
            self.card.add_row(row)
            row.show()  # at once, so that it can take the keyboard

    def _add_more(self, hidden: int) -> None:
        words = ngettext("See {count} more", "See {count} more", hidden)
        more = QuietButton(words.format(count=hidden), size="small")
        more.setObjectName("see_all_to_send")
        more.clicked.connect(self._show_whole)
        self.card.add_row(more)

    def _show_whole(self) -> None:
        self._is_whole = True
        first = list(self.rows)[-1]
        self._lay_out()
        self.rows[first].setFocus(Qt.FocusReason.OtherFocusReason)
