"""A process whose battery dies: the real program, left in the middle of one of three things.

Each line it prints is JSON: "found", what was there after the start, and "kept", once
everything that it typed is on the disk. It is killed then.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from models.settings import Settings
from tests.real_program import PASSPHRASE, now
from ui.application import Waymark, make_application
from ui.meeting.review_page import ReviewPage

LINE, REST_OF_LINE = "+ You laughed with Nana Bea at the", " fair."
BEFORE, MORE = "You see Nana Bea each week.", " She bakes with you on"
HALF_WRITTEN = "I want a key for my"
KEY = Qt.Key


def say(**what: object) -> None:
    """Print a line that has left this process when this returns."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Cut(QObject):
    """Does one thing half, says when it is kept, and goes on running until it is killed."""

    def __init__(self, waymark: Waymark, review_id: str, note_id: str, what: str) -> None:
        super().__init__()
        self._waymark, self._review_id, self._note_id = waymark, review_id, note_id
        self._begin: Callable[[], None] = {
            "line": self.line, "note": self.note, "turn": self.turn,
        }[what]  # fmt: skip
        self._is_kept: Callable[[], bool] = lambda: False
        self._look = QTimer(self)
        self._look.setInterval(20)
        self._look.timeout.connect(self._tell)
        waymark.opened.connect(self.begin)

    def begin(self) -> None:
        """Open the review and begin."""
        self._waymark.open_review(self._review_id)
        page = self._waymark.window.pages.page()
        if not isinstance(page, ReviewPage):
            raise TypeError("the review did not open")
        self.page = page
        self._begin()
        self._look.start()

    def line(self) -> None:
        """Half a line, from the step of the family."""
        self.page.go("A5")
        QTest.keyClick(
            self._in(self.page, "capture_box"), KEY.Key_K, Qt.KeyboardModifier.ControlModifier
        )
        box = self.page.line.field.control
        say(found=box.text())
        QTest.keyClicks(box, LINE)
        self._is_kept = lambda: not self.page.line.half_typed.waits

    def note(self) -> None:
        """The line is there again and is finished; then half a sentence more in a note."""
        box = self.page.line.field.control
        say(found=box.text())
        QTest.keyClicks(box, REST_OF_LINE)
        QTest.keyClick(box, KEY.Key_Return)
        self.page.go_to("A5", ("note", self._note_id, "words"))
        words = self._in(self.page, "words_box")
        QTest.keyClick(words, KEY.Key_End, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(words, MORE)
        self._is_kept = lambda: self._words() == BEFORE + MORE

    def turn(self) -> None:
        """The note is as it was left; then Sam has half written what is in her house of hopes."""
        say(found=self._words())
        self.page.turn.hand_over()
        handing = self.page.turn.handing
        if handing is None or handing.window is None:
            raise LookupError("the turn did not begin")
        window = handing.window
        for name in ("choose_houses", "house_hope", "make_words"):
            QTest.keyClick(self._in(window, name), KEY.Key_Return)
        QTest.keyClicks(self._in(window, "child_text"), HALF_WRITTEN)
        self._is_kept = lambda: getattr(window.turn.half_made(), "words", "") == HALF_WRITTEN

    def _words(self) -> str:
        notes = self.page.meeting.sheet.notes
        return next(each.words for each in notes if each.id == self._note_id)

    @staticmethod
    def _in(place: QWidget, name: str) -> QWidget:
        found = [each for each in place.findChildren(QWidget, name) if each.isVisible()]
        if len(found) != 1:
            raise LookupError(name)
        return found[0]

    def _tell(self) -> None:
        if self._is_kept():
            self._look.stop()
            say(kept=True)


def main(words: list[str]) -> int:
    """Play until killed."""
    folder, review_id, note_id, what = words
    application = make_application(["waymark"])
    waymark = Waymark(Path(folder), Settings(), now=now)
    cut = Cut(waymark, review_id, note_id, what)
    waymark.start()
    waymark.unlock(PASSPHRASE)
    ended = application.exec()
    del cut
    return ended


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
