"""A layout that fills a line and goes on to the next, as words do; mirrored right to left."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget

from ui.overriding import override


class FlowLayout(QLayout):
    """Puts its widgets side by side and wraps them to the width there is. Units: px."""

    def __init__(
        self, parent: QWidget | None = None, *, gap_across: int = 8, gap_down: int = 8
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap_across, self._gap_down = gap_across, gap_down
        self.setContentsMargins(0, 0, 0, 0)

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one at this place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())
        self.invalidate()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        across = sum(size.width() for size in shown) + self._gap_across * max(0, len(shown) - 1)
        tallest = max((size.height() for size in shown), default=0)
        return QSize(
            across + margins.left() + margins.right(), tallest + margins.top() + margins.bottom()
        )

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        inside = rect.marginsRemoved(self.contentsMargins())
        y = inside.y()
        for line in self._lines(inside.width()):
            tallest = max(_size_in(item, inside.width()).height() for item in line)
            if move:
                self._place(line, inside, y, tallest)
            y += tallest + self._gap_down
        lower = self.contentsMargins().bottom()
        return max(0, y - self._gap_down - rect.y()) + lower if self._items else 0

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        room = -1
        for item in self._items:
            if item.isEmpty():
                continue
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
