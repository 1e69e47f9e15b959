"""In a process of its own: a bare PySide6 window, and how long it took to be painted."""

import json
import sys
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

MILLISECONDS = 1000


class BareWindow(QMainWindow):
    """A window with nothing in it, which goes once it has been painted."""

    painted_at = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 as Qt has it
        super().paintEvent(event)
        self.painted_at = time.monotonic()
        QApplication.quit()


def main(began_at: float) -> None:
    """Print the milliseconds from then to the painted window."""
    application = QApplication(sys.argv[:1])
    window = BareWindow()
    window.resize(1366, 768)
    window.show()
    application.exec()
    print(json.dumps({"painted": (window.painted_at - began_at) * MILLISECONDS}))


if __name__ == "__main__":
    main(float(sys.argv[1]))
