"""Goes through a window and uses every control that can be used, by its keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from ui.caseload.row import Row
from ui.parts.date_field import DateField
from ui.parts.text_field import GrowingText

MOST = 400
ASKED_ON = "asked_on_box"
LATER = ("Close", "Not now", "Remove", "Less", "Leave", "Back")
"""Buttons that put others away are pressed when nothing else is left."""
Key = tuple[str, str, str]


def press_everything(window: QWidget) -> list[str]:
    """Use each control once, those that come by using others among them; gives their names."""
    used: list[Key] = []
    for _time in range(MOST):
        waiting = [each for each in _usable(window) if _key(each) not in used]
        if not waiting:
            return [name for _kind, _object, name in used]
        chosen = min(waiting, key=_turn)
        used.append(_key(chosen))
        _use(chosen)
        QApplication.processEvents()
    raise AssertionError("it never came to an end")


def _usable(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, GrowingText, QComboBox, Row)
    found = [each for kind in kinds for each in window.findChildren(kind)]
    return [each for each in found if each.isVisibleTo(window) and _takes(each)]


def _takes(widget: QWidget) -> bool:
    if not widget.isEnabled() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return False
    return not (isinstance(widget, QLineEdit | GrowingText) and widget.isReadOnly())


def _key(widget: QWidget) -> Key:
    return type(widget).__name__, widget.objectName(), widget.accessibleName()


def _turn(widget: QWidget) -> int:
    """Fields come first, so that a button finds something in them."""
    if not isinstance(widget, QAbstractButton):
        return 0
    return 2 if widget.text().startswith(LATER) else 1


def _use(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    if isinstance(widget, QAbstractButton):
        QTest.keyClick(widget, Qt.Key.Key_Space)
    elif isinstance(widget, Row):
        QTest.keyClick(widget, Qt.Key.Key_Return)
    elif isinstance(widget, QComboBox):
        QTest.keyClick(widget, Qt.Key.Key_Down)
    elif widget.objectName() == ASKED_ON:
        QTest.keyClick(widget, Qt.Key.Key_Tab)  # it holds today, and takes no day to come
    elif isinstance(widget.parent(), DateField):
        widget.clear()
        QTest.keyClicks(widget, "14 September 2026")
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    else:
        QTest.keyClicks(widget, "4pm")
        QTest.keyClick(widget, Qt.Key.Key_Tab)
