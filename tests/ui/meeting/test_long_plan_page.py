"""The long plan: its words and its kind, the chair's view of it, and the law."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.agenda import lacking
from models.coverage import standing_of
from models.database import Database
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from tests import sample
from tests.typing_keys import type_text
from ui.meeting.long_plan_page import LongPlanPage
from ui.meeting.review_page import ReviewPage
from ui.parts.fields import ChoiceField

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
pytestmark = pytest.mark.usefixtures("begun")


def _page(review: ReviewPage) -> LongPlanPage:
    page = review.page()
    assert isinstance(page, LongPlanPage)
    return page


def _choose(qtbot: QtBot, field: ChoiceField, key: str) -> None:
    """Choose from a list as keys do: down from where it stands."""
    while field.value() != key:
        qtbot.keyClick(field.control, Qt.Key.Key_Down)


def test_the_plan_saves_itself_and_the_law_is_said_in_words(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A9"))
    assert QApplication.focusWidget() is page.permanence_plan.control
    type_text(qtbot, page.permanence_plan.control, "Long-term fostering\t")
    type_text(qtbot, page.home_line.control, "You will live with Alma.\t")
    page.ratify.plan_agreed.answers["partly"].click()
    type_text(qtbot, page.law.legal_line.control, "A judge decided.")
    qtbot.keyClick(page.law.legal_line.control, Qt.Key.Key_Tab)
    sheet = read()
    assert sheet.permanence_plan == "Long-term fostering"
    assert sheet.home_line == "You will live with Alma."
    assert (sheet.plan_agreed, sheet.legal_line) == ("partly", "A judge decided.")
    assert page.law.legal.said == "Legal status now: C2 Full care order"


def test_from_the_second_review_a_missing_lasting_plan_is_said_plainly(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    part = _page(open_review("A9")).permanence
    assert not part.missing.isHidden()
    _choose(qtbot, part.permanence_type, "not_yet_known")
    assert not part.missing.isHidden()
    part.permanence_type.control.setCurrentIndex(0)
    _choose(qtbot, part.permanence_type, "long_term_fostering")
    assert part.missing.isHidden()
    type_text(qtbot, part.permanence_agreed_on.control, "1 july 2026\t")
    sheet = read()
    assert sheet.permanence_type == "long_term_fostering"
    assert sheet.permanence_agreed_on == date(2026, 7, 1)


@pytest.fixture
def planned_before(database: Database, sam: sample.Sample) -> None:
    """Sam's second review had a lasting plan."""
    with database.saving("") as session:
        earlier = OpenReview(session, sam.earlier_review_id).review
        earlier.permanence_plan = "Long-term fostering with Alma"
        earlier.permanence_type = "long_term_fostering"
        earlier.permanence_agreed_on = date(2026, 2, 9)


