"""From the end of a review to its copies on their way, by the keys and clicks of a chair."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any  # the fields of a person are of many kinds

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.open_review import OpenReview
from models.people import Attendance, Person
from models.review_sheet import ReviewSheet
from models.rules.finalising import Standing
from tests import sample
from tests.journeys import shared_folders
from tests.journeys.keyboard import KEY, Keyboard
from tests.journeys.playing import SCREEN, Clock
from tests.journeys.sharing import scroll_to
from tests.real_program import Program, running
from tests.typing_keys import type_text
from ui.appearance import appearance
from ui.child.child_page import ChildPage
from ui.desk import Desk
from ui.meeting.review_page import ReviewPage
from ui.protected.protected_card import NewFactForm
from ui.send.after_meeting_page import AfterMeetingPage
from ui.send.copies_part import CopiesPart
from ui.send.send_page import SendPage
from ui.send.standing_words import standing_on

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 20_000  # at the most; every wait ends with what it waits for
_LOOK = os.environ.get("WAYMARK_LOOK", "")  # a folder for pictures of the windows, to look at
Write = Callable[[OpenReview, sample.Sample], None]


@contextmanager
def written(
    folder: Path, clock: Clock, *, invited: tuple[str, ...], write: Write
) -> Iterator[tuple[Database, sample.Sample]]:
    """Copy a record with Sam's review, write it but for its end, and give it open."""
    made = shared_folders.sam(folder)
    with shared_folders.opened(folder, clock) as database:
        write_review(database, made, invited=invited, write=write)
        yield database, made


