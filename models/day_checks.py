"""What is wrong with a day of a review, held against its other days: a sentence, or nothing."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from models.problems import N_
from models.review_sheet import ReviewSheet
from models.rules.age import birthday, eighteenth_birthday
from models.rules.deadlines import resume_by
from models.rules.working_days import WorkingDays

MOST_YEARS_FOR_A_DECISION: Final = 3


def review_day(sheet: ReviewSheet) -> date | None:
    """Give the day the review was begun, or is booked for."""
    return sheet.held_on or sheet.booked_on


def wrong_start(sheet: ReviewSheet, day: date, today: date) -> str:
    """Say what is wrong with a day for the review's start."""
    before = [each.held_on for each in sheet.earlier_reviews if each.held_on]
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


def went_on_late(sheet: ReviewSheet, calendar: WorkingDays) -> date | None:
    """Give the last day for going on with an adjourned review, if it went on after it.

    Raises: BeyondCalendar.
    """
    for part, following in pairwise(sheet.sittings):
        if part.adjourned:
            last_day = resume_by(part.held_on, calendar)
            return last_day if following.held_on > last_day else None
    return None


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
