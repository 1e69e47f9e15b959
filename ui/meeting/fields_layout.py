"""Fields side by side while they fit, one under the other when they do not."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QStyle, QWidget

from ui.overriding import override
from ui.parts.widgets_layout import WidgetsLayout

GAP = 12


class FieldsLayout(WidgetsLayout):
    """Each widget takes its share of the width; where one would be too narrow, all stand alone."""

    def __init__(self) -> None:
        super().__init__()
        self._shares: dict[QWidget, int] = {}

    def add(self, widget: QWidget, share: int = 1) -> None:
        """Add a widget with its share of the width; 0 is as wide as it needs to be."""
        self._shares[widget] = share
        self.addWidget(widget)

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    @override
    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item, _share in shown) + GAP * len(shown)
        return QSize(width, max((item.sizeHint().height() for item, _share in shown), default=0))

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item, _share in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[tuple[QLayoutItem, int]]:
        placed = ((item, item.widget()) for item in self.placed())
        return [(item, self._shares.get(widget, 1)) for item, widget in placed if widget]

    @override
    def arrange(self, rect: QRect, *, move: bool) -> int:
        shown = self._shown()
        widths = self._widths(shown, rect.width())
        if widths is None:
            return self._stack(shown, rect, move=move)
        heights = [_height(item, width) for (item, _), width in zip(shown, widths, strict=True)]
        tallest = max(heights, default=0)
        x = rect.x()
        for (item, share), width in zip(shown, widths, strict=True):
            height = _height(item, width)
            top = rect.y() if share else rect.y() + tallest - height
            if move:
                self._put(item, rect, QRect(x, top, width, height))
            x += width + GAP
        return tallest

    def _widths(self, shown: Sequence[tuple[QLayoutItem, int]], width: int) -> list[int] | None:
        """Give the width of each side by side, or None where they do not fit."""
        fixed = sum(item.sizeHint().width() for item, share in shown if not share)
        room = width - fixed - GAP * max(0, len(shown) - 1)
        shares = sum(share for _item, share in shown) or 1
        widths = [
            room * share // shares if share else item.sizeHint().width() for item, share in shown
        ]
        fits = all(
            wide >= item.minimumSize().width()
            for wide, (item, _share) in zip(widths, shown, strict=True)
        )
        return widths if fits else None

    def _stack(self, shown: Sequence[tuple[QLayoutItem, int]], rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for item, share in shown:
            width = rect.width() if share else min(rect.width(), item.sizeHint().width())
            height = _height(item, width)
            if move:
                self._put(item, rect, QRect(rect.x(), y, width, height))
            y += height + GAP
        return max(0, y - GAP - rect.y())

    def _put(self, item: QLayoutItem, rect: QRect, box: QRect) -> None:
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        item.setGeometry(QStyle.visualRect(direction, rect, box))


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
