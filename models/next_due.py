"""When the review after this one is due, and whether this one is the last: one rule for all."""

from collections.abc import Sequence
from datetime import date

from models.review_sheet import ReviewSheet
from models.rules.review_clock import Care, ReviewDue, ReviewPath, next_review
from models.rules.review_kinds import REVIEW_KINDS
from models.rules.working_days import BeyondCalendar, WorkingDays

MOVING_ON = "moving_on"
MOST_REVIEWS = 1000  # more than any child has; a number beyond it is nobody's count
NEEDS_DAY = frozenset({ReviewPath.AUTHORISED, ReviewPath.PLACED_FOR_ADOPTION})


def care_of(
    began_on: date, born_on: date, path: str, path_since: date | None, ended_on: date | None = None
) -> Care:
    """A time in care for the clocks: the usual rules run where what others need is not known."""
    known = ReviewPath(path) if path in set(ReviewPath) else ReviewPath.ORDINARY
    if known in NEEDS_DAY and path_since is None:
        known = ReviewPath.ORDINARY
    return Care(began_on, born_on, ended_on, known, path_since)


def days_held(known: Sequence[date], last_number: int) -> list[date]:
    """The days of all the reviews up to the one with this number, earliest first.

    A review known by its number only to have had others before it is counted so: those are
    given the day of the first that is known, which the clocks of later reviews never read.
    """
    days = sorted(known)
    return days[:1] * max(min(last_number, MOST_REVIEWS) - len(days), 0) + days


def next_due(sheet: ReviewSheet, calendar: WorkingDays) -> ReviewDue | None:
    """The last day for the review after this one, or none where it cannot be counted.

    Source: models.rules.review_clock.next_review, by the rules that the child's reviews follow.
    """
    if sheet.care_began_on is None:
        return None
    return _counted(sheet, sheet.care_began_on, sheet.held_on or sheet.booked_on, calendar)


def is_last_before_eighteen(sheet: ReviewSheet) -> bool:
    """Whether no day is set, and the child is 18 by the end of the limit for another review."""
    due = _after_it_was_held(sheet)
    return due is not None and due.last_before_eighteen


def is_last_review(sheet: ReviewSheet) -> bool:
    """Whether no other comes after: the child moves on, has left care, or will be 18."""
    if sheet.next_review_on is not None:
        return False
    kind = REVIEW_KINDS.get(sheet.kind)
    if sheet.moving_on or (kind is not None and kind.letter == MOVING_ON):
        return True
    due = _after_it_was_held(sheet)
    return due is not None and (due.left_care or due.last_before_eighteen)


def _after_it_was_held(sheet: ReviewSheet) -> ReviewDue | None:
    if sheet.next_review_on is not None or sheet.held_on is None:
        return None
    began_on = sheet.care_began_on or min([sheet.held_on, *_earlier(sheet)])
    return _counted(sheet, began_on, sheet.held_on, WorkingDays.of_england_and_wales())


def _counted(
    sheet: ReviewSheet, began_on: date, this_one: date | None, calendar: WorkingDays
) -> ReviewDue | None:
    if this_one is None:
        return None
    born_on, path_since = sheet.child.born_on, sheet.care_path_since
    care = care_of(began_on, born_on, sheet.care_path, path_since, sheet.care_ended_on)
    held = days_held([*_earlier(sheet), this_one], sheet.number)
    try:
        return next_review(care, held, calendar)
    except BeyondCalendar:
        return None


def _earlier(sheet: ReviewSheet) -> list[date]:
    return [each.held_on for each in sheet.earlier_reviews if each.held_on]
