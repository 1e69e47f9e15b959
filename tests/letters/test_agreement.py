"""The letter, the sheet and the record tell the same decisions, days and names."""

from dataclasses import replace

import pytest

from letters.agreement import LETTER, disagreements
from models.review_sheet import ReviewSheet
from tests.letters import sheets


def saying(words: str) -> ReviewSheet:
    """Sam's review, with words of the IRO's own for the second decision in the letter."""
    first, second, *rest = sheets.full().decisions
    return sheets.full(decisions=(first, replace(second, letter_words=words), *rest))


@pytest.mark.parametrize("count", [0, 1, 12])
def test_papers_made_from_one_record_agree(count: int) -> None:
    assert disagreements(sheets.with_decisions(count), sheets.DATED) == ()


def test_papers_of_the_whole_review_agree() -> None:
    assert disagreements(sheets.full(), sheets.DATED) == ()


def test_a_restricted_decision_is_in_none_of_them() -> None:
    secret = replace(sheets.full().decisions[0], restricted=True)
    assert disagreements(sheets.full(decisions=(secret,)), sheets.DATED) == ()


def test_another_day_in_the_words_of_the_letter_is_found() -> None:
    (found,) = disagreements(saying("You will know by 11th December."), sheets.DATED)
    assert (found.number, found.where, found.said) == (2, LETTER, "11 December")
    assert found.should == "4 December 2026"
    assert disagreements(saying("You will know by 4 December."), sheets.DATED) == ()


def test_another_name_in_the_words_of_the_letter_is_found() -> None:
    (found,) = disagreements(saying("Jo will tell you if you can stay."), sheets.DATED)
    assert (found.said, found.should) == ("Jo", "Samir Oakenshaw")
    assert disagreements(saying("Samir will ask Jo for you."), sheets.DATED) == ()
