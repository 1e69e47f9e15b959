"""The papers of a review: a row each, on the welcome page, and nothing waits for one."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.review_sheet import PaperOnSheet, ReviewSheet
from tests.typing_keys import type_text
from ui.meeting.paper_slot import PaperSlot
from ui.meeting.papers_part import PapersPart
from ui.meeting.review_page import ReviewPage
from ui.parts.badges import Badge

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
pytestmark = pytest.mark.usefixtures("begun")


def _opened(qtbot: QtBot, review: ReviewPage) -> PapersPart:
    papers = review.page().findChild(PapersPart)
    assert isinstance(papers, PapersPart)
    papers.open_button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(papers.open_button, Qt.Key.Key_Space)
    qtbot.wait(0)
    return papers


def _badges(slot: PaperSlot) -> list[str]:
    return [each.words.said for each in slot.findChildren(Badge) if not each.isHidden()]


def _noted(read: Read, key: str) -> PaperOnSheet:
    return next(each for each in read().papers if each.paper == key)


def test_a_day_is_typed_and_said_to_be_in_time_or_late(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    papers = _opened(qtbot, open_review("A1"))
    assert QApplication.focusWidget() is papers.slots["social_worker_report"].received_on.control
    assert papers.due.said.startswith("In time by Friday 7 August, 3 working days before")
    type_text(qtbot, papers.slots["social_worker_report"].received_on.control, "11 august\t")
    type_text(qtbot, papers.slots["care_plan"].received_on.control, "7 august\t")
    assert _noted(read, "social_worker_report").received_on == date(2026, 8, 11)
    assert _badges(papers.slots["social_worker_report"]) == ["2 working days late"]
    assert _badges(papers.slots["care_plan"]) == ["On time"]
    assert papers.summary.said == "2 of 6 said, 1 late"


def test_after_the_day_the_keyboard_goes_on_to_what_was_done_with_the_paper(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    slot = _opened(qtbot, open_review("A1")).slots["care_plan"]
    type_text(qtbot, slot.received_on.control, "7 august\t")
    assert QApplication.focusWidget() is slot.seen
    assert slot.missing_why.isHidden()
    qtbot.keyClick(slot.seen, Qt.Key.Key_Space)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is slot.child_friendly
    qtbot.keyClick(slot.child_friendly, Qt.Key.Key_Space)
    qtbot.mouseClick(slot.authorised.control.chip("yes"), Qt.MouseButton.LeftButton)
    noted = _noted(read, "care_plan")
    assert (noted.seen, noted.child_friendly, noted.authorised) == (True, True, "yes")


def test_only_a_plan_is_authorised_and_given_in_a_childs_form(
    qtbot: QtBot, open_review: Open
) -> None:
    slot = _opened(qtbot, open_review("A1")).slots["pep"]
    type_text(qtbot, slot.received_on.control, "7 august\t")
    assert slot.authorised.isHidden()
    assert slot.child_friendly.isHidden()


def test_a_paper_that_is_not_here_says_why_and_nothing_waits_for_it(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review("A1")
    papers = _opened(qtbot, review)
    slot = papers.slots["pep"]
    type_text(qtbot, slot.missing_why.control, "School is closed\t")
    review.page().flush()
    assert _noted(read, "pep").missing_why == "School is closed"
    assert _badges(slot) == ["Not here"]
    assert papers.summary.said == "1 of 6 said, 1 not here"


def test_a_day_taken_away_asks_for_the_reason_again(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    slot = _opened(qtbot, open_review("A1")).slots["pep"]
    type_text(qtbot, slot.received_on.control, "7 august\t")
    slot.received_on.control.setFocus()
    slot.received_on.control.selectAll()
    type_text(qtbot, slot.received_on.control, "\b\t")
    assert _noted(read, "pep").received_on is None
    assert not slot.missing_why.isHidden()
    assert _badges(slot) == []


def test_a_link_to_a_paper_opens_the_papers(qtbot: QtBot, open_review: Open) -> None:
    review = open_review("A1")
    papers = review.page().findChild(PapersPart)
    assert isinstance(papers, PapersPart)
    papers.open()
    assert review.page().go_to(("paper_received", "", "pep"))
    assert QApplication.focusWidget() is papers.slots["pep"].received_on.control
