"""A row of a card that can be reached with the keyboard: Enter opens it, arrows go on."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QWidget

from ui.appearance import appearance
from ui.overriding import override

RING_PX: Final = 3


class Row(QFrame):
    """Paints a ring inside its edge while it has the focus."""

    opened = Signal()

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(sentence)

    def step(self, by: int) -> None:
        """Go to the next row of the same list, or the one before."""
        around = self.parentWidget()
        if around is None:
            return
        rows = [row for row in around.findChildren(Row) if row.isVisible()]
        place = rows.index(self) + by
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if self.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in steps:
            self.step(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and is_inside:
            self.opened.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            paint_ring(self)


def paint_ring(row: QWidget) -> None:
    """Paint the focus ring inside the edge of a row."""
    painter = QPainter(row)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(appearance().paint("focus"), RING_PX))
    half = RING_PX / 2
    painter.drawRoundedRect(QRectF(row.rect()).adjusted(half, half, -half, -half), 6, 6)
