"""What the manager has not agreed yet is not told as a fact."""

from dataclasses import replace
from datetime import date

import pytest

from letters.bands import Band
from letters.standing_of_decisions import are_still_with_manager
from letters.still_true import still_says
from letters.words_of import words_of
from models.review_sheet import ManagerReplyOnSheet, MilestoneOnSheet
from tests.letters import sheets
from tests.letters.in_band import in_band
from tests.letters.papers_expected import letter
from tests.letters.said import words

WRITTEN = MilestoneOnSheet("m-1", "T31", date(2026, 11, 16), "")
AGREED = MilestoneOnSheet("m-2", "T32", date(2026, 11, 19), "")
NOT_DECIDED = "We asked for this. It is not decided yet."
SAID = "A manager still has to say yes to this."


@pytest.mark.parametrize(
    ("met", "today", "waiting"),
    [
        ((), date(2026, 11, 17), True),
        ((WRITTEN,), date(2026, 11, 17), True),
        ((WRITTEN,), date(2026, 11, 23), True),
        ((WRITTEN,), date(2026, 11, 24), False),  # no reply within five working days
        ((WRITTEN, AGREED), date(2026, 11, 20), False),
        ((MilestoneOnSheet("m", "T31", date(1900, 1, 1), ""),), date(2026, 11, 17), False),
    ],
)
def test_decisions_wait_until_there_is_a_reply_or_its_days_have_passed(
    met: tuple[MilestoneOnSheet, ...], today: date, waiting: bool
) -> None:
    assert are_still_with_manager(sheets.full(milestones=met), today) is waiting


def test_the_letter_says_that_they_wait_and_no_longer_when_they_are_agreed() -> None:
    assert SAID in words(letter(sheets.full(milestones=(WRITTEN,))), "L7")
    assert SAID not in words(letter(sheets.full(milestones=(WRITTEN, AGREED))), "L7")
    assert SAID not in words(letter(sheets.full(decisions=(), milestones=())), "L7")


@pytest.mark.parametrize("band", [Band.A, Band.B, Band.C, Band.D, Band.E, Band.U])
def test_a_decision_that_the_manager_objects_to_is_told_as_asked_for(band: Band) -> None:
    first = sheets.full().decisions[0].id
    against = ManagerReplyOnSheet(
        "r-1", first, 1, "objection", date(2026, 11, 17), "Ruth", "No money", "", None, "", None
    )
    sheet = sheets.full(milestones=(WRITTEN, AGREED), replies=(against,))
    told = words(letter(in_band(band, sheet)), "L7")
    assert sum(NOT_DECIDED in each for each in told) == 1
    stands = replace(sheet, replies=(replace(against, settled="withdrawn"),))
    assert NOT_DECIDED not in " ".join(words(letter(in_band(band, stands)), "L7"))
    assert "No money" not in words_of(letter(in_band(band, sheet)))


@pytest.mark.parametrize("met_later", [(), (WRITTEN,), (WRITTEN, AGREED)])
def test_a_letter_given_out_before_the_answer_is_no_less_true_after_it(
    met_later: tuple[MilestoneOnSheet, ...],
) -> None:
    before = words_of(letter(sheets.full(milestones=())))
    issued = sheets.issued("letter")
    now = sheets.full(milestones=met_later, documents=(issued,))
    assert still_says(now, issued, before, sheets.DATED)
    changed = sheets.full(milestones=met_later, documents=(issued,), warm_line="Other words.")
    assert not still_says(changed, issued, before, sheets.DATED)
