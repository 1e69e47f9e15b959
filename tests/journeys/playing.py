"""An IRO in the real program, with a clock that goes on; what she clicks must be in sight."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from models.database import Database
from models.document_kind import REVIEW_PAPERS, DocumentKind
from models.issuing import issued_pdf
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from tests import sample
from tests.journeys.issuing import issue_the_letter
from tests.journeys.keyboard import KEY, Keyboard
from tests.letters.reading import whole_text
from tests.real_program import PASSPHRASE, Program, make_sam
from tests.typing_keys import type_text
from ui.appearance import appearance
from ui.letter.composer_page import ComposerPage
from ui.meeting.review_page import ReviewPage
from ui.record_place import open_record

LEFT = Qt.MouseButton.LeftButton
SCREEN = (1366, 768)
_LOOK = os.environ.get("WAYMARK_LOOK", "")  # a folder for pictures of the windows, to look at


class Clock:
    """A clock that a journey moves on."""

    def __init__(self) -> None:
        self.now = sample.NOW

    def __call__(self) -> datetime:
        return self.now.astimezone()

    def on(self, days: int = 0, minutes: int = 0) -> None:
        """Go so far on."""
        self.now += timedelta(days=days, minutes=minutes)


@contextmanager
def prepared(folder: Path, clock: Clock) -> Iterator[tuple[Database, sample.Sample]]:
    """Make a record in which Sam's third review is planned, to write in before it is opened."""
    made = make_sam(folder, begun=False)
    database = open_record(folder, PASSPHRASE, now=clock)
    try:
        yield database, made
    finally:
        database.close()


class Playing:
    """Nadia with the program before her, open at a review."""

    def __init__(self, program: Program, review_id: str) -> None:
        self.program, self.qtbot = program, program.qtbot
        appearance().apply("light", 100)
        program.waymark.window.resize(*SCREEN)
        program.unlock()
        program.waymark.open_review(review_id)

    @property
    def database(self) -> Database:
        """The record that is open."""
        desk = self.program.waymark.desk
        assert desk is not None
        return desk.database

    @property
    def page(self) -> ReviewPage:
        """The review that is open."""
        page = self.program.page
        assert isinstance(page, ReviewPage)
        return page

    @property
    def keys(self) -> Keyboard:
        """The keyboard."""
        return Keyboard(self.qtbot, self.page)

    @property
    def sheet(self) -> ReviewSheet:
        """The open review as the record has it now."""
        return self.sheet_of(self.page.meeting.review_id)

    def sheet_of(self, review_id: str) -> ReviewSheet:
        """Any review as the record has it now."""
        with self.database.reading() as connection:
            return read_review(connection, review_id)

    def shown(self, name: str) -> QWidget:
        """Find the one control of this name that is shown in the open step."""
        step = self.page.page()
        assert step is not None
        found = [each for each in step.findChildren(QWidget, name) if each.isVisible()]
        assert len(found) == 1, f"{len(found)} controls are called {name}"
        return found[0]

    def click(self, name: str) -> None:
        """Click a control by its name."""
        self.click_on(self.shown(name))

    def click_on(self, control: QWidget) -> None:
        """Click a control, once the page was scrolled to it, as one would with a wheel."""
        step = self.page.page()
        if step is not None and step.isAncestorOf(control):
            QApplication.sendPostedEvents()
            step.ensureWidgetVisible(control, 0, 40)
        assert not control.visibleRegion().isEmpty(), f"{control.objectName()} is not in sight"
        self.qtbot.mouseClick(control, LEFT, pos=QPoint(14, control.height() // 2))

    def press_named(self, words: str) -> None:
        """Click the one button of the open step that is read out so."""
        step = self.page.page()
        assert step is not None
        buttons = step.findChildren(QAbstractButton)
        (found,) = [each for each in buttons if each.isVisible() and _name(each) == words]
        self.click_on(found)

    def write(self, name: str, words: str) -> None:
        """Type into a control by its name, and leave it."""
        control = self.shown(name)
        self.click_on(control)
        type_text(self.qtbot, control, words)
        self.keys.press(KEY.Key_Tab)

    def choose(self, name: str, words: str) -> None:
        """Go down a list by keys until it says this."""
        control = self.shown(name)
        control.setFocus(Qt.FocusReason.TabFocusReason)
        said: Callable[[], str] = control.currentText  # type: ignore[attr-defined]  # a list
        for _ in range(20):
            if said() == words:
                return
            self.keys.press(KEY.Key_Down)
        raise AssertionError(f"there is no {words!r} to choose")

    def look(self, name: str) -> None:
        """Keep a picture of the window for a person to look at, when one asks for it."""
        if _LOOK:
            QApplication.sendPostedEvents()
            self.qtbot.wait(300)
            self.program.waymark.window.grab().save(str(Path(_LOOK) / f"{name}.png"))

    def issue(self) -> dict[DocumentKind, str]:
        """Issue the papers of a review that is finished, and read their words back."""
        return {kind: whole_text(self._issue(kind)) for kind in REVIEW_PAPERS}

    def _issue(self, kind: DocumentKind) -> bytes:
        if kind is DocumentKind.LETTER:
            self._issue_letter()
        else:
            self.click("issue_minutes")
        self.qtbot.waitUntil(lambda: self.sheet.latest_document(kind) is not None)
        self.program.at_rest()
        document = self.sheet.latest_document(kind)
        assert document is not None
        with self.database.reading() as connection:
            return issued_pdf(connection, document.id)

    def _issue_letter(self) -> None:
        """Go to where the letter is checked, answer everything, issue it, and come back."""
        keys, window = self.keys, self.program.waymark.window
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        self.click("check_letter")
        letter = self.program.page
        assert isinstance(letter, ComposerPage)
        self.look("check-and-finish")
        issue_the_letter(self.qtbot, keys, letter)


def _name(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text()
