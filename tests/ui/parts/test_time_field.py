"""A time is typed as it is said, written out when left, and an odd one is kept with an error."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.typing_keys import type_text
from tests.ui.shown import shown
from ui.parts.fields import LineField
from ui.parts.time_field import TimeField


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[TimeField]:
    window = QWidget()
    qtbot.addWidget(window)
    made = TimeField("Time")
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(LineField("Place"))
    shown(qtbot, window)
    yield made
    window.hide()


@pytest.mark.parametrize(
    ("typed", "time", "said"), [("4", "16:00", "4:00pm"), ("9.15", "09:15", "9:15am")]
)
def test_a_time_is_read_when_the_field_is_left(
    qtbot: QtBot, field: TimeField, typed: str, time: str, said: str
) -> None:
    with qtbot.waitSignal(field.time_chosen) as told:
        type_text(qtbot, field.control, f"{typed}\t")
    assert told.args == [time]
    assert (field.time(), field.control.text()) == (time, said)


def test_what_is_not_a_time_is_said_over_the_box_and_kept(qtbot: QtBot, field: TimeField) -> None:
    field.set_time("16:00")
    field.control.selectAll()
    with qtbot.assertNotEmitted(field.time_chosen):
        type_text(qtbot, field.control, "teatime\t")
    assert field.error.said == "Write a time such as 4pm, 4:30pm or 16:30."
    assert field.control.text() == "teatime"


def test_a_time_can_be_taken_away_even_after_an_odd_one(qtbot: QtBot, field: TimeField) -> None:
    field.set_time("16:00")
    field.control.selectAll()
    type_text(qtbot, field.control, "teatime\t")
    field.control.selectAll()
    with qtbot.waitSignal(field.time_chosen) as told:
        type_text(qtbot, field.control, "\b\t")
    assert told.args == [""]
    assert not field.has_error
