"""What is typed for a letter is laid over the review before it is saved, each in its place."""

from dataclasses import replace

import pytest

from models.letter_as_typed import LineTyped, with_typed
from models.letter_making import LetterMaking, LetterOnSheet, LineOnSheet, TranslationOnSheet
from tests.letters import sheets

SHEET = sheets.full()


@pytest.mark.parametrize("rows", ["notes", "decisions"])
def test_words_for_a_note_or_a_decision_stand_in_its_row(rows: str) -> None:
    row = getattr(SHEET, rows)[0]
    place = (rows.rstrip("s"), row.id, "letter_words")
    typed = with_typed(SHEET, [LineTyped(place, f"{place[0]}/{row.id}", "Hello")])
    assert getattr(typed, rows)[0] == replace(row, letter_words="Hello")
    assert getattr(typed, rows)[1:] == getattr(SHEET, rows)[1:]


def test_words_of_the_review_stand_in_their_field() -> None:
    place = ("review", SHEET.id, "warm_line")
    assert with_typed(SHEET, [LineTyped(place, "L2/warm", "Hello")]).warm_line == "Hello"


def test_words_of_any_other_line_are_the_lines_own() -> None:
    line = LineTyped(("letter_line", "new", "words"), "L3/why", "Hello", "We met.")
    typed = with_typed(SHEET, [line])
    assert typed.making.line["L3/why"] == LineOnSheet(
        "new", "L3/why", "Hello", "We met.", left_out=False, left_out_why=""
    )
    again = with_typed(typed, [replace(line, words="Hello again")])
    assert [each.words for each in again.making.lines] == ["Hello again"]


def test_words_in_another_language_stand_with_their_english() -> None:
    in_arabic = sheets.full(making=LetterMaking(LetterOnSheet(id="letter", language="ar")))
    line = LineTyped(("letter_translation", "new", "words"), "L2/warm", "كلمات", "Words.")
    typed = with_typed(in_arabic, [line])
    assert typed.making.translations == (
        TranslationOnSheet("new", "ar", "L2/warm", "Words.", "كلمات"),
    )
    again = with_typed(typed, [replace(line, words="كلمة")])
    assert [each.words for each in again.making.translations] == ["كلمة"]


def test_nothing_typed_changes_nothing() -> None:
    assert with_typed(SHEET, []) is SHEET
