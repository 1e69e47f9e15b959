"""Everyone's number with its reason, the child first; not saying is not 0, and no average."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.scaling import CHILD
from tests.sample import Sample
from tests.typing_keys import type_text
from ui.meeting.numbers_page import NumbersPage
from ui.meeting.review_page import ReviewPage

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.usefixtures("begun")


@pytest.fixture
def page(open_review: Open, database: Database, sam: Sample) -> NumbersPage:
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).attendance_of(sam.people["carer"]).attended = "in_room"
    page = open_review("A10").page()
    assert isinstance(page, NumbersPage)
    return page


def test_the_child_is_first_and_gives_a_number_by_keyboard_with_why(
    qtbot: QtBot, page: NumbersPage, read: Read
) -> None:
    assert next(iter(page.people.slots)) == CHILD
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    slot = page.people.slots[CHILD]
    type_text(qtbot, slot.reason.control, "My bed squeaks")
    type_text(qtbot, slot.one_more.control, "A new bed")
    page.flush()
    answer = read().scale_answers[0]
    assert (answer.number, answer.reason, answer.one_more) == (4, "My bed squeaks", "A new bed")
    assert answer.is_child


def test_not_saying_and_not_being_asked_are_apart_from_nought(
    qtbot: QtBot, page: NumbersPage, read: Read, sam: Sample
) -> None:
    qtbot.mouseClick(page.people.slots[CHILD].numbers.chip("rather_not"), LEFT)
    carer = sam.people["carer"]
    qtbot.mouseClick(page.people.slots[carer].numbers.chip("0"), LEFT)
    given = {answer.person_id: (answer.answered, answer.number) for answer in read().scale_answers}
    assert given == {None: ("rather_not", None), carer: ("number", 0)}


def test_earlier_numbers_are_shown_with_their_day(page: NumbersPage, sam: Sample) -> None:
    assert page.people.slots[CHILD].earlier.said == "Before: 6 on 16 February 2026"
    assert page.people.slots[sam.people["carer"]].earlier.said == "Before: 7 on 16 February 2026"


def test_somebody_else_can_be_asked_and_the_line_says_whose_each_number_is(
    qtbot: QtBot, page: NumbersPage, sam: Sample
) -> None:
    worker = sam.people["worker"]
    assert worker not in page.people.slots
    box = page.somebody_else.control
    box.setFocus()
    while box.currentData() != worker:
        qtbot.keyClick(box, Qt.Key.Key_Down)
        if worker in page.people.slots:
            break
    asked = next(key for key in page.people.slots if key not in (CHILD, sam.people["carer"]))
    qtbot.mouseClick(page.people.slots[asked].numbers.chip("8"), LEFT)
    qtbot.mouseClick(page.people.slots[CHILD].numbers.chip("8"), LEFT)
    assert "Sam: 8" in page.line.accessibleName()
    assert "average" not in page.line.accessibleName().lower()


def test_a_number_the_child_keeps_private_folds_and_stays_off_the_line(
    qtbot: QtBot, page: NumbersPage, read: Read
) -> None:
    slot = page.people.slots[CHILD]
    assert slot.private.isHidden()
    qtbot.mouseClick(slot.numbers.chip("3"), LEFT)
    qtbot.keyClick(slot.private, Qt.Key.Key_Space)
    assert read().scale_answers[0].private
    assert "Sam: 3" not in page.line.accessibleName()
    page.leave()
    page.enter()
    assert slot.body.isHidden()
    assert slot.change_button.isVisible()


def test_undo_and_redo_open_no_number_that_nobody_is_to_see(
    qtbot: QtBot, page: NumbersPage, sam: Sample
) -> None:
    window = page.window()
    assert isinstance(window, ReviewPage)
    qtbot.mouseClick(page.hide_tick, LEFT)
    carer, child = page.people.slots[sam.people["carer"]], page.people.slots[CHILD]
    for slot in (carer, child):
        qtbot.mouseClick(slot.numbers.chip("3"), LEFT)
        qtbot.mouseClick(slot.numbers.chip("7"), LEFT)
    window.go("A4")
    turns = (window.undoing.undo, window.undoing.undo, window.undoing.undo, window.undoing.redo)
    for turn in turns:
        turn()
        qtbot.wait(0)
        assert all(each.body.isHidden() or not each.given.isVisible() for each in (carer, child))
        window.go("A4")


def test_going_to_a_hidden_number_stays_at_the_button_that_opens_it(
    qtbot: QtBot, page: NumbersPage, read: Read, sam: Sample
) -> None:
    slot = page.people.slots[sam.people["carer"]]
    qtbot.mouseClick(page.hide_tick, LEFT)
    qtbot.mouseClick(slot.numbers.chip("3"), LEFT)
    page.scales.chips.setFocus()
    qtbot.waitUntil(slot.body.isHidden)
    answer = read().scale_answers[0]
    for field in ("number", "reason"):
        page.go_to(("scale_answer", answer.id, field))
        assert slot.body.isHidden()
        assert QApplication.focusWidget() is slot.change_button


def test_an_answer_that_is_gone_opens_nobodys(qtbot: QtBot, page: NumbersPage) -> None:
    child = page.people.slots[CHILD]
    qtbot.mouseClick(page.hide_tick, LEFT)
    qtbot.mouseClick(child.numbers.chip("3"), LEFT)
    page.scales.chips.setFocus()
    qtbot.waitUntil(child.body.isHidden)
    page.go_to(("scale_answer", "gone", "number"))
    assert child.body.isHidden()
    assert not child.isAncestorOf(QApplication.focusWidget())


def test_undo_leaves_the_keyboard_on_the_number_that_is_chosen_again(
    qtbot: QtBot, page: NumbersPage, read: Read
) -> None:
    window = page.window()
    assert isinstance(window, ReviewPage)
    child = page.people.slots[CHILD]
    for number in ("3", "7"):
        qtbot.mouseClick(child.numbers.chip(number), LEFT)
    window.undoing.undo()
    assert read().scale_answers[0].number == 3
    assert QApplication.focusWidget() is child.numbers.chip("3")