def write_review(
    database: Database, made: sample.Sample, *, invited: tuple[str, ...], write: Write
) -> None:
    """Write Sam's review but for its end, with these people."""
    sample.write_what_was_said(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        for key, person_id in made.people.items():
            _ask(review.attendance_of(person_id), is_invited=key in invited)
        write(review, made)


def add_person(
    review: OpenReview, made: sample.Sample, key: str, *, is_invited: bool = True, **fields: Any
) -> None:
    """Add somebody round Sam, who came to this review where they were invited."""
    child = review.review.child_id
    person = Person(
        authority_id=sample.AUTHORITY, case_id=child, child_id=child,
        position=len(made.people) + 1, **fields,
    )  # fmt: skip
    review.session.add(person)
    review.session.flush()
    made.people[key] = person.id
    _ask(review.attendance_of(person.id), is_invited=is_invited)


def _ask(attendance: Attendance, *, is_invited: bool) -> None:
    attendance.invited = is_invited
    attendance.attended = "in_room" if is_invited else "no"
    attendance.not_invited_why = "" if is_invited else "Not this time"


class AfterTheReview:
    """Nadia at her window, from the last step of the review to the place Send."""

    def __init__(self, program: Program, made: sample.Sample) -> None:
        self.program, self.made, self.qtbot = program, made, program.qtbot
        appearance().apply("light", 100)
        program.waymark.window.resize(*SCREEN)

    @property
    def desk(self) -> Desk:
        """Where she works."""
        assert self.program.waymark.desk is not None
        return self.program.waymark.desk

    @property
    def sheet(self) -> ReviewSheet:
        """The review as the record has it now."""
        return sample.sheet(self.desk.database, self.made)

    @property
    def standing(self) -> Standing:
        """Where the decisions stand."""
        return standing_on(self.sheet, self.desk.today(), self.desk.calendar).state

    @property
    def after(self) -> AfterMeetingPage:
        """The page of what follows the meeting."""
        page = self.program.page
        assert isinstance(page, AfterMeetingPage)
        return page

    @property
    def copies(self) -> CopiesPart:
        """The part with everybody's copies."""
        part = self.after.parts["copies"]
        assert isinstance(part, CopiesPart)
        return part

    def shown(self, name: str, inside: QWidget | None = None) -> QWidget:
        """Find the one control of this name that is shown in the window."""
        QApplication.sendPostedEvents()
        around = inside or self.program.waymark.window
        found = [each for each in around.findChildren(QWidget, name) if each.isVisible()]
        assert len(found) == 1, f"{len(found)} controls are called {name}"
        return found[0]

    def click(self, name: str, inside: QWidget | None = None) -> None:
        """Click a control by its name."""
        self.click_on(self.shown(name, inside))

    def click_on(self, control: QWidget) -> None:
        """Click a control, once the page was scrolled to it."""
        scroll_to(control)
        assert not control.visibleRegion().isEmpty(), f"{control.objectName()} is not in sight"
        self.qtbot.mouseClick(control, LEFT, pos=QPoint(14, control.height() // 2))

    def press_named(self, words: str) -> None:
        """Click the one button in the window that says this."""
        buttons = self.program.waymark.window.findChildren(QAbstractButton)
        found = [each for each in buttons if each.isVisible() and words == each.text()]
        assert len(found) == 1, f"{len(found)} buttons say {words}"
        self.click_on(found[0])

    def press(self, key: Qt.Key) -> None:
        """Press a key in whatever has the keyboard."""
        self.qtbot.keyClick(self.at, key)

    def type(self, words: str) -> None:
        """Type into whatever has the keyboard."""
        type_text(self.qtbot, self.at, words)

    @property
    def at(self) -> QWidget:
        """What has the keyboard."""
        focused = QApplication.focusWidget()
        assert focused is not None, "the keyboard is nowhere"
        return focused

    def choose(self, control: QWidget, words: str) -> None:
        """Go down a list by keys until it says this."""
        control.setFocus(Qt.FocusReason.TabFocusReason)
        said: Callable[[], str] = control.currentText  # type: ignore[attr-defined]  # a list
        self.press(KEY.Key_Home)
        for _ in range(25):
            if said() == words:
                return
            self.press(KEY.Key_Down)
        raise AssertionError(f"there is no {words!r} to choose")

    def open_child(self) -> ChildPage:
        """Open Sam's record."""
        self.program.waymark.open_child(self.made.child_id)
        page = self.program.page
        assert isinstance(page, ChildPage)
        return page

    def protect(self, kind: str, words: str, whose: str = "") -> None:
        """Protect something on the page of the child that is open."""
        self.click("protect_something")
        self.type(words)
        page = self.program.page
        assert isinstance(page, ChildPage)
        form = page.protected.form
        assert isinstance(form, NewFactForm)
        self.choose(form.kind.control, kind)
        if whose:
            self.choose(form.whose.control, whose)
        self.click("protect")

    def keep_from(self, person: str, *fields: str) -> None:
        """Tick at a person, on the page of the child, what is kept from some people."""
        chip = f"chip_{self.made.people[person]}"
        page = self.program.page
        assert isinstance(page, ChildPage)
        self.click(chip, page.people)
        for field in fields:
            self.click(field, page.people)
        self.click("close", page.people)

    def finish(self) -> None:
        """Finish the review at its last step, and go to what follows it."""
        window = self.program.waymark.window
        window.activateWindow()
        self.until(window.isActiveWindow)
        self.program.waymark.open_review(self.made.review_id)
        page = self.program.page
        assert isinstance(page, ReviewPage)
        self._go_to_the_end(page).finish()
        assert self.sheet.state == "finished"
        self.click("open_after_meeting")

    def back_to_copies(self) -> None:
        """Go from the meeting to its last step, and on to the copies."""
        page = self.program.page
        assert isinstance(page, ReviewPage)
        self._go_to_the_end(page)
        self.click("open_after_meeting")
        self.to_copies()

    def _go_to_the_end(self, page: ReviewPage) -> Keyboard:
        keys = Keyboard(self.qtbot, page)
        keys.go_to_step(page.meeting.sheet.steps[-1].id)
        return keys

    def agree(self) -> None:
        """Send the decisions to the manager, who agrees; then approve the record."""
        self.click("send_decisions")
        self.until(lambda: self.standing is Standing.WITH_MANAGER)
        self.click("segment_answer")
        self.click("chip_agreed")
        self.click("reply_who")
        self.type("Ruth Pellworth")
        self.click("keep_reply")
        assert self.standing is Standing.AGREED
        self.click("segment_record")
        self.click("approve")
        self.until(lambda: self.standing is Standing.FINAL)

    def to_copies(self) -> None:
        """Go to everybody's copies, while they are being made."""
        self.click("segment_copies")

    def rest(self) -> None:
        """Wait until every copy is made, and the shown one drawn."""
        self.until(lambda: self.copies.is_at_rest)

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something that the window does by itself."""
        self.qtbot.waitUntil(is_so, timeout=LONG_MS)

    def turn_to(self, reader: str) -> None:
        """Click the row of a person, by their key."""
        self.click(f"person_{self.made.people.get(reader, reader)}")

    def show_copy(self, reader: str) -> None:
        """Click the row of a person, and wait until their copy is there as all others are."""
        self.turn_to(reader)
        self.rest()

    def look_at_all(self) -> None:
        """Go through every page of every copy, by keys."""
        self.click("look_at_all")
        page = self.copies.side.preview.page
        while page.hasFocus():
            self.rest()
            self.press(KEY.Key_Right)

    def release(self) -> None:
        """Look at every copy, and release them."""
        self.look_at_all()
        assert self.copies.pane.release.reasons.said.startswith("Each person gets their own file")
        self.click("release")
        self.rest()
        assert self.copies.pane.release.reasons.said == "Every copy is released."

    def go_to_send(self) -> SendPage:
        """Go to the place Send."""
        self.program.at_rest()
        page = self.program.waymark.window.go("send")
        assert isinstance(page, SendPage)
        return page

    def look(self, name: str) -> None:
        """Keep a picture of the window for a person to look at, when one asks for it."""
        if _LOOK:
            QApplication.sendPostedEvents()
            self.qtbot.wait(300)
            self.program.waymark.window.grab().save(str(Path(_LOOK) / f"{name}.png"))


@contextmanager
def at_work(
    folder: Path, clock: Clock, made: sample.Sample, qtbot: QtBot
) -> Iterator[AfterTheReview]:
    """Start the program on this record, and let the chair in."""
    clock.on(minutes=95)
    with running(qtbot, folder, clock) as program:
        program.unlock()
        yield AfterTheReview(program, made)