@pytest.mark.usefixtures("planned_before")
def test_the_plan_of_last_time_is_said_again_with_one_key(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A9"))
    assert page.permanence.missing.isHidden()
    assert page.last_plan.words.said == (
        "Last time: Long-term fostering with Alma (agreed on 9 February 2026)"
    )
    type_text(qtbot, page.permanence_plan.control, "Fostering by Alma\t")
    assert QApplication.focusWidget() is page.last_plan.same_button
    qtbot.keyClick(page.last_plan.same_button, Qt.Key.Key_Space)
    sheet = read()
    assert sheet.permanence_plan == "Fostering by Alma"
    assert sheet.permanence_type == "long_term_fostering"
    assert sheet.permanence_agreed_on == date(2026, 2, 9)
    assert page.last_plan.isHidden()
    assert QApplication.focusWidget() is page.capture.field.control


@pytest.mark.usefixtures("planned_before")
def test_a_plan_that_is_no_longer_known_is_missing_again(qtbot: QtBot, open_review: Open) -> None:
    part = _page(open_review("A9")).permanence
    _choose(qtbot, part.permanence_type, "not_yet_known")
    assert not part.missing.isHidden()


def test_a_plan_that_is_not_on_track_asks_why(qtbot: QtBot, open_review: Open, read: Read) -> None:
    page = _page(open_review("A9"))
    part = page.permanence
    part.on_track.answers["yes"].click()
    assert part.permanence_why.isHidden()
    part.on_track.answers["not_sure"].click()
    assert not part.permanence_why.isHidden()
    type_text(qtbot, part.permanence_why.control, "No date for the panel\t")
    page.flush()
    assert (read().permanence_on_track, read().permanence_why) == (
        "not_sure", "No date for the panel",
    )  # fmt: skip


def test_the_plan_is_ratified_on_a_day_or_it_is_said_why_not_and_by_when(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A9"))
    part = page.ratify
    assert not part.plan_not_ratified_why.isHidden()
    type_text(qtbot, part.plan_ratify_by.control, "10 august 2026\t")
    assert part.late.words.said == "Late: it was to be ratified by 10 August 2026"
    type_text(qtbot, part.plan_not_ratified_why.control, "No manager signed\t")
    page.flush()
    assert (read().plan_ratify_by, read().plan_not_ratified_why) == (
        date(2026, 8, 10), "No manager signed",
    )  # fmt: skip
    type_text(qtbot, part.plan_ratified_on.control, "12 august 2026\t")
    assert read().plan_ratified_on == date(2026, 8, 12)
    assert part.late.isHidden()


def test_a_change_of_the_law_is_noted_here_and_its_words_offered_for_the_letter(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    part = _page(open_review("A9")).law
    part.change_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(part.change_button, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is part.legal_status.control
    _choose(qtbot, part.legal_status, "E1")
    type_text(qtbot, part.legal_status_from.control, "3 august 2026\t")
    child = read().child
    assert (child.legal_status, child.legal_status_from) == ("E1", date(2026, 8, 3))
    assert part.legal.said == ("Legal status now: E1 Placement order granted, from 3 August 2026")
    qtbot.mouseClick(part.use_button, Qt.MouseButton.LeftButton)
    assert read().legal_line == "A judge has said we can find you an adoptive family."
    assert part.use_button.isHidden()


def test_another_status_asks_anew_from_which_day(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review("A9")
    part = _page(review).law
    part.open_change()
    type_text(qtbot, part.legal_status_from.control, "3 november 2025\t")
    assert read().child.legal_status_from == date(2025, 11, 3)
    _choose(qtbot, part.legal_status, "D1")
    assert read().child.legal_status_from is None
    assert part.legal_status_from.text() == ""
    review.go("A10")
    assert not part.change_button.isHidden()


def test_a_link_to_the_legal_status_opens_the_change(open_review: Open, read: Read) -> None:
    review = open_review("A9")
    page = _page(review)
    assert page.go_to(("child", read().child.id, "legal_status"))
    assert QApplication.focusWidget() is page.law.legal_status.control


def test_what_is_not_so_of_the_plan_asks_why_there_and_then(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A9"))
    ratify = page.ratify
    assert not ratify.plan_not_ratified_why.isHidden()
    assert ratify.plan_agreed_why.isHidden()
    ratify.plan_agreed.answers["no"].click()
    assert not ratify.plan_agreed_why.isHidden()
    page.permanence.on_track.answers["not_sure"].click()
    asked = {each.field for each in lacking(read(), sample.REVIEW_ON, sample.calendar())}
    wanted = {"plan_agreed_why", "plan_ratified_on", "permanence_why", "permanence_type"}
    assert wanted <= asked
    type_text(qtbot, ratify.plan_agreed_why.control, "It has no plan B\t")
    type_text(qtbot, page.permanence.permanence_why.control, "No panel date\t")
    type_text(qtbot, ratify.plan_not_ratified_why.control, "It is new\t")
    _choose(qtbot, page.permanence.permanence_type, "not_yet_known")
    asked = {each.field for each in lacking(read(), sample.REVIEW_ON, sample.calendar())}
    assert not wanted & asked
    assert read().plan_agreed_why == "It has no plan B"


def test_the_question_of_the_law_stands_with_the_law_and_says_that_it_was_considered(
    open_review: Open, read: Read
) -> None:
    page = _page(open_review("A9"))
    assert not standing_of(read(), "S7.2").is_considered
    page.law.legal_change.answers["no"].click()
    assert standing_of(read(), "S7.2").is_considered
    page.facts.open()
    assert "legal_change" not in page.facts.slots
