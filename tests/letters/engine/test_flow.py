"""How a flow is cut into pages: no lonely heading, no lonely line, whole rows, repeated heads."""

import pytest

from letters.engine import (
    Beside,
    Bullets,
    Column,
    Columns,
    Frame,
    PageDesign,
    Panel,
    Picture,
    Placed,
    Space,
    Table,
    TableStyle,
    Text,
)  # fmt: skip
from letters.engine.elements import Setting
from tests.letters.engine.readers import (
    BODY,
    HEADING,
    built,
    elements_of,
    no_furniture,
    opened,
    page_texts,
    roles,
)  # fmt: skip

LINE = BODY.line_pt
MM = 72 / 25.4
LINES_ON_A_PAGE = 10
SHORT = Frame(20, 20 + LINES_ON_A_PAGE * LINE / MM + 0.1, 20, 20)
DESIGN = PageDesign(SHORT, SHORT, no_furniture)
LOOK = TableStyle(BODY, BODY, padding_pt=(0, 4))


def lines(count: int, word: str = "line") -> Text:
    return Text("\n".join(f"{word}{n}" for n in range(count)), BODY)


def pages_of(*elements: object) -> list[list[str]]:
    pdf = built(*elements, design=DESIGN)  # type: ignore[arg-type]  # elements of any kind
    return [text.replace("\r\n", "\n").split() for text in page_texts(pdf)]


def test_what_fits_stands_on_one_page() -> None:
    assert len(pages_of(lines(10))) == 1


def test_a_heading_goes_with_the_words_below_it() -> None:
    first, second = pages_of(lines(9), Text("Heading", BODY, "H2"), lines(3, "more"))
    assert "Heading" not in first
    assert second == ["Heading", "more0", "more1", "more2"]


def test_two_headings_in_a_row_go_together() -> None:
    _, second = pages_of(lines(8), Text("One", BODY, "H1"), Text("Two", BODY, "H2"), lines(4, "x"))
    assert second[:2] == ["One", "Two"]


def test_an_element_that_keeps_with_the_next_does_so() -> None:
    before = Text("before", BODY, keep_with_next=True)
    _, second = pages_of(lines(9), before, lines(2, "x"))
    assert second == ["before", "x0", "x1"]


def test_two_lines_at_least_stand_at_the_foot() -> None:
    first, second = pages_of(lines(9), lines(6, "x"))
    assert "x0" not in first
    assert len(second) == 6


def test_two_lines_at_least_stand_at_the_top() -> None:
    first, second = pages_of(lines(4, "a"), lines(7, "x"))
    assert first[-1] == "x4"
    assert second == ["x5", "x6"]


def test_a_paragraph_of_three_lines_is_never_cut() -> None:
    _, second = pages_of(lines(8), lines(3, "x"))
    assert second == ["x0", "x1", "x2"]


def test_a_paragraph_longer_than_pages_fills_them() -> None:
    assert [len(page) for page in pages_of(lines(35))] == [10, 10, 10, 5]


def test_a_heading_longer_than_a_page_is_cut_rather_than_lost() -> None:
    pages = pages_of(Text("\n".join(f"h{n}" for n in range(15)), BODY, "H1"), lines(2))
    assert [word for page in pages for word in page][:15] == [f"h{n}" for n in range(15)]


def test_a_long_paragraph_under_a_heading_starts_under_it() -> None:
    first, *_ = pages_of(Text("Heading", BODY, "H2"), lines(30))
    assert first[0] == "Heading"
    assert len(first) == 10


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    assert roles(built(lines(15), design=DESIGN)) == ["P"]


def table(count: int) -> Table:
    return Table(
        [Column(60, "Head"), Column(0, "Who")], [(f"r{n}", "x") for n in range(count)], LOOK
    )


def test_the_head_of_a_table_stands_on_each_of_its_pages() -> None:
    pages = pages_of(table(25))
    assert len(pages) == 3
    assert all(page[:2] == ["Head", "Who"] for page in pages)
    assert [word for page in pages for word in page if word[0] == "r"] == [
        f"r{n}" for n in range(25)
    ]


def test_a_repeated_head_is_read_aloud_once() -> None:
    pdf = built(table(25), design=DESIGN)
    assert roles(pdf).count("TH") == 2
    assert roles(pdf).count("TR") == 26
    with opened(pdf) as document:
        marks = [list(head.K) for head in elements_of(document, "TH")]
    assert all(len(held) == 1 for held in marks)


