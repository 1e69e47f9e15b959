"""Sections that move whole, or are cut with their heading said again."""

from datetime import date
from functools import partial

from letters.engine import BuiltPdf, Element, Frame, PageDesign, Text, TextStyle, build, family
from letters.page import all_families
from letters.section import FittedSides, Section, TwoSides
from tests.letters.reading import headings, page_texts

STYLE = TextStyle(family("Andika"), 12, 20)
FRAME = Frame(20, 277, 20, 20)
PAGE_PT = FRAME.height_pt


def lines(count: int, word: str = "line") -> list[Element]:
    return [Text(f"{word} {number}", STYLE) for number in range(count)]


def section(count: int, name: str) -> Section:
    heading = Text(name, STYLE, role="H2")
    return Section([heading, *lines(count)], heading, PAGE_PT)


def built(*elements: Element) -> BuiltPdf:
    design = PageDesign(FRAME, FRAME, lambda _page: None)
    title = Text("A letter", STYLE, role="H1")
    return build([title, *elements], design, "A letter", "en-GB", "Nadia", date(2026, 1, 1))


def test_a_short_section_moves_whole_to_the_next_page() -> None:
    pages = page_texts(built(section(15, "One"), section(15, "Two"), section(15, "Three")).bytes)
    assert [("One" in page, "Two" in page, "Three" in page) for page in pages] == [
        (True, True, False), (False, False, True),
    ]  # fmt: skip


def test_a_long_section_is_cut_and_says_its_heading_again() -> None:
    pdf = built(section(90, "Long")).bytes
    assert [page.count("Long") for page in page_texts(pdf)] == [1, 1, 1]
    assert [page[0] for page in headings(pdf)] == ["H1", "H2", "H2"]


def test_a_long_section_waits_when_only_its_heading_would_fit() -> None:
    pages = page_texts(built(*lines(34), section(30, "Long")).bytes)
    assert [page.count("Long") for page in pages] == [0, 1]


def test_a_section_without_a_heading_is_cut_plainly() -> None:
    pages = page_texts(built(Section(lines(90), None, PAGE_PT)).bytes)
    assert len(pages) == 3


def test_what_fits_on_one_side_stays_on_one() -> None:
    pages = page_texts(built(TwoSides([section(3, "One")], [section(3, "Two")])).bytes)
    assert len(pages) == 1
    assert pages[0].index("One") < pages[0].index("Two")


def test_the_families_to_warm_are_those_of_the_papers() -> None:
    assert [each.name for each in all_families()] == [
        "Andika", "Atkinson Hyperlegible Next", "Lexend",
    ]  # fmt: skip


def sides(first: tuple[int, int], second: tuple[int, int], even_from: int = 2) -> FittedSides:
    """Two sides of so many lines, and of how many where less room is given."""
    ways = [(partial(_side, first[at], second[at])) for at in range(2)]
    return FittedSides(ways, (PAGE_PT, PAGE_PT), even_from)


def _side(first: int, second: int) -> tuple[list[Element], list[Element]]:
    return lines(first, "one"), lines(second, "two")


def _on_pages(element: Element) -> list[tuple[int, int]]:
    design = PageDesign(FRAME, FRAME, lambda _page: None)
    pdf = build([element], design, "A letter", "en-GB", "Nadia", date(2026, 1, 1)).bytes
    return [(page.count("one"), page.count("two")) for page in page_texts(pdf)]


def test_each_side_has_as_much_room_as_its_page_leaves_it() -> None:
    assert _on_pages(sides((30, 25), (60, 30))) == [(30, 0), (0, 30)]
    assert _on_pages(sides((50, 25), (36, 30))) == [(25, 0), (0, 36)]


def test_smaller_type_is_on_both_sides_or_on_none() -> None:
    assert _on_pages(sides((30, 25), (60, 30), even_from=1)) == [(25, 0), (0, 30)]
    assert _on_pages(sides((30, 25), (20, 15), even_from=1)) == [(30, 0), (0, 20)]


def test_two_short_sides_stand_on_one_page() -> None:
    assert _on_pages(sides((5, 4), (6, 5))) == [(5, 6)]


def test_sides_that_fit_in_no_way_flow_over_as_usual() -> None:
    pages = _on_pages(sides((60, 50), (20, 10)))
    assert sum(one for one, _two in pages) == 60
    assert sum(two for _one, two in pages) == 20
