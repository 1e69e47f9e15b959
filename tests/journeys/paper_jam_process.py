"""A process to be killed: the real program prints the run of the day until the printer jams.

It says "asked" once the window asks whether everything came out, and then waits to be killed.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from letters.disclosure.extracting import extract
from models.settings import Settings
from tests.real_program import PASSPHRASE, now
from ui.application import Waymark, make_application
from ui.send.run_making import MadeSet
from ui.send.send_page import SendPage

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Printer:
    """Lays each sheet into a folder, as its words; after so many sheets the paper jams.

    Like a real one it takes whatever it is given all the same: the jam is seen by people only.
    """

    tray: Path
    jams_after: int = 10_000
    both_sides: bool = True
    in_files: bool = False

    def take(self, made: MadeSet) -> None:
        """Print a set sheet by sheet, both sides of each."""
        pages = [page.text for page in extract(made.pdf, "pdf", made.name).pages]
        for first in range(0, len(pages), 2):
            if self.jams_after == 0:
                return
            self.jams_after -= 1
            number = len(list(self.tray.iterdir())) + 1
            (self.tray / f"{number:03}.txt").write_text("\n".join(pages[first : first + 2]))


def main(words: list[str]) -> int:
    """Print until killed."""
    folder, tray, jams_after = words
    application = make_application(["waymark"])
    waymark = Waymark(Path(folder), Settings(), now=now)
    watch = QTimer()

    def begin() -> None:
        page = waymark.window.go("send")
        if not isinstance(page, SendPage):
            raise TypeError("the place Send did not open")
        printer = Printer(Path(tray), int(jams_after))
        page.printing.ask_printer = lambda chosen: chosen(printer)
        watch.timeout.connect(lambda: tell(page))
        watch.start(10)
        QTest.keyClick(page.print_button, Qt.Key.Key_P, CTRL)

    def tell(page: SendPage) -> None:
        if page.run.all_button.isVisible():
            watch.stop()
            sys.stdout.write("asked\n")
            sys.stdout.flush()

    waymark.opened.connect(begin)
    waymark.start()
    waymark.unlock(PASSPHRASE)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
