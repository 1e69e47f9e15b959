"""That a letter promises no day that is gone by the day on which it is written."""

from dataclasses import replace
from datetime import date
from typing import Any

from letters.bands import Band
from letters.checks import Concern
from letters.child_letter import compose
from letters.letter import Letter
from letters.paragraph import Source
from letters.wording import wording
from models.letter_making import LetterMaking, LetterOnSheet
from models.review_sheet import ReviewSheet
from tests.letters import sheets
from tests.letters.on_sheet import decision
from tests.letters.said import words


def late(**changes: Any) -> ReviewSheet:
    """Sam's review, whose next days are gone by 17 November."""
    gone = {"next_review_on": date(2026, 11, 16), "see_child_by": date(2026, 11, 13)}
    return sheets.full(**{**gone, **changes})


def written(sheet: ReviewSheet, band: Band = Band.B) -> Letter:
    making = LetterMaking(letter=LetterOnSheet(id="l-1", band=band))
    return compose(replace(sheet, making=making), wording(), sheets.DATED)


def gone(sheet: ReviewSheet) -> list[Concern]:
    from letters.checks import checks_of

    found = checks_of(sheet, written(sheet), sheets.DATED)
    return [each for each in found if each.check == "day_gone"]


def test_each_day_before_the_day_of_the_letter_is_a_warning() -> None:
    early = decision(1, "Buy new boots", "Jo", date(2026, 11, 16), person_id="p-jo")
    told = gone(late(decisions=(early,)))
    assert [(each.block, each.source, each.said()) for each in told] == [
        ("L11", Source("review", "review-4", "next_review_on"),
         "The letter is written after the day of the next meeting, 16 November 2026. Did you "
         "meet? Say how it is now"),
        ("L11", Source("review", "review-4", "see_child_by"),
         "You said that you would see or ring Sam by 13 November 2026, and that day is gone. "
         "Did you?"),
        ("L7", Source("decision", "d-1", "by_when"),
         "Decision 1 was to be done by 16 November 2026, and that day is gone. Say how it is "
         "now"),
    ]  # fmt: skip
    assert all(each.can_be_set_aside for each in told)


def test_the_day_of_the_letter_itself_and_what_is_not_told_are_no_warning() -> None:
    assert gone(sheets.full(see_child_by=sheets.DATED)) == []
    hidden = decision(1, "Buy boots", "Jo", date(2026, 11, 13), restricted=True)
    assert gone(sheets.full(decisions=(hidden,))) == []


def test_what_will_be_is_not_said_of_a_day_that_is_gone() -> None:
    for band in Band:
        said = words(written(late(), band), "L11")
        assert said[0].startswith("We planned to meet again on Monday 16 November"), band
        assert said[1].startswith("I said that I would ring"), band
        assert not any(" will " in line for line in said), band


def test_what_is_read_aloud_promises_no_day_that_is_gone() -> None:
    assert "I will ring you." in words(written(sheets.full(), Band.U), "aloud")
    assert "I will ring you." not in words(written(late(), Band.U), "aloud")


def test_a_day_that_is_gone_before_a_meeting_that_is_not() -> None:
    said = words(written(sheets.full(see_child_by=date(2026, 11, 13))), "L11")
    assert said[0].startswith("We will meet again on")
    assert said[1] == "I said that I would ring before then, by Friday 13 November."
