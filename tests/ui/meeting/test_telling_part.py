"""How the child wants to hear what was decided, who tells them, and the feedback."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from models.review_sheet import ReviewSheet
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import Open
from ui.meeting.summing_up_page import SummingUpPage
from ui.meeting.telling_part import FIELDS

Read = Callable[[], ReviewSheet]


def test_how_the_child_hears_who_tells_them_and_the_feedback_are_kept(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = open_review("A12").page()
    assert isinstance(page, SummingUpPage)
    part = page.telling
    part.tell_how.chip("visit").click()
    for field in FIELDS:
        type_text(qtbot, getattr(part, field).control, f"Xx {field}\t")
    sheet = read()
    assert sheet.tell_how == "visit"
    assert [getattr(sheet, field) for field in FIELDS] == [f"Xx {field}" for field in FIELDS]
