"""A layout that fills a line and goes on to the next, as words do; mirrored right to left."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QStyle, QWidget

from ui.overriding import override
from ui.parts.widgets_layout import WidgetsLayout


class FlowLayout(WidgetsLayout):
    """Puts its widgets side by side and wraps them to the width there is. Units: px."""

    def __init__(
        self, parent: QWidget | None = None, *, gap_across: int = 8, gap_down: int = 8
    ) -> None:
        super().__init__(parent)
        self._gap_across, self._gap_down = gap_across, gap_down

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        shown = [item.sizeHint() for item in self.placed()]
        across = sum(size.width() for size in shown) + self._gap_across * max(0, len(shown) - 1)
        tallest = max((size.height() for size in shown), default=0)
        return QSize(
            across + margins.left() + margins.right(), tallest + margins.top() + margins.bottom()
        )

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self.placed():
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    @override
    def arrange(self, rect: QRect, *, move: bool) -> int:
        inside = rect.marginsRemoved(self.contentsMargins())
        y = inside.y()
        for line in self._lines(inside.width()):
            tallest = max(_size_in(item, inside.width()).height() for item in line)
            if move:
                self._place(line, inside, y, tallest)
            y += tallest + self._gap_down
        lower = self.contentsMargins().bottom()
        return max(0, y - self._gap_down - rect.y()) + lower if self._held else 0

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        room = -1
        for item in self.placed():
            needed = item.sizeHint().width()
            if not lines or needed > room:
                lines.append([])
                room = width
            lines[-1].append(item)
            room -= needed + self._gap_across
        return lines

    def _place(self, line: list[QLayoutItem], inside: QRect, y: int, tallest: int) -> None:
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        x = inside.x()
        for item in line:
            size = _size_in(item, inside.width())
            box = QRect(QPoint(x, y + (tallest - size.height()) // 2), size)
            item.setGeometry(QStyle.visualRect(direction, inside, box))
            x += size.width() + self._gap_across


def _size_in(item: QLayoutItem, room: int) -> QSize:
    """Give the size an item takes where there is so much room across. Units: px."""
    size = item.sizeHint()
    width = min(size.width(), room)
    if item.hasHeightForWidth():
        return QSize(width, item.heightForWidth(width))
    return QSize(width, size.height())
