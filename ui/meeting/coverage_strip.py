"""What the law says must be considered, as a thin row under the step: a cell for each matter."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from models.coverage import standings
from ui.appearance import PANE_FOLDS_FROM_PERCENT, SHORT_PX, appearance
from ui.language import _
from ui.meeting.matter_cell import CELL_PX, GAP_PX, MatterCell
from ui.meeting.matter_panel import MatterPanel
from ui.meeting.matter_words import spoken
from ui.meeting.meeting import Meeting
from ui.overriding import override
from ui.parts.buttons import SmallButton

ACROSS_PX = 24


class CoverageStrip(QFrame):
    """One stop of Tab; arrows move, Enter opens a card over the row; folded it is one button."""

    matter_asked = Signal(str)  # where there is no room for the card

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting, self._step = meeting, ""
        self.setObjectName("coverage")
        self.setProperty("part", "foot")
        self.setAccessibleName(_("What the law says must be considered"))
        self.cells: dict[str, MatterCell] = {}
        self.panel: MatterPanel | None = None
        self.row = QWidget()
        self.folded_button = SmallButton("", "checks", in_row=True, kind="quiet")
        self.folded_button.setObjectName("coverage_folded")
        self._line = QHBoxLayout(self.row)
        self._column = QVBoxLayout(self)
        self._build()
        self.folded_button.clicked.connect(self.open_list)
        meeting.changed.connect(self.show_sheet)
        self.show_sheet()

    def _build(self) -> None:
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(GAP_PX)
        self._column.setContentsMargins(ACROSS_PX, 6, ACROSS_PX, 6)
        self._column.setSpacing(8)
        self._column.addWidget(self.row)
        self._column.addWidget(self.folded_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_step(self, step: str) -> None:
        """Mark the matters of the step that is shown; the card of another step goes."""
        if step != self._step:
            self.close_panel()
        self._step = step
        self.show_sheet()

    def show_sheet(self) -> None:
        """Show what became of each matter so far."""
        sheet = self._meeting.sheet
        if tuple(self.cells) != sheet.matters_of_law:
            self._make_cells(sheet.matters_of_law)
        step = sheet.form.step.get(self._step)
        here = () if step is None or step.covers_all else step.schedule_7
        found = standings(sheet)
        for standing in found:
            self.cells[standing.matter].show_standing(standing, here=standing.matter in here)
        count = sum(each.is_considered for each in found)
        words = _("Considered: {count} of {total}").format(count=count, total=len(found))
        self.folded_button.say(words)
        self.fit()

    def _make_cells(self, matters: tuple[str, ...]) -> None:
        self.close_panel()
        for old in self.cells.values():
            self._line.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cells = {}
        for matter in matters:
            cell = self.cells[matter] = MatterCell(matter, self._meeting.name)
            cell.clicked.connect(partial(self._swap, matter))
            cell.moved.connect(partial(self._move, matter))
            self._line.addWidget(cell)
        self._set_stop(next(iter(matters), ""))

    def open(self, matter: str) -> None:
        """Open the card of a matter, with the keyboard in it."""
        self.close_panel()
        panel = self.panel = MatterPanel(self._meeting, matter)
        panel.left.connect(self.close_panel)
        self._column.insertWidget(0, panel)
        self._set_stop(matter)
        for key, cell in self.cells.items():
            cell.setChecked(key == matter)
        panel.take_keyboard()

    def close_panel(self) -> None:
        """Close the card; the keyboard goes back to its cell if it was in it."""
        panel, self.panel = self.panel, None
        if panel is None:
            return
        panel.flush()
        focused = self.window().focusWidget()
        was_inside = focused is not None and panel.isAncestorOf(focused)
        for cell in self.cells.values():
            cell.setChecked(False)
        if was_inside and panel.matter in self.cells:
            self.cells[panel.matter].setFocus(Qt.FocusReason.OtherFocusReason)
        panel.hide()
        panel.deleteLater()

    def open_list(self) -> None:
        """Open the matters as a list; choosing one goes to its line in the summing up."""
        menu = QMenu(self)
        menu.setObjectName("coverage_list")
        for standing in standings(self._meeting.sheet):
            action = menu.addAction(spoken(standing).replace("&", "&&"))
            action.triggered.connect(partial(self._ask, standing.matter))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.folded_button.mapToGlobal(self.folded_button.rect().topLeft()))
        menu.setActiveAction(menu.actions()[0])

    def flush(self) -> bool:
        """Save now what still waits; say whether nothing is left unsaved."""
        return self.panel is None or self.panel.flush()

    def fit(self) -> None:
        """Be a row of cells where there is room, and one button where there is not."""
        large = appearance().text_size >= PANE_FOLDS_FROM_PERCENT
        low = self.window().height() < SHORT_PX
        folded = large or low or self.width() < self._least_width()
        if folded and self.panel is not None:
            self.close_panel()
        around = 2 if folded else 6
        self._column.setContentsMargins(ACROSS_PX, around, ACROSS_PX, around)
        self.row.setVisible(not folded)
        self.folded_button.setVisible(folded)

    def _least_width(self) -> int:
        count = len(self.cells)
        cell = appearance().px(CELL_PX)
        return count * cell + max(0, count - 1) * GAP_PX + 2 * ACROSS_PX

    def _ask(self, matter: str, _on: bool = False) -> None:
        self.matter_asked.emit(matter)

    def _swap(self, matter: str, _on: bool = False) -> None:
        if self.panel is not None and self.panel.matter == matter:
            self.close_panel()
            self.cells[matter].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.open(matter)

    def _set_stop(self, matter: str) -> None:
        """Leave one cell in the tab order."""
        policies = Qt.FocusPolicy
        for key, cell in self.cells.items():
            cell.setFocusPolicy(policies.StrongFocus if key == matter else policies.ClickFocus)

    def _move(self, matter: str, by: int) -> None:
        order = list(self.cells)
        place = min(max(order.index(matter) + by, 0), len(order) - 1)
        self._set_stop(order[place])
        self.cells[order[place]].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.panel is not None:
            self.close_panel()
            return
        super().keyPressEvent(event)
