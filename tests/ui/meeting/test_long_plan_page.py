"""The long plan: the plan's own words and the child's, and whether the chair agrees."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.review_sheet import ReviewSheet
from tests.typing_keys import type_text
from ui.meeting.long_plan_page import LongPlanPage
from ui.meeting.review_page import ReviewPage


@pytest.mark.usefixtures("begun")
def test_the_plan_saves_itself_and_the_law_is_said_in_words(
    qtbot: QtBot,
    open_review: Callable[..., ReviewPage],
    read: Callable[[], ReviewSheet],
) -> None:
    page = open_review("A9").page()
    assert isinstance(page, LongPlanPage)
    assert QApplication.focusWidget() is page.permanence_plan.control
    type_text(qtbot, page.permanence_plan.control, "Long-term fostering\t")
    type_text(qtbot, page.home_line.control, "You will live with Alma.\t")
    page.plan_agreed.answers["partly"].click()
    type_text(qtbot, page.legal_line.control, "A judge decided.")
    qtbot.keyClick(page.legal_line.control, Qt.Key.Key_Tab)
    sheet = read()
    assert sheet.permanence_plan == "Long-term fostering"
    assert sheet.home_line == "You will live with Alma."
    assert (sheet.plan_agreed, sheet.legal_line) == ("partly", "A judge decided.")
    assert page.legal.said == "Legal status now: C2 Full care order"
