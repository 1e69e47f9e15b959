"""Buttons that Enter presses, and that leave the arrows to the ladder or house around them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from ui.overriding import override

ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)

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
