"""Parts that each begin a page, and one that begins the front of a sheet."""

from datetime import date

import pytest

from letters.engine import Element, Frame, PageDesign, Space, Text, TextStyle, build, family
from letters.looks.own_pages import OwnPages
from tests.letters.reading import page_texts

STYLE = TextStyle(family("Andika"), 14, 21)
FRAME = Frame(20, 270, 20, 20)
DESIGN = PageDesign(FRAME, FRAME, lambda _page: None)


def pages(parts: list[list[Element]], *, new_sheet: set[int] | None = None) -> list[str]:
    """The first word and the count of lines of each page."""
    pdf = build(
        [OwnPages(parts, frozenset(new_sheet or ()))],
        DESIGN, "Title", "en-GB", "Nadia", date(2026, 11, 21),
    ).bytes  # fmt: skip
    return [f"{text.split()[0]} {text.count('line')}" if text else "" for text in page_texts(pdf)]


def part(name: str, lines: int) -> list[Element]:
    """So many paragraphs of one line."""
    return [Text(f"{name} line", STYLE, space_after=5) for _ in range(lines)]


def test_each_part_begins_a_page() -> None:
    assert pages([part("one", 2), part("two", 3)]) == ["one 2", "two 3"]


def test_a_part_of_several_pages_is_followed_on_a_new_one() -> None:
    assert pages([part("one", 30), part("two", 1)]) == ["one 27", "one 3", "two 1"]


def test_an_empty_part_takes_no_page() -> None:
    assert pages([part("one", 1), [], part("two", 1)]) == ["one 1", "two 1"]


@pytest.mark.parametrize(
    ("before", "expected"),
    [(2, ["one 2", "", "two 1"]), (30, ["one 27", "one 3", "two 1"])],
)
def test_what_is_torn_off_begins_on_the_front_of_a_sheet(before: int, expected: list[str]) -> None:
    assert pages([part("one", before), part("two", 1)], new_sheet={1}) == expected


def test_one_part_alone_is_as_it_would_be_by_itself() -> None:
    assert pages([part("one", 2)]) == ["one 2"]


def test_what_cannot_be_cut_takes_a_page_however_tall_it_is() -> None:
    tall: list[Element] = [Space(3000)]
    assert pages([tall, part("two", 1)]) == ["", "two 1"]


def test_no_parts_are_one_empty_page() -> None:
    assert pages([]) == [""]
