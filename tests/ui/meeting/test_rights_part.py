"""The rights checklist: a tick has the day of the sitting, which can be corrected, and a note."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.review_sheet import ReviewSheet, RightOnSheet
from tests import sample
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import Clock, Open
from ui.meeting.rights_part import RightLine
from ui.meeting.summing_up_page import SummingUpPage

Read = Callable[[], ReviewSheet]
LEFT = Qt.MouseButton.LeftButton


def _line(open_review: Open, key: str = "advocate") -> RightLine:
    page = open_review("A12").page()
    assert isinstance(page, SummingUpPage)
    return page.rights.lines[key]


def _told(read: Read) -> RightOnSheet:
    (line,) = read().rights
    return line


@pytest.mark.usefixtures("begun")
def test_ticked_the_day_after_it_has_the_day_of_the_sitting(
    qtbot: QtBot, open_review: Open, read: Read, clock: Clock
) -> None:
    clock.on(days=1)
    line = _line(open_review)
    assert line.day_button.isHidden()
    qtbot.mouseClick(line.tick, LEFT)
    assert (_told(read).done, _told(read).on) == (True, sample.REVIEW_ON)
    assert line.day_button.text() == "12 August 2026"
    qtbot.mouseClick(line.tick, LEFT)
    assert (_told(read).done, _told(read).on) == (False, None)
    assert line.day_button.isHidden()


@pytest.mark.usefixtures("begun")
def test_the_day_can_be_corrected_but_not_to_one_that_is_still_to_come(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    line = _line(open_review)
    qtbot.mouseClick(line.tick, LEFT)
    qtbot.mouseClick(line.day_button, LEFT)
    assert line.day.control.hasFocus()
    line.day.control.selectAll()
    type_text(qtbot, line.day.control, "1/9/2026\t")
    assert line.day.error.said == "That day is still to come."
    line.day.control.selectAll()
    type_text(qtbot, line.day.control, "10/8/2026\t")
    assert _told(read).on == date(2026, 8, 10)


@pytest.mark.usefixtures("begun")
def test_a_note_keeps_the_tick_and_its_day(qtbot: QtBot, open_review: Open, read: Read) -> None:
    line = _line(open_review)
    qtbot.mouseClick(line.tick, LEFT)
    qtbot.mouseClick(line.note_button, LEFT)
    type_text(qtbot, line.note.control, "Tolu will ring\t")
    told = _told(read)
    assert (told.done, told.note, told.on) == (True, "Tolu will ring", sample.REVIEW_ON)


def test_before_the_start_a_tick_has_todays_day(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    qtbot.mouseClick(_line(open_review).tick, LEFT)
    assert _told(read).on == sample.REVIEW_ON