def test_a_row_is_not_cut() -> None:
    tall = Table([Column(0, "Head")], [(lines(5, "a"),), (lines(5, "b"),)], LOOK)
    first, second = pages_of(tall)
    assert first == ["Head", "a0", "a1", "a2", "a3", "a4"]
    assert second == ["Head", "b0", "b1", "b2", "b3", "b4"]


def test_a_row_taller_than_a_page_is_cut_and_stays_one_row() -> None:
    pdf = built(
        Table([Column(0, "Head"), Column(50, "")], [(lines(25, "a"), "b")], LOOK), design=DESIGN
    )
    words = [word for text in page_texts(pdf) for word in text.split()]
    assert [word for word in words if word[0] == "a"] == [f"a{n}" for n in range(25)]
    assert words.count("b") == 1
    assert roles(pdf).count("TR") == 2


def test_a_heading_is_not_left_alone_above_a_table() -> None:
    first, second = pages_of(lines(8), Text("Heading", BODY, "H2"), table(3))
    assert "Heading" not in first
    assert second[0] == "Heading"


def test_a_table_needs_a_cell_for_each_column() -> None:
    with pytest.raises(ValueError, match="one cell for each column"):
        built(Table([Column(0, "a")], [("x", "y")], LOOK))


def test_a_list_is_cut_between_its_items_and_stays_one_list() -> None:
    pdf = built(Bullets([f"i{n}" for n in range(14)], BODY), design=DESIGN)
    assert pdf.page_count == 2
    assert roles(pdf).count("L") == 1
    assert roles(pdf).count("LI") == 14


def test_an_item_longer_than_a_page_is_cut_with_one_mark() -> None:
    pdf = built(Bullets([lines(25), "last"], BODY), design=DESIGN)
    text = "".join(page_texts(pdf))
    assert text.count("•") == 2
    assert roles(pdf).count("LI") == 2


def test_a_panel_is_cut_with_a_tint_on_both_pages() -> None:
    pdf = built(Panel([lines(14)], background="#FFF5D6", padding_pt=LINE), design=DESIGN)
    assert [len(text.split()) for text in page_texts(pdf)] == [8, 6]
    with opened(pdf) as document:
        for page in document.pages:
            assert b" re f EMC" in page.Contents.read_bytes()


def test_a_panel_that_finds_no_room_goes_to_the_next_page() -> None:
    for above in (8, 9):
        first, second = pages_of(lines(above), Panel([lines(2, "x")], padding_pt=LINE))
        assert len(first) == above
        assert second == ["x0", "x1"]


def test_columns_are_cut_side_by_side() -> None:
    first, second = pages_of(Columns([[lines(14, "a")], [lines(3, "b")]], [200, 200]))
    assert first[:1] == ["a0"]
    assert {"b0", "b2"} <= set(first)
    assert second == ["a10", "a11", "a12", "a13"]


def test_columns_with_no_room_for_one_of_them_go_to_the_next_page() -> None:
    first, second = pages_of(lines(9), Columns([[lines(3, "a")], [lines(1, "b")]], [200, 200]))
    assert len(first) == 9
    assert second[0] == "a0"


def test_a_picture_and_its_words_stay_together_and_the_picture_comes_first() -> None:
    pdf = built(
        lines(8), Beside(Picture("home", "A home", 40), [lines(3, "x")], 50, 10), design=DESIGN
    )
    assert page_texts(pdf)[1].split() == ["x0", "x1", "x2"]
    assert roles(pdf) == ["P", "Figure", "P"]


def test_a_picture_taller_than_a_page_is_drawn_once_and_ends_nothing() -> None:
    pages = pages_of(Picture("home", "A home", 400), lines(2))
    assert pages == [[], ["line0", "line1"]]


def test_empty_room_vanishes_at_the_top_of_a_page() -> None:
    pdf = built(lines(10), Space(30), Text("next", BODY, place="next"), design=DESIGN)
    assert pdf.places["next"][0].top == pytest.approx(20 * MM)
    assert built(lines(10), Space(30), design=DESIGN).page_count == 1


def test_of_two_neighbours_the_larger_room_counts() -> None:
    after = Text("a", BODY, space_after=10, place="a")
    pdf = built(after, Text("b", BODY, space_before=4, place="b"))
    gap = pdf.places["b"][0].top - pdf.places["a"][0].top - LINE
    assert gap == pytest.approx(10)


def test_a_placed_block_takes_no_room() -> None:
    placed = Placed([Text("address", BODY, place="address")], 22, 100, 60)
    pdf = built(placed, Text("words", BODY, place="words"))
    assert pdf.places["words"][0].top == pytest.approx(20 * MM)
    assert pdf.places["address"][0][:3] == pytest.approx((1, 22 * MM, 100 * MM))


