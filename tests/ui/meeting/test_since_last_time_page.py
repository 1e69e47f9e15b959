"""Each earlier decision is heard: how it went, why, and a new date."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.disputes import open_dispute
from models.editing import put
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from tests.sample import Sample
from tests.typing_keys import type_text
from ui.meeting.review_page import ReviewPage
from ui.meeting.since_last_time_page import SinceLastTimePage

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.usefixtures("begun")


def test_a_late_decision_says_so_and_is_heard_with_why_and_a_new_date(
    qtbot: QtBot, open_review: Open, read: Read, sam: Sample
) -> None:
    page = open_review("A3").page()
    assert isinstance(page, SinceLastTimePage)
    slot = page.decisions.slots[sam.earlier_decisions[0]]
    assert slot.when.words.said == "Late, was due Thursday 30 April"
    assert slot.outcome.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    type_text(qtbot, slot.why.control, "The form was lost")
    type_text(qtbot, slot.new_by_when.control, "4 weeks\t")
    page.flush()
    heard = read().progress_of(sam.earlier_decisions[0])
    assert heard is not None
    assert (heard.outcome, heard.why) == ("partly", "The form was lost")
    assert heard.new_by_when == date(2026, 9, 9)


def test_a_decision_that_was_done_wants_no_reason_and_is_late_no_more(
    qtbot: QtBot, open_review: Open, read: Read, sam: Sample
) -> None:
    page = open_review("A3").page()
    assert isinstance(page, SinceLastTimePage)
    slot = page.decisions.slots[sam.earlier_decisions[1]]
    qtbot.mouseClick(slot.outcome.chip("done"), Qt.MouseButton.LeftButton)
    assert slot.why.isHidden()
    assert slot.when.words.said == "by Wednesday 24 June"
    heard = read().progress_of(sam.earlier_decisions[1])
    assert heard is not None
    assert heard.outcome == "done"


def test_a_restricted_decision_from_before_is_folded_until_it_is_shown(
    qtbot: QtBot, open_review: Open, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        put(session, "decision", sam.earlier_decisions[1], "restricted", True)
    page = open_review("A3").page()
    assert isinstance(page, SinceLastTimePage)
    slot = page.decisions.slots[sam.earlier_decisions[1]]
    assert "hearing" not in slot.what.said
    qtbot.mouseClick(slot.what.show_button, Qt.MouseButton.LeftButton)
    assert "hearing" in slot.what.said
    page.leave()
    assert "hearing" not in slot.what.said


def _can_be_read(page: QWidget, words: str) -> list[str]:
    """Give what on the page shows these words, or says them to a screen reader."""
    seen = [each for each in page.findChildren(QWidget) if each.isVisible()]
    read = [
        str(text)
        for each in seen
        for text in (
            each.accessibleName(),
            each.accessibleDescription(),
            each.toolTip(),
            each.property("text"),
            each.property("plainText"),
        )
    ]
    return [each for each in read if words in each]


def test_nothing_of_a_restricted_decision_is_seen_until_it_is_shown_and_again_on_leaving(
    qtbot: QtBot, open_review: Open, database: Database, sam: Sample
) -> None:
    key = sam.earlier_decisions[1]
    with database.saving(sam.iro_id) as session:
        put(session, "decision", key, "restricted", True)
        put(session, "decision", key, "who", "Harrowgate")
        review = OpenReview(session, sam.review_id)
        review.hear_progress(key, "not_done", "Pennyfeather found out", date(2026, 9, 1))
        open_dispute(review, date(2026, 8, 12), "Larkhollow was told", decision_id=key)
    secrets = ("hearing", "Harrowgate", "Pennyfeather", "Larkhollow", "24 June", "01/09/2026")
    page = open_review("A3").page()
    assert isinstance(page, SinceLastTimePage)
    slot = page.decisions.slots[key]
    assert [each for each in secrets if _can_be_read(page, each)] == []
    assert not slot.outcome.isVisible()
    qtbot.mouseClick(slot.what.show_button, LEFT)
    assert slot.outcome.isAncestorOf(QApplication.focusWidget())
    assert [each for each in secrets[:-1] if not _can_be_read(page, each)] == []
    page.leave()
    assert [each for each in secrets if _can_be_read(page, each)] == []


def test_the_keyboard_and_links_find_a_restricted_decision(
    open_review: Open, database: Database, sam: Sample
) -> None:
    key = sam.earlier_decisions[0]
    with database.saving(sam.iro_id) as session:
        put(session, "decision", key, "restricted", True)
    page = open_review("A3").page()
    assert isinstance(page, SinceLastTimePage)
    slot = page.decisions.slots[key]
    assert QApplication.focusWidget() is slot.what.show_button
    assert page.go_to(("decision", key, "outcome"))
    assert slot.outcome.isAncestorOf(QApplication.focusWidget())


def test_not_done_is_carried_forward_in_one_step(
    qtbot: QtBot, open_review: Open, read: Read, sam: Sample
) -> None:
    page = open_review("A3").page()
    assert isinstance(page, SinceLastTimePage)
    slot = page.decisions.slots[sam.earlier_decisions[0]]
    assert slot.carry_button.isHidden()
    qtbot.mouseClick(slot.outcome.chip("not_done"), Qt.MouseButton.LeftButton)
    type_text(qtbot, slot.new_by_when.control, "4 weeks\t")
    slot.carry_button.setFocus()
    qtbot.keyClick(slot.carry_button, Qt.Key.Key_Space)
    (decision,) = read().decisions
    assert decision.carried_from_id == sam.earlier_decisions[0]
    assert decision.by_when == date(2026, 9, 9)
    slot.new_by_when.control.selectAll()
    type_text(qtbot, slot.new_by_when.control, "6 weeks\t")
    assert read().decisions[0].by_when == date(2026, 9, 23)
    assert slot.carried.words.said == "Now decision 1"
    assert slot.carry_button.isHidden()


def test_not_done_opens_a_dispute_in_one_step_and_it_can_be_taken_back(
    qtbot: QtBot, open_review: Open, read: Read, sam: Sample
) -> None:
    review = open_review("A3")
    page = review.page()
    assert isinstance(page, SinceLastTimePage)
    slot = page.decisions.slots[sam.earlier_decisions[1]]
    qtbot.mouseClick(slot.outcome.chip("not_done"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(slot.dispute.open_button, Qt.MouseButton.LeftButton)
    type_text(qtbot, QApplication.focusWidget(), "A check this month")
    page.flush()
    (dispute,) = read().disputes
    assert dispute.what == "Not done: Book a hearing check"
    assert dispute.outcome_sought == "A check this month"
    assert dispute.decision_id == sam.earlier_decisions[1]
    qtbot.mouseClick(slot.dispute.remove_button, Qt.MouseButton.LeftButton)
    assert read().disputes == ()
    qtbot.mouseClick(review.notices.findChild(object, "undo"), Qt.MouseButton.LeftButton)
    assert [each.outcome_sought for each in read().disputes] == ["A check this month"]


def test_a_decision_that_drifts_says_why_and_by_which_rule(open_review: Open, sam: Sample) -> None:
    review = open_review("A3")
    page = review.page()
    assert isinstance(page, SinceLastTimePage)
    slot = page.decisions.slots[sam.earlier_decisions[0]]
    rule = slot.drift.words.accessibleDescription()
    assert "when 2 reviews or more heard" in rule
    assert "more than 91 days after its first date" in rule
    assert rule in review.help_words()
    assert slot.drift.words.said == "Drifting: Still open 104 days after its first date"
    assert page.decisions.slots[sam.earlier_decisions[1]].drift.isHidden()
