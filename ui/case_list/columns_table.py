"""The council's columns, each with a choice of what it is, over ten rows of the list."""

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from models.case_list.case_list_file import CaseListFile
from models.case_list.fields import FIELDS, left_out
from models.case_list.mapping import ColumnMapping, shown_heading
from ui.appearance import appearance
from ui.case_list.sample_rows import CHOICES_ROW, SampleRows
from ui.language import _
from ui.overriding import override
from ui.parts.fields import ChoiceBox
from ui.parts.words import Words

NOT_TAKEN: Final = ""
COLUMN_PX: Final = 190
WIDEST_PX: Final = 420


class ColumnsTable(QTableView):
    """Tells of a choice; `show_mapping` shows what stands chosen."""

    field_chosen = Signal(str, int)  # the field, or nothing, and the column

    def __init__(self, file: CaseListFile) -> None:
        super().__init__()
        self.setObjectName("columns_table")
        self.setAccessibleName(_("Columns of the list and its first rows"))
        self._file = file
        self.boxes: dict[int, ChoiceBox] = {}
        self.setModel(SampleRows(file.shape.headings, file.preview, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_Padded(self))
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(False)
        self.horizontalHeader().setAccessibleName(_("Headings of the list"))
        self.horizontalHeader().setSectionsClickable(False)
        self.verticalHeader().setAccessibleName(_("Lines of the list"))
        self._fill()
        self._grow()
        appearance().changed.connect(self._grow)

    def show_mapping(self, mapping: ColumnMapping) -> None:
        """Show which column is what."""
        by_column = {column: field for field, column in mapping.columns}
        for column, box in self.boxes.items():
            box.setCurrentIndex(box.findData(by_column.get(column, NOT_TAKEN)))
        self._grow()

    def _fill(self) -> None:
        headings = self._file.shape.headings
        choices = [(NOT_TAKEN, _("Not taken"))]
        choices += [(field.name, _title(field.name)) for field in FIELDS]
        for column, heading in enumerate(headings):
            place = self.model().index(CHOICES_ROW, column)
            reason = left_out(heading)
            if reason:
                words = Words(_("Left out on purpose"), "small", "ink2")
                words.setToolTip(_(reason))
                words.setContentsMargins(12, 0, 8, 0)
                self.setIndexWidget(place, words)
                continue
            box = self._box(column, choices)
            self.boxes[column] = box
            self.setIndexWidget(place, box)

    def _box(self, column: int, choices: list[tuple[str, str]]) -> ChoiceBox:
        box = ChoiceBox()
        for key, words in choices:
            box.addItem(words, key)
        heading = shown_heading(self._file.shape.headings, column)
        box.setObjectName(f"column_{column}")
        box.setAccessibleName(_("What “{heading}” is").format(heading=heading))
        box.activated.connect(lambda _place: self._tell(column, box))
        box.installEventFilter(self)
        return box

    def _tell(self, column: int, box: ChoiceBox) -> None:
        self.field_chosen.emit(str(box.currentData() or ""), column)

    def _grow(self) -> None:
        """Be as tall as all the rows, and as wide in each column as what is chosen there."""
        looks = appearance()
        heights = self.verticalHeader()
        heights.setDefaultSectionSize(looks.height("chip"))
        heights.resizeSection(CHOICES_ROW, looks.height("control") + 8)
        metrics = QFontMetrics(looks.font("body"))
        for column in range(self.model().columnCount()):
            box = self.boxes.get(column)
            wanted = metrics.horizontalAdvance(box.currentText()) + looks.px(62) if box else 0
            width = max(looks.px(COLUMN_PX), min(wanted, looks.px(WIDEST_PX)))
            self.setColumnWidth(column, width)
        bar = self.horizontalScrollBar().sizeHint().height()
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(head + heights.length() + bar + 4)

    @override
    def eventFilter(self, object: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(object, ChoiceBox):
            column = next(place for place, box in self.boxes.items() if box is object)
            self.scrollTo(self.model().index(CHOICES_ROW, column))
        return super().eventFilter(object, event)


def _title(field: str) -> str:
    known = next(each for each in FIELDS if each.name == field)
    if known.is_required:
        return _("{field} (needed)").format(field=_(known.title))
    return _(known.title)


class _Padded(QStyledItemDelegate):
    """Leaves a little room before the words of a cell."""

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        padded = QStyleOptionViewItem(option)
        padded.rect = option.rect.adjusted(10, 0, -4, 0)
        super().paint(painter, padded, index)
