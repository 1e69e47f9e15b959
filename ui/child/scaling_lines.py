"""A line for each person on one scale over time: a chart, or the same as a table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.child.scaling import Series, finding
from ui.child.scaling_chart import ScalingChart
from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Words


class ScalingLines(QWidget):
    """`toggle` swaps chart and table; whoever shows this puts it where there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.chart = ScalingChart()
        self.table = QWidget()
        self.toggle = SmallButton(_("Show as table"), in_row=True)
        self.toggle.setObjectName("toggle_table")
        self._grid = QGridLayout(self.table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self.table.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chart)
        column.addWidget(self.table)
        self.toggle.clicked.connect(self._swap)

    def show_lines(self, lines: Sequence[Series]) -> None:
        """Show these, or nothing at all."""
        self.chart.show_lines(lines)
        self.toggle.setAccessibleDescription(finding(lines) if lines else "")
        self._fill_table(lines)
        show_if(self.chart, bool(lines) and self.table.isHidden())
        show_if(self.toggle, bool(lines))

    def _swap(self) -> None:
        to_table = self.table.isHidden()
        self.table.setVisible(to_table)
        self.chart.setVisible(not to_table)
        self.toggle.say(_("Show as chart") if to_table else _("Show as table"))

    def _fill_table(self, lines: Sequence[Series]) -> None:
        while (place := self._grid.takeAt(0)) is not None:
            if (widget := place.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        reviews = sorted({review for line in lines for review, _number in line.numbers})
        for column, review in enumerate(reviews, 1):
            head = Words(_("Review {number}").format(number=review), "label", wrap=True)
            self._grid.addWidget(head, 0, column)
        for row, line in enumerate(lines, 1):
            who = Words(line.who, bold=True, wrap=True)
            who.setAccessibleName(line.sentence)
            self._grid.addWidget(who, row, 0)
            numbers = dict(line.numbers)
            for column, review in enumerate(reviews, 1):
                given = numbers.get(review)
                number = Words("" if given is None else f"{given:g}")
                self._grid.addWidget(number, row, column, Qt.AlignmentFlag.AlignLeft)
