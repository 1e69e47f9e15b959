"""Typing as a person does: one key after another, letters of every script among them."""

import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

_KEYS = {
    "\n": Qt.Key.Key_Return,
    "\t": Qt.Key.Key_Tab,
    "\b": Qt.Key.Key_Backspace,
    " ": Qt.Key.Key_Space,
}


def type_text(qtbot: QtBot, widget: QWidget, text: str) -> None:
    """Type text into a widget; a new line is Return, and focus may move on the way."""
    window = widget.window()
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    focused = window.focusWidget()
    assert focused is not None, "the widget does not take the keyboard"
    reached = widget is focused or widget.isAncestorOf(focused) or widget.focusProxy() is focused
    assert reached, "the widget does not take the keyboard"
    for character in text:
        _press(window.focusWidget() or widget, character)
    qtbot.wait(0)


def _press(widget: QWidget, character: str) -> None:
    key = _KEYS.get(character, _key_of(character))
    written = "\r" if character == "\n" else character
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        if shiboken6.isValid(widget):  # a key may close the window it was pressed in
            QApplication.sendEvent(
                widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, written)
            )


def _key_of(character: str) -> int:
    """Give Qt's number of a key: its ASCII capital, or 0 where no key has that letter."""
    return ord(character.upper()) if character.isascii() else 0
