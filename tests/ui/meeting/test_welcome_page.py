"""The review is started, adjourned and gone on with; who came is said person by person."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.review_sheet import AttendanceOnSheet, ReviewSheet
from tests.sample import Sample
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import Clock
from ui.meeting.review_page import ReviewPage
from ui.meeting.welcome_page import WelcomePage

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
    assert "10 September" in sitting.adjourn_why.hint.said
    qtbot.mouseClick(sitting.adjourn_now, LEFT)
    assert sitting.adjourn_why.has_error
    assert read().state == "open"
    type_text(qtbot, sitting.adjourn_why.control, "Sam was tired")
    qtbot.mouseClick(sitting.adjourn_now, LEFT)
    assert read().state == "adjourned"
    assert "10 September" in sitting.standing.said
    clock.on(days=7)
    qtbot.keyClick(sitting.resume_button, Qt.Key.Key_Return)
    sheet = read()
    assert (sheet.state, len(sheet.sittings)) == ("open", 2)
    assert sitting.adjourn_button.is_off
    assert "only once" in sitting.adjourn_button.reason.said
