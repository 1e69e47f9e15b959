"""Several scales: faces for the young, one for each worry, hidden until all are in, over time."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.mapping import carry_on, make_pair
from models.numbers_given import Given, give
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.scaling import CHILD
from tests.sample import Sample
from tests.typing_keys import type_text
from ui.meeting.numbers_page import NumbersPage
from ui.meeting.review_page import ReviewPage
from ui.parts.words import Words

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.usefixtures("begun")


@pytest.fixture
def carer(database: Database, sam: Sample) -> str:
    """Let Alma be there."""
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).attendance_of(sam.people["carer"]).attended = "in_room"
    return sam.people["carer"]


@pytest.fixture
def page(open_review: Open, carer: str) -> NumbersPage:
    assert carer
    return numbers(open_review("A10"))


def numbers(review: ReviewPage) -> NumbersPage:
    page = review.page()
    assert isinstance(page, NumbersPage)
    return page


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def all_words(widget: QWidget) -> str:
    """Everything that can be read or heard in a part of the window."""
    parts = [widget, *widget.findChildren(QWidget)]
    heard = [part.accessibleName() + part.accessibleDescription() for part in parts]
    return "\n".join([*heard, *(part.said for part in parts if isinstance(part, Words))])


def test_a_child_may_choose_a_face_by_keyboard_and_go_back_to_numbers(
    qtbot: QtBot, page: NumbersPage, read: Read
) -> None:
    qtbot.mouseClick(page.people.slots[CHILD].faces_button, LEFT)
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space)
    answer = read().scale_answers[0]
    assert (answer.scale, answer.number, answer.face) == ("overall_young_child", 7.5, "face-3")
    assert page.line.accessibleName().endswith("Sam: 7.5")
    slot = page.people.slots[CHILD]
    type_text(qtbot, slot.reason.control, "My dog")
    assert page.flush()
    assert [(a.face, a.reason) for a in read().scale_answers] == [("face-3", "My dog")]
    qtbot.mouseClick(slot.faces_button, LEFT)
    qtbot.mouseClick(page.people.slots[CHILD].numbers.chip("6"), LEFT)
    answers = read().scale_answers
    assert [(a.scale, a.number, a.face) for a in answers] == [("overall_child", 6, "")]


def test_a_young_child_is_asked_for_a_face_at_once(
    qtbot: QtBot, open_review: Open, read: Read, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        from datetime import date

        from models.child import Child

        child = session.get(Child, sam.child_id)
        assert child is not None
        child.born_on = date(2021, 1, 1)
    slot = numbers(open_review("A10")).people.slots[CHILD]
    assert not slot.faces.isHidden()
    qtbot.mouseClick(slot.faces.buttons["face-0"], LEFT)
    assert (read().scale_answers[0].number, read().scale_answers[0].face) == (0, "face-0")
    qtbot.mouseClick(slot.numbers.chip("rather_not"), LEFT)
    answer = read().scale_answers[0]
    assert (answer.answered, answer.number, answer.face) == ("rather_not", None, "")
    assert slot.faces.chosen() == ""


def test_each_scale_has_answers_of_its_own(
    qtbot: QtBot, page: NumbersPage, read: Read, carer: str
) -> None:
    qtbot.mouseClick(page.people.slots[carer].numbers.chip("8"), LEFT)
    qtbot.mouseClick(page.scales.chips.chip("family_time"), LEFT)
    assert "as well as it can for Sam" in page.scales.ends.said
    slot = page.people.slots[carer]
    assert slot.numbers.chosen() == ""
    qtbot.mouseClick(slot.numbers.chip("3"), LEFT)
    type_text(qtbot, slot.reason.control, "Two visits fell through")
    qtbot.mouseClick(page.scales.chips.chip("overall"), LEFT)
    assert page.people.slots[carer].numbers.chosen() == "8"
    found = {a.scale: (a.number, a.reason) for a in read().scale_answers}
    assert found == {"overall": (8, ""), "family_time": (3, "Two visits fell through")}


def test_the_chair_adds_the_scale_of_confidence(qtbot: QtBot, page: NumbersPage) -> None:
    box = page.scales.more.control
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert page.scales.key == "confidence"
    assert page.scales.more.isHidden()


def test_nobody_sees_numbers_until_all_are_in(
    qtbot: QtBot, open_review: Open, carer: str, read: Read
) -> None:
    review = open_review("A10")
    page = numbers(review)
    qtbot.mouseClick(page.hide_tick, LEFT)
    assert read().numbers_hidden
    qtbot.mouseClick(page.people.slots[CHILD].numbers.chip("4"), LEFT)
    slot = page.people.slots[CHILD]
    assert not slot.body.isHidden()
    page.people.slots[carer].take_keyboard()
    qtbot.waitUntil(slot.body.isHidden)
    assert not slot.given.isHidden()
    assert page.line.isHidden()
    assert "4" not in page.line.accessibleName()
    assert not review.meeting.sheet_with_draft().scale_answers
    assert "4" not in all_words(review.steps)
    qtbot.mouseClick(page.people.slots[carer].numbers.chip("9"), LEFT)
    assert "Sam: 4" in page.line.accessibleName()
    assert not slot.body.isHidden()
    assert len(review.meeting.sheet_with_draft().scale_answers) == 2


def test_one_who_gave_may_look_at_their_own_and_the_chair_may_show_all(
    qtbot: QtBot, open_review: Open, carer: str
) -> None:
    review = open_review("A10")
    page = numbers(review)
    qtbot.mouseClick(page.hide_tick, LEFT)
    qtbot.mouseClick(page.people.slots[CHILD].numbers.chip("4"), LEFT)
    review.go("A11")
    review.go("A10")
    slot = page.people.slots[CHILD]
    assert slot.body.isHidden()
    assert QApplication.focusWidget() is slot.change_button
    press(qtbot, Qt.Key.Key_Return)
    assert slot.numbers.chosen() == "4"
    assert not slot.body.isHidden()
    assert page.waiting.said == "Waiting for 1 person"
    qtbot.mouseClick(page.show_button, LEFT)
    assert page.line.accessibleName().endswith("Sam: 4")
    assert page.show_button.isHidden()
    assert len(review.meeting.sheet_with_draft().scale_answers) == 1


def test_somebody_else_who_is_asked_is_waited_for_too(
    qtbot: QtBot, page: NumbersPage, carer: str, sam: Sample
) -> None:
    qtbot.mouseClick(page.hide_tick, LEFT)
    for key in (CHILD, carer):
        qtbot.mouseClick(page.people.slots[key].numbers.chip("5"), LEFT)
    assert not page.line.isHidden()
    box = page.somebody_else.control
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert page.line.isHidden()
    asked = next(key for key in page.people.slots if key not in (CHILD, carer))
    assert asked in sam.people.values()
    qtbot.mouseClick(page.people.slots[asked].numbers.chip("rather_not"), LEFT)
    assert not page.line.isHidden()


def test_the_same_scale_is_shown_over_time_for_each_person(
    qtbot: QtBot, page: NumbersPage, carer: str
) -> None:
    assert page.over_time.isHidden()
    qtbot.mouseClick(page.people.slots[carer].numbers.chip("9"), LEFT)
    assert not page.over_time.isHidden()
    said = page.over_time.lines.chart.accessibleDescription()
    assert "Sam: review 2: 6" in said
    assert "Alma: review 2: 7, review 3: 9" in said
    toggle = page.over_time.lines.toggle
    qtbot.keyClick(toggle, Qt.Key.Key_Return)
    assert page.over_time.lines.table.isVisibleTo(page)


def test_a_worrys_own_scale_goes_on_from_the_review_before(
    qtbot: QtBot, open_review: Open, carer: str, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        before = OpenReview(session, sam.earlier_review_id)
        first = make_pair(before, "Mum’s calls stop", "She rings")
        give(before, Given(f"w:{first}", carer, "Alma", number=2))
        carry_on(OpenReview(session, sam.review_id), first)
    page = numbers(open_review("A10"))
    qtbot.mouseClick(page.scales.chips.chip(f"w:{first}"), LEFT)
    assert page.scales.worry.said == "Mum’s calls stop"
    assert page.scales.goal.said == "Goal: She rings"
    assert page.people.slots[carer].earlier.said.startswith("Before: 2 on")
    qtbot.mouseClick(page.people.slots[carer].numbers.chip("6"), LEFT)
    said = page.over_time.lines.chart.accessibleDescription()
    assert said == "Alma: review 2: 2, review 3: 6."


def test_numbers_too_soon_are_met_with_one_quiet_sentence_that_can_be_closed(
    qtbot: QtBot, open_review: Open, database: Database, sam: Sample
) -> None:
    review = open_review("A10")
    page = numbers(review)
    assert page.nudge.isVisible()
    qtbot.mouseClick(page.people.slots[CHILD].numbers.chip("7"), LEFT)
    assert review.meeting.sheet.scale_answers[0].number == 7
    qtbot.mouseClick(page.nudge.notice.close_button, LEFT)
    assert not page.nudge.isVisible()
    review.go("A11")
    review.go("A10")
    assert not page.nudge.isVisible()


def test_nothing_is_said_once_something_is_noted(
    open_review: Open, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        OpenReview(session, sam.review_id).add_note("going_well", "Sleeps")
    assert not numbers(open_review("A10")).nudge.isVisible()


def test_a_window_opened_while_numbers_are_hidden_shows_none_of_them(
    open_review: Open, carer: str, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        give(review, Given("overall_child", number=4))
        review.review.numbers_hidden = True
    page = numbers(open_review("A10"))
    assert page.people.slots[CHILD].body.isHidden()
    assert not page.people.slots[carer].body.isHidden()
