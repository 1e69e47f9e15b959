"""Type that is never too small for a child, large where large print is asked for."""

from itertools import product

import pytest

from letters.bands import Band
from letters.looks.foot import foot_style
from letters.looks.type_scale import (
    FOOT_PT,
    LARGE_FOOT_PT,
    LEAST_FOR_A_CHILD_PT,
    SIZES,
    TYPEFACES,
    Room,
    letter_type,
)
from tests.letters.looks.letters_on_paper import set_as

# Source: design reference 6.3, size and distance between lines in points
DESIGN = {
    "A": ("Andika", 18, 27), "B": ("Andika", 14, 21), "C": ("Lexend", 12, 18.5),
    "D": ("Atkinson Hyperlegible Next", 12, 18), "E": ("Andika", 16, 25),
}  # fmt: skip


@pytest.mark.parametrize("band", DESIGN)
def test_the_body_is_that_of_the_design(band: str) -> None:
    body = letter_type(set_as(band), Band(band)).body
    assert (body.family.name, body.size_pt, body.line_pt) == DESIGN[band]


@pytest.mark.parametrize(("band", "room"), list(product("ABCDEU", Room)))
def test_nothing_that_a_child_reads_is_below_twelve_points(band: str, room: Room) -> None:
    for typeface in ("", *TYPEFACES):
        kind = letter_type(set_as(band, typeface=typeface), Band(band), room)
        assert min(style.size_pt for style in kind.styles.values()) >= LEAST_FOR_A_CHILD_PT
        assert all(style.line_pt >= 1.2 * style.size_pt for style in kind.styles.values())
    assert FOOT_PT >= 10


@pytest.mark.parametrize(("band", "size"), list(product("ABCDEU", ("18", "24"))))
def test_large_print_has_its_body_at_that_size_and_nothing_smaller(band: str, size: str) -> None:
    usual, large = (
        letter_type(set_as(band, text_size=each), Band(band)) for each in ("usual", size)
    )
    by = int(size) / usual.body.size_pt
    for name, style in large.styles.items():
        in_proportion = usual.styles[name].size_pt * max(by, 1)
        assert style.size_pt == pytest.approx(max(in_proportion, int(size)))
    assert large.is_large
    assert large.fine.size_pt >= int(size)
    assert foot_style(large).size_pt >= LARGE_FOOT_PT
    assert large.body.size_pt == pytest.approx(max(int(size), usual.body.size_pt))


@pytest.mark.parametrize("room", Room)
def test_of_large_print_only_the_room_between_its_parts_is_ever_less(room: Room) -> None:
    large = set_as("B", text_size="18")
    usual, tried = letter_type(large, Band.B), letter_type(large, Band.B, room)
    assert tried.styles == usual.styles
    assert not tried.runs_on
    assert (tried.gaps == usual.gaps) == (room is Room.USUAL)


@pytest.mark.parametrize("typeface", TYPEFACES)
def test_each_typeface_can_be_chosen_for_each_band(typeface: str) -> None:
    for band in SIZES:
        chosen = letter_type(set_as(band.value, typeface=typeface), band)
        assert chosen.body.family.name == typeface


def test_a_typeface_that_is_not_shipped_is_that_of_the_band() -> None:
    assert letter_type(set_as("C", typeface="Comic Sans"), Band.C).body.family.name == "Lexend"


@pytest.mark.parametrize(("language", "least"), [("ar", 1.7), ("ti", 1.7), ("ur", 2.2)])
def test_scripts_with_tall_letters_have_room_between_their_lines(
    language: str, least: float
) -> None:
    for band in "BCD":
        kind = letter_type(set_as(band, language), Band(band))
        assert all(
            style.line_pt >= round(least * style.size_pt, 6) for style in kind.styles.values()
        )


def test_less_room_comes_in_steps() -> None:
    kinds = [letter_type(set_as("B"), Band.B, room) for room in Room]
    for is_small in (False, True):
        gaps = [kind.gaps.section_mm for kind in kinds if kind.is_small == is_small]
        assert gaps == sorted(gaps, reverse=True)
    assert [kind.runs_on for kind in kinds] == [False, False, True, True, False, False, True]
    assert [kind.is_small for kind in kinds] == [False] * 4 + [True] * 3


def test_what_a_child_of_8_to_11_may_ask_for_is_never_below_thirteen_points() -> None:
    assert min(letter_type(set_as("B"), Band.B, room).rights.size_pt for room in Room) == 13
