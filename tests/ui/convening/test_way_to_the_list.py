"""The ways to who is invited, and back: from the child, from the meeting's first step."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.real_program import make_sam, running
from ui.convening.convening_page import ConveningPage
from ui.meeting.review_page import ReviewPage


def test_the_child_s_page_and_the_first_step_lead_to_who_is_invited_and_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    sam = make_sam(tmp_path / "record", begun=False)
    with running(qtbot, tmp_path / "record") as program:
        program.unlock()
        places = program.waymark.places
        places.open_child(sam.child_id)
        program.control("open_convening").setFocus()
        program.press(Qt.Key.Key_Space)
        page = program.page
        assert isinstance(page, ConveningPage)
        assert page.convened.review_id == sam.review_id
        page.leave()
        assert program.page.objectName() == "child_page"
        places.open_review(sam.review_id, "A1")
        program.control("open_convening").setFocus()
        program.press(Qt.Key.Key_Space)
        page = program.page
        assert isinstance(page, ConveningPage)
        page.leave()
        review = program.page
        assert isinstance(review, ReviewPage)
        assert review.step == "A1"
        review.page().sitting.begin_button.click()
        assert review.page().invite.isHidden()
