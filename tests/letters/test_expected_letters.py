"""The 24 letters as they are kept: their words, their pages, and that everybody can read them."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from letters.bands import Band
from letters.letter import Letter
from letters.pdf import render
from letters.templates.shipped import SHIPPED
from letters.words_of import words_of
from tests.letters import sheets
from tests.letters.letters_expected import LETTERS, composed
from tests.letters.papers_expected import (
    EXPECTED,
    PAGES,
    WORDS,
    changed,
    differences,
    every_name,
    made,
    words_and_pages,
)
from tests.letters.reading import faults, headings, layout, page_texts

SIDES: Mapping[str, int] = {
    "letter-few-a": 2,
    "letter-full-b": 2,
    "letter-full-c": 2,
    "letter-full-d": 2,
    "letter-full-e": 4,
    "letter-few-e": 4,
    "letter-posted-c": 2,
    "letter-30-decisions-b": 2,
    "letter-midpoint-c": 1,
    "letter-moving-on-d": 1,
    "letter-decisions-b": 1,
    "letter-hello-a": 2,
    "letter-thanks-e": 2,
}
"""The most sides each of these may have. Source: domain reference 5.3 to 5.5."""


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_has_the_words_and_pages_that_are_kept(name: str) -> None:
    found = differences(name)
    assert not found, f"Renew with python -m tests.letters.papers_expected:\n{found}"


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_breaks_no_rule_for_those_who_listen(name: str, tmp_path: Path) -> None:
    assert faults(made(name)[1].pdf, tmp_path) == []


@pytest.mark.parametrize("name", LETTERS)
def test_no_page_ends_with_a_heading_and_no_two_pages_are_alike(name: str) -> None:
    pdf = made(name)[1].pdf
    assert all(page[-1] not in {"H1", "H2", "H3", "TH"} for page in headings(pdf) if page)
    told = [page for page in page_texts(pdf) if page.strip()]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("name", SIDES)
def test_a_letter_has_no_more_sides_than_its_reader_should_have(name: str) -> None:
    assert made(name)[1].pages <= SIDES[name]


def test_the_letters_that_are_kept_are_of_every_band_and_moment_and_way_to_set_them() -> None:
    letters = list(map(_letter, LETTERS))
    assert len(letters) == 24
    assert {each.band for each in letters} == set(Band)
    assert {each.setting.text_size for each in letters} == {"usual", "18", "24"}
    assert {each.arrangement for each in letters} >= {"beside", "after"}
    assert {each.other.language for each in letters if each.other} == {"cy", "ar", "uk"}
    assert any(each.other.right_to_left for each in letters if each.other)
    assert sum(each.kind == "other_letter" for each in letters) == len(SHIPPED) - 1
    for have in ("crest", "photo", "code_page", "address", "is_cream", "typeface"):
        assert any(getattr(each.setting, have) for each in letters), have


def test_nothing_is_kept_that_is_no_more() -> None:
    kept = {file.name for file in EXPECTED.iterdir()}
    assert kept == {name + ending for name in every_name() for ending in (WORDS, PAGES)}


def test_another_word_is_a_difference_of_one_line() -> None:
    told = sheets.full(warm_line="You showed everybody where to sit, and you let me meet Biscuit.")
    letter = composed(told, Band.C)
    now = {WORDS: words_of(letter), PAGES: layout(render(letter).pdf)}
    for ending, before in words_and_pages("letter-full-c").items():
        lines = changed(before, now[ending], ending).splitlines()
        assert [line[0] for line in lines[3:]] == ["-", "+"]
        assert "everybody" in lines[-1]


def _letter(name: str) -> Letter:
    document = made(name)[0]
    assert isinstance(document, Letter)
    return document
