"""The letter of each band as pages: whole, in order, conforming, and the same each time."""

from dataclasses import replace
from pathlib import Path

import pytest

from letters.letter import BlockKind, Image, Letter, LetterBlock
from letters.looks.looks import look_of
from letters.looks.paper import CHILD_TINT_ON_CREAM
from letters.page import CHILD_TINT
from letters.paragraph import Paragraph, Piece
from letters.pdf import render
from tests.letters.looks.letters_on_paper import (
    ADDRESS,
    CREST,
    letter,
    png,
    set_as,
    type_sizes,
    with_everything,
)
from tests.letters.reading import (
    everything,
    faults,
    headings,
    page_texts,
    pictures_told,
    whole_text,
)

SETTINGS: dict[str, Letter] = {
    "B posted with everything": with_everything("B"),
    "C posted with everything": with_everything("C"),
    "D large with everything": replace(
        with_everything("D"), setting=replace(with_everything("D").setting, text_size="24")
    ),
    "B large": set_as("B", text_size="18"),
    "C in OpenDyslexic": set_as("C", typeface="OpenDyslexic"),
    "D in Arabic, posted": set_as("D", "ar", address=ADDRESS),
    "B without pictures": set_as("B", with_pictures=False),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_a_letter_set_in_any_way_conforms_to_pdf_ua(name: str, tmp_path: Path) -> None:
    assert faults(render(SETTINGS[name], draft=True).pdf, tmp_path) == []


@pytest.mark.parametrize("name", SETTINGS)
def test_each_later_page_begins_with_a_heading_and_none_ends_with_one(name: str) -> None:
    found = SETTINGS[name]
    named = [sorted(words) for words in (found.title, *(each.heading for each in found.blocks))]
    pdf = render(found, draft=True).pdf
    for page in page_texts(pdf)[1:]:
        first = page.splitlines()[1].replace("\u00a0", " ").strip()
        assert sorted(first) in named  # letters that join come out in another order
    assert all(page[-1] not in {"H1", "H2", "TH"} for page in headings(pdf))


@pytest.mark.parametrize("name", SETTINGS)
def test_a_letter_is_made_of_the_same_bytes_each_time(name: str) -> None:
    assert render(SETTINGS[name], draft=True).pdf == render(SETTINGS[name], draft=True).pdf


@pytest.mark.parametrize("band", "BCD")
@pytest.mark.parametrize("is_posted", [False, True])
def test_a_letter_at_the_usual_size_is_one_sheet(band: str, is_posted: bool) -> None:
    found = set_as(band, address=ADDRESS if is_posted else ())
    pages = page_texts(render(found).pdf)
    assert len(pages) == 2
    steps = found.block("L7")
    assert steps is not None
    assert pages[1].splitlines()[1].strip() == steps.heading


@pytest.mark.parametrize("band", "BCD")
def test_large_print_holds_the_same_words_on_more_pages(band: str) -> None:
    usual, large = (set_as(band, text_size=size) for size in ("usual", "24"))
    assert look_of(large).most_pages is None
    told = [each.text.replace("\u00a0", " ") for each in large.every_paragraph()]
    text = whole_text(render(large).pdf)
    assert render(large).pages > render(usual).pages
    for words in told:
        assert " ".join(words.split()[:3]) in text


def test_the_words_stand_in_reading_order() -> None:
    text = whole_text(render(with_everything("C")).pdf)
    order = (
        "Wrenshire County Council", "WR0 7FR", "Your meeting", "From Nadia", "Dear Sam",
        "What you said", "What is going well", "What happens next", "Your rights", "Best wishes",
    )  # fmt: skip
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_the_title_of_a_letter_to_a_young_adult_is_its_subject() -> None:
    first = page_texts(render(set_as("D")).pdf)[0]
    assert first.index("Dear Sam") < first.index("Your review on")
    assert headings(render(set_as("D")).pdf)[0].count("H1") == 1


def test_only_the_youngest_of_these_have_pictures_and_each_is_for_the_eye_alone() -> None:
    counts = {band: _drawn(set_as(band)) for band in "BCD"}
    assert counts["B"] > counts["C"] == counts["D"]
    assert pictures_told(render(set_as("B")).pdf) == ()


def _drawn(found: Letter) -> int:
    """How often something is painted that is no word."""
    return everything(render(found).pdf).count(b" cm ")


def test_pictures_can_be_left_out() -> None:
    assert _drawn(set_as("B", with_pictures=False)) == _drawn(set_as("C"))


def test_crest_face_and_code_are_told_to_those_who_listen() -> None:
    told = pictures_told(render(with_everything("B")).pdf)
    assert CREST.says in told
    assert "Nadia Thistlemere, smiling" in told
    assert len(told) == 3


@pytest.mark.parametrize("form", ["png", "svg"])
def test_a_picture_that_somebody_brought_stands_for_the_shipped_one(form: str) -> None:
    image = Image(form, png() if form == "png" else CREST.data, "Our house")
    own = set_as("B", own_pictures={"home": image})
    pdf = render(own).pdf
    assert "Our house" in pictures_told(pdf)
    assert pdf != render(set_as("B")).pdf


def test_a_picture_that_is_nowhere_leaves_no_hole() -> None:
    found = letter("B")
    blocks = tuple(replace(each, picture="own/gone") for each in found.blocks)
    assert render(replace(found, blocks=blocks)).pages == 2


def test_the_yellow_suits_the_paper_and_cream_itself_is_never_printed() -> None:
    def paints(found: Letter, colour: str) -> bool:
        parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
        operands = " ".join(f"{part:.4f}".rstrip("0").rstrip(".") for part in parts)
        return f"{operands} rg".encode() in everything(render(found).pdf)

    white, cream = set_as("B"), set_as("B", is_cream=True)
    assert paints(white, CHILD_TINT)
    assert paints(cream, CHILD_TINT_ON_CREAM)
    assert not paints(cream, CHILD_TINT)
    assert not paints(cream, "#FFFBF0")


@pytest.mark.parametrize("name", ["B large", "D large with everything"])
def test_a_signature_never_stands_alone(name: str) -> None:
    pages = page_texts(render(SETTINGS[name]).pdf)
    page = next(text for text in reversed(pages) if "Your Independent Reviewing" in text)
    assert not page.startswith(("From", "Yours sincerely"))


def test_words_without_a_heading_stay_where_they_stand() -> None:
    found = letter("B")
    aside = LetterBlock("extra", BlockKind.PLAIN, (Paragraph((Piece("Said in between."),)),))
    at = next(place for place, each in enumerate(found.blocks) if each.key == "L6")
    blocks = (*found.blocks[:at], aside, *found.blocks[at:])
    text = whole_text(render(replace(found, blocks=blocks)).pdf)
    assert (
        text.index("What is going well")
        < text.index("Said in between.")
        < text.index("What we are worried about")
    )


@pytest.mark.parametrize("language", ["en-GB", "ar"])
def test_the_day_in_a_title_stays_on_one_line(language: str) -> None:
    found = set_as("C", language, address=ADDRESS)
    page = look_of(found).on_page(is_draft=True)
    assert "12\u00a0" in page.title
    assert "\u00a02026" in page.title
    assert page.title.replace("\u00a0", " ") == found.title


def test_a_title_beside_the_address_is_set_so_that_its_day_stays_on_one_line() -> None:
    shown, beside = (
        look_of(set_as("C", address=address)).on_page(is_draft=True).title_style.size_pt
        for address in ((), ADDRESS)
    )
    assert shown * 0.75 <= beside < shown
    lines = page_texts(render(set_as("C", address=ADDRESS)).pdf)[0].splitlines()
    assert "12 November 2026" in [line.replace("\u00a0", " ").strip() for line in lines]


@pytest.mark.parametrize("band", "ABCDEU")
@pytest.mark.parametrize("is_posted", [False, True])
def test_in_large_print_nothing_is_smaller_but_the_foot_and_the_address(
    band: str, is_posted: bool
) -> None:
    found = set_as(band, text_size="18", address=ADDRESS if is_posted else ())
    for at in range(render(found).pages):
        sizes = type_sizes(found, at)
        assert min(sizes["foot"]) >= 12
        assert min(sizes["words"] - sizes["address"]) >= 18
        assert not sizes["address"] or is_posted
