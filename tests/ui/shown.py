"""Shows a window and waits until it has the keyboard."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def shown(qtbot: QtBot, window: QWidget) -> None:
    """Show it and wait for it to be the active window."""
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
