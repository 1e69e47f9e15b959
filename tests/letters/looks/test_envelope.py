"""The address shows whole in the window of its envelope, and nothing else does."""

import pytest

from letters.engine import family
from letters.looks.envelope import (
    ALWAYS_SEEN,
    KEPT_EMPTY,
    MAY_BE_SEEN,
    AddressDoesNotFit,
    Box,
    fits,
)
from letters.pdf import render
from tests.letters.looks.letters_on_paper import ADDRESS, Word, characters, set_as
from tests.letters.reading import everything, page_texts, whole_text

ENVELOPE, SHEET, WINDOW = (220.0, 110.0), (210.0, 99.0), Box(20, 18, 90, 35)
ANDIKA = family("Andika")
LONG = "Anastasia-Wilhelmina Featherstonehaugh-Cholmondeley of Little Wren"


def inside(word: Word, box: Box) -> bool:
    return (
        word.left >= box.left
        and word.right <= box.right
        and word.top >= box.top
        and word.bottom <= box.bottom
    )


def touches(word: Word, box: Box) -> bool:
    return not (
        word.right <= box.left
        or word.left >= box.right
        or word.bottom <= box.top
        or word.top >= box.bottom
    )


def test_the_boxes_are_those_that_the_envelope_and_the_folded_sheet_leave() -> None:
    left, low, wide, high = WINDOW
    spare = ENVELOPE[0] - SHEET[0]
    top = ENVELOPE[1] - low - high
    always = Box(left, top, left + wide - spare, SHEET[1] - low)
    may = Box(left - spare, SHEET[1] - low - high, left + wide, ENVELOPE[1] - low)
    assert always == ALWAYS_SEEN
    assert may == MAY_BE_SEEN
    assert Box(may.left - 2, may.top - 2, may.right + 2, may.bottom + 2) == KEPT_EMPTY


@pytest.mark.parametrize(
    ("band", "language", "size"),
    [("B", "en-GB", "usual"), ("C", "en-GB", "usual"), ("D", "en-GB", "24"), ("B", "ar", "usual"),
     ("C", "ar", "18"), ("A", "en-GB", "usual")],
)  # fmt: skip
def test_only_the_address_is_in_the_window_and_all_of_it(
    band: str, language: str, size: str
) -> None:
    drawn = characters(set_as(band, language, address=ADDRESS, text_size=size))
    seen = [word for word in drawn if touches(word, KEPT_EMPTY)]
    assert "".join(word.text for word in seen) == "".join("".join(ADDRESS).split())
    assert all(inside(word, ALWAYS_SEEN) for word in seen)
    assert min(word.left for word in seen) == pytest.approx(22, abs=1)


@pytest.mark.parametrize("band", ["B", "C", "D"])
def test_the_words_of_a_posted_letter_begin_under_the_fold(band: str) -> None:
    drawn = characters(set_as(band, address=ADDRESS))
    at = "".join(word.text for word in drawn).index("DearSam")
    assert 103 <= drawn[at].top <= 108


@pytest.mark.parametrize("band", ["B", "C", "D"])
def test_the_words_of_a_letter_handed_over_begin_higher(band: str) -> None:
    drawn = characters(set_as(band))
    at = "".join(word.text for word in drawn).index("DearSam")
    assert 55 <= drawn[at].top <= 68


def test_a_letter_handed_over_has_no_address_and_no_folds() -> None:
    posted, handed = (
        render(set_as("B", address=lines)).pdf for lines in (ADDRESS, ())
    )  # fmt: skip
    assert "WR0 7FR" in whole_text(posted)
    assert "WR0 7FR" not in whole_text(handed)
    tick = b"14.17 0.5 re"  # 5 mm long
    assert everything(posted).count(tick) == 2
    assert tick not in everything(handed)


def test_six_lines_do_not_fit_and_the_letter_says_what_to_do() -> None:
    six = (*ADDRESS[:4], "Wrenshire", ADDRESS[4])
    assert not fits(six, ANDIKA)
    with pytest.raises(AddressDoesNotFit) as told:
        render(set_as("B", address=six))
    assert "C4" in told.value.next
    assert "hand it over" in told.value.next


def test_a_line_that_is_too_wide_does_not_fit() -> None:
    wide = (LONG, *ADDRESS[1:])
    assert not fits(wide, ANDIKA)
    with pytest.raises(AddressDoesNotFit):
        render(set_as("D", address=wide))


def test_a_draft_shows_an_address_that_does_not_fit() -> None:
    six = (*ADDRESS[:4], "Wrenshire", ADDRESS[4])
    assert "Wrenshire WR0 7FR" in whole_text(render(set_as("B", address=six), draft=True).pdf)


def test_a_line_a_little_too_wide_is_set_no_smaller_than_ten_points() -> None:
    name = "Anastasia Featherstonehaugh-Cholmondeley"
    assert fits((name, *ADDRESS[1:]), ANDIKA)
    drawn = characters(set_as("B", address=(name, *ADDRESS[1:])))
    assert all(inside(word, ALWAYS_SEEN) for word in drawn if touches(word, KEPT_EMPTY))


def test_a_title_block_with_no_room_at_the_side_goes_under_the_fold() -> None:
    first = page_texts(render(set_as("B", address=ADDRESS, text_size="24")).pdf)[0]
    assert first.index("WR0 7FR") < first.index("From Nadia Thistlemere")
    assert first.index("From Nadia Thistlemere") < first.index("Dear Sam")
