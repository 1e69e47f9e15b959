"""The table of children: whole rows, a ring round the one with the focus, columns that fit."""

from typing import Final

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QTableView,
    QVBoxLayout,
)

from ui import icons
from ui.appearance import appearance
from ui.caseload.child_delegate import DISC, GAP, MARGIN, ChildDelegate
from ui.caseload.child_row_words import Column
from ui.caseload.child_rows import ID_ROLE, ChildRows
from ui.language import _
from ui.overriding import override

# How wide each column wants to be, in letters, and what goes first for want of room.
WANTED: Final = {
    Column.NAME: 18,
    Column.LIVES_WITH: 22,
    Column.LAST_REVIEW: 19,
    Column.NEXT_REVIEW: 19,
    Column.LAST_LETTER: 13,
    Column.TO_KNOW: 24,
}
DROPPED_FIRST: Final = (
    Column.LAST_LETTER,
    Column.LIVES_WITH,
    Column.LAST_REVIEW,
    Column.TO_KNOW,
)
RING_PX: Final = 3


class ChildrenTable(QTableView):
    """Enter opens the child, Ctrl+Enter starts the review, letters go to a name."""

    child_opened = Signal(str)
    review_asked = Signal(str)
    left_above = Signal()

    def __init__(self, rows: ChildRows) -> None:
        super().__init__()
        self.never_shown: frozenset[Column] = frozenset()  # what this person does not read
        self.setObjectName("children_table")
        self.setAccessibleName(_("Children, the next review due first"))
        self.setModel(rows)
        self.setItemDelegate(ChildDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._build_heads()
        self.clicked.connect(self._open)
        appearance().changed.connect(self._grow)

    def _build_heads(self) -> None:
        heads = _Heads(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(heads)
        heads.setAccessibleName(_("Columns"))
        self.verticalHeader().setAccessibleName(_("Rows"))
        heads.setHighlightSections(False)
        heads.setSectionsClickable(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._grow()

    def _grow(self) -> None:
        self.verticalHeader().setDefaultSectionSize(appearance().height("table_row_tall"))
        self._fit()

    def go_to_row(self, row: int) -> None:
        """Choose a row and let it take the keyboard."""
        if 0 <= row < self.model().rowCount():
            self.selectRow(row)
            self.setCurrentIndex(self.model().index(row, 0))

    def current_child(self) -> str:
        """Give the id of the child whose row is chosen, or nothing."""
        index = self.currentIndex()
        return str(index.data(ID_ROLE)) if index.isValid() else ""

    def _open(self, index: QModelIndex) -> None:
        self.child_opened.emit(str(index.data(ID_ROLE)))

    def _fit(self) -> None:
        """Share the width out; columns that there is no room for go, the least needed first."""
        wanted = {column: _width(column) for column in Column}
        room = self.viewport().width()
        shown = [each for each in Column if each not in self.never_shown]
        for column in DROPPED_FIRST:
            if column in self.never_shown:
                continue
            if sum(wanted[each] for each in shown) <= room:
                break
            shown.remove(column)
        spare = max(0, room - sum(wanted[each] for each in shown))
        total = sum(wanted[each] for each in shown)
        for column in Column:
            self.setColumnHidden(column, column not in shown)
        for column in shown[:-1]:
            self.setColumnWidth(column, wanted[column] + spare * wanted[column] // total)
        used = sum(self.columnWidth(column) for column in shown[:-1])
        self.setColumnWidth(shown[-1], max(room - used, wanted[shown[-1]] if used else room))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        child_id = self.current_child()
        if enter and child_id:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.review_asked if control else self.child_opened).emit(child_id)
            return
        if event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_above.emit()
            return
        super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        row = self.currentIndex().row()
        if row < 0 or not self.hasFocus():
            return
        top = self.rowViewportPosition(row)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(appearance().paint("focus"), RING_PX))
        width, height = self.viewport().width(), self.rowHeight(row)
        painter.drawRect(1, top + 1, width - RING_PX, height - RING_PX)


class _Heads(QHeaderView):
    """Draws an arrow after the head of the column that the list is sorted by."""

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if logicalIndex != Column.NEXT_REVIEW:
            return
        font = appearance().font("label")
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        side = appearance().px(16)
        left = rect.left() + MARGIN + QFontMetrics(font).horizontalAdvance(words) + 8
        place = QRect(left, rect.center().y() - side // 2, side, side)
        place = QStyle.visualRect(self.layoutDirection(), rect, place)
        painter.drawPixmap(place.topLeft(), icons.pixmap("arrow-up", "ink", 16))


class TableCard(QFrame):
    """The white box with an edge round the table."""

    def __init__(self, table: ChildrenTable) -> None:
        super().__init__()
        self.setProperty("part", "table")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(table)


def _width(column: Column) -> int:
    style = "body" if column is Column.NAME else "small"
    letters = QFontMetrics(appearance().font(style)).averageCharWidth() * WANTED[column]
    disc = appearance().px(DISC) + GAP if column is Column.NAME else 0
    return letters + disc + MARGIN
