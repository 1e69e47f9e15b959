"""What is wrong with a day of a review, held against its other days: a sentence, or nothing."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from models.problems import N_
from models.review_sheet import ReviewSheet, SittingOnSheet
from models.rules.age import birthday, eighteenth_birthday
from models.rules.deadlines import resume_by
from models.rules.series import finish_by
from models.rules.working_days import BeyondCalendar, WorkingDays

MOST_YEARS_FOR_A_DECISION: Final = 3


def review_day(sheet: ReviewSheet) -> date | None:
    """Give the day the review was begun, or is booked for."""
    return sheet.held_on or sheet.booked_on


def wrong_start(sheet: ReviewSheet, day: date, today: date) -> str:
    """Say what is wrong with a day for the review's start."""
    return wrong_first_day([each.held_on for each in sheet.earlier_reviews], day, today)


def wrong_first_day(earlier: Iterable[date | None], day: date, today: date) -> str:
    """Say what is wrong with a day for a start after the days of these earlier reviews."""
    before = [each for each in earlier if each]
    if day > today:
        return N_("That day is still to come. A review starts today or earlier.")
    if before and day <= max(before):
        return N_("The review before this one was held on that day or later.")
    return ""


def wrong_part(sheet: ReviewSheet, number: int, day: date, today: date) -> str:
    """Say what is wrong with a day for one part of the review."""
    if number == 1 and (words := wrong_start(sheet, day, today)):
        return words
    if day > today:
        return N_("That day is still to come. A part of a review is written down once held.")
    if any(part.number < number and part.held_on > day for part in sheet.sittings):
        return N_("The part before was held after that day.")
    if any(part.number > number and part.held_on < day for part in sheet.sittings):
        return N_("The next part was held before that day.")
    return ""


def wrong_next_review(sheet: ReviewSheet, day: date) -> str:
    """Say what is wrong with a day for the next review."""
    this_one = review_day(sheet)
    if day >= eighteenth_birthday(sheet.child.born_on):
        return N_(
            "That is on or after the 18th birthday. Choose a day before it, or say why there is "
            "no next review, and consider a moving-on review."
        )
    if this_one is not None and day <= this_one:
        return N_("Choose a day after this review.")
    return ""


def wrong_see_child(sheet: ReviewSheet, day: date) -> str:
    """Say what is wrong with a day by which the chair will see the child."""
    this_one, following = review_day(sheet), sheet.next_review_on
    if this_one is not None and day <= this_one:
        return N_("Choose a day after this review.")
    if following is not None and day > following:
        return N_("Choose a day that is not after the next review.")
    return ""


def wrong_midpoint(sheet: ReviewSheet, day: date) -> str:
    """Say what is wrong with a day for the check half-way."""
    this_one, following = review_day(sheet), sheet.next_review_on
    if this_one is not None and day <= this_one:
        return N_("Choose a day after this review.")
    if following is not None and day >= following:
        return N_("Choose a day before the next review.")
    return ""


def wrong_by_when(sheet: ReviewSheet, day: date) -> str:
    """Say what is wrong with a day by which a decision is to be done."""
    this_one = review_day(sheet)
    if this_one is None:
        return ""
    if day < this_one:
        return N_("Choose a day that is not before this review.")
    if day > birthday(this_one, MOST_YEARS_FOR_A_DECISION):
        return N_("Choose a day at most 3 years after this review.")
    return ""


def is_over_a_year_on(sheet: ReviewSheet, day: date) -> bool:
    """Say whether a day is more than a year after the review."""
    this_one = review_day(sheet)
    return this_one is not None and day > birthday(this_one, 1)


@dataclass(frozen=True)
class LateReturn:
    """One part that was held after the last day for it."""

    number: int
    held_on: date
    last_day: date


def go_on_by(sheet: ReviewSheet, part: SittingOnSheet, calendar: WorkingDays) -> date:
    """Give the last day for the part after this one.

    Raises: BeyondCalendar.
    Source: after an adjournment timescales.RESUMED, else timescales.SERIES_FINISHED.
    """
    if part.adjourned:
        return resume_by(part.held_on, calendar)
    return finish_by(sheet.sittings[0].held_on, calendar)


def late_returns(sheet: ReviewSheet, calendar: WorkingDays) -> tuple[LateReturn, ...]:
    """Give every part that was held after the last day for it.

    Raises: BeyondCalendar.
    """
    returns = (
        LateReturn(following.number, following.held_on, go_on_by(sheet, part, calendar))
        for part, following in pairwise(sheet.sittings)
    )
    return tuple(each for each in returns if each.held_on > each.last_day)


def went_on_late(sheet: ReviewSheet, calendar: WorkingDays) -> date | None:
    """Give the last day for going on that was missed, the latest of several.

    Raises: BeyondCalendar.
    """
    late = late_returns(sheet, calendar)
    return late[-1].last_day if late else None


def held_late(sheet: ReviewSheet, calendar: WorkingDays) -> bool:
    """Say whether the review was held after the day by which it was due.

    A review that was adjourned at its first meeting counts as held on that day, if its council
    counts it so and it went on in time or ended as it stood; otherwise on the day it went on.

    Source: domain reference 2.3 rule 10.
    """
    if sheet.held_on is None or sheet.due_on is None:
        return False
    counts, parts = sheet.held_on, sheet.sittings
    if len(parts) > 1 and parts[0].adjourned:
        stands = sheet.council.adjourned_counts and _went_on_in_time(sheet, calendar)
        counts = counts if stands else max(counts, parts[1].held_on)
    return counts > sheet.due_on


def is_asked_why_late(sheet: ReviewSheet, calendar: WorkingDays) -> bool:
    """Say whether to ask why it was held late: not where why it went on late says it already."""
    if not held_late(sheet, calendar):
        return False
    begun_late = not sheet.sittings or sheet.sittings[0].held_on > (sheet.due_on or date.min)
    return begun_late or _went_on_in_time(sheet, calendar)


def why_late(sheet: ReviewSheet) -> str:
    """Give why a review was held late: its own reason, or why it went on late."""
    return sheet.late_why.strip() or sheet.resumed_late_why.strip()


def _went_on_in_time(sheet: ReviewSheet, calendar: WorkingDays) -> bool:
    """Say whether the second part was in time, as far as the bank holidays are known."""
    if len(sheet.sittings) == 1:
        return True
    try:
        return sheet.sittings[1].held_on <= go_on_by(sheet, sheet.sittings[0], calendar)
    except BeyondCalendar:
        return True


def wrong_days(sheet: ReviewSheet) -> Iterator[tuple[str, str]]:
    """Give each day of the review's own that cannot be so: its field, and what is needed."""
    day = sheet.next_review_on
    if day is not None and wrong_next_review(sheet, day):
        words = N_("Choose a day for the next review after this one and before the 18th birthday")
        yield "next_review_on", words
    if sheet.see_child_by is not None and wrong_see_child(sheet, sheet.see_child_by):
        words = N_("Choose a day for seeing {name} between this review and the next")
        yield "see_child_by", words
    if sheet.midpoint_on is not None and wrong_midpoint(sheet, sheet.midpoint_on):
        yield "midpoint_on", N_("Choose a day for the midpoint between this review and the next")
