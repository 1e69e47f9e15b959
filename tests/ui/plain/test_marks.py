"""Findings keep their places in a text area while it is typed in."""

from hypothesis import given, settings
from hypothesis import strategies as st

from letters.plain.checking import Finding, FindingKind
from ui.plain.marks import Mark, beyond, marks_of, moved, nearest


def _found(start: int, end: int, kind: FindingKind = FindingKind.HARD_WORD) -> Finding:
    return Finding(kind, start, end, f"words {start}", "{words}", {"words": "x"}, stops=(end,))


def _mark(start: int, end: int, kind: FindingKind = FindingKind.HARD_WORD) -> Mark:
    return Mark(_found(start, end, kind), start, end)


def test_letters_that_take_two_places_move_what_comes_after() -> None:
    text = "\N{SLIGHTLY SMILING FACE} LAC \N{DOG FACE} PEP"
    first, second = marks_of(text, [_found(2, 5), _found(8, 11)])
    assert (first.start, first.end, first.stops) == (3, 6, (6,))
    assert (second.start, second.end) == (10, 13)


def test_an_edit_moves_what_is_after_it_and_ends_what_it_touches() -> None:
    marks = [_mark(0, 3), _mark(5, 8), _mark(12, 15)]
    after = moved(marks, 6, 0, 2)
    assert [(each.start, each.end) for each in after] == [(0, 3), (14, 17)]


def test_a_long_sentence_stays_long_while_it_is_typed_in() -> None:
    (after,) = moved([_mark(2, 40, FindingKind.LONG_SENTENCE)], 20, 3, 5)
    assert (after.start, after.end, after.stops) == (2, 42, ())


@settings(max_examples=60)
@given(
    st.text(min_size=1, max_size=30), st.integers(0, 30), st.integers(0, 30),
    st.text(max_size=5), st.integers(0, 30), st.integers(1, 8),
)  # fmt: skip
def test_a_mark_that_stays_holds_the_same_words(
    text: str, at: int, cut: int, put: str, start: int, length: int
) -> None:
    at = min(at, len(text))
    cut = min(cut, len(text) - at)
    start = min(start, len(text) - 1)
    end = min(start + length, len(text))
    after = f"{text[:at]}{put}{text[at + cut :]}"
    for mark in moved([_mark(start, end)], at, cut, len(put)):
        assert after[mark.start : mark.end] == text[start:end]


def test_the_shortest_round_the_cursor_is_nearest_and_steps_go_in_reading_order() -> None:
    sentence, word, other = _mark(0, 50, FindingKind.LONG_SENTENCE), _mark(5, 9), _mark(60, 64)
    marks = (sentence, word, other)
    assert nearest(marks, 7) == word
    assert nearest(marks, 20) == sentence
    assert nearest(marks, 58) == other
    assert nearest((), 3) is None
    assert beyond(marks, None, 1) == sentence
    assert beyond(marks, sentence, 1) == word
    assert beyond(marks, other, 1) is None
    assert beyond(marks, None, -1) == other
    assert beyond((), None, 1) is None
