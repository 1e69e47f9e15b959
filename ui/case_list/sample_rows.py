"""The first rows of a case list as they stand in the file, below a line for the choices."""

from collections.abc import Sequence
from typing import Any  # a role may give any value

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from models.case_list.cleaning import visible
from models.case_list.mapping import shown_heading
from models.case_list.records import RawRow
from ui.language import _
from ui.overriding import override

Index = QModelIndex | QPersistentModelIndex
CHOICES_ROW = 0
MOST_SHOWN = 80


class SampleRows(QAbstractTableModel):
    """One column for each of the council's; the choices stand in the first row as widgets."""

    def __init__(
        self, headings: Sequence[str], rows: Sequence[RawRow], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._headings, self._rows = tuple(headings), tuple(rows)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 as Qt has it
        return 0 if parent.isValid() else len(self._rows) + 1

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 as Qt has it
        return 0 if parent.isValid() else len(self._headings)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if index.row() == CHOICES_ROW:
            return None
        cells = self._rows[index.row() - 1].cells
        text = visible(cells[index.column()]) if index.column() < len(cells) else ""
        flat = " ".join(text.split())
        return flat if len(flat) <= MOST_SHOWN else flat[:MOST_SHOWN] + "…"

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return shown_heading(self._headings, section)
        return _("Is") if section == CHOICES_ROW else str(self._rows[section - 1].line)
