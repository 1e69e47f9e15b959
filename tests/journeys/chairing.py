"""A review of Sam's in the real program: its adults' part is written, the rest is played."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.child import Child
from models.document_kind import REVIEW_PAPERS, DocumentKind
from models.issuing import issued_pdf
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.rules.rights import RIGHTS
from models.security.give_back import GiveBack
from tests import sample
from tests.journeys.issuing import issue_the_letter
from tests.journeys.keyboard import KEY, Keyboard
from tests.letters.reading import pictures_told, whole_text
from tests.real_program import CHEAP, PASSPHRASE, Program, make_sam, now, running
from tests.typing_keys import type_text
from ui.appearance import appearance
from ui.childs_turn.childs_turn import ChildsTurn
from ui.letter.composer_page import ComposerPage
from ui.meeting.review_page import ReviewPage
from ui.record_place import open_record

LEFT = Qt.MouseButton.LeftButton
PIN = "4718"
SCREEN = (1366, 768)
_LOOK = os.environ.get("WAYMARK_LOOK", "")  # a folder for pictures of the windows, to look at


@dataclass(frozen=True)
class Read:
    """A paper read back: its words, and what its pictures are said to show."""

    words: str
    pictures: tuple[str, ...]


class Chairing:
    """Nadia at the keyboard, and Sam when it is her turn."""

    def __init__(self, program: Program, made: sample.Sample) -> None:
        self.program, self.made, self.qtbot = program, made, program.qtbot
        appearance().apply("light", 100)
        program.waymark.window.resize(*SCREEN)
        program.unlock()
        program.waymark.open_review(made.review_id)
        page = program.page
        assert isinstance(page, ReviewPage)
        self.page, self.keys = page, Keyboard(self.qtbot, page)
        self._screen = QTest.createTouchDevice()

    @property
    def sheet(self) -> ReviewSheet:
        """The review as the record has it now."""
        desk = self.program.waymark.desk
        assert desk is not None
        return sample.sheet(desk.database, self.made)

    @property
    def turn(self) -> ChildsTurn:
        """The window that the child has."""
        handing = self.page.turn.handing
        assert handing is not None
        assert handing.window is not None
        return handing.window

    def hand_over(self, *, by_touch: bool = False) -> None:
        """Give the screen to the child by one key, and see that nothing else is left on it.

        A finger reaches only what lies on the screen of the tests, which is 800 by 800.
        """
        self.keys.press(KEY.Key_H, ctrl=True)
        self.qtbot.waitUntil(self.turn.isActiveWindow)
        assert self.turn.isFullScreen()
        if not by_touch:
            self.turn.resize(*SCREEN)
        assert not self.program.waymark.window.isVisible()

    def take_back(self, pin: str = "") -> None:
        """Get the screen back with the passphrase, or with a PIN typed on the keyboard."""
        self.click("give_back")
        card = self.turn.card
        assert card is not None
        if pin:
            type_text(self.qtbot, self.keys.at, f"{pin}\n")
        else:
            type_text(self.qtbot, card.passphrase.control, f"{PASSPHRASE}\n")
        self.qtbot.waitUntil(lambda: self.page.turn.handing.window is None)
        self.program.at_rest()
        window = self.program.waymark.window
        assert window.isVisible()
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)

    def shown(self, name: str) -> QWidget:
        """Find the control of this name in the window that the child has."""
        _settle()
        found = [each for each in self.turn.findChildren(QWidget, name) if each.isVisible()]
        assert len(found) == 1, f"{len(found)} controls are called {name}"
        return found[0]

    def click(self, name: str, at: QPoint | None = None) -> None:
        """Click a control of the child's window, which must be in sight."""
        control = self.shown(name)
        assert not control.visibleRegion().isEmpty(), f"{name} cannot be seen"
        self.qtbot.mouseClick(control, LEFT, pos=at or control.rect().center())

    def touch(self, name: str) -> None:
        """Touch a control of the child's window with a finger."""
        control = self.shown(name)
        assert not control.visibleRegion().isEmpty(), f"{name} cannot be seen"
        place, usual = control.rect().center(), QApplication.doubleClickInterval()
        QApplication.setDoubleClickInterval(0)  # these taps are quicker than any finger
        QTest.touchEvent(control, self._screen).press(0, place, control).commit()
        QTest.touchEvent(control, self._screen).release(0, place, control).commit()
        QApplication.setDoubleClickInterval(usual)

    def pick(self, picture: str) -> None:
        """Ask for the picture cards, and choose one by the arrows."""
        self.click("make_picture")
        self.choose_picture(picture)

    def choose_picture(self, picture: str) -> None:
        """Go to a picture card by the arrows, and choose it."""
        assert self.shown("picture_picker").isAncestorOf(self.keys.at)
        for _ in range(60):
            if self.keys.at.objectName() == f"picture_{picture}":
                break
            self.keys.press(KEY.Key_Right)
        assert not self.shown(f"picture_{picture}").visibleRegion().isEmpty()
        self.look(f"picture-{picture}")
        self.keys.press(KEY.Key_Return)

    def write(self, words: str) -> None:
        """Write something as the child does, up to Done."""
        self.click("make_words")
        type_text(self.qtbot, self.shown("child_text"), words)
        self.done()

    def done(self) -> None:
        """Press the child's Done."""
        self.click("done")

    def press_named(self, name: str) -> None:
        """Press the only button in the review that is read out so, with the mouse."""
        buttons = self.page.findChildren(QAbstractButton)
        (found,) = [b for b in buttons if b.isVisible() and b.accessibleName() == name]
        self.qtbot.mouseClick(found, LEFT)

    def look(self, name: str) -> None:
        """Keep a picture of the window for a person to look at, when one asks for it."""
        if _LOOK:
            _settle()
            window = self.keys.at.window()
            window.grab().save(str(Path(_LOOK) / f"{name}.png"))

    def sum_up(self, warm_line: str) -> None:
        """Write the warm line, and say what became of each matter that is open."""
        self.keys.go_to_step("A12")
        self.keys.tab_to(lambda control: control.objectName() == "warm_line_box")
        self.keys.type(f"{warm_line}\t")
        self.keys.consider_the_rest()
        self.look("summing-up")
        self.page.flush()

    def finish_and_issue(self) -> dict[DocumentKind, Read]:
        """Finish the review by keys, issue its papers, and read them back."""
        self.keys.finish()
        assert self.sheet.state == "finished"
        self.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        return {kind: self._issue(kind) for kind in REVIEW_PAPERS}

    def _issue(self, kind: DocumentKind) -> Read:
        if kind is DocumentKind.LETTER:
            self._issue_letter()
        else:
            self.keys.tab_to(lambda control: control.objectName() == "issue_minutes")
            self.keys.press(KEY.Key_Return)
        self.qtbot.waitUntil(lambda: self.sheet.latest_document(kind) is not None)
        self.program.at_rest()
        desk, document = self.program.waymark.desk, self.sheet.latest_document(kind)
        assert desk is not None
        assert document is not None
        with desk.database.reading() as connection:
            pdf = issued_pdf(connection, document.id)
        if _LOOK:
            (Path(_LOOK) / f"{kind}.pdf").write_bytes(pdf)
        return Read(whole_text(pdf), pictures_told(pdf))

    def _issue_letter(self) -> None:
        """Go to where the letter is checked, answer everything, issue it, and come back."""
        self.keys.tab_to(lambda control: control.objectName() == "check_letter")
        self.keys.press(KEY.Key_Return)
        letter = self.program.page
        assert isinstance(letter, ComposerPage)
        self.look("check-and-finish")
        issue_the_letter(self.qtbot, self.keys, letter)
        page = self.program.page
        assert isinstance(page, ReviewPage)
        self.page, self.keys = page, Keyboard(self.qtbot, page)


