"""Named rows of chips one under the other, their names in a column of their own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.parts.chips import ChipGroup
from ui.parts.showing import show_if
from ui.parts.words import Words


class ChipRows(QWidget):
    """Rows such as "Said by" and "About", each with its chips."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: dict[ChipGroup, Words] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def add(self, name: str, chips: ChipGroup) -> None:
        """Add a row below the others."""
        row = self._grid.rowCount()
        label = Words(name, "label")
        label.setContentsMargins(0, 4, 0, 0)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(chips, row, 1)
        self._labels[chips] = label

    def show_row(self, chips: ChipGroup, *, shown: bool) -> None:
        """Show a row or fold it away."""
        show_if(self._labels[chips], shown)
        show_if(chips, shown)
