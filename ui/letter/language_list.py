"""How a language stands in the list: its names, and beneath them how far it can be relied on."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.appearance import appearance
from ui.overriding import override

STANDING_ROLE = int(Qt.ItemDataRole.UserRole) + 1
AROUND, BETWEEN = 8, 2
WRAPPED = int(Qt.TextFlag.TextWordWrap)
Index = QModelIndex | QPersistentModelIndex


class LanguageRow(QStyledItemDelegate):
    """Two sizes of words; the second wraps where the list is narrow."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def widest(self) -> int:
        """How wide the list is with no line wrapped. Units: px."""
        model, found = self._view.model(), 0
        for place in range(model.rowCount()):
            index = model.index(place, 0)
            found = max(found, _name_metrics().horizontalAdvance(_said(index)),
                        _small_metrics().horizontalAdvance(_standing(index)))  # fmt: skip
        return found + 2 * AROUND

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = max(self._view.viewport().width(), self._view.minimumWidth())
        room = QRect(0, 0, max(1, width - 2 * AROUND), 10_000)
        standing, height = _standing(index), _name_metrics().height() + 2 * AROUND
        if standing:
            height += BETWEEN + _small_metrics().boundingRect(room, WRAPPED, standing).height()
        return QSize(width, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        looks, is_at = appearance(), bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, looks.paint("primary" if is_at else "surface"))
        painter.setPen(looks.paint("on_primary" if is_at else "ink"))
        painter.setFont(looks.font("body"))
        room = option.rect.adjusted(AROUND, AROUND, -AROUND, -AROUND)
        way = _way(option)
        painter.drawText(room, way, _said(index))
        painter.setPen(looks.paint("on_primary" if is_at else "ink2"))
        painter.setFont(looks.font("small"))
        below = room.adjusted(0, _name_metrics().height() + BETWEEN, 0, 0)
        painter.drawText(below, way | WRAPPED, _standing(index))
        painter.restore()


def _way(option: QStyleOptionViewItem) -> int:
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    return int(across | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute)


def _said(index: Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _standing(index: Index) -> str:
    return str(index.data(STANDING_ROLE) or "")


def _name_metrics() -> QFontMetrics:
    return QFontMetrics(appearance().font("body"))


def _small_metrics() -> QFontMetrics:
    return QFontMetrics(appearance().font("small"))
