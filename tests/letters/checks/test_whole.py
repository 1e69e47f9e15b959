"""A letter that has lost something: a right, a block, a decision, its address."""

from dataclasses import replace
from typing import Any

import pytest

from letters import child_letter
from letters.checks import Concern, checks_of
from letters.wording import wording
from models.letter_making import LetterMaking, LetterOnSheet, LineOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.checks.test_checking import LATER


def found(sheet: ReviewSheet, check: str) -> list[Concern]:
    letter = child_letter.compose(sheet, wording(), sheets.DATED)
    return [each for each in checks_of(sheet, letter, LATER) if each.check == check]


def with_lines(*lines: tuple[str, str, bool], **letter: Any) -> ReviewSheet:
    kept = tuple(
        LineOnSheet(f"line-{key}", key, words, "", is_out, "so" if is_out else "")
        for key, words, is_out in lines
    )
    making = LetterMaking(letter=LetterOnSheet(id="l-1", **letter), lines=kept)
    return replace(sheets.full(), making=making)


@pytest.mark.parametrize("key", ["L12/advocate", "L12/complain", "L12/records"])
def test_a_right_that_is_left_out_stops_the_letter(key: str) -> None:
    told = found(with_lines((key, "", True)), "right")
    assert [each.can_be_set_aside for each in told] == [False]


@pytest.mark.parametrize("words", ["Ring me.", ".", "Tolu is on your side and will help you."])
def test_an_advocate_without_the_number_stops_the_letter(words: str) -> None:
    assert found(with_lines(("L12/advocate", words, False)), "right")


def test_a_right_said_in_other_words_with_its_number_is_well() -> None:
    words = "Tolu Merrivale helps you say what you want. Her number is 01632 960114."
    reworded = with_lines(("L12/advocate", words, False))
    assert not found(reworded, "right")
    assert [each.can_be_set_aside for each in found(reworded, "right_reworded")] == [True]
    assert not found(sheets.full(), "right")
    assert not found(sheets.full(), "right_reworded")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("L12/advocate", "You cannot have an advocate. Tolu Merrivale has 01632 960 114."),
        ("L12/complain", "Don’t ring 01632 960 175 if something is wrong."),
        ("L12/records", "You may not see what is written about you."),
    ],
)
def test_a_right_turned_into_its_opposite_stops_the_letter(key: str, words: str) -> None:
    assert [each.can_be_set_aside for each in found(with_lines((key, words, False)), "right")] == [
        False
    ]


def test_a_letter_that_does_not_say_how_to_reach_its_writer_is_stopped() -> None:
    gone = with_lines(*((f"L13/{way}", "Ring me.", False) for way in ("phone", "email")))
    assert [each.key for each in found(gone, "right")] == ["reach"]
    out = with_lines(*((f"L13/{way}", "", True) for way in ("phone", "email", "days", "role")))
    assert [each.key for each in found(out, "right")] == ["reach"]


def test_a_block_of_which_every_line_is_left_out_needs_a_reason() -> None:
    sheet = with_lines(("L3/why", "", True), ("L3/who", "", True))
    assert [each.key for each in found(sheet, "block")] == ["block/L3"]


def test_a_decision_that_is_not_marked_for_the_letter_is_asked_about() -> None:
    full = sheets.full()
    first = replace(full.decisions[0], in_letter=False)
    told = found(replace(full, decisions=(first, *full.decisions[1:])), "not_told")
    assert [each.said() for each in told] == [
        "Decision 1 is not in the letter, and nobody has said why"
    ]
    assert not found(full, "not_told")


def test_by_post_without_an_address_or_with_one_too_long_stops_the_letter() -> None:
    assert [each.key for each in found(with_lines(is_posted=True), "post")] == ["post/none"]
    eight = "\n".join(f"Line {number}" for number in range(8))
    long = with_lines(is_posted=True, address=eight)
    assert [each.key for each in found(long, "post")] == ["post/fit"]
    right = with_lines(is_posted=True, address="Sam Larkhollow\n2 Fuller’s Row\nWR0 7FR")
    assert not found(right, "post")


def test_a_photograph_or_a_code_that_is_not_there_is_asked_about() -> None:
    told = found(with_lines(with_photo=True, with_code=True), "post")
    assert [each.key for each in told] == ["post/photo", "post/code"]


def test_a_letter_that_runs_over_its_sides_says_so() -> None:
    full = sheets.full()
    many = tuple(
        replace(note, id=f"{note.id}-{copy}", words=f"{note.words} Number {copy} of many.")
        for copy in range(14)
        for note in full.notes_in("going_well")
        if not note.restricted
    )
    assert found(replace(full, notes=(*full.notes, *many)), "pages") or found(
        replace(full, notes=(*full.notes, *many)), "length"
    )


def test_a_reason_given_for_some_words_does_not_stand_for_others() -> None:
    first = found(with_lines(("L3/why", "You liked the park at 12 Elm Road.", False)), "address")
    second = found(with_lines(("L3/why", "Mum lives at 4 Secret Lane.", False)), "address")
    assert first and second
    assert first[0].key != second[0].key
