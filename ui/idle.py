"""Notices when nobody has typed or moved the mouse for some minutes."""

import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

from ui.overriding import override

_SIGNS_OF_LIFE: Final = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    )
)


class IdleWatch(QObject):
    """Tells once when the minutes are over; it watches each window of the program."""

    went_idle = Signal()

    def __init__(self, idle_seconds: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._idle_seconds = idle_seconds
        self._last = time.monotonic()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._watch)
        self._watch(QGuiApplication.focusWindow())

    def start(self, idle_seconds: float | None = None) -> None:
        """Begin to count from now, perhaps with another limit."""
        self._idle_seconds = idle_seconds if idle_seconds is not None else self._idle_seconds
        self._last = time.monotonic()
        self._timer.start(max(1, round(self._idle_seconds * 1000)))

    def stop(self) -> None:
        """Count no more, as while it is locked."""
        self._timer.stop()

    def _look(self) -> None:
        left = self._idle_seconds - (time.monotonic() - self._last)
        if left > 0:
            self._timer.start(max(1, round(left * 1000)))
            return
        self.went_idle.emit()

    def _watch(self, window: object) -> None:
        """Watch a window; Qt may hand over the wrapper of something gone at the same address."""
        if isinstance(window, QWindow):
            window.removeEventFilter(self)
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._last = time.monotonic()
        return False
