"""A box for the text of a file, with the number of each line beside it."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.appearance import appearance
from ui.overriding import override

LEAST_DIGITS: Final = 3
BESIDE_PX: Final = 8


class NumberedText(QPlainTextEdit):
    """Plain text; Tab leaves it, and a line can be gone to by its number."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        appearance().changed.connect(self._make_room)
        self._make_room()

    def go_to_line(self, line: int) -> None:
        """Put the keyboard on a line, and choose what stands on it."""
        block = self.document().findBlockByNumber(max(0, line - 1))
        cursor = QTextCursor(block)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def line(self) -> int:
        """The number of the line in which the cursor stands, from 1."""
        return self.textCursor().blockNumber() + 1

    def numbers_px(self) -> int:
        """How wide the numbers are. Units: px."""
        digits = max(LEAST_DIGITS, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("0" * digits) + 2 * BESIDE_PX

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the number of each line that is in view."""
        painter, looks = QPainter(self._numbers), appearance()
        painter.fillRect(event.rect(), looks.paint("sunken"))
        painter.setPen(looks.paint("ink2"))
        painter.setFont(self.font())
        width, tall = self.numbers_px() - BESIDE_PX, self.fontMetrics().height()
        block = self.firstVisibleBlock()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if place.top() > event.rect().bottom():
                return
            room = QRect(0, round(place.top()), width, tall)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            block = block.next()

    def _make_room(self) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        wide = self.numbers_px()
        self.setViewportMargins(0 if mirrored else wide, 0, wide if mirrored else 0, 0)
        self._place_numbers()

    def _place_numbers(self) -> None:
        inside = self.contentsRect()
        room = QRect(inside.left(), inside.top(), self.numbers_px(), inside.height())
        self._numbers.setGeometry(room)

    def _follow(self, rect: QRect, down: int) -> None:
        if down:
            self._numbers.scroll(0, down)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_numbers()


class _Numbers(QWidget):
    """The strip of numbers at the side."""

    def __init__(self, text: NumberedText) -> None:
        super().__init__(text)
        self._text = text

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._text.numbers_px(), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._text.paint_numbers(event)
