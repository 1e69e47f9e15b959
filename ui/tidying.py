"""Collects what nobody holds any more in a pause, not in the middle of a word."""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

from ui.pace import Pace

EVERY_MS: Final = 500
PAUSE_SECONDS: Final = 0.4
REST_SECONDS: Final = 5.0
WORTH_A_LOOK: Final = 2_000
TOO_MANY: Final = 1_000_000


class Tidying(QObject):
    """Python's collector stops every thread, for longer than a frame where much is held."""

    def __init__(self, pace: Pace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pace = pace
        self._is_tidy, self._was_collecting = False, gc.isenabled()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Collect only in pauses from now on."""
        self._was_collecting = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Leave it to Python again, if it was."""
        self._timer.stop()
        if self._was_collecting:
            gc.enable()

    def look(self) -> None:
        """Collect what is new in a pause, and look through all once in each longer rest."""
        quiet, new = self._pace.quiet_seconds(), gc.get_count()[0]
        if quiet >= REST_SECONDS and not self._is_tidy:
            self._is_tidy = True
            gc.collect()
        elif (quiet >= PAUSE_SECONDS and new >= WORTH_A_LOOK) or new >= TOO_MANY:
            self._is_tidy = False
            gc.collect(1)
