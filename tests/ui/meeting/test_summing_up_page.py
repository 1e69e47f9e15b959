"""Summing up: days from the clocks, rights, finishing with or without gaps, and the papers."""

import hashlib
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from models.document_kind import DocumentKind, file_name
from models.issuing import issued_pdf
from models.review_sheet import ReviewSheet
from tests import sample
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import Clock
from tests.ui.meeting.summing_up_on_screen import answer_question, summing_up
from ui.meeting.review_page import ReviewPage
from ui.meeting.summing_up_page import SummingUpPage

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.mark.usefixtures("begun")
def test_rights_are_ticked_or_noted(qtbot: QtBot, open_review: Open, read: Read) -> None:
    page = summing_up(open_review("A12"))
    lines = page.rights.lines
    qtbot.mouseClick(lines["advocate"].tick, LEFT)
    qtbot.mouseClick(lines["complain"].note_button, LEFT)
    type_text(qtbot, lines["complain"].note.control, "Next time")
    page.flush()
    told = {line.right: (line.done, line.note) for line in read().rights}
    assert told == {"advocate": (True, ""), "complain": (False, "Next time")}


def test_it_cannot_be_finished_before_it_is_started(open_review: Open, read: Read) -> None:
    page = summing_up(open_review("A12"))
    assert page.finish.finish_button.is_off
    page.finish.finish_button.click()
    assert read().state == "planned"


