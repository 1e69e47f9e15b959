"""Where the keyboard was, cursor and selection too, so that it can go back there."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


class KeptFocus:
    """Remembers the control that has the keyboard now."""

    def __init__(self) -> None:
        self._control = QApplication.focusWidget()
        self._selected: tuple[int, int, int] | None = None
        if isinstance(self._control, QLineEdit):
            line = self._control
            start = line.selectionStart()
            length = line.selectionLength()
            self._selected = (line.cursorPosition(), start, length)

    def is_inside(self, widget: QWidget) -> bool:
        """Whether it is that widget, or a part of it."""
        control = self._control
        return control is not None and (widget is control or widget.isAncestorOf(control))

    def give_back(self) -> bool:
        """Put the keyboard there again; say whether it could be."""
        control = self._control
        if control is None or not shiboken6.isValid(control) or not control.isVisible():
            return False
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(control, QLineEdit) and self._selected is not None:
            cursor, start, length = self._selected
            control.setCursorPosition(cursor)
            if length:
                _select(control, cursor, start, length)
        return control.hasFocus()


def _select(line: QLineEdit, cursor: int, start: int, length: int) -> None:
    """Select as before, with the cursor at the same end."""
    if cursor == start:
        line.setSelection(start + length, -length)
    else:
        line.setSelection(start, length)