def test_a_named_part_over_two_pages_has_two_places() -> None:
    pdf = built(Text(lines(15).spans, BODY, place="long"), design=DESIGN)
    assert [place.page for place in pdf.places["long"]] == [1, 2]


def test_nothing_at_all_is_one_empty_page() -> None:
    assert built().page_count == 1


def test_a_word_wider_than_the_page_is_cut_and_not_lost() -> None:
    word = "Llanfairpwllgwyngyll" * 20
    (found,) = page_texts(built(Text(f"see {word} now", BODY)))
    assert "".join(found.split()) == f"see{word}now"


def test_words_in_a_column_too_narrow_for_a_letter_are_still_set() -> None:
    pdf = built(Columns([[Text("wide", BODY)]], [2.0]))
    assert "".join("".join(page_texts(pdf)).split()) == "wide"


@pytest.mark.parametrize(
    ("first", "later"), [((20, 277, 20, 20), (20, 277, 25, 20)), ((277, 20, 20, 20),) * 2]
)
def test_a_design_that_cannot_be_laid_out_is_refused(
    first: tuple[float, ...], later: tuple[float, ...]
) -> None:
    with pytest.raises(ValueError, match="frame"):
        PageDesign(Frame(*first), Frame(*later), no_furniture)


def test_headings_hold_even_where_the_page_is_made_of_them() -> None:
    pages = pages_of(*[Text(f"h{n}", HEADING, "H2") for n in range(20)])
    assert [word for page in pages for word in page] == [f"h{n}" for n in range(20)]


def test_a_list_with_no_room_for_its_first_item_goes_to_the_next_page() -> None:
    first, second = pages_of(lines(9), Bullets([lines(3, "x")], BODY))
    assert len(first) == 9
    assert second[-3:] == ["x0", "x1", "x2"]


def test_a_picture_taller_than_its_page_stands_alone() -> None:
    assert pages_of(Picture("home", "A home", 400)) == [[]]


def test_a_cell_may_mix_words_and_elements_and_loses_none() -> None:
    cell = ["before ", Text("own", BODY), "after"]
    pdf = built(Table([Column(0, "Head"), Column(60, "")], [(cell, [])], LOOK))
    assert page_texts(pdf)[0].split() == ["Head", "before", "own", "after"]
    assert roles(pdf)[-5:] == ["TD", "P", "P", "P", "TD"]


def test_a_row_with_a_picture_that_no_page_can_hold_is_still_drawn() -> None:
    picture = Picture("home", "A home", 400)
    assert (
        roles(built(Table([Column(0, "")], [([picture],)], LOOK), design=DESIGN))[-1] == "Figure"
    )


def test_a_table_without_rows_goes_to_the_next_page_whole() -> None:
    first, second = pages_of(lines(10), Table([Column(0, "Head")], [], LOOK))
    assert len(first) == 10
    assert second == ["Head"]


def test_a_panel_with_no_room_for_its_own_edge_goes_to_the_next_page() -> None:
    first, second = pages_of(lines(9), Panel([lines(1, "x")], padding_pt=LINE))
    assert len(first) == 9
    assert second == ["x0"]


def test_a_panel_whose_words_cannot_be_cut_goes_to_the_next_page() -> None:
    first, second = pages_of(lines(6), Panel([lines(3, "x")], padding_pt=LINE))
    assert len(first) == 6
    assert second == ["x0", "x1", "x2"]


def test_a_balanced_title_has_lines_about_equally_long_and_no_more_of_them() -> None:
    words = "A letter for Sam and also for Jo"
    for room in (140.0, 170.0, 200.0):
        greedy, even = (
            Text(words, HEADING, balanced=balanced).lay(room, Setting("en-GB"))
            for balanced in (False, True)
        )
        assert even.height == greedy.height
        assert even.width <= greedy.width
    assert Text("One", HEADING, balanced=True).lay(200, Setting("en-GB")).height == 22


def test_a_picture_is_never_taller_than_it_may_be() -> None:
    tall = '<svg viewBox="0 0 10 40"><rect width="10" height="40"/></svg>'
    laid = Picture(tall, "", 100, most_height_pt=60).lay(200, Setting("en-GB"))
    assert laid.height == pytest.approx(60)
    assert Picture(tall, "", 10, most_height_pt=60).lay(200, Setting("en-GB")).height == 40
