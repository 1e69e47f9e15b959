"""The children as rows for a table: read a page at a time, by the line that came last."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final  # Any: a role may give any value

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.caseload import ChildLine
from models.rules.working_days import WorkingDays
from ui.caseload.child_row_words import HEADS, ChildWords, Column, child_words
from ui.language import _
from ui.overriding import override

PAGE: Final = 100
WORDS_ROLE: Final = Qt.ItemDataRole.UserRole
ID_ROLE: Final = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
ReadPage = Callable[[ChildLine | None, int], tuple[ChildLine, ...]]


class ChildRows(QAbstractTableModel):
    """Asks for more lines as the view reaches the last; holds plain values only."""

    def __init__(
        self, today: Callable[[], date], calendar: WorkingDays, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._today, self._calendar = today, calendar
        self._lines: list[ChildLine] = []
        self._words: dict[int, ChildWords] = {}
        self._read: ReadPage | None = None

    def show_lines(self, lines: tuple[ChildLine, ...], more: ReadPage | None = None) -> None:
        """Show these lines; `more` gives those that come after a line, and how many at most."""
        self.beginResetModel()
        self._lines, self._words = list(lines), {}
        self._read = more if more and len(lines) == PAGE else None
        self.endResetModel()

    def line(self, row: int) -> ChildLine:
        """Give the child of a row."""
        return self._lines[row]

    def row_of(self, child_id: str) -> int:
        """Give the row of a child among those read, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.id == child_id), -1)

    def words(self, row: int) -> ChildWords:
        """Give what a row shows."""
        if row not in self._words:
            self._words[row] = child_words(self._lines[row], self._today(), self._calendar)
        return self._words[row]

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 as Qt has it
        return 0 if parent.isValid() else len(self._lines)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 as Qt has it
        return 0 if parent.isValid() else len(Column)

    @override
    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._read is not None

    @override
    def fetchMore(self, parent: Index) -> None:
        if parent.isValid() or self._read is None:
            return
        more = self._read(self._lines[-1], PAGE)
        if len(more) < PAGE:
            self._read = None
        if not more:
            return
        first = len(self._lines)
        self.beginInsertRows(QModelIndex(), first, first + len(more) - 1)
        self._lines += more
        self.endInsertRows()

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        if role == ID_ROLE:
            return self._lines[index.row()].id
        if role == WORDS_ROLE:
            return self.words(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._display(index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            whole = index.column() == Column.NAME
            return self.words(index.row()).sentence if whole else self._display(index)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        head = _(HEADS[Column(section)])
        is_sorted = section == Column.NEXT_REVIEW
        if role == Qt.ItemDataRole.DisplayRole:
            return head
        if role == Qt.ItemDataRole.AccessibleTextRole and is_sorted:
            return _("{head}, soonest first").format(head=head)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def _display(self, index: Index) -> str:
        words = self.words(index.row())
        if index.column() == Column.TO_KNOW:
            return ", ".join(text for text, _kind, _icon in words.badges)
        cell = words.cells[index.column()]
        return f"{cell.fact}, {cell.detail}" if cell.detail else cell.fact
