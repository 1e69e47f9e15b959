"""No letter is given out while something in it waits; the minutes have no such list."""

from dataclasses import replace
from datetime import date

import pytest

from letters.checks import Concern, checks_of
from letters.giving_out import ReviewGoesOn, StillToLookAt, paper_to_give
from letters.letter import Letter
from letters.papers import compose, paper
from letters.pdf import LetterHasGaps
from models.document_kind import DocumentKind
from models.letter_making import LetterMaking, LetterOnSheet, WaiverOnSheet
from models.review_sheet import ReviewSheet
from models.rules.working_days import WorkingDays
from tests.letters import sheets
from tests.letters.on_sheet import note

TODAY = date(2026, 11, 25)
CALENDAR = WorkingDays.of_england_and_wales()
LETTER = DocumentKind.LETTER


def answered(sheet: ReviewSheet, *but: str) -> ReviewSheet:
    """The review with every warning of its letter set aside, but those of these checks."""
    waivers = tuple(
        WaiverOnSheet(concern.key, concern.key, "It is so.")
        for concern in _concerns(sheet)
        if concern.check not in but
    )
    making = replace(LetterMaking(letter=LetterOnSheet(id="l-1")), waivers=waivers)
    return replace(sheet, making=making)


def wordy() -> ReviewSheet:
    """Sam's review with a date in figures in what is said to her, which is a warning."""
    full = sheets.full()
    first = replace(full.notes[0], letter_words="You went to the sea on 3/5/2026.")
    return replace(full, notes=(first, *full.notes[1:]))


def test_a_letter_with_a_warning_that_waits_is_not_given_out() -> None:
    with pytest.raises(StillToLookAt):
        paper_to_give(answered(wordy(), "date"), LETTER, TODAY, CALENDAR)


def test_a_letter_of_which_everything_is_answered_is_the_one_that_is_composed() -> None:
    sheet = answered(wordy())
    given = paper_to_give(sheet, LETTER, TODAY, CALENDAR)
    assert given.rendered.pdf == paper(sheet, LETTER, TODAY).rendered.pdf


def test_what_cannot_be_set_aside_waits_whatever_reason_is_given() -> None:
    secret = "Nobody has told the school about the money that went missing"
    first = replace(wordy().notes[0], letter_words=f"{secret}.")
    kept_back = note("n-secret", "worry", secret, restricted=True, restriction_kinds=("R5",))
    sheet = replace(wordy(), notes=(first, kept_back))
    assert "restricted" in {each.check for each in _concerns(sheet)}
    with pytest.raises(StillToLookAt):
        paper_to_give(answered(sheet), LETTER, TODAY, CALENDAR)


def test_a_gap_is_told_before_anything_else() -> None:
    with pytest.raises(LetterHasGaps):
        paper_to_give(sheets.full(warm_line=""), LETTER, TODAY, CALENDAR)


def test_the_letter_waits_for_the_end_of_its_review() -> None:
    with pytest.raises(ReviewGoesOn):
        paper_to_give(replace(answered(wordy()), state="open"), LETTER, TODAY, CALENDAR)


def test_the_minutes_are_given_out_as_they_are_made() -> None:
    given = paper_to_give(wordy(), DocumentKind.MINUTES, TODAY, CALENDAR)
    assert given.rendered.pdf.startswith(b"%PDF")


def _concerns(sheet: ReviewSheet) -> tuple[Concern, ...]:
    letter = compose(sheet, LETTER, TODAY)
    assert isinstance(letter, Letter)
    return checks_of(sheet, letter, TODAY, CALENDAR)
