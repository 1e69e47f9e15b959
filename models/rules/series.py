"""A review held as several meetings: which of its days counts for what."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from models.rules import timescales
from models.rules.timescale import limit
from models.rules.working_days import WorkingDays


class ReviewDay(StrEnum):
    """Which part of a series gives the review its date: a council chooses."""

    FIRST_PART = "first_part"
    LAST_PART = "last_part"


def review_date(parts: Sequence[date], counts: ReviewDay = ReviewDay.FIRST_PART) -> date:
    """Give the date for timeliness, for the return and for the next limit.

    Raises: ValueError if there is no part.
    """
    return min(parts) if counts is ReviewDay.FIRST_PART else completed_on(parts)


def completed_on(parts: Sequence[date]) -> date:
    """Give the day of the last part, from which the papers are counted.

    Raises: ValueError if there is no part.
    """
    return max(parts)


def finish_by(first_part: date, calendar: WorkingDays) -> date:
    """Give the last day for the last part.

    Raises: BeyondCalendar.
    Source: timescales.SERIES_FINISHED.
    """
    return limit(timescales.SERIES_FINISHED, first_part, calendar)


def may_adjourn(times_adjourned: int) -> bool:
    """Say whether a review may be adjourned again: only once.

    Source: timescales.RESUMED.
    """
    return times_adjourned == 0
