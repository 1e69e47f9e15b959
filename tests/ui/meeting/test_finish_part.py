"""Finishing: what is missing is listed, each matter has its reason, and no paper locks it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.considering import consider
from models.coverage import matters_open, standing_of
from models.database import Database
from models.editing import put
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.rules.schedule7 import Considered
from models.sittings import Stop, adjourn, end_part
from tests import sample
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import Open
from ui.meeting.review_page import ReviewPage
from ui.meeting.summing_up_page import SummingUpPage
from ui.parts.dialog import Question

Read = Callable[[], ReviewSheet]
LEFT = Qt.MouseButton.LeftButton


def _page(review: ReviewPage) -> SummingUpPage:
    page = review.page()
    assert isinstance(page, SummingUpPage)
    return page


def _agree() -> None:
    """Press the button that does it as soon as the question is asked."""

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        question.do_button.click()

    QTimer.singleShot(0, answer)


def _links(page: SummingUpPage) -> list[str]:
    return [link.text() for link in page.finish.summary.links]


@pytest.mark.usefixtures("begun")
def test_every_open_matter_is_asked_for_its_own_reason_and_the_rest_for_one(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A12"))
    qtbot.mouseClick(page.finish.finish_button, LEFT)
    reasons = page.finish.reasons
    assert list(reasons.lines) == [each.matter for each in matters_open(read())]
    assert len(reasons.lines) == 14
    assert reasons.gaps_why.isVisible()
    type_text(qtbot, page.finish.no_code_why.control, "Nobody could say")
    type_text(qtbot, page.finish.no_date_why.control, "The court decides")
    qtbot.mouseClick(page.finish.anyway_button, LEFT)
    assert read().state == "open"
    assert all(line.why.has_error for line in reasons.lines.values())
    assert QApplication.focusWidget() is reasons.lines["S7.1"].why.control
    type_text(qtbot, reasons.lines["S7.1"].why.control, "The alarm rang")
    for line in [*reasons.lines.values()][1:]:
        qtbot.mouseClick(line.same, LEFT)
    qtbot.mouseClick(page.finish.anyway_button, LEFT)
    assert QApplication.focusWidget() is reasons.gaps_why.control
    type_text(qtbot, reasons.gaps_why.control, "Everyone had to leave")
    _agree()
    qtbot.mouseClick(page.finish.anyway_button, LEFT)
    sheet = read()
    assert (sheet.state, sheet.gaps_why) == ("finished", "Everyone had to leave")
    assert matters_open(sheet) == ()
    found = standing_of(sheet, "S7.14")
    assert (found.state, found.words) == (Considered.NOT_CONSIDERED, "The alarm rang")
    assert page.finish.reasons.isHidden()


@pytest.mark.usefixtures("begun")
def test_reasons_are_kept_as_they_are_typed_and_stay_to_be_seen(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A12"))
    page.finish.finish_button.click()
    line = page.finish.reasons.lines["S7.8"]
    type_text(qtbot, line.why.control, "The nurse was ill\t")
    assert standing_of(read(), "S7.8").words == "The nurse was ill"
    assert page.matters.lines["S7.8"].standing.said == "Not considered: The nurse was ill"
    page.finish.anyway_button.click()
    page.finish.finish_button.click()
    assert page.finish.reasons.lines["S7.8"].why.text() == "The nurse was ill"
    line = page.finish.reasons.lines["S7.8"]
    line.why.control.selectAll()
    qtbot.keyClick(line.why.control, Qt.Key.Key_Delete)
    page.flush()
    assert standing_of(read(), "S7.8").state is None


def test_one_matter_left_of_a_whole_review_is_linked_and_asked_for_and_nothing_else(
    qtbot: QtBot, open_review: Open, read: Read, database: Database, sam: sample.Sample
) -> None:
    sample.write_whole_review(database, sam)
    with database.saving(sam.iro_id) as session:
        consider(OpenReview(session, sam.review_id), "S7.13", "not_applicable", "")
    review = open_review("A12")
    page = _page(review)
    qtbot.mouseClick(page.finish.finish_button, LEFT)
    assert _links(page) == ["“Social worker’s visits”: say why, or what was said of it"]
    assert page.finish.reasons.gaps_why.isHidden()
    page.finish.summary.links[0].click()
    answer = page.matters.lines["S7.13"].answer
    assert answer is not None
    assert QApplication.focusWidget() is answer.why.control
    line = page.finish.reasons.lines["S7.13"]
    assert line.why.label.said == "“Social worker’s visits”: why it does not apply"
    type_text(qtbot, line.why.control, "Sam lives with Alma")
    _agree()
    qtbot.mouseClick(page.finish.anyway_button, LEFT)
    found = standing_of(read(), "S7.13")
    assert (found.state, found.words) == (Considered.NOT_APPLICABLE, "Sam lives with Alma")
    assert (read().state, read().gaps_why) == ("finished", "")


def test_no_paper_that_is_missing_and_no_answer_of_another_person_locks_a_review(
    open_review: Open, read: Read, database: Database, sam: sample.Sample
) -> None:
    sample.write_whole_review(database, sam)
    sheet = read()
    assert sheet.papers == sheet.milestones == sheet.documents == ()
    assert sheet.plan_ratified_on is None
    page = _page(open_review("A12"))
    _agree()
    page.finish.finish_button.click()
    assert read().state == "finished"


def test_a_short_breaks_review_is_finished_without_a_plan_for_growing_up(
    open_review: Open, read: Read, database: Database, sam: sample.Sample
) -> None:
    sample.write_whole_review(database, sam)
    with database.saving(sam.iro_id) as session:
        for field, value in (
            ("kind", "short_breaks"), ("permanence_plan", ""), ("plan_agreed", ""),
            ("home_line", ""),
        ):  # fmt: skip
            put(session, "review", sam.review_id, field, value)
    review = open_review("A12")
    assert review.steps.lacking() == ()
    assert review.steps.lacking_button.text() == "Nothing more is needed"
    assert len(_page(review).matters.lines) == 9
    _agree()
    _page(review).finish.finish_button.click()
    assert read().state == "finished"


@pytest.mark.usefixtures("begun")
def test_the_list_of_matters_says_and_opens_each(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A12"))
    line = page.matters.lines["S7.6"]
    assert line.open_button.accessibleName() == "Say what became of “Education or training”"
    qtbot.keyClick(line.open_button, Qt.Key.Key_Return)
    assert line.answer is not None
    assert line.open_button.text() == "Fold"
    qtbot.mouseClick(line.answer.chips.chip("nothing_to_add"), LEFT)
    assert line.answer.isHidden()
    assert line.standing.said == "Considered, nothing to add"
    assert line.open_button.text() == "Change"
    assert page.matters.count.said == "Considered: 1 of 14"
    assert standing_of(read(), "S7.6").is_said
    qtbot.mouseClick(line.open_button, LEFT)
    qtbot.mouseClick(line.open_button, LEFT)
    assert line.answer.isHidden()


def test_a_review_whose_next_part_does_not_come_is_finished_as_it_stands(
    open_review: Open, read: Read, database: Database, sam: sample.Sample
) -> None:
    sample.write_whole_review(database, sam)
    with database.saving(sam.iro_id) as session:
        end_part(OpenReview(session, sam.review_id), "17:00")
    finish = _page(open_review("A12")).finish
    assert finish.finish_button.text() == "Finish the review as it stands"
    assert "Its next part was not held" in finish.waits.said
    assert finish.not_resumed_why.isHidden()
    _agree()
    finish.finish_button.click()
    sheet = read()
    assert (sheet.state, sheet.completed_on) == ("finished", sample.REVIEW_ON)
    assert finish.waits.isHidden()


def test_an_adjourned_review_is_finished_as_it_stands_once_it_is_said_why(
    qtbot: QtBot, open_review: Open, read: Read, database: Database, sam: sample.Sample
) -> None:
    sample.write_whole_review(database, sam)
    with database.saving(sam.iro_id) as session:
        adjourn(OpenReview(session, sam.review_id), Stop("17:00", "papers"))
    finish = _page(open_review("A12")).finish
    finish.finish_button.click()
    assert finish.not_resumed_why.has_error
    assert QApplication.focusWidget() is finish.not_resumed_why.control
    type_text(qtbot, finish.not_resumed_why.control, "Sam went home for good")
    _agree()
    finish.finish_button.click()
    sheet = read()
    assert (sheet.state, sheet.not_resumed_why) == ("finished", "Sam went home for good")
