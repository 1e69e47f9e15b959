"""Where a person was in the program, in ids and names of controls only."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ui.page import Page


@dataclass(frozen=True)
class InUse:
    """The control that had the keyboard: its name, which of that name, and its cursor."""

    name: str
    number: int
    cursor: int = 0


@dataclass(frozen=True)
class Where:
    """Where a person was: the place, what was open in it, and the control they typed in."""

    place: str
    kind: str = ""
    row_id: str = ""
    step: str = ""
    control: InUse | None = None


def control_in_use(page: Page) -> InUse | None:
    """Say which control has the keyboard, if it has a name."""
    focused = page.window().focusWidget()
    if focused is None or not focused.objectName() or not page.isAncestorOf(focused):
        return None
    number = page.findChildren(QWidget, focused.objectName()).index(focused)
    cursor = 0
    if isinstance(focused, QPlainTextEdit | QTextEdit):
        cursor = focused.textCursor().position()
    elif isinstance(focused, QLineEdit):
        cursor = focused.cursorPosition()
    return InUse(focused.objectName(), number, cursor)


def use_again(page: Page, control: InUse) -> None:
    """Give the keyboard back to a control, with the cursor where it was."""
    found = page.findChildren(QWidget, control.name)
    if control.number >= len(found) or not found[control.number].isVisibleTo(page):
        return
    widget = found[control.number]
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(min(control.cursor, len(widget.toPlainText())))
        widget.setTextCursor(cursor)
    elif isinstance(widget, QLineEdit):
        widget.setCursorPosition(control.cursor)
