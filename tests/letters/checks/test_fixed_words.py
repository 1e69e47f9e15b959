"""That the program's own words, and what is not said to the child, raise no warning of words."""

from dataclasses import replace
from typing import Any

import pytest

from letters.bands import Band
from letters.checks import Concern, checks_of
from letters.child_letter import compose
from letters.letter import Letter
from letters.wording import wording
from models.letter_making import LetterMaking, LetterOnSheet, LineOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets

PLAIN = {"hard_word", "label", "acronym", "passive", "long_sentence", "third_person", "pronoun"}


def written(sheet: ReviewSheet) -> Letter:
    return compose(sheet, wording(), sheets.DATED)


def of(sheet: ReviewSheet, band: Band, **making: Any) -> ReviewSheet:
    own = LetterMaking(letter=LetterOnSheet(id="l-1", band=band, **making))
    return replace(sheet, making=own)


def plain(sheet: ReviewSheet) -> list[Concern]:
    found = checks_of(sheet, written(sheet), sheets.DATED)
    return [each for each in found if each.check in PLAIN]


@pytest.mark.parametrize("band", Band)
def test_where_nobody_typed_anything_nothing_is_said_of_words(band: Band) -> None:
    """Sam's letter with each thing that a form of it says, and no typed line."""
    bare = sheets.full(
        notes=(), decisions=(), wishes=(), scale_answers=(), warm_line="", home_line="Here.",
        matters=(),
    )  # fmt: skip
    chaired = replace(sheets.PARTICIPATION, chaired="part")
    for sheet in (bare, replace(bare, participation=chaired)):
        assert [(each.key, each.said()) for each in plain(of(sheet, band))] == []


@pytest.mark.parametrize("band", [Band.B, Band.U])
def test_what_is_typed_round_fixed_words_is_still_looked_at(band: Band) -> None:
    sheet = sheets.full(home_line="You live with Jo by a statutory plan that was found by IRT.")
    kinds = {each.check for each in plain(of(sheet, band)) if each.block == "L10"}
    assert kinds >= {"hard_word", "passive", "acronym"}


def test_a_line_of_the_page_read_aloud_keeps_to_its_own_length() -> None:
    said = "Hello Sam, we came to your house to see you and the rabbit."
    line = LineOnSheet("li-1", "aloud/hello", said, "", left_out=False, left_out_why="")
    sheet = of(sheets.full(), Band.U)
    sheet = replace(sheet, making=replace(sheet.making, lines=(line,)))
    found = [each for each in plain(sheet) if each.block == "aloud"]
    assert [each.check for each in found] == ["long_sentence"]
    assert found[0].values["most"] == "6"


@pytest.mark.parametrize(
    "words", ["Samir visits on Monday.", "You ask the panel.", "Your hearing is good."]
)
def test_a_word_that_is_mostly_said_at_home_is_no_warning_before_issue(words: str) -> None:
    sheet = of(sheets.full(home_line=words), Band.B)
    assert [each for each in plain(sheet) if each.block == "L10"] == []
