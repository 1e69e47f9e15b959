"""The bidirectional algorithm, held to the conformance test of the Unicode Standard."""

import gzip
from collections.abc import Iterator
from pathlib import Path

from letters.engine.bidi import needs_bidi, resolve, strong_outside_isolates, visual_order

CASES = Path(__file__).parent / "data" / "BidiCharacterTest.txt.gz"
FEWEST_CASES = 91_000


def cases() -> Iterator[list[str]]:
    with gzip.open(CASES, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split(";")


def levels_and_order(text: str, base: int | None) -> tuple[int, str, str]:
    paragraph = resolve(text, base)
    levels = paragraph.line(0, len(text))
    removed = paragraph.removed
    shown = " ".join("x" if at in removed else str(level) for at, level in enumerate(levels))
    kept = [at for at in range(len(text)) if at not in removed]
    order = visual_order([levels[at] for at in kept])
    return paragraph.base, shown, " ".join(str(kept[at]) for at in order)


def test_every_case_of_the_unicode_conformance_file_passes() -> None:
    count = 0
    wrong = []
    for points, direction, base, levels, order in cases():
        text = "".join(chr(int(point, 16)) for point in points.split())
        found = levels_and_order(text, None if direction == "2" else int(direction))
        count += 1
        if found != (int(base), levels, order):
            wrong.append((points, direction, found))
    assert count > FEWEST_CASES
    assert wrong == []


def test_english_words_need_no_bidirectional_work() -> None:
    assert not needs_bidi("Dear Zoë, 12 March – “yes” 😀")


def test_arabic_hebrew_and_hidden_controls_need_it() -> None:
    assert all(needs_bidi(text) for text in ("سامي", "שלום", "a\u202eb", "a\u2068b\u2069"))


def test_blanks_at_the_end_of_a_line_take_the_level_of_the_paragraph() -> None:
    paragraph = resolve("abc סוף  ", 0)
    assert paragraph.line(0, 6)[-2:] == [1, 1]
    assert paragraph.line(4, 9) == [1, 1, 1, 0, 0]


def test_embeddings_deeper_than_the_standard_allows_are_counted_not_followed() -> None:
    text = "\u202b" * 200 + "a" + "\u202c" * 200 + "b"
    assert max(resolve(text, 0).levels) <= 126
    isolates = "\u2067" * 200 + "a" + "\u2069" * 200 + "b"
    assert resolve(isolates, 0).levels[-1] == 0


def test_an_override_inside_too_many_isolates_is_left_alone() -> None:
    text = "\u2067" * 130 + "\u202e" + "a" + "\u202c" + "\u2069" * 130 + "b"
    assert resolve(text, 0).levels[-1] == 0


def test_a_paragraph_with_more_open_brackets_than_the_standard_keeps_pairs_none() -> None:
    assert resolve("(" * 70 + "א" + ")" * 70, 0).levels[0] == 0


def test_strong_characters_are_counted_outside_isolates_only() -> None:
    assert strong_outside_isolates("ab \u2068سامي\u2069 ת") == (2, 1)


def test_a_separator_of_paragraphs_ends_the_search_for_a_direction() -> None:
    assert resolve("12\u2029א").base == 0


def test_isolates_and_embeddings_end_with_their_paragraph() -> None:
    assert resolve("\u2067\u202ba\u2029b\u2069\u202c", 0).levels[3:] == [0, 0, 0, 0]
    assert resolve("\u2067a\u2029", None).base == 0


def test_words_of_no_length_have_no_order() -> None:
    assert visual_order([]) == []
    assert resolve("").levels == []
