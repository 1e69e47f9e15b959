"""A date is typed as it is said, written out when left, and an odd one is kept with an error."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.typing_keys import type_text
from tests.ui.shown import shown
from ui.parts.date_field import DateField
from ui.parts.fields import LineField

TODAY = date(2026, 11, 12)
Form = tuple[QWidget, DateField]


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    window = QWidget()
    qtbot.addWidget(window)
    field = DateField("By when", lambda: TODAY)
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(LineField("Name"))
    shown(qtbot, window)
    return window, field


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("18 dec", date(2026, 12, 18)),
        ("2 weeks", date(2026, 11, 26)),
        ("fri", date(2026, 11, 13)),
        ("18/12/2026", date(2026, 12, 18)),
    ],
)
def test_a_day_is_read_when_the_field_is_left(
    qtbot: QtBot, form: Form, typed: str, day: date
) -> None:
    _window, field = form
    type_text(qtbot, field.control, typed)
    with qtbot.waitSignal(field.day_chosen) as told:
        qtbot.keyClick(field.control, Qt.Key.Key_Tab)
    assert told.args == [day]
    assert field.day() == day
    assert field.control.text() == f"{day.day} {day:%B} {day.year}"
    assert field.text() == day.isoformat()


def test_enter_reads_it_too_and_leaving_again_tells_nothing(qtbot: QtBot, form: Form) -> None:
    _window, field = form
    type_text(qtbot, field.control, "tomorrow")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert field.day() == date(2026, 11, 13)
    with qtbot.assertNotEmitted(field.day_chosen):
        qtbot.keyClick(field.control, Qt.Key.Key_Tab)


def test_what_is_no_date_stays_with_a_message(qtbot: QtBot, form: Form) -> None:
    _window, field = form
    type_text(qtbot, field.control, "soon")
    qtbot.keyClick(field.control, Qt.Key.Key_Tab)
    assert field.day() is None
    assert field.control.text() == "soon"
    assert "18/12/2026" in field.error.said
    field.control.clear()
    type_text(qtbot, field.control, "fri")
    qtbot.keyClick(field.control, Qt.Key.Key_Tab)
    assert not field.has_error


def test_emptying_it_takes_the_day_away(qtbot: QtBot, form: Form) -> None:
    _window, field = form
    with qtbot.assertNotEmitted(field.day_chosen):
        field.set_day(TODAY)
    field.control.selectAll()
    type_text(qtbot, field.control, "\b")
    with qtbot.waitSignal(field.day_chosen) as told:
        qtbot.keyClick(field.control, Qt.Key.Key_Tab)
    assert told.args == [None]


def test_a_day_that_cannot_be_is_refused_in_words_and_kept(qtbot: QtBot, form: Form) -> None:
    _window, field = form
    field.check = lambda day: "Choose a day in 2027" if day.year != 2027 else ""
    with qtbot.assertNotEmitted(field.day_chosen):
        type_text(qtbot, field.control, "18 dec 2026\t")
    assert field.error.said == "Choose a day in 2027"
    assert field.control.text() == "18 dec 2026"
    assert field.day() is None
    field.control.selectAll()
    type_text(qtbot, field.control, "18 dec 2027\t")
    assert (field.day(), field.has_error) == (date(2027, 12, 18), False)


def test_emptying_a_field_after_a_bad_day_takes_the_day_away(qtbot: QtBot, form: Form) -> None:
    _window, field = form
    field.set_day(date(2026, 12, 18))
    field.control.selectAll()
    type_text(qtbot, field.control, "soonish\t")
    field.control.selectAll()
    with qtbot.waitSignal(field.day_chosen) as told:
        type_text(qtbot, field.control, "\b\t")
    assert told.args == [None]
    assert not field.has_error
