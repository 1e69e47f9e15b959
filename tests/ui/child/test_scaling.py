"""The numbers over time: a line for each person, never put together, in a chart and in words."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.child_story import read_story
from tests.ui.shown import shown
from ui.child.scaling import Series, finding
from ui.child.scaling_card import ScalingCard
from ui.child.scaling_chart import CHILD, ScalingChart, looks_of
from ui.desk import Desk
from ui.parts.words import Words


@pytest.fixture
def card(qtbot: QtBot, demo_desk: Desk) -> ScalingCard:
    with demo_desk.database.reading() as connection:
        child_id = connection.execute("select id from child where given_name = 'Wren'").fetchone()[
            0
        ]
        story = read_story(connection, child_id)
    made = ScalingCard()
    made.resize(468, 360)
    qtbot.addWidget(made)
    made.show_story(story)
    shown(qtbot, made)
    return made


def test_each_person_has_a_line_of_their_own(card: ScalingCard) -> None:
    assert card.lines[0].is_child
    assert [line.is_child for line in card.lines].count(True) == 1
    assert len({line.who for line in card.lines}) == len(card.lines) == 3


def test_the_chart_says_what_it_shows(card: ScalingCard) -> None:
    said = card.chart.accessibleDescription()
    for line in card.lines:
        for review, number in line.numbers:
            assert f"review {review}: {number}" in said


def test_the_same_is_told_as_a_table(card: ScalingCard) -> None:
    QTest.keyClick(card.toggle, Qt.Key.Key_Return)
    assert card.table.isVisible()
    assert not card.chart.isVisible()
    said = [words.said for words in card.table.findChildren(Words) if words.isVisible()]
    for line in card.lines:
        assert line.who in said
        assert {str(number) for _review, number in line.numbers} <= set(said)
    QTest.keyClick(card.toggle, Qt.Key.Key_Return)
    assert card.chart.isVisible()


def test_shapes_and_dashes_tell_the_lines_apart() -> None:
    lines = [
        Series("Sam", True, ((1, 4),)),
        *(Series(f"P{n}", False, ((1, n),)) for n in range(4)),
    ]
    looks = looks_of(lines)
    assert looks[0] is CHILD
    assert len({look.shape for look in looks}) == len({look.dash for look in looks}) == 5


def test_one_review_and_seven_people_are_drawn_too(qtbot: QtBot, tmp_path: Path) -> None:
    chart = ScalingChart()
    qtbot.addWidget(chart)
    chart.resize(300, 210)
    chart.show_lines([Series(f"Somebody {n}", n == 0, ((3, 6),)) for n in range(7)])
    chart.show()
    assert chart.grab().save(str(tmp_path / "chart.png"))
    assert finding(chart._lines).count("review 3: 6") == 7
