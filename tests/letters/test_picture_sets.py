"""The second set of pictures, the pictures that were brought, and which of them stands."""

import pytest

import resources
from letters.engine.svg import drawing
from letters.fluent_pictures import FLUENT
from letters.pictures import (
    PICTURE_NAMES,
    PICTURE_SETS,
    SAYS,
    OwnPicture,
    in_set,
    own_pictures,
    picture_for,
    said_by,
)
from models.letter_making import LetterPictureOnSheet
from models.svg.cleaning import clean_drawing
from tests.letters.engine.test_svg import SIDE, difference, on_paper, on_screen
from tests.letters.engine.test_svg import Image as Picture

ACROSS = 4  # pictures in a row of a sheet
NAMES = [name for name, _says, _words in FLUENT]
SCHOOL = OwnPicture("own/1", "Maple School", ("school", "Maple"), is_childs=False)
OUR_DOG = OwnPicture("own/2", "Biscuit", ("dog", "Biscuit"), is_childs=True)
THEIR_DOG = OwnPicture("own/3", "a dog", ("dog", "walk the dog"), is_childs=False)


def _svg(name: str) -> str:
    return resources.text(f"pictures/fluent/{name}.svg")


def _brought(says: str, words: str, child_id: str | None, use: str = "picture") -> object:
    return LetterPictureOnSheet("7", use, child_id, None, says, words, "png", 9, 9, "", b"<svg/>")


def _sheet(names: list[str]) -> str:
    """Put pictures side by side in one drawing, `ACROSS` in a row."""
    parts = []
    for place, name in enumerate(names):
        inside = _svg(name).partition(">")[2].rpartition("</svg>")[0]
        shift = f"translate({place % ACROSS * 32} {place // ACROSS * 32})"
        parts.append(f'<g transform="{shift}">{inside}</g>')
    side = ACROSS * 32
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
    return f"{head}{''.join(parts)}</svg>"


@pytest.mark.usefixtures("qapp")
def test_every_picture_of_the_second_set_is_on_paper_what_it_is_on_the_screen() -> None:
    white, cell = Picture.new("RGB", (SIDE, SIDE), "white"), SIDE // ACROSS
    for start in range(0, len(NAMES), ACROSS * ACROSS):
        names = NAMES[start : start + ACROSS * ACROSS]
        paper, screen = on_paper(_sheet(names)), on_screen(_sheet(names))
        for place, name in enumerate(names):
            left, top = place % ACROSS * cell, place // ACROSS * cell
            box = (left, top, left + cell, top + cell)
            assert difference(screen.crop(box), white.crop(box)) > 4, f"{name} is blank"
            assert difference(paper.crop(box), screen.crop(box)) < 6, name


def test_the_drawings_are_those_of_the_table_and_hold_nothing_but_flat_shapes() -> None:
    shipped = {each.stem for each in resources.path("pictures/fluent").glob("*.svg")}
    assert shipped == set(NAMES)
    assert len(NAMES) == len(set(NAMES))
    for name in NAMES:
        assert clean_drawing(_svg(name).encode()).is_flat
        assert drawing(_svg(name)).operators


def test_a_word_calls_one_picture_of_a_set() -> None:
    words = [word.casefold() for _name, _says, calls in FLUENT for word in calls]
    assert len(words) == len(set(words))


def test_every_picture_says_what_it_shows() -> None:
    assert all(says.strip() for says in SAYS.values())
    assert said_by("fluent/bike") == "a bike"
    assert said_by("own/2", (OUR_DOG,)) == "Biscuit"
    assert said_by("own/9") == ""


def test_each_picture_of_the_first_set_has_one_in_the_second_and_back() -> None:
    for name in PICTURE_NAMES:
        assert in_set(name, "fluent") == f"fluent/{name}"
        assert in_set(f"fluent/{name}", "waymark") == name
    assert in_set("fluent/bike", "waymark") == "fluent/bike", "the first set has none"
    assert in_set("own/2", "fluent") == "own/2"
    assert in_set("", "fluent") == ""
    assert set(PICTURE_SETS) == {"waymark", "fluent"}


@pytest.mark.parametrize(
    ("words", "life_area", "picture"),
    [
        ("Book the dentist", "health", "fluent/dentist"),
        ("Book a check of your eyes", "health", "fluent/check-up"),
        ("Pay for swimming on Saturdays", "friends_and_fun", "fluent/swimming"),
        ("See your brothers at the park", "", "fluent/brothers-sisters"),
        ("Write to the Home Office", "", "fluent/letter"),
        ("Ask the Home Office", "", "fluent/next"),
        ("Ask at the family court", "", "fluent/judge"),
        ("Ring Nana Bea every week", "", "fluent/nan"),
        ("Take the dogs out", "", "fluent/dog"),
        ("Something", "learning", "fluent/school"),
        ("Something", "", "fluent/next"),
    ],
)
def test_the_second_set_has_more_pictures_for_words(
    words: str, life_area: str, picture: str
) -> None:
    assert picture_for(words, life_area, picture_set="fluent") == picture


def test_the_childs_own_picture_comes_before_the_councils_and_that_before_the_set() -> None:
    own = (SCHOOL, THEIR_DOG, OUR_DOG)
    assert picture_for("Walk the dog before school", "", own=own) == "own/2"
    assert picture_for("Walk the dog", "", own=(THEIR_DOG, SCHOOL)) == "own/3"
    assert picture_for("Go to school by bus", "", own=own, picture_set="fluent") == "own/1"
    assert picture_for("Ring Nana", "", own=own) == "phone"


def test_the_longest_word_chooses_and_only_whole_words() -> None:
    own = (SCHOOL, THEIR_DOG)
    assert picture_for("After school, walk the dog", "", own=own) == "own/3"
    assert picture_for("Hotdogs in the preschool", "", own=own) == "next"
    assert picture_for("MAPLE’s play", "", own=own) == "own/1"


def test_a_picture_that_nobody_has_said_in_words_is_not_used() -> None:
    rows = (
        _brought("Biscuit the dog", "dog\n\n Biscuit \n", "c"),
        _brought(" ", "dog", None),
        _brought("The crest", "", None, "crest"),
    )
    (only,) = own_pictures(rows)  # type: ignore[arg-type]
    assert only == OwnPicture("own/7", "Biscuit the dog", ("dog", "Biscuit"), is_childs=True)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    "inside",
    [
        '<path fill-rule="evenodd" d="M4 4h56v56H4zM20 20h24v24H20z"/>',
        '<g fill-rule="evenodd"><path d="M4 4h56v56H4zM20 20h24v24H20z" stroke="red"/></g>',
        '<path transform="scale(.0125)" d="M0 0h4000v4000H0z" fill="red"/>',
        '<path transform="matrix(.0041 0 0 .0041 2 2)" d="M0 0h9000v9000H0z"/>',
    ],
)
def test_a_brought_drawing_is_on_paper_what_it_is_on_the_screen(inside: str) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">{inside}</svg>'
    clean = clean_drawing(svg.encode())
    assert clean.is_flat
    assert difference(on_paper(clean.svg), on_screen(svg)) < 2


def test_a_drawing_stays_inside_its_frame() -> None:
    operators = drawing(_svg("bike")).operators
    assert operators.startswith("0 0 32 32 re W n")
