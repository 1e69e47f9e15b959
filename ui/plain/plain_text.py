"""A text area that shows what could be plainer in it, without touching the text or its undo."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.appearance import appearance
from ui.overriding import override
from ui.parts.text_field import TEXT_LENGTH, GrowingText
from ui.plain.marks import Mark, moved
from ui.plain.underlines import paint_mark, paint_stop


class PlainText(GrowingText):
    """Marks move with what is typed before them, and go when their own words are changed."""

    marks_changed = Signal()

    def __init__(
        self, lines: int = 2, most_lines: int = 12, most: int = TEXT_LENGTH,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(lines, most_lines, most, parent)
        self.marks: tuple[Mark, ...] = ()
        self.current: Mark | None = None
        self._stops: tuple[int, ...] = ()
        self._text = ""
        self.document().contentsChange.connect(self._move_marks)

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show these from now on."""
        self.marks = marks
        self._text = self.toPlainText()
        if self.current not in marks:
            self.show_current(None)
        self.viewport().update()

    def show_current(self, mark: Mark | None) -> None:
        """Tint the words that the suggestions are about."""
        if mark == self.current:
            return
        self.current, self._stops = mark, ()
        self._tint()
        self.viewport().update()

    def show_stops(self, stops: tuple[int, ...]) -> None:
        """Show where a sentence could stop."""
        self._stops = stops
        self.viewport().update()

    def go_to(self, place: int) -> None:
        """Put the cursor at a place of the text."""
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def put_in_place(self, mark: Mark, words: str) -> None:
        """Put words in the place of a mark, as one thing to undo, with the cursor after them."""
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _tint(self) -> None:
        mark = self.current
        if mark is None or mark.end - mark.start > len(self._text) // 2 > 0:
            self.setExtraSelections([])
            return
        tint = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(appearance().paint("due_tint"))
        tint.cursor, tint.format = cursor, look
        self.setExtraSelections([tint])

    def _move_marks(self, at: int, removed: int, added: int) -> None:
        text = self.toPlainText()
        if text == self._text:  # only its looks were changed
            return
        self._text = text
        if not self.marks:
            return
        place = self.marks.index(self.current) if self.current in self.marks else -1
        before, self.marks = self.marks, moved(self.marks, at, removed, added)
        self._stops = ()
        if place >= 0:
            kept = moved((before[place],), at, removed, added)
            self.current = kept[0] if kept else None
            self._tint()
        self.viewport().update()
        self.marks_changed.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.marks:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for mark in self.marks:
            paint_mark(painter, self.document(), mark)
        for stop in self._stops:
            paint_stop(painter, self.document(), stop)
