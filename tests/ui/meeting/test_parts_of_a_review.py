"""A review in parts, moved to another day, or chaired for a colleague: by keys and clicks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.review_sheet import ReviewSheet
from tests import sample
from tests.sample import Sample
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import Clock, Open
from ui.meeting.sitting_card import SittingCard
from ui.meeting.welcome_page import WelcomePage

LEFT = Qt.MouseButton.LeftButton
Read = Callable[[], ReviewSheet]


def _page(open_review: Open) -> WelcomePage:
    page = open_review("A1").page()
    assert isinstance(page, WelcomePage)
    return page


def _sitting(open_review: Open) -> SittingCard:
    return _page(open_review).sitting


@pytest.mark.usefixtures("begun")
def test_the_end_of_a_part_is_not_an_adjournment(
    qtbot: QtBot, open_review: Open, read: Read, clock: Clock
) -> None:
    page = _page(open_review)
    sitting = page.sitting
    qtbot.mouseClick(sitting.part_button, LEFT)
    assert "10 September" in sitting.adjourning.by_when.said
    assert sitting.adjourning.reason.isHidden()
    qtbot.mouseClick(sitting.adjourning.now_button, LEFT)
    assert sitting.standing.said.startswith("Part 1 is over. Hold the last part by")
    clock.on(days=7)
    qtbot.keyClick(sitting.resume_button, Qt.Key.Key_Return)
    assert [part.adjourned for part in read().sittings] == [False, False]
    assert not page.parts.slots[read().sittings[0].id].who.isHidden()


@pytest.mark.usefixtures("begun")
def test_each_part_says_who_was_there(
    qtbot: QtBot, open_review: Open, read: Read, clock: Clock, sam: Sample
) -> None:
    page = _page(open_review)
    carer = sam.people["carer"]
    qtbot.mouseClick(page.people.slots[carer].attended.chip("in_room"), LEFT)
    qtbot.mouseClick(page.sitting.part_button, LEFT)
    qtbot.mouseClick(page.sitting.adjourning.now_button, LEFT)
    clock.on(days=7)
    qtbot.mouseClick(page.sitting.resume_button, LEFT)
    first = page.parts.slots[read().sittings[0].id].who
    assert list(first.ticks) == ["child", carer]
    qtbot.mouseClick(first.ticks["child"], LEFT)
    qtbot.keyClick(first.ticks[carer], Qt.Key.Key_Space)
    assert read().sittings[0].came == ("child", carer)
    assert read().sittings[1].came == ()


def test_moving_the_day_asks_who_and_why(qtbot: QtBot, open_review: Open, read: Read) -> None:
    moving = _sitting(open_review).moving
    before = read().booked_on
    qtbot.mouseClick(moving.open_button, LEFT)
    type_text(qtbot, moving.new_day.control, "20/8/2026\t")
    assert "4 days after the last day in time" in moving.asked.how_late.said
    qtbot.mouseClick(moving.move_button, LEFT)
    assert moving.asked.asked_by.has_error
    type_text(qtbot, moving.asked.asked_by.control, "Sam\t")
    moving.asked.asked_on.control.selectAll()
    type_text(qtbot, moving.asked.asked_on.control, "3/8/2026\t")
    qtbot.mouseClick(moving.move_button, LEFT)
    assert moving.asked.reason.has_error
    qtbot.keyClick(moving.asked.reason.control, Qt.Key.Key_Down)
    qtbot.mouseClick(moving.move_button, LEFT)
    sheet = read()
    assert str(sheet.booked_on) == "2026-08-20"
    assert [(one.from_day, one.asked_by) for one in sheet.rearranged] == [(before, "Sam")]
    (moved,) = sheet.rearranged
    assert (str(moved.asked_on), moved.why_kind, moved.why) == ("2026-08-03", "child_asked", "")
    assert moving.before.said.startswith(
        "Moved from Wednesday 12 August to Thursday 20 August. Sam asked on Monday 3 August"
    )
    assert "4 days after the last day in time" in moving.before.said
    assert moving.new_day.isHidden() or moving.open_button.isVisible()


def test_another_day_typed_over_a_booked_one_asks_who_and_why(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    sitting = _sitting(open_review)
    sitting.booked_on.control.selectAll()
    type_text(qtbot, sitting.booked_on.control, "20/8/2026\t")
    moving = sitting.moving
    qtbot.waitUntil(lambda: moving.asked.isAncestorOf(QApplication.focusWidget()))
    assert (read().booked_on, sitting.booked_on.day()) == (sample.REVIEW_ON,) * 2
    assert str(moving.new_day.day()) == "2026-08-20"
    type_text(qtbot, moving.asked.asked_by.control, "Sam")
    qtbot.keyClick(moving.asked.reason.control, Qt.Key.Key_Down)
    qtbot.mouseClick(moving.move_button, LEFT)
    assert (str(read().booked_on), len(read().rearranged)) == ("2026-08-20", 1)


def test_a_colleague_who_covers_names_the_childs_own_iro(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review)
    covering = page.sitting.covering
    assert covering.covering_for.isHidden()
    qtbot.mouseClick(covering.covers, LEFT)
    type_text(qtbot, covering.covering_for.control, "Ruth Castlemaine")
    page.flush()
    assert read().covering_for == "Ruth Castlemaine"
    qtbot.mouseClick(covering.covers, LEFT)
    assert read().covering_for == ""


@pytest.mark.usefixtures("begun")
def test_a_planned_part_held_too_late_is_said_and_asked_about(
    qtbot: QtBot, open_review: Open, read: Read, clock: Clock
) -> None:
    page = _page(open_review)
    sitting = page.sitting
    qtbot.mouseClick(sitting.part_button, LEFT)
    qtbot.mouseClick(sitting.adjourning.now_button, LEFT)
    assert "put into effect" in sitting.detail.said
    clock.on(days=60)
    page.enter()
    assert "The day for holding the last part was Thursday 10 September" in sitting.standing.said
    assert not sitting.resumed_late_why.isHidden()
    qtbot.mouseClick(sitting.resume_button, LEFT)
    assert "after the last day for that, Thursday 10 September" in sitting.detail.said
    type_text(qtbot, sitting.resumed_late_why.control, "The school was shut")
    page.flush()
    assert read().resumed_late_why == "The school was shut"
