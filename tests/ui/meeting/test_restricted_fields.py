"""One key restricts the paragraph that has the keyboard, and says from whom it is kept."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.meeting.restricted_fields import RestrictedStrip
from ui.meeting.review_page import ReviewPage

RESTRICT = (Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)


def test_a_paragraph_is_restricted_by_one_key_and_its_kind_by_one_more(
    qtbot: QtBot, open_review: Callable[..., ReviewPage]
) -> None:
    page = open_review("A12")
    step = page.page()
    assert step is not None
    place = ("review", page.meeting.review_id, "iro_view")
    assert step.go_to(place)
    control = page.window().focusWidget()
    assert control is not None
    QTest.keyClicks(control, "The plan drifts")
    QTest.keyClick(control, *RESTRICT)
    strip = step.findChild(RestrictedStrip)
    assert strip is not None
    assert strip.tags.told.said == "Left out for everybody until you say what kind it is."
    chip = page.window().focusWidget()
    assert chip is strip.tags.chips.chip("R1")
    QTest.keyClick(chip, Qt.Key.Key_Space)
    (found,) = page.meeting.sheet.restrictions
    assert (found.of_table, found.field, found.kinds) == ("review", "iro_view", ("R1",))
    assert page.meeting.sheet.iro_view == "The plan drifts"
    QTest.mouseClick(strip.stop_button, Qt.MouseButton.LeftButton)
    assert page.meeting.sheet.restrictions == ()