@pytest.mark.usefixtures("begun")
def test_finishing_lists_what_is_missing_and_a_link_goes_to_the_field(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review("A12")
    finish = summing_up(review).finish
    qtbot.mouseClick(finish.finish_button, LEFT)
    assert read().state == "open"
    links = {link.text(): link for link in finish.summary.links}
    assert finish.summary.isAncestorOf(QApplication.focusWidget())
    links["Write the plan for where Sam will grow up"].click()
    assert review.step == "A9"
    assert QApplication.focusWidget().objectName() == "permanence_plan_box"


@pytest.mark.usefixtures("begun")
def test_a_review_is_finished_with_gaps_once_those_that_matter_have_reasons(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review("A12")
    finish = summing_up(review).finish
    finish.finish_button.click()
    finish.anyway_button.click()
    assert finish.no_code_why.has_error
    type_text(qtbot, finish.no_code_why.control, "Nobody could say")
    type_text(qtbot, finish.no_date_why.control, "The court decides next week")
    for line in finish.reasons.lines.values():
        line.take("The fire alarm rang")
    type_text(qtbot, finish.reasons.gaps_why.control, "Everyone had to leave")
    answer_question("keep_button")
    finish.anyway_button.click()
    assert read().state == "open"
    answer_question("do_button")
    with qtbot.waitSignal(review.finished):
        finish.anyway_button.click()
    sheet = read()
    assert (sheet.state, sheet.completed_on) == ("finished", date(2026, 8, 12))
    assert sheet.no_code_why == "Nobody could say"
    assert sheet.no_next_review_why == "The court decides next week"
    assert not any(mark.left_out_why for mark in sheet.step_marks)


@pytest.fixture
def finished(
    qtbot: QtBot, open_review: Open, database: Database, sam: sample.Sample
) -> SummingUpPage:
    sample.write_whole_review(database, sam)
    page = summing_up(open_review("A12"))
    answer_question("do_button")
    page.finish.finish_button.click()
    return page


def test_a_whole_review_is_finished_and_its_minutes_issued_and_frozen(
    qtbot: QtBot, finished: SummingUpPage, read: Read, database: Database
) -> None:
    finished.minutes.act_button.click()
    qtbot.waitUntil(lambda: read().latest_document(DocumentKind.MINUTES) is not None)
    (document,) = read().documents
    assert document.version == 1
    with database.reading() as connection:
        pages = issued_pdf(connection, document.id)
    assert pages.startswith(b"%PDF")
    assert hashlib.sha256(pages).hexdigest() == document.digest


def test_the_minutes_wait_for_the_end_of_the_review(open_review: Open, read: Read) -> None:
    page = summing_up(open_review("A12"))
    assert page.minutes.act_button.is_off
    page.minutes.issue()
    assert read().documents == ()


def test_the_letter_is_not_issued_from_here_but_where_it_is_checked(
    qtbot: QtBot, finished: SummingUpPage, read: Read
) -> None:
    with qtbot.waitSignal(finished.check_asked):
        qtbot.keyClick(finished.letter.act_button, Qt.Key.Key_Return)
    assert read().documents == ()


def test_a_review_held_yesterday_is_completed_yesterday_and_not_asked_when_it_ended(
    open_review: Open, read: Read, clock: Clock, database: Database, sam: sample.Sample
) -> None:
    sample.write_whole_review(database, sam)
    clock.on(days=1)
    page = summing_up(open_review("A12"))
    assert page.finish.ended_at.isHidden()
    answer_question("do_button")
    page.finish.finish_button.click()
    sheet = read()
    assert (sheet.state, sheet.completed_on) == ("finished", date(2026, 8, 12))
    assert sheet.sittings[0].ended_at == ""


def test_the_time_it_ended_today_can_be_given(
    qtbot: QtBot,
    open_review: Open,
    read: Read,
    clock: Clock,
    database: Database,
    sam: sample.Sample,
) -> None:
    sample.write_whole_review(database, sam)
    page = summing_up(open_review("A12"))
    page.finish.ended_at.control.selectAll()
    type_text(qtbot, page.finish.ended_at.control, "teatime\t")
    page.finish.finish_button.click()
    assert read().state == "open"
    for typed, said in (("23:59", "still to come"), ("00:01", "before the review began")):
        page.finish.ended_at.control.selectAll()
        type_text(qtbot, page.finish.ended_at.control, f"{typed}\t")
        assert said in page.finish.ended_at.error.said
    clock.now += timedelta(hours=2)
    page.finish.ended_at.control.selectAll()
    type_text(qtbot, page.finish.ended_at.control, "16:50\t")
    answer_question("do_button")
    page.finish.finish_button.click()
    assert read().sittings[0].ended_at == "16:50"


def test_after_finishing_another_next_day_and_time_move_the_planned_review(
    qtbot: QtBot, finished: SummingUpPage, database: Database, sam: sample.Sample
) -> None:
    part = finished.next_review
    part.next_review_on.control.selectAll()
    type_text(qtbot, part.next_review_on.control, "20/1/2027\t")
    type_text(qtbot, part.next_review_time.control, "3.30pm\t")
    type_text(qtbot, part.next_review_place.control, "Holm Oak\t")
    with database.reading() as connection:
        planned = connection.execute(
            "SELECT booked_on, booked_time, place FROM review WHERE state = 'planned'"
        ).fetchall()
        (booked_on,) = connection.execute(
            "SELECT booked_on FROM child WHERE id = ?", (sam.child_id,)
        ).fetchone()
    assert [tuple(row) for row in planned] == [("2027-01-20", "15:30", "Holm Oak")]
    assert booked_on == "2027-01-20"


def test_a_correction_is_a_new_version_that_says_why_and_names_the_old(
    qtbot: QtBot, finished: SummingUpPage, read: Read
) -> None:
    card = finished.minutes
    card.act_button.click()
    qtbot.waitUntil(lambda: len(read().documents) == 1)
    qtbot.waitUntil(lambda: card.reason.isVisible())
    card.act_button.click()
    assert card.reason.has_error
    type_text(qtbot, card.reason.control, "The day was wrong")
    card.act_button.click()
    qtbot.waitUntil(lambda: len(read().documents) == 2)
    first, second = read().documents
    assert (second.version, second.replaces_id) == (2, first.id)
    assert second.reason == "The day was wrong"


def test_the_issued_pages_are_saved_as_they_are_under_a_name_without_a_name(
    qtbot: QtBot, finished: SummingUpPage, read: Read, tmp_path: Path
) -> None:
    card = finished.minutes
    card.act_button.click()
    qtbot.waitUntil(lambda: len(read().documents) == 1)
    file = card.save_into(tmp_path)
    assert file is not None
    assert file.name == file_name(DocumentKind.MINUTES, finished.meeting.review_id, 1)
    assert hashlib.sha256(file.read_bytes()).hexdigest() == read().documents[0].digest


def test_a_folder_that_takes_no_file_is_said_in_words(
    qtbot: QtBot, finished: SummingUpPage, read: Read, tmp_path: Path
) -> None:
    card = finished.minutes
    card.act_button.click()
    qtbot.waitUntil(lambda: len(read().documents) == 1)
    with qtbot.waitSignal(finished.meeting.troubled):
        assert card.save_into(tmp_path / "nowhere") is None
