"""What a translator's file brought is said in sentences, each line by its number."""

from letters.translating.reading import Brought, BroughtRow
from letters.two_languages import State, TwoLines
from ui.letter.brought_words import brought_words, needs_a_look

LINES = tuple(TwoLines(f"k{n}", str(n), f"Line {n}.", "", State.MISSING) for n in range(1, 21))


def _row(key: str) -> BroughtRow:
    return BroughtRow(key, "English", "words")


def test_a_file_that_brings_everything_needs_no_second_look() -> None:
    brought = Brought((_row("k1"), _row("k2")))
    assert brought_words(brought, LINES) == ("2 lines were brought in.",)
    assert not needs_a_look(brought)


def test_a_file_that_brings_nothing_new_says_so() -> None:
    assert brought_words(Brought(()), LINES) == ("There was nothing new in the file.",)


def test_each_thing_to_look_at_is_a_sentence_of_its_own() -> None:
    brought = Brought((_row("k1"),), changed=("k1",), unknown=("9", "9"), missing=("k3",))
    assert brought_words(brought, LINES) == (
        "1 line was brought in.",
        "The English of 1 line has changed since the file was made: 1.",
        "1 line still has no words: 3.",
        "2 rows of the file came twice or belong to no line here: 9, 9.",
    )
    assert needs_a_look(brought)


def test_of_many_lines_only_the_first_are_named() -> None:
    said = brought_words(Brought((), missing=tuple(line.key for line in LINES)), LINES)[1]
    assert said == (
        "20 lines still have no words: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and others."
    )
