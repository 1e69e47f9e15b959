"""Buttons that Enter presses and that leave the arrows to what they stand in; where those lead."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from ui.overriding import override

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)

_Widget = TypeVar("_Widget", bound=QWidget)

if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object


class LeavesArrows(_Button):
    """Put before a Qt button: arrows go to what it stands in, Enter presses it."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


def beside(widgets: Sequence[_Widget], at: _Widget, key: int) -> _Widget:
    """Give where an arrow leads: the next or the one before, or the nearest above or below."""
    place = widgets.index(at)
    mirrored = at.layoutDirection() == Qt.LayoutDirection.RightToLeft
    if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        on = (key == Qt.Key.Key_Right) != mirrored
        return widgets[min(max(place + (1 if on else -1), 0), len(widgets) - 1)]
    down = key == Qt.Key.Key_Down
    lines = {each.y() for each in widgets if each.y() != at.y() and (each.y() > at.y()) == down}
    if not lines:
        return at
    line, here = min(lines) if down else max(lines), at.geometry().center().x()
    row = [each for each in widgets if each.y() == line]
    return min(row, key=lambda each: abs(each.geometry().center().x() - here))
