"""Who goes first: while keys come, long work beside the window waits."""

import sys
import time
from typing import ClassVar, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

from ui.overriding import override

QUIET_SECONDS: Final = 0.15
"""So long after a key the worker waits: a thread that works delays each key by some ms."""
SWITCH_SECONDS: Final = 0.001
"""How soon the worker lets the window have its turn; Python's own is five times as long."""
_LOOK_SECONDS: Final = 0.02


def keys_come(within_seconds: float = QUIET_SECONDS) -> bool:
    """Whether somebody is typing, or has just paused: what can wait, waits."""
    return time.monotonic() - Pace.last < within_seconds


class Pace(QObject):
    """Watches each window of the program for keys."""

    last: ClassVar[float] = -QUIET_SECONDS
    """When the last key came, to whichever window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ended = False
        sys.setswitchinterval(SWITCH_SECONDS)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def quiet_seconds(self) -> float:
        """Say how long no key has come."""
        return time.monotonic() - Pace.last

    def breathe(self, within_seconds: float = QUIET_SECONDS) -> None:
        """Wait here, in the worker, while keys come."""
        while not self._ended and keys_come(within_seconds):
            time.sleep(_LOOK_SECONDS)

    def end(self) -> None:
        """Let the worker finish: nobody types any more."""
        self._ended = True

    def _watch(self, window: object) -> None:
        if isinstance(window, QWindow):
            window.removeEventFilter(self)
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            Pace.last = time.monotonic()
        return False