def _settle() -> None:
    """Let everything find its place, as it has before a hand moves."""
    for _ in range(3):
        QApplication.processEvents()


@contextmanager
def chairing(qtbot: QtBot, folder: Path, born_on: date) -> Iterator[Chairing]:
    """Start the program at Sam's review, which is begun."""
    made = make_begun(folder, born_on)
    with running(qtbot, folder) as program:
        yield Chairing(program, made)


def make_begun(folder: Path, born_on: date) -> sample.Sample:
    """Make a record in which Sam was born on this day, with the adults' part of her review."""
    made = make_sam(folder)
    database = open_record(folder, PASSPHRASE, now=now)
    try:
        with database.saving(made.iro_id) as session:
            child = session.get(Child, made.child_id)
            assert child is not None
            child.born_on = born_on
            write_adults_part(OpenReview(session, made.review_id), made)
        GiveBack(database, made.iro_id, now).set_pin(PIN, CHEAP)
    finally:
        database.close()
    return made


def write_adults_part(review: OpenReview, made: sample.Sample) -> None:
    """Write who came, how the last decisions went, a decision, the plan, rights and next days."""
    for key, person_id in made.people.items():
        review.attendance_of(person_id).attended = "no" if key == "mum" else "in_room"
    for decision_id in made.earlier_decisions:
        review.hear_progress(decision_id, "done")
    review.decide(
        "Plan more time with Nana Bea",
        "Samir Oakenshaw",
        date(2026, 9, 4),
        person_id=made.people["worker"],
    )
    for step in ("A4", "A5", "A6", "A7", "A8", "A9"):
        review.mark_step(step)
    row = review.review
    row.permanence_plan = "Long-term fostering with Alma"
    row.home_line = "You will live with Alma until you are grown up."
    row.plan_agreed, row.permanence_type = "yes", "long_term_fostering"
    row.plan_not_ratified_why = "The manager reads it next week."
    row.iro_view = "The plan meets what Sam needs."
    row.next_review_on, row.see_child_by = date(2027, 2, 10), date(2026, 11, 11)
    for right in RIGHTS:
        review.explain_right(right)
