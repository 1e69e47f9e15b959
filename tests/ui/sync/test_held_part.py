"""A piece of work that was set aside says where its words stand now."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from models.sync.sharing_lines import HeldLine
from tests.sample import NOW
from ui.sync.held_part import HeldCard

LINE = HeldLine(
    *("op", "case", "Sam Tillbrook", "decision", "row", (("what", "Find a club"),), "too_long"),
    *("", "", NOW, "leaving"),
)


def _why(qtbot: QtBot, line: HeldLine) -> str:
    card = HeldCard(line, NOW, may_decide=False, is_own=True)
    qtbot.addWidget(card)
    return card.why.said


def test_what_still_stands_here_says_that_it_goes_out_once_it_is_changed(qtbot: QtBot) -> None:
    said = "It still stands in its place here, and goes out again once you change it. You wrote"
    assert said in _why(qtbot, replace(LINE, stays=True))
    assert said not in _why(qtbot, LINE)
