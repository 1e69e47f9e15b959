"""The steps of a piece of work down the side, in any order; at large text one drop-down."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QVBoxLayout, QWidget

from ui import icons
from ui.appearance import appearance
from ui.focus_ring import ShowsFocus
from ui.language import _
from ui.overriding import override
from ui.parts.fields import ChoiceBox
from ui.parts.showing import show_if
from ui.parts.words import Words

STATES: Final = ("to_do", "done", "skipped")


@dataclass(frozen=True)
class Step:
    """One step: its key and words, to_do, done or skipped, how many notes, and why skipped."""

    key: str
    words: str
    state: str = "to_do"
    count: int = 0
    reason: str = ""

    def spoken(self, *, current: bool) -> str:
        """Say the step and its state in words."""
        if self.state == "skipped":
            return _("{step}, skipped: {reason}").format(step=self.words, reason=self.reason)
        if current:
            return _("{step}, this step").format(step=self.words)
        if self.state == "done":
            return _("{step}, done").format(step=self.words)
        return _("{step}, to do").format(step=self.words)


class StepRail(QWidget):
    """Every step in order; Up and Down move between them, Enter or Space goes to one."""

    step_chosen = Signal(str)

    def __init__(self, heading: str, steps: Sequence[Step] = ()) -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self._steps: list[Step] = []
        self._rows: dict[str, _StepRow] = {}
        self._current = ""
        self.heading = Words(heading, "label", "ink2")
        self.drop_down = ChoiceBox()
        self.drop_down.setAccessibleName(heading)
        self.drop_down.activated.connect(self._choose_number)
        self.drop_down.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 10, 12)
        column.addWidget(self.heading)
        column.addWidget(self.drop_down)
        column.addLayout(self._list)
        column.addStretch(1)
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps, keeping the current one."""
        same = [one.key for one in steps] == [one.key for one in self._steps]
        self._steps = list(steps)
        if not same:
            self._lay_out()
        for step in steps:
            self._rows[step.key].show_step(step, current=step.key == self._current)
        self._fill_drop_down()

    def set_current(self, key: str) -> None:
        """Mark this step as the one being worked on, without telling anyone."""
        self._current = key
        for step in self._steps:
            row = self._rows[step.key]
            row.show_step(step, current=step.key == key)
            policies = Qt.FocusPolicy
            row.setFocusPolicy(policies.StrongFocus if step.key == key else policies.ClickFocus)
        self._fill_drop_down()

    def current(self) -> str:
        """Give the key of the step being worked on."""
        return self._current

    def fold(self, *, folded: bool) -> None:
        """Become one drop-down, "5 of 12: What's working well", or a list again."""
        show_if(self.drop_down, folded)
        show_if(self.heading, not folded)
        for row in self._rows.values():
            row.setVisible(not folded)

    def row(self, key: str) -> QPushButton:
        """Give the row of a step, or the first one where there is no such step."""
        return self._rows.get(key) or next(iter(self._rows.values()))

    def _lay_out(self) -> None:
        for row in self._rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {}
        for step in self._steps:
            row = _StepRow(step.key)
            row.clicked.connect(lambda _on=False, key=step.key: self._choose(key))
            row.moved.connect(self._move_focus)
            self._rows[step.key] = row
            self._list.addWidget(row)
            show_if(row, self.drop_down.isHidden())
            policies = Qt.FocusPolicy
            if step.key == self._current:
                row.setFocusPolicy(policies.StrongFocus)

    def _fill_drop_down(self) -> None:
        self.drop_down.clear()
        total = len(self._steps)
        for place, step in enumerate(self._steps, start=1):
            words = _("{place} of {total}: {step}")
            self.drop_down.addItem(words.format(place=place, total=total, step=step.words))
        keys = [step.key for step in self._steps]
        current = keys.index(self._current) if self._current in keys else -1
        self.drop_down.setCurrentIndex(current)

    def _choose_number(self, place: int) -> None:
        self._choose(self._steps[place].key)

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.step_chosen.emit(key)

    def _move_focus(self, row: QWidget, by: int) -> None:
        rows = list(self._rows.values())
        place = next(number for number, one in enumerate(rows) if one is row) + by
        if 0 <= place < len(rows):
            rows[place].setFocus(Qt.FocusReason.TabFocusReason)


class _StepRow(ShowsFocus, QPushButton):
    """One step, painted: its mark, its words, its count."""

    moved = Signal(QWidget, int)

    def __init__(self, key: str) -> None:
        super().__init__()
        self._step = Step(key, "")
        self._is_current = False
        self.setObjectName(f"step_{key}")
        self.setProperty("part", "step")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_step(self, step: Step, *, current: bool) -> None:
        """Show the step as it stands."""
        self._step, self._is_current = step, current
        self.setChecked(current)
        self.setAccessibleName(step.spoken(current=current))
        self.setToolTip(step.spoken(current=current) if step.reason else "")
        self.update()

    def _mark(self) -> tuple[str, str]:
        chosen = self._is_current and appearance().theme == "contrast"
        if self._is_current:
            return "caret-circle-right-fill", "on_primary" if chosen else "primary"
        marks = {"done": "check-circle-fill", "skipped": "arrow-bend-up-right"}
        mark = marks.get(self._step.state, "circle")
        colours = {"done": "primary", "skipped": "ink2"}
        return mark, colours.get(self._step.state, "line_strong")

    @override
    def sizeHint(self) -> QSize:
        return QSize(appearance().px(220), appearance().height("step"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        looks = appearance()
        painter = QPainter(self)
        contrast = self._is_current and looks.theme == "contrast"
        ink = "on_primary" if contrast else "ink"
        mark, colour = self._mark()
        side = looks.px(20)
        self._paint_at(painter, QRect(10, 0, side, self.height()), icons.pixmap(mark, colour))
        painter.setFont(looks.font("body", bold=self._is_current))
        painter.setPen(looks.paint("ink2" if self._step.state == "skipped" else ink))
        room = self.rect().adjusted(10 + side + 11, 0, -40 if self._step.count else -10, 0)
        words = self._step.words
        if self._step.state == "skipped":
            words = self._step.spoken(current=False)
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(self._visual(room), self._start(), words)
        if self._step.count:
            painter.setFont(looks.font("label" if self._is_current else "small"))
            painter.setPen(looks.paint(ink if self._is_current else "ink2"))
            room = QRect(self.width() - 40, 0, 28, self.height())
            painter.drawText(self._visual(room), self._end(), str(self._step.count))

    def _paint_at(self, painter: QPainter, place: QRect, picture: object) -> None:
        visual = self._visual(place)
        top = (self.height() - visual.width()) // 2
        painter.drawPixmap(QPoint(visual.left(), top), picture)  # type: ignore[call-overload]

    def _visual(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _start(self) -> Qt.AlignmentFlag:
        return QStyle.visualAlignment(
            self.layoutDirection(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )

    def _end(self) -> Qt.AlignmentFlag:
        return QStyle.visualAlignment(
            self.layoutDirection(), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(self, 1 if event.key() == Qt.Key.Key_Down else -1)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def nextCheckState(self) -> None:
        """Stay as it is: the rail says which step is current."""
