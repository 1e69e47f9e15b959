"""When the next review is due, and why: the limits of law counted for one child."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.rules import timescales, variant_timescales
from models.rules.age import eighteenth_birthday
from models.rules.timescale import Timescale, Unit, limit
from models.rules.working_days import Holiday, WorkingDays


class ReviewPath(StrEnum):
    """The rules that the reviews of a child follow."""

    ORDINARY = "ordinary"
    AUTHORISED = "authorised"
    PLACED_FOR_ADOPTION = "placed_for_adoption"
    SHORT_BREAKS = "short_breaks"


@dataclass(frozen=True)
class Care:
    """One period of care, as far as the clock needs to know it.

    A return to care, or a change from short breaks to full care, is a new period.
    `path_since` is the day authority to place was gained, or the child was placed.
    """

    began_on: date
    born_on: date
    ended_on: date | None = None
    path: ReviewPath = ReviewPath.ORDINARY
    path_since: date | None = None


@dataclass(frozen=True)
class Explanation:
    """What a sentence about a due date needs: so long, from this day, without these days."""

    timescale_id: str
    length: int
    unit: Unit
    start: date
    limit: date
    holidays: tuple[Holiday, ...]


@dataclass(frozen=True)
class ReviewDue:
    """The last day for the next review, or the reason that there is none."""

    due_on: date | None
    timescale_id: str
    counted_from: date
    explanation: Explanation
    last_before_eighteen: bool = False
    left_care: bool = False


def next_review(care: Care, held: Sequence[date], calendar: WorkingDays) -> ReviewDue:
    """Give the last day on which the next review can be held in time.

    `held` are the reviews of this child in any order; those of an earlier period of care
    do not count. Each limit runs from the day the review before was really held, early
    or late.

    Raises: BeyondCalendar if the bank holidays for a first review are not known.
    Source: timescales.FIRST_REVIEW, SECOND_REVIEW, LATER_REVIEWS and the V limits.
    """
    earlier = sorted(day for day in held if day >= care.began_on)
    running = [explain(*each, calendar) for each in _limits(care, earlier)]
    explanation = min(running, key=lambda each: each.limit)
    left_care = care.ended_on is not None and care.ended_on <= explanation.limit
    adult = explanation.limit >= eighteenth_birthday(care.born_on)
    return ReviewDue(
        due_on=None if left_care or adult else explanation.limit,
        timescale_id=explanation.timescale_id,
        counted_from=explanation.start,
        explanation=explanation,
        last_before_eighteen=adult and not left_care,
        left_care=left_care,
    )


def review_due(
    care_began: date,
    held: Sequence[date],
    born_on: date,
    calendar: WorkingDays,
    left_care_on: date | None = None,
) -> ReviewDue:
    """Give the last day for the next review of a child on the ordinary path.

    Raises: BeyondCalendar if the bank holidays for a first review are not known.
    """
    return next_review(Care(care_began, born_on, left_care_on), held, calendar)


def explain(timescale: Timescale, start: date, calendar: WorkingDays) -> Explanation:
    """Give a limit with what a sentence about it needs.

    Raises: BeyondCalendar.
    """
    ends = limit(timescale, start, calendar)
    holidays: tuple[Holiday, ...] = ()
    if timescale.unit is Unit.WORKING_DAYS:
        first, last = sorted((start, ends))
        holidays = calendar.holidays_between(first, last)
        holidays = tuple(each for each in holidays if each.day != start)
    return Explanation(timescale.id, timescale.length, timescale.unit, start, ends, holidays)


def _limits(care: Care, earlier: Sequence[date]) -> list[tuple[Timescale, date]]:
    """List the limits that run; the sooner one binds."""
    if care.path is ReviewPath.SHORT_BREAKS:
        return [_short_breaks(care.began_on, earlier)]
    if care.path is ReviewPath.ORDINARY:
        return [_ordinary(care.began_on, earlier)]
    if care.path_since is None:
        raise ValueError("this path needs the day it began")
    since = [day for day in earlier if day > care.path_since]
    if care.path is ReviewPath.PLACED_FOR_ADOPTION:
        return [_placed(care.path_since, since)]
    if since:
        return [(variant_timescales.AUTHORISED_LATER, since[-1])]
    authorised = (variant_timescales.AUTHORISED_FIRST, care.path_since)
    return [authorised, _ordinary(care.began_on, earlier)]


def _ordinary(began_on: date, earlier: Sequence[date]) -> tuple[Timescale, date]:
    if not earlier:
        return timescales.FIRST_REVIEW, began_on
    if len(earlier) == 1:
        return timescales.SECOND_REVIEW, earlier[0]
    return timescales.LATER_REVIEWS, earlier[-1]


def _placed(since: date, earlier: Sequence[date]) -> tuple[Timescale, date]:
    if not earlier:
        return variant_timescales.PLACED_FIRST, since
    if len(earlier) == 1:
        return variant_timescales.PLACED_SECOND, earlier[0]
    return variant_timescales.PLACED_LATER, earlier[-1]


def _short_breaks(began_on: date, earlier: Sequence[date]) -> tuple[Timescale, date]:
    if not earlier:
        return variant_timescales.SHORT_BREAKS_FIRST, began_on
    return variant_timescales.SHORT_BREAKS_LATER, earlier[-1]
