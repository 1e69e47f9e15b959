"""What happens next: whole rows, names and days in one piece, columns only where they fit."""

from dataclasses import replace

import pytest

from letters.letter import Letter
from letters.paragraph import Paragraph, Piece
from letters.pdf import render
from tests.letters.looks.letters_on_paper import letter, set_as
from tests.letters.reading import everything, page_texts, whole_text


def has_table(found: Letter) -> bool:
    return b"/TH" in everything(render(found).pdf)


@pytest.mark.parametrize("band", "BCD")
def test_at_the_usual_size_it_is_a_table(band: str) -> None:
    assert has_table(set_as(band))


@pytest.mark.parametrize("band", "BCD")
def test_where_columns_have_no_room_they_stand_under_one_another(band: str) -> None:
    large = set_as(band, text_size="24")
    assert not has_table(large)
    text = whole_text(render(large).pdf)
    assert "Who Samir" in text
    assert "By when Friday 29 January 2027" in text


@pytest.mark.parametrize("typeface", ["", "OpenDyslexic"])
@pytest.mark.parametrize("band", "BCD")
def test_days_are_not_cut_within_a_month(band: str, typeface: str) -> None:
    lines = "\n".join(page_texts(render(set_as(band, typeface=typeface)).pdf)).splitlines()
    shown = [line.replace("\u00a0", " ") for line in lines]
    assert any("29 January 2027" in line for line in shown)


@pytest.mark.parametrize("size", ["usual", "18", "24"])
def test_a_row_is_never_cut_over_two_pages(size: str) -> None:
    many = _with_rows(set_as("C", text_size=size), 24)
    pages = [" ".join(page.split()) for page in page_texts(render(many).pdf)]
    for number in range(24):
        where = [page for page in pages if f"Row {number} begins" in page]
        assert len(where) == 1
        assert f"and row {number} ends" in where[0]


def _with_rows(found: Letter, count: int) -> Letter:
    steps = found.block("L7")
    assert steps is not None
    words = "Row {n} begins here, has enough to say for a few lines of it, and row {n} ends."
    rows = tuple(
        replace(steps.rows[0], what=Paragraph((Piece(words.format(n=number)),)))
        for number in range(count)
    )
    blocks = tuple(replace(each, rows=rows) if each is steps else each for each in found.blocks)
    return replace(found, blocks=blocks)


def test_a_letter_without_steps_has_no_table() -> None:
    found = letter("B")
    blocks = tuple(replace(each, rows=()) for each in found.blocks)
    assert not has_table(replace(found, blocks=blocks))
