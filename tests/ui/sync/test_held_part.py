"""A piece of work that was set aside says where its words stand now."""

from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from models.sync.sharing_lines import HeldLine
from tests.sample import NOW
from ui.sync.held_cards import AT_FIRST, STEP, HeldCards, Piece
from ui.sync.held_list import HeldPart
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


def _made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count the cards that are made, by the work they show."""
    made: list[str] = []
    make = HeldCards._make

    def counted(cards: HeldCards, piece: Piece, now: datetime) -> HeldCard:
        made.append(piece.line.op_id)
        return make(cards, piece, now)

    monkeypatch.setattr(HeldCards, "_make", counted)
    return made


def _pieces(count: int, why: str, case: str = "case") -> list[HeldLine]:
    return [replace(LINE, op_id=f"{case}{at}", case_id=case, why=why) for at in range(count)]


def test_of_hundreds_a_few_cards_are_made_and_more_when_asked_for(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _made(monkeypatch)
    part = HeldPart()
    qtbot.addWidget(part)
    own = _pieces(700, "too_long")
    part.show_held(own, [], NOW)
    assert len(made) == AT_FIRST
    assert part.pieces.more_button.text() == "See 24 more of 700"
    for at in range(8, 700, 40):  # a round answers piece by piece
        own[at] = replace(own[at], state="dropped")
        part.show_held(own, [], NOW)
    assert len(made) == AT_FIRST
    own[3] = replace(own[3], state="dropped")
    part.show_held(own, [], NOW)
    assert made[AT_FIRST:] == ["case3"]
    assert [card.line.op_id for card in part.cards] == [f"case{at}" for at in range(8)]
    part.show()
    qtbot.mouseClick(part.pieces.more_button, Qt.MouseButton.LeftButton)
    assert len(made) == AT_FIRST + 1 + STEP
    assert len(part.cards) == AT_FIRST + STEP
    part.show_held(own[:9], [], NOW)
    assert not part.pieces.more_button.isVisible()
    assert len(made) == AT_FIRST + 1 + STEP


def test_a_child_who_left_with_much_is_one_line_with_the_pieces_behind_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = _made(monkeypatch)
    part = HeldPart()
    qtbot.addWidget(part)
    part.show_held([*_pieces(700, "no_access"), *_pieces(2, "no_access", "other")], [], NOW)
    assert made == ["other0", "other1"]
    card = part.left["case"]
    said = "Sam Tillbrook is not among your children any more. 700 pieces are set aside."
    assert card.what.said == card.accessibleName() == said
    part.show()
    qtbot.mouseClick(card.see_button, Qt.MouseButton.LeftButton)
    assert len(made) == 2 + AT_FIRST
    qtbot.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().count("Find a club") == 700
    with qtbot.waitSignal(part.dropped_together) as dropped:
        qtbot.mouseClick(card.drop_button, Qt.MouseButton.LeftButton)
    assert len(dropped.args[0]) == 700
    part.show_held([], [], NOW)
    assert part.left == {}
    assert not part.isVisible()


def test_half_written_words_are_called_so(qtbot: QtBot) -> None:
    line = replace(LINE, table="draft", why="half_typed", state="held")
    card = HeldCard(line, NOW, may_decide=False, is_own=True)
    qtbot.addWidget(card)
    assert card.what.said == "Sam Tillbrook: Words half written"
    assert card.why.said.startswith("This was half written when the record left this laptop.")
