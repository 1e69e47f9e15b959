"""Summing up: days from the clocks, rights, finishing with or without gaps, and the papers."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from models.document_kind import DocumentKind
from models.issuing import issued_pdf
from models.review_sheet import ReviewSheet
from tests import sample
from tests.typing_keys import type_text
from ui.desk import Desk
from ui.meeting.review_page import ReviewPage
from ui.meeting.summing_up_page import SummingUpPage
from ui.parts.dialog import Question

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
LEFT = Qt.MouseButton.LeftButton


def _page(review: ReviewPage) -> SummingUpPage:
    page = review.page()
    assert isinstance(page, SummingUpPage)
    return page


def _answer_question(press: str) -> None:
    """Press a button of the question as soon as it is asked."""

    def answer() -> None:
        question = QApplication.activeModalWidget()
        assert isinstance(question, Question)
        getattr(question, press).click()

    QTimer.singleShot(0, answer)


@pytest.mark.usefixtures("begun")
def test_the_next_day_is_offered_from_the_clocks_with_how_it_was_counted(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    part = _page(open_review("A12")).next_review
    assert part.due.said == "The last day in time is Friday 12 February 2027."
    assert part.counted.said.startswith("6 months from 12 August 2026")
    qtbot.mouseClick(part.use_due, LEFT)
    qtbot.mouseClick(part.use_midpoint, LEFT)
    sheet = read()
    assert sheet.next_review_on == date(2027, 2, 12)
    assert sheet.midpoint_on == date(2026, 11, 12)
    assert part.use_due.isHidden()


@pytest.mark.usefixtures("begun")
def test_a_day_after_the_last_one_is_taken_and_said_to_be_late(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    part = _page(open_review("A12")).next_review
    type_text(qtbot, part.next_review_on.control, "1 mar 2027\t")
    type_text(qtbot, part.see_child_by.control, "11 nov\t")
    qtbot.mouseClick(part.how.chip("ring"), LEFT)
    sheet = read()
    assert (sheet.next_review_on, sheet.see_child_by) == (date(2027, 3, 1), date(2026, 11, 11))
    assert sheet.see_child_how == "ring"
    assert part.late.isVisible()
    assert "Friday 12 February 2027" in part.late.said


@pytest.mark.usefixtures("begun")
def test_rights_are_ticked_or_noted(qtbot: QtBot, open_review: Open, read: Read) -> None:
    page = _page(open_review("A12"))
    lines = page.rights.lines
    qtbot.mouseClick(lines["advocate"].tick, LEFT)
    qtbot.mouseClick(lines["complain"].note_button, LEFT)
    type_text(qtbot, lines["complain"].note.control, "Next time")
    page.flush()
    told = {line.right: (line.done, line.note) for line in read().rights}
    assert told == {"advocate": (True, ""), "complain": (False, "Next time")}


def test_it_cannot_be_finished_before_it_is_started(open_review: Open, read: Read) -> None:
    page = _page(open_review("A12"))
    assert page.finish.finish_button.is_off
    page.finish.finish_button.click()
    assert read().state == "planned"


@pytest.mark.usefixtures("begun")
def test_finishing_lists_what_is_missing_and_a_link_goes_to_the_field(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review("A12")
    finish = _page(review).finish
    qtbot.mouseClick(finish.finish_button, LEFT)
    assert read().state == "open"
    links = {link.text(): link for link in finish.summary.links}
    assert finish.summary.isAncestorOf(QApplication.focusWidget())
    links["Write the plan for where Sam will grow up"].click()
    assert review.step == "A9"
    assert QApplication.focusWidget().objectName() == "permanence_plan_box"


@pytest.mark.usefixtures("begun")
def test_a_review_is_finished_with_gaps_once_the_two_that_matter_have_reasons(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review("A12")
    finish = _page(review).finish
    finish.finish_button.click()
    finish.anyway_button.click()
    assert finish.no_code_why.has_error
    type_text(qtbot, finish.no_code_why.control, "Nobody could say")
    type_text(qtbot, finish.no_date_why.control, "The court decides next week")
    _answer_question("keep_button")
    finish.anyway_button.click()
    assert read().state == "open"
    _answer_question("do_button")
    with qtbot.waitSignal(review.finished):
        finish.anyway_button.click()
    sheet = read()
    assert (sheet.state, sheet.completed_on) == ("finished", date(2026, 8, 12))
    reasons = {mark.step: mark.left_out_why for mark in sheet.step_marks}
    assert reasons["A2"] == "Nobody could say"
    assert reasons["A12"] == "The court decides next week"


@pytest.fixture
def finished(
    qtbot: QtBot, open_review: Open, database: Database, sam: sample.Sample
) -> SummingUpPage:
    sample.write_whole_review(database, sam)
    page = _page(open_review("A12"))
    _answer_question("do_button")
    page.finish.finish_button.click()
    return page


def test_a_whole_review_is_finished_and_its_papers_issued_and_frozen(
    qtbot: QtBot, finished: SummingUpPage, read: Read, database: Database, desk: Desk
) -> None:
    for kind, card in finished.papers.items():
        assert not card.issue_button.is_off
        card.issue_button.click()
        qtbot.waitUntil(lambda kind=kind: read().latest_document(kind) is not None)
    for kind in DocumentKind:
        document = read().latest_document(kind)
        assert document is not None
        assert document.version == 1
        with database.reading() as connection:
            pages = issued_pdf(connection, document.id)
        assert pages.startswith(b"%PDF")
        assert hashlib.sha256(pages).hexdigest() == document.digest


def test_a_correction_is_a_new_version_that_says_why_and_names_the_old(
    qtbot: QtBot, finished: SummingUpPage, read: Read
) -> None:
    card = finished.papers[DocumentKind.LETTER]
    card.issue_button.click()
    qtbot.waitUntil(lambda: len(read().documents) == 1)
    qtbot.waitUntil(lambda: card.reason.isVisible())
    card.issue_button.click()
    assert card.reason.has_error
    type_text(qtbot, card.reason.control, "The day was wrong")
    card.issue_button.click()
    qtbot.waitUntil(lambda: len(read().documents) == 2)
    first, second = read().documents
    assert (second.version, second.replaces_id) == (2, first.id)
    assert second.reason == "The day was wrong"


def test_the_issued_pages_are_saved_as_they_are_under_a_name_without_a_name(
    qtbot: QtBot, finished: SummingUpPage, read: Read, tmp_path: Path
) -> None:
    card = finished.papers[DocumentKind.LETTER]
    card.issue_button.click()
    qtbot.waitUntil(lambda: len(read().documents) == 1)
    file = card.save_into(tmp_path)
    assert file is not None
    assert file.name == "P-1001-2026-08-12-letter-1.pdf"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == read().documents[0].digest


def test_a_folder_that_takes_no_file_is_said_in_words(
    qtbot: QtBot, finished: SummingUpPage, read: Read, tmp_path: Path
) -> None:
    card = finished.papers[DocumentKind.LETTER]
    card.issue_button.click()
    qtbot.waitUntil(lambda: len(read().documents) == 1)
    with qtbot.waitSignal(finished.meeting.troubled):
        assert card.save_into(tmp_path / "nowhere") is None


def test_a_letter_with_a_gap_is_not_issued_and_the_gap_is_shown(
    qtbot: QtBot, finished: SummingUpPage, read: Read
) -> None:
    meeting, card = finished.meeting, finished.papers[DocumentKind.LETTER]
    meeting.put("review", meeting.review_id, "warm_line", "")
    with qtbot.waitSignal(finished.look_asked):
        card.issue_button.click()
    assert read().documents == ()
    assert "gaps" in card.standing.said
