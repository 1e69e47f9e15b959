"""Whatever is captured, a letter is set on pages, or says in words what it lacks."""

from collections.abc import Mapping
from datetime import date
from string import ascii_letters, digits
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from letters.bands import BANDS, Band
from letters.looks.inserts import own_page_count
from letters.pdf import LetterHasGaps, render
from letters.words_of import words_of
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.any_review import SECRET, any_review
from tests.letters.letters_expected import composed
from tests.letters.on_sheet import decision, note, wish
from tests.letters.reading import everything, page_texts, whole_text

_ANY = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_BAND = st.sampled_from(Band)
_LETTERS = ascii_letters + digits + "âêîôûŵŷáéñçłąęßø’ ?!&<>{}%#"
READABLE = st.text(_LETTERS, min_size=1, max_size=160).filter(lambda words: words.strip())
"""What a reader of the file gives back letter for letter, as it is not drawn in joined forms."""


class Amounts(NamedTuple):
    """How much there may be of each, at most, for a letter to keep to its sides."""

    wishes: int
    going_well: int
    worries: int
    decisions: int
    with_number: bool = True


USUAL: Mapping[Band, Amounts] = {
    Band.U: Amounts(2, 2, 1, 3),
    Band.A: Amounts(2, 2, 1, 3, with_number=False),
    Band.B: Amounts(4, 3, 2, 5),
    Band.C: Amounts(4, 3, 2, 5),
    Band.D: Amounts(4, 3, 2, 5),
    Band.E: Amounts(2, 2, 1, 4),
}
"""What is usual for each band; more than that, and the window warns of the length."""
_SAID = ("Lunch is too loud.", "A sleepover at Nana Bea’s.", "I want to stay here.", "A phone.")
_GOOD = (
    "Ms Fennimore is proud of your reading.",
    "You have been to football four weeks in a row.",
    "You and Dele cook every Sunday.",
)
_WORRY = ("You still wait to hear if you will stay. Waiting is hard.", "School mornings are hard.")
_STEPS = (
    "Find out if you can sleep over at Nana Bea’s, and tell you.",
    "Give you a quiet place at lunch, and a card to show.",
    "Show you the photos and story of how you came to live here.",
    "Ask for a new bed that is big enough.",
    "Take you to see the dentist.",
)


@_ANY
@given(any_review(), _BAND)
def test_any_review_is_set_on_pages_or_says_what_it_lacks(sheet: ReviewSheet, band: Band) -> None:
    letter = composed(sheet, band)
    drawn = render(letter, draft=True)
    text = _close(whole_text(drawn.pdf))
    assert SECRET not in text
    assert SECRET.encode() not in everything(drawn.pdf)
    if letter.missing:
        assert all(gap.words for gap in letter.missing)
        with pytest.raises(LetterHasGaps):
            render(letter)
    else:
        assert render(letter).pages == drawn.pages


@_ANY
@given(any_review(), _BAND)
def test_no_two_pages_are_alike_and_none_is_empty_but_a_back(
    sheet: ReviewSheet, band: Band
) -> None:
    pages = page_texts(render(composed(sheet, band), draft=True).pdf)
    written = [page for page in pages if page.strip()]
    assert len(set(written)) == len(written)
    assert len(pages) - len(written) <= (band is Band.U), "the note to the carer is torn off"


@_ANY
@given(st.lists(READABLE, min_size=1, max_size=4), _BAND)
def test_the_childs_words_are_read_back_out_of_the_file_as_they_were_said(
    said: list[str], band: Band
) -> None:
    sheet = sheets.full(wishes=tuple(wish(f"w-{at}", one) for at, one in enumerate(said)))
    letter = composed(sheet, band)
    text = _close(whole_text(render(letter, draft=True).pdf))
    for words in said:
        assert f"“{words}”" in words_of(letter)
        assert _close(f"“{words}”") in text


@_ANY
@given(st.lists(st.text(min_size=1).filter(lambda words: words.strip()), max_size=3), _BAND)
def test_any_words_at_all_are_kept_byte_for_byte_with_the_letter(
    said: list[str], band: Band
) -> None:
    sheet = sheets.full(wishes=tuple(wish(f"w-{at}", one) for at, one in enumerate(said)))
    told = words_of(composed(sheet, band)).encode()
    for words in said:
        kept_apart = f"“\u2068{words}\u2069”"  # words that run the other way
        assert f"“{words}”".encode() in told or kept_apart.encode() in told


@_ANY
@given(st.data(), _BAND)
def test_a_letter_of_usual_amounts_has_no_more_sides_than_its_band(
    data: st.DataObject, band: Band
) -> None:
    letter = composed(_of_usual_amounts(data, USUAL[band]), band)
    assert letter.missing == ()
    assert render(letter).pages <= BANDS[band].pages + own_page_count(letter)


def _of_usual_amounts(data: st.DataObject, most: Amounts) -> ReviewSheet:
    """Sam's review with no more of anything than is usual."""

    def some(given: tuple[str, ...], count: int, least: int = 1) -> list[str]:
        every = st.lists(st.sampled_from(given), unique=True, min_size=least, max_size=count)
        return data.draw(every)

    notes = [
        *(note(f"g-{at}", "going_well", words)
          for at, words in enumerate(some(_GOOD, most.going_well))),
        *(note(f"r-{at}", "worry", words)
          for at, words in enumerate(some(_WORRY, most.worries, 0))),
    ]  # fmt: skip
    steps = enumerate(some(_STEPS, most.decisions), start=1)
    changes: dict[str, Any] = {
        "wishes": tuple(wish(f"w-{at}", said) for at, said in enumerate(some(_SAID, most.wishes))),
        "notes": tuple(notes),
        "decisions": tuple(
            decision(number, words, "Samir", date(2026, 12, 4), person_id="p-samir")
            for number, words in steps
        ),
    }
    if not most.with_number:
        changes["scale_answers"] = ()
    return sheets.full(**changes)


def _close(words: str) -> str:
    """Words without the blanks, which a line's end may take or give."""
    return "".join(words.replace("\u00ad", "").split())
