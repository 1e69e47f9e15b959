"""In a final record the fields of the meeting are read, and not typed over."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.locked import RecordIsFinal
from models.managers_reply import reopen
from models.open_review import OpenReview
from tests import sample
from ui.background import Background
from ui.desk import Desk
from ui.meeting.meeting import Meeting
from ui.meeting.summing_up_page import SummingUpPage


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[SummingUpPage]:
    """The last step of Sam's review, its record final."""
    database, made = sample.open_filled(tmp_path / "record")
    background = Background()
    sample.write_whole_review(database, made)
    with database.saving(made.iro_id) as session:
        review = OpenReview(session, made.review_id)
        review.finish(sample.NOW, "17:00", sample.calendar())
        review.review.finalised_on = date(2026, 8, 20)
    desk = Desk(database, made.me, sample.calendar(), lambda: sample.NOW.astimezone(), background)
    shown = SummingUpPage(Meeting(desk, made.review_id), "A12")
    shown.meeting.setParent(shown)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    yield shown
    background.close()
    database.close()


def test_what_a_final_record_says_is_not_typed_over(page: SummingUpPage) -> None:
    said: list[object] = []
    page.meeting.troubled.connect(said.append)
    view, before = page.iro_view.control, page.iro_view.text()
    view.setFocus()
    QTest.keyClicks(view, "More.")
    assert page.iro_view.text() == before
    assert [type(each) for each in said] == [RecordIsFinal]
    page.warm_line.control.setFocus()
    assert not page.warm_line.control.isReadOnly(), "the letter is another paper"
    assert page.flush()


def test_a_record_that_was_opened_again_is_typed_in(page: SummingUpPage) -> None:
    view, meeting = page.iro_view.control, page.meeting
    view.setFocus()
    assert view.isReadOnly()
    page.warm_line.control.setFocus()
    assert meeting.act(lambda review: reopen(review, "A name was wrong"))
    view.setFocus()
    assert not view.isReadOnly()
