"""Sentences go whole, and what is left reads as if nothing had stood there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.disclosure.sentences import Span, sentences, without_sentences, without_stretch


def _parts(text: str) -> list[str]:
    return [text[each.start : each.end].strip() for each in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("She lives at 4 St. Mary’s Rd. in Tarn. Yes.",
         ["She lives at 4 St. Mary’s Rd. in Tarn.", "Yes."]),
        ("Dr. A. Holme came. “Go,” he said.", ["Dr. A. Holme came.", "“Go,” he said."]),
        ("First line\nsecond line", ["First line", "second line"]),
        ("It is 2.5 miles. Far…", ["It is 2.5 miles.", "Far…"]),
        ("نعم. هل هذا؟ لا", ["نعم.", "هل هذا؟", "لا"]),
    ],
)  # fmt: skip
def test_a_text_is_parted_at_its_ends_and_not_after_short_forms(
    text: str, parts: list[str]
) -> None:
    assert _parts(text) == parts


@settings(max_examples=60)
@given(st.text(max_size=80), st.data())
def test_no_mark_of_a_stretch_is_left_and_no_other_sentence_is_lost(
    text: str, data: st.DataObject
) -> None:
    assert "".join(text[each.start : each.end] for each in sentences(text)) == text
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    left = without_sentences(text, [span]).left
    kept = [text[each.start : each.end] for each in sentences(text) if not each.touches(span)]
    assert left == "".join(kept).strip()


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("He came, she said, and left.", ", she said,", "He came and left."),
        ("He came. He left.", "He left.", "He came."),
        ("He  came\nand left", "came and", "He left"),
        ("Only this", "only this", ""),
        ("Nothing here", "elsewhere", "Nothing here"),
    ],
)
def test_a_marked_stretch_goes_with_the_marks_that_parted_it(
    text: str, words: str, left: str
) -> None:
    assert without_stretch(text, words).left == left
