"""In a process of its own: Waymark with a record whose key is given, from start to idle.

A real start also derives the key from the passphrase, which is slow on purpose and the same for
every program; here time begins as if that were done.
"""

import json
import sys
import time
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from models.database import Database
from models.settings import Settings
from ui.appearance import appearance
from ui.application import Waymark, make_application
from ui.overriding import override

MILLISECONDS = 1000
AFTERWARDS_MS, TICK_MS = 500, 5


class Watch(QObject):
    """Notes when the page is painted first, when all is ready, and the longest gap after."""

    def __init__(self, waymark: Waymark, page: QWidget) -> None:
        super().__init__()
        self.seen: dict[str, float] = {}
        self.gap = 0.0
        self._last = 0.0
        self._ticks = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticks.timeout.connect(self._tick)
        self._page = page
        page.installEventFilter(self)
        waymark.background.busy_changed.connect(self._note_busy)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._page:
            self._page.removeEventFilter(self)
            QTimer.singleShot(0, self._begin)
        return False

    def _begin(self) -> None:
        self.seen["painted"] = self._last = time.monotonic()
        self._ticks.start()

    def _tick(self) -> None:
        now = time.monotonic()
        self.gap = max(self.gap, now - self._last)
        self._last = now

    def _note_busy(self, is_busy: bool) -> None:
        if not is_busy and "painted" in self.seen:
            self.seen["ready"] = time.monotonic()
            QTimer.singleShot(AFTERWARDS_MS, QApplication.quit)


def main(began_at: float, folder: Path, key: bytes, now: datetime) -> None:
    """Print the milliseconds from then to each point, and the longest gap of the window."""
    imported_at = time.monotonic()
    application = make_application(sys.argv[:1])
    settings = Settings(folder.parent)
    appearance().apply(settings.theme, settings.text_size)
    waymark = Waymark(folder, settings, now=lambda: now)
    waymark.show_record(Database.open(folder, key, lambda: now))
    page = waymark.window.pages.page()
    assert page is not None
    watch = Watch(waymark, page)
    waymark.window.show()
    application.exec()
    waymark.close()
    seen = {"imported": imported_at, **watch.seen}
    figures = {name: (at - began_at) * MILLISECONDS for name, at in seen.items()}
    print(json.dumps({**figures, "gap": watch.gap * MILLISECONDS}))


if __name__ == "__main__":
    main(
        float(sys.argv[1]), Path(sys.argv[2]), bytes.fromhex(sys.argv[3]),
        datetime.fromisoformat(sys.argv[4]),
    )  # fmt: skip
