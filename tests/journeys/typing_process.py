"""A process to be killed: the real program, typing sentences by real keys and saying what it did.

Each line is JSON. "found": what the three fields hold after opening. "typed" and "saved": the
seconds of this process's own clock, and how many keys had been typed in this process by then.
"""

import json
import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from models.review_sheet import ReviewSheet
from models.settings import Settings
from tests.real_program import PASSPHRASE, now
from ui.application import Waymark, make_application
from ui.letter.composer_page import ComposerPage
from ui.meeting.review_page import ReviewPage
from ui.parts.text_field import GrowingText

SENTENCES = "She told us about the garden, and what she wants to grow there next year. "
KEY_MS, BURST, PAUSE_MS = 12, 30, 600
LINE = "L3/why"  # of the letter; nothing is in the record for it before it is first typed in
SAVED = {"capture": "laptop_fact", "note": "note", "letter": "letter_line"}


def say(**what: object) -> None:
    """Print a line that has left this process when this returns."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


class Typist:
    """Types on and on at the end of one field; in bursts, or without a pause."""

    def __init__(self, waymark: Waymark, review_id: str, note_id: str, way: str) -> None:
        self.waymark, self.review_id, self.note_id = waymark, review_id, note_id
        self.field, self.pace = way.split()
        self.count = 0
        waymark.opened.connect(self.begin)
        waymark.saved.connect(self._saved)

    def begin(self) -> None:
        """Open the review, say what is there, and start."""
        self.waymark.open_review(self.review_id)
        page = self.waymark.window.pages.page()
        if not isinstance(page, ReviewPage):
            raise TypeError("the review did not open")
        page.go("A5")
        capture = self._box(page, "capture_box")
        (note,) = [each for each in page.meeting.sheet.notes if each.id == self.note_id]
        letter = _added_to_line(page.meeting.sheet)
        say(found={"capture": capture.toPlainText(), "note": note.words, "letter": letter})
        self.box: QWidget = capture
        if self.field == "note":
            page.go_to("A5", ("note", self.note_id, "words"))
            self.box = self._box(page, "words_box")
        elif self.field == "letter":
            self.box = self._line()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.field != "capture":  # half a sentence goes on where it ended by itself
            self._press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier, "")
        self._type()

    def _line(self) -> QWidget:
        """Open the letter, and give the box of its line."""
        self.waymark.places.open_letter(self.review_id)
        page = self.waymark.window.pages.page()
        if not isinstance(page, ComposerPage):
            raise TypeError("the letter did not open")
        (row,) = [each for each in page.lines.rows() if each.line.id == LINE]
        return row.editor.control

    @staticmethod
    def _box(page: ReviewPage, name: str) -> GrowingText:
        box = page.findChild(GrowingText, name)
        if box is None:
            raise LookupError(name)
        return box

    def _type(self) -> None:
        letter = SENTENCES[self.count % len(SENTENCES)]
        self._press(0, Qt.KeyboardModifier.NoModifier, letter)
        self.count += 1
        say(typed=time.monotonic(), count=self.count)
        resting = self.pace == "bursts" and self.count % BURST == 0
        QTimer.singleShot(PAUSE_MS if resting else KEY_MS, self._type)

    def _press(self, key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.box, QKeyEvent(kind, key, modifiers, text))

    def _saved(self, tables: frozenset[str]) -> None:
        if SAVED[self.field] in tables:
            say(saved=time.monotonic(), count=self.count)


def _added_to_line(sheet: ReviewSheet) -> str:
    """What was typed behind the words that the program proposes for the line."""
    lines = [each for each in sheet.making.lines if each.key == LINE]
    return "".join(each.words.removeprefix(each.proposed) for each in lines)


def main(words: list[str]) -> int:
    """Type until killed."""
    folder, review_id, note_id, way = words
    application = make_application(["waymark"])
    waymark = Waymark(Path(folder), Settings(), now=now)
    typist = Typist(waymark, review_id, note_id, way)
    waymark.start()
    waymark.unlock(PASSPHRASE)
    ended = application.exec()
    del typist
    return ended


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
