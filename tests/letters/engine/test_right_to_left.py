"""Pages that begin on the right."""

import pytest

from letters.engine import (
    Beside,
    Bullets,
    Column,
    Columns,
    Frame,
    Furniture,
    PageDesign,
    Panel,
    Picture,
    Placed,
    Table,
    TableStyle,
    Text,
    TextStyle,
    family_for,
)  # fmt: skip
from letters.engine.elements import runs_right_to_left
from tests.letters.engine.readers import BODY, built, extent, no_furniture

ARABIC = TextStyle(family_for("ar"), 12, 20)
MM = 72 / 25.4
WIDE = 210 * MM
WORD = "مرحباً"


def named(name: str, words: str = WORD) -> Text:
    return Text(words, ARABIC, place=name)


def mirrored(*elements: object) -> tuple[dict[str, float], dict[str, float]]:
    """Give the left edge and the distance to the right edge of named parts, read both ways."""
    left = built(*elements)  # type: ignore[arg-type]  # elements of any kind
    right = built(*elements, language="ar", rtl=True)  # type: ignore[arg-type]  # as above
    lefts = {name: places[0].left for name, places in left.places.items()}
    rights = {
        name: WIDE - places[0].left - places[0].width for name, places in right.places.items()
    }
    return lefts, rights


@pytest.mark.parametrize(
    "element",
    [
        Beside([Picture("home", "", 40)], [named("right")], 50, 10),
        Columns([[named("one")], [named("two")]], [100, 150]),
        Bullets([named("item")], ARABIC),
        Bullets([named("item")], ARABIC, numbered=True),
        Panel([named("inside")], bleed_pt=10, padding_pt=(5, 20)),
        Table([Column(100, "a"), Column(150, "b")], [([named("x")], [named("y")])],
              TableStyle(ARABIC, ARABIC)),
        Placed([named("block")], 30, 40, 60),
    ],
    ids=lambda element: type(element).__name__,
)  # fmt: skip
def test_the_page_is_mirrored(element: object) -> None:
    lefts, rights = mirrored(element)
    assert rights == pytest.approx(lefts)


def test_an_address_is_not_mirrored() -> None:
    address = Placed([named("address")], 22, 58, 80, mirrored=False)
    pdf = built(address, language="ar", rtl=True)
    assert pdf.places["address"][0].left == pytest.approx(22 * MM)


def test_words_begin_at_the_right_edge() -> None:
    _, right = extent(built(Text(WORD, ARABIC), language="ar", rtl=True))
    assert right == pytest.approx(WIDE - 20 * MM, abs=1)


def test_a_latin_name_alone_stands_at_the_right_too() -> None:
    _, right = extent(built(Text("Devon Larkmoor", ARABIC), language="ar", rtl=True))
    assert right == pytest.approx(WIDE - 20 * MM, abs=1)


def test_an_arabic_quotation_in_an_english_letter_stands_at_the_right() -> None:
    said = "قال Tom: أريد أن أبقى هنا مع أخي الصغير"
    _, right = extent(built(Text(said, ARABIC)))
    assert right == pytest.approx(WIDE - 20 * MM, abs=1)


def test_an_english_sentence_with_an_arabic_name_stands_at_the_left() -> None:
    left, _ = extent(built(Text("سامي came to the meeting", BODY)))
    assert left == pytest.approx(20 * MM, abs=1)


def test_the_margins_change_sides() -> None:
    frame = Frame(20, 277, 40, 20)
    design = PageDesign(frame, frame, no_furniture)
    _, right = extent(built(Text(WORD, ARABIC), language="ar", rtl=True, design=design))
    assert right == pytest.approx(WIDE - 40 * MM, abs=1)


def test_furniture_is_mirrored_but_for_the_marks_of_folds() -> None:
    def furniture(page: Furniture) -> None:
        assert page.right_to_left
        assert page.is_first
        page.text(WORD, ARABIC, 20, 14, 80)
        page.rule(20, 30, 10, 1)
        page.rectangle(20, 40, 10, 10, "#FFFFFF")
        page.picture("waymark-logo", 20, 50, 9)
        page.tick(0, 99, 5)

    frame = Frame(60, 277, 20, 20)
    pdf = built(language="ar", rtl=True, design=PageDesign(frame, frame, furniture))
    _, right = extent(pdf)
    assert right == pytest.approx(WIDE - 20 * MM, abs=1)


@pytest.mark.parametrize(("align", "edge"), [("left", 20 * MM), ("right", None), ("centre", None)])
def test_words_can_be_placed_at_a_side_by_name(align: str, edge: float | None) -> None:
    left, right = extent(built(Text("x", BODY, align=align)))  # type: ignore[arg-type]  # a side
    if align == "left":
        assert left == pytest.approx(edge, abs=1)
    elif align == "right":
        assert right == pytest.approx(WIDE - 20 * MM, abs=1)
    else:
        assert (left + right) / 2 == pytest.approx(WIDE / 2, abs=1)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", True),
        ("fa-AF", True),
        ("ckb", True),
        ("ur_PK", True),
        ("en-GB", False),
        ("pa", False),
    ],
)
def test_a_language_knows_its_direction(language: str, expected: bool) -> None:
    assert runs_right_to_left(language) is expected
