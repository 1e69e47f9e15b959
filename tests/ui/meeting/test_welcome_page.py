"""The review is started, adjourned and gone on with; who came is said person by person."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from models.open_review import OpenReview
from models.review_sheet import AttendanceOnSheet, ReviewSheet
from models.sittings import Stop, adjourn
from tests.sample import Sample, calendar
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import Clock
from ui.meeting.review_page import ReviewPage
from ui.meeting.welcome_page import WelcomePage
from ui.parts.fields import ChoiceField

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
LEFT = Qt.MouseButton.LeftButton


def _page(review: ReviewPage) -> WelcomePage:
    page = review.page()
    assert isinstance(page, WelcomePage)
    return page


def _of(sheet: ReviewSheet, person_id: str) -> AttendanceOnSheet:
    return next(each for each in sheet.attendances if each.person_id == person_id)


def test_a_planned_review_opens_on_its_start_button_and_enter_starts_it(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review())
    assert QApplication.focusWidget() is page.sitting.begin_button
    qtbot.keyClick(page.sitting.begin_button, Qt.Key.Key_Return)
    sheet = read()
    assert (sheet.state, sheet.held_on) == ("open", date(2026, 8, 12))
    assert "Started at" in page.sitting.standing.said


def test_after_the_start_the_keyboard_is_on_the_first_person_and_in_view(
    qtbot: QtBot, open_review: Open, sam: Sample
) -> None:
    page = _page(open_review())
    qtbot.keyClick(page.sitting.begin_button, Qt.Key.Key_Return)
    qtbot.wait(0)
    focused = QApplication.focusWidget()
    assert page.people.slots[sam.people["mum"]].attended.isAncestorOf(focused)
    place = focused.mapTo(page.viewport(), focused.rect().center())
    assert page.viewport().rect().contains(place)


def test_a_review_held_two_days_ago_is_started_on_that_day(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    sitting = _page(open_review()).sitting
    sitting.start.day.control.selectAll()
    type_text(qtbot, sitting.start.day.control, "13/8/2026\t")
    assert "still to come" in sitting.start.day.error.said
    sitting.begin_button.click()
    assert read().state == "planned"
    sitting.start.day.control.selectAll()
    type_text(qtbot, sitting.start.day.control, "today\t")
    sitting.start.time.control.selectAll()
    type_text(qtbot, sitting.start.time.control, "23:59\t")
    sitting.begin_button.click()
    assert "still to come" in sitting.start.time.error.said
    assert read().state == "planned"
    sitting.start.day.control.selectAll()
    type_text(qtbot, sitting.start.day.control, "10/8/2026\t")
    assert sitting.start.said_back.said == "That was 2 days ago, on Monday 10 August."
    type_text(qtbot, sitting.start.time.control, "4pm\t")
    sitting.begin_button.click()
    sheet = read()
    assert (sheet.held_on, sheet.sittings[0].began_at) == (date(2026, 8, 10), "16:00")
    assert sheet.child.review_due_on == date(2027, 2, 10)


def test_a_start_by_mistake_is_taken_back_from_its_notice(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review()
    page = _page(review)
    before = read()
    page.sitting.begin_button.click()
    assert read().state == "open"
    qtbot.mouseClick(review.notices.findChild(object, "undo"), LEFT)
    after = read()
    assert (after.state, after.held_on, after.sittings) == ("planned", None, ())
    assert after.child.review_due_on == before.child.review_due_on
    assert QApplication.focusWidget() is page.sitting.begin_button


def test_a_start_that_has_been_written_on_is_not_taken_back(
    qtbot: QtBot, open_review: Open, read: Read, clock: Clock
) -> None:
    review = open_review()
    page = _page(review)
    page.sitting.begin_button.click()
    clock.on(days=1)
    page.meeting.put("review", page.meeting.review_id, "what_for", "Summer")
    with qtbot.waitSignal(page.meeting.troubled):
        qtbot.mouseClick(review.notices.findChild(object, "undo"), LEFT)
    assert read().state == "open"


@pytest.mark.usefixtures("begun")
def test_the_day_and_times_of_a_part_are_corrected_and_the_clocks_follow(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A1"))
    (part,) = page.parts.slots.values()
    part.held_on.control.selectAll()
    type_text(qtbot, part.held_on.control, "11/8/2026\t")
    part.held_on.control.selectAll()
    type_text(qtbot, part.held_on.control, "\b\t")
    assert "needs its day" in part.held_on.error.said
    assert part.held_on.control.text() == "11 August 2026"
    part.began_at.control.selectAll()
    type_text(qtbot, part.began_at.control, "half four\t")
    assert part.began_at.has_error
    part.began_at.control.selectAll()
    type_text(qtbot, part.began_at.control, "4.30\t")
    sheet = read()
    assert (sheet.held_on, sheet.sittings[0].began_at) == (date(2026, 8, 11), "16:30")
    assert sheet.child.review_due_on == date(2027, 2, 11)


@pytest.mark.usefixtures("begun")
def test_going_on_after_the_last_day_is_said_and_asked_about(
    qtbot: QtBot, open_review: Open, read: Read, clock: Clock, sam: Sample
) -> None:
    page = _page(open_review("A1"))
    sitting = page.sitting
    sitting.adjourn_button.click()
    _choose(qtbot, sitting.adjourning.reason, "child_stopped")
    sitting.adjourning.now_button.click()
    assert sitting.resumed_late_why.isHidden()
    clock.on(days=30)
    page.enter()
    assert sitting.standing.said.startswith("Adjourned. The last day for going on was ")
    sitting.resume_button.click()
    first = page.people.slots[sam.people["mum"]]
    assert first.isAncestorOf(QApplication.focusWidget())
    assert "after the last day" in sitting.detail.said
    type_text(qtbot, sitting.resumed_late_why.control, "Sam was in hospital")
    page.flush()
    assert read().resumed_late_why == "Sam was in hospital"


@pytest.mark.usefixtures("begun")
def test_a_review_in_parts_names_the_last_day_for_its_last_part(
    open_review: Open, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        adjourn(review, Stop("16:30", words="Sam was tired"))
        review.resume(date(2026, 8, 12), "17:00", calendar())
    said = _page(open_review("A1")).sitting.detail.said
    assert said.startswith("The last day for its last part is ")


def test_where_and_what_for_save_themselves(qtbot: QtBot, open_review: Open, read: Read) -> None:
    page = _page(open_review())
    type_text(qtbot, page.sitting.what_for.control, "To plan the summer")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.mouseClick(page.sitting.mode.chip("mixed"), LEFT)
    sheet = read()
    assert (sheet.what_for, sheet.mode) == ("To plan the summer", "mixed")


@pytest.mark.usefixtures("begun")
def test_the_first_person_not_yet_said_of_has_the_keyboard_and_arrows_choose(
    qtbot: QtBot, open_review: Open, read: Read, sam: Sample
) -> None:
    page = _page(open_review("A1"))
    first = page.people.slots[sam.people["mum"]]
    assert first.isAncestorOf(QApplication.focusWidget())
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert _of(read(), sam.people["mum"]).attended == "no"


@pytest.mark.usefixtures("begun")
def test_views_apologies_and_why_somebody_was_not_asked_are_kept(
    qtbot: QtBot, open_review: Open, read: Read, sam: Sample
) -> None:
    page = _page(open_review("A1"))
    slot = page.people.slots[sam.people["mum"]]
    qtbot.mouseClick(slot.more_button, LEFT)
    editor = slot.editor()
    qtbot.mouseClick(editor.ticks["apologies"], LEFT)
    qtbot.mouseClick(editor.ticks["sent_views"], LEFT)
    type_text(qtbot, editor.views.control, "She hopes Sam is happy")
    qtbot.mouseClick(editor.ticks["invited"], LEFT)
    type_text(qtbot, editor.not_invited_why.control, "The court asked us not to")
    type_text(qtbot, editor.part.control, "the first half")
    page.flush()
    kept = _of(read(), sam.people["mum"])
    assert (kept.apologies, kept.sent_views, kept.invited) == (True, True, False)
    assert kept.views == "She hopes Sam is happy"
    assert kept.not_invited_why == "The court asked us not to"
    assert kept.part == "the first half"
    assert "not asked to come" in slot.what.said


@pytest.mark.usefixtures("begun")
def test_somebody_new_is_added_with_the_childs_word_for_them(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A1"))
    card = page.add_card
    type_text(qtbot, card.name.control, "Idris Vale")
    type_text(qtbot, card.called.control, "Coach")
    card.role.control.setFocus()
    for _ in range(20):
        qtbot.keyClick(card.role.control, Qt.Key.Key_Up)
    qtbot.keyClick(card.add_button, Qt.Key.Key_Return)
    added = read().people[-1]
    assert (added.name, added.called, added.role) == ("Idris Vale", "Coach", "parent")
    assert QApplication.focusWidget() is card.name.control


@pytest.mark.usefixtures("begun")
def test_a_person_is_renamed_removed_and_brought_back(
    qtbot: QtBot, open_review: Open, read: Read, sam: Sample
) -> None:
    review = open_review("A1")
    slot = _page(review).people.slots[sam.people["teacher"]]
    slot.open_editor()
    type_text(qtbot, slot.editor().name.control, " Hart")
    qtbot.mouseClick(slot.editor().remove_button, LEFT)
    assert sam.people["teacher"] not in read().person
    qtbot.mouseClick(review.notices.findChild(object, "undo"), LEFT)
    assert read().person[sam.people["teacher"]].name == "Joan Fennimore Hart"


@pytest.mark.usefixtures("begun")
def test_adjourning_wants_a_reason_names_the_last_day_and_happens_once(
    qtbot: QtBot, open_review: Open, read: Read, clock: Clock
) -> None:
    page = _page(open_review("A1"))
    sitting = page.sitting
    qtbot.mouseClick(sitting.adjourn_button, LEFT)
    assert "10 September" in sitting.adjourning.by_when.said
    qtbot.mouseClick(sitting.adjourning.now_button, LEFT)
    assert sitting.adjourning.reason.has_error
    assert read().state == "open"
    _choose(qtbot, sitting.adjourning.reason, "other")
    qtbot.mouseClick(sitting.adjourning.now_button, LEFT)
    assert sitting.adjourning.why.has_error
    type_text(qtbot, sitting.adjourning.why.control, "Sam was tired")
    qtbot.mouseClick(sitting.adjourning.now_button, LEFT)
    assert read().state == "adjourned"
    assert "10 September" in sitting.standing.said
    clock.on(days=7)
    qtbot.keyClick(sitting.resume_button, Qt.Key.Key_Return)
    sheet = read()
    assert (sheet.state, len(sheet.sittings)) == ("open", 2)
    qtbot.mouseClick(sitting.adjourn_button, LEFT)
    _choose(qtbot, sitting.adjourning.reason, "papers")
    qtbot.mouseClick(sitting.adjourning.now_button, LEFT)
    assert sitting.adjourning.again_why.has_error
    assert read().state == "open"
    type_text(qtbot, sitting.adjourning.again_why.control, "The order was made that morning")
    qtbot.mouseClick(sitting.adjourning.now_button, LEFT)
    sheet = read()
    assert sheet.state == "adjourned"
    assert sheet.sittings[-1].again_why == "The order was made that morning"


def _choose(qtbot: QtBot, field: ChoiceField, key: str) -> None:
    """Choose with the arrow keys, as somebody at the keyboard would."""
    field.control.setFocus()
    for _step in range(field.control.count()):
        if field.value() == key:
            return
        qtbot.keyClick(field.control, Qt.Key.Key_Down)
    assert field.value() == key
