"""Letters in two languages on paper: side by side, one after the other, with equal numbers."""

import io
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from letters.letter import BlockKind, Letter, LetterBlock
from letters.pdf import LetterHasGaps, render
from letters.two_languages import has_room_beside, in_two_languages
from tests.letters import reading, sheets
from tests.letters.translated_letters import ALL_ARE_BORN_FREE, composing, filled, making

IN_THE_MARGIN_MM = 14


def languages_of(pdf: bytes) -> Counter[str]:
    """How many parts of the tree are said to be in each language."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return Counter(
            str(thing.Lang)
            for thing in document.objects
            if isinstance(thing, pikepdf.Dictionary)
            and thing.get("/Type") == "/StructElem"
            and "/Lang" in thing
        )


@pytest.mark.parametrize(
    ("language", "arrangement", "band"),
    [
        ("ar", "beside", "B"),
        ("ur", "after", "C"),
        ("ti", "beside", "A"),
        ("bn", "after", "B"),
        ("zh-Hans", "alone", "D"),
        ("cy", "beside", "U"),
        ("ar", "after", "E"),
    ],
)
def test_a_letter_in_two_languages_breaks_no_rule_for_those_who_listen(
    language: str, arrangement: str, band: str, tmp_path: Path
) -> None:
    made = render(filled(language, arrangement, band))
    assert reading.faults(made.pdf, tmp_path) == []
    with pikepdf.open(io.BytesIO(made.pdf)) as document:
        spoken = str(document.Root.Lang)
    if arrangement == "alone":
        assert spoken == language
    else:
        assert spoken == "en-GB"
        assert languages_of(made.pdf)[language] >= 1


@pytest.mark.parametrize("arrangement", ["beside", "after"])
def test_the_same_numbers_stand_beside_both(arrangement: str) -> None:
    rows = reading.layout(render(filled("ar", arrangement, "C")).pdf).splitlines()
    words = [(int(row[:4]), row[8:].split()) for row in rows if not row.startswith("---")]
    left = [told[0] for at, told in words if at < IN_THE_MARGIN_MM and told]
    right = [told[-1] for at, told in words if told and told[-1].isdigit() and at > 20]
    numbers = [str(number) for number in range(1, 9)]
    assert [left.count(number) for number in numbers] == [1] * 8
    assert all(number in right for number in numbers)


def test_side_by_side_each_line_stands_level_with_its_own() -> None:
    made = render(filled("pl", "beside", "C"))
    lines = [row for row in reading.layout(made.pdf).splitlines() if not row.startswith("---")]
    level: dict[tuple[int, str], list[int]] = {}
    for row in lines:
        left, down, words = int(row[:4]), int(row[4:8]), row[8:].strip()
        level.setdefault((down, words), []).append(left)
    numbers = {words: lefts for (_, words), lefts in level.items() if words.isdigit()}
    assert numbers["1"] == pytest.approx([9, 200], abs=2)


def test_one_after_the_other_each_language_has_sheets_and_page_numbers_of_its_own() -> None:
    letter = filled("pl", "after", "C")
    pages = reading.page_texts(render(letter).pdf)
    first = next(at for at, page in enumerate(pages) if ALL_ARE_BORN_FREE["pl"][:20] in page)
    assert first % 2 == 0
    assert not any(ALL_ARE_BORN_FREE["pl"][:20] in page for page in pages[:first])
    assert letter.other is not None
    own = letter.other.foot.page_of.format(page=1, pages=len(pages) - first)
    assert own in pages[first]
    assert f"1 of {first}" in pages[0] or f"1 of {first - 1}" in pages[0]


def test_the_other_letter_is_mirrored_and_the_address_is_not() -> None:
    made = reading.layout(render(filled("ar", "alone", "B")).pdf)
    (council,) = [row for row in made.splitlines() if "Wrenshire County Council" in row][:1]
    assert int(council[:4]) > 120


def test_large_print_has_no_room_for_two_columns() -> None:
    pages = reading.page_texts(render(filled("pl", "beside", "C", "18")).pdf)
    sentence = ALL_ARE_BORN_FREE["pl"][:20]
    assert sentence not in pages[0]
    assert sentence in pages[-1]


def test_a_letter_with_a_line_that_is_not_translated_is_a_draft_and_not_given_out() -> None:
    sheet = sheets.full(making=making("ar"))
    letter = in_two_languages(composing(sheet), sheet)
    with pytest.raises(LetterHasGaps):
        render(letter)
    words = reading.whole_text(render(letter, draft=True).pdf)
    assert "translated yet: You showed everyone where to sit" in words


def test_the_same_letter_is_the_same_bytes() -> None:
    letter = filled("ar", "beside", "B")
    assert render(letter).pdf == render(letter).pdf


@pytest.mark.parametrize("band", ["A", "E"])
def test_where_pictures_lead_two_columns_cannot_hold_the_type(band: str) -> None:
    letter = filled("cy", "beside", band)
    assert not has_room_beside(letter)
    made = render(letter)
    assert made.pdf == render(replace(letter, arrangement="after")).pdf
    sentence = ALL_ARE_BORN_FREE["cy"][:20]
    pages = reading.page_texts(made.pdf)
    assert sentence not in pages[0]
    assert sentence in " ".join(pages[1:])


def test_the_page_to_be_read_aloud_keeps_its_pictures_in_both_languages() -> None:
    letter = filled("cy", "beside", "U")
    assert letter.other is not None
    titles = [each.heading for each in (_aloud(letter), _aloud(letter.other))]
    pages = reading.page_texts(render(letter).pdf)
    places = [next(at for at, page in enumerate(pages) if title in page) for title in titles]
    assert places[1] == places[0] + 1
    told = reading.pictures_told(render(letter).pdf)
    assert len(told) == 2 * len([each for each in _aloud(letter).paragraphs if each.picture])


def _aloud(letter: Letter) -> LetterBlock:
    return next(block for block in letter.blocks if block.kind is BlockKind.READ_ALOUD)


@pytest.mark.parametrize(("language", "band"), [("bn", "C"), ("ti", "C"), ("cy", "U")])
def test_what_a_child_may_ask_for_is_whole_and_ends_with_how_to_reach_me(
    language: str, band: str
) -> None:
    pages = reading.page_texts(render(filled(language, "beside", band)).pdf)
    (rights,) = [page for page in pages if "Your rights" in page]
    order = ("You can ask", "Ring or text me", "Nadia Thistlemere")
    places = [rights.rindex(words) for words in order]
    assert places == sorted(places)
