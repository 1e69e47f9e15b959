"""A whole review chaired without touching the mouse, to the issued letter and minutes."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.agenda import lacking
from models.coverage import matters_open
from models.document_kind import REVIEW_PAPERS
from models.issuing import issued_pdf
from tests import sample
from tests.journeys.issuing import WHY, issue_the_letter
from tests.journeys.keyboard import Keyboard
from tests.journeys.playing import Playing
from tests.real_program import make_sam, running
from ui.letter.composer_page import ComposerPage

KEY = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups


def test_a_whole_review_by_keyboard_alone(qtbot: QtBot, tmp_path: Path) -> None:
    sam = make_sam(tmp_path / "record", begun=False)
    with running(qtbot, tmp_path / "record") as program:
        _chair(Playing(program, sam.review_id))


def _chair(playing: Playing) -> None:
    keys = playing.keys
    _welcome(keys)
    _own_words(keys)
    _since_last_time(keys)
    _notes(keys)
    _long_plan(keys)
    _numbers(keys)
    _decisions(keys)
    _sum_up(keys)
    playing.page.flush()
    assert lacking(playing.sheet, sample.REVIEW_ON, sample.calendar()) == ()
    keys.finish()
    assert playing.sheet.state == "finished"
    playing.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    _issue(playing)


def _welcome(keys: Keyboard) -> None:
    keys.press(KEY.Key_Return)
    for times, person in (
        (3, "Mum"),
        (0, "Alma"),
        (0, "Nana Bea"),
        (1, "Samir"),
        (2, "Ms Fennimore"),
    ):
        asked = f"Was {person} there?"
        keys.tab_to(lambda control, asked=asked: control.accessibleDescription() == asked)
        keys.press(KEY.Key_Right, times=times)
        keys.press(KEY.Key_Space)


def _own_words(keys: Keyboard) -> None:
    keys.next_step("A2")
    keys.type("i want a sleepover at  Nana Bea’s")
    keys.tab_to_named("Sam asked for this")
    keys.press(KEY.Key_Space)
    keys.press(KEY.Key_Return, ctrl=True)
    keys.tab_to_named("Yes, in the room")
    keys.press(KEY.Key_Space)
    for question in (
        "Did Sam say any of their views themselves?",
        "Did you talk with Sam alone, before the review or as part of it?",
    ):
        keys.tab_to_answer(question, "Yes")


def _since_last_time(keys: Keyboard) -> None:
    keys.next_step("A3")
    keys.press(KEY.Key_Space)
    keys.tab_to(lambda control: control.accessibleDescription() == "How it went")
    keys.press(KEY.Key_Space)


def _notes(keys: Keyboard) -> None:
    for step, words in (
        ("A4", "You sleep through most nights."),
        ("A5", "You see Nana Bea each week."),
        ("A6", "You went to the dentist."),
        ("A7", "You read to the little ones on Fridays."),
        ("A8", ""),
    ):
        keys.next_step(step)
        if words:
            keys.type(words)
            keys.press(KEY.Key_Return, ctrl=True)
        else:
            keys.tab_to_named("Nothing to add here")
            keys.press(KEY.Key_Space)


def _long_plan(keys: Keyboard) -> None:
    keys.next_step("A9")
    keys.type("Long-term fostering with Alma\t")
    keys.type("You will live with Alma until you are grown up.\t")
    keys.tab_to_named("Kind of lasting plan")
    keys.press(KEY.Key_Down, times=3)
    keys.tab_to_answer("Do you agree with the plan?", "Yes")
    keys.tab_to_named("Care plan ratified on")
    keys.type("3 aug\t")
    keys.tab_to_answer("Should the council seek a change of legal status?", "No")
    keys.tab_to_named("Write what is said, in people’s own words")
    keys.type("We will tell you the day the panel meets.")
    keys.press(KEY.Key_Return, ctrl=True)


def _numbers(keys: Keyboard) -> None:
    keys.next_step("A10")
    keys.press(KEY.Key_Right, times=7)
    keys.press(KEY.Key_Space)
    keys.tab_to_named("Why Sam chose it")
    keys.type("Alma keeps her promises")


def _decisions(keys: Keyboard) -> None:
    keys.next_step("A11")
    keys.type("Ask if you can sleep over at Nana Bea’s\t")
    keys.type("Samir Oakenshaw\t")
    keys.type("4 sep")
    keys.press(KEY.Key_Return, ctrl=True)
    keys.tab_to(lambda control: control.accessibleName().startswith("Answer this"))
    keys.press(KEY.Key_Return)
    keys.press(KEY.Key_Down, times=1)


def _sum_up(keys: Keyboard) -> None:
    keys.next_step("A12")
    keys.type("You have been kind to the new boy in your class.\t")
    keys.type("The plan meets what you need.\t")
    for number in range(8):
        if number:
            keys.tab_to(lambda control: control.objectName().startswith("right_"))
        keys.press(KEY.Key_Space)
    _say_what_was_considered(keys)
    keys.consider_the_rest()
    keys.tab_to(lambda control: control.objectName() == "use_due")
    keys.press(KEY.Key_Return)
    keys.tab_to_named("I will see or ring Sam by")
    keys.type("11 nov\t")


def _say_what_was_considered(keys: Keyboard) -> None:
    """Say of each matter of law that is still open that there is nothing to add."""
    for standing in matters_open(keys.page.meeting.sheet):
        name = f"say_{standing.matter}"
        keys.tab_to(lambda control, name=name: control.objectName() == name)
        keys.press(KEY.Key_Return)
        keys.press(KEY.Key_Right)
        keys.press(KEY.Key_Space)


def _issue(playing: Playing) -> None:
    keys = playing.keys
    keys.tab_to(lambda control: control.objectName() == "check_letter")
    keys.press(KEY.Key_Return)
    letter = playing.program.page
    assert isinstance(letter, ComposerPage)
    issue_the_letter(playing.qtbot, keys, letter)
    assert playing.page.step == "A12"
    playing.keys.tab_to(lambda control: control.objectName() == "issue_minutes")
    playing.keys.press(KEY.Key_Return)
    playing.qtbot.waitUntil(lambda: len(playing.sheet.documents) == len(REVIEW_PAPERS))
    sheet = playing.sheet
    assert sheet.wishes[0].words == "i want a sleepover at  Nana Bea’s"
    assert sheet.decisions[0].by_when == date(2026, 9, 4)
    assert sheet.wishes[0].decision_id == sheet.decisions[0].id
    assert {waiver.why for waiver in sheet.making.waived.values()} == {WHY}
    with playing.database.reading() as connection:
        papers = [issued_pdf(connection, document.id) for document in sheet.documents]
    assert all(paper.startswith(b"%PDF") for paper in papers)
