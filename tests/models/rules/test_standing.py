"""Later, soon, today or late; in time or not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.standing import State, adjourned_in_time, standing, timeliness
from models.rules.working_days import WorkingDays

CALENDAR = WorkingDays.of_england_and_wales()
DAYS = st.dates(date(2010, 1, 1), date(2028, 12, 31))
FRIDAY = date(2026, 11, 13)


@pytest.mark.parametrize(
    ("today", "state", "working_days", "calendar_days"),
    [
        (date(2026, 11, 6), State.LATER, 5, 7),  # Friday before
        (date(2026, 11, 11), State.LATER, 2, 2),  # Wednesday
        (date(2026, 11, 12), State.SOON, 1, 1),  # Thursday, day 4 of 5
        (date(2026, 11, 13), State.TODAY, 0, 0),  # Friday, day 5 of 5
        (date(2026, 11, 14), State.LATE, 0, 1),  # Saturday
        (date(2026, 11, 15), State.LATE, 0, 2),  # Sunday
        (date(2026, 11, 16), State.LATE, 1, 3),  # Monday
        (date(2026, 11, 17), State.LATE, 2, 4),
    ],
)
def test_how_something_due_on_friday_stands(
    today: date, state: State, working_days: int, calendar_days: int
) -> None:
    seen = standing(FRIDAY, today, CALENDAR)
    assert (seen.state, seen.working_days, seen.calendar_days) == (
        state,
        working_days,
        calendar_days,
    )
    assert seen.due_on == FRIDAY
    assert seen.is_late is (state is State.LATE)
    assert seen.is_pressing is (state in (State.SOON, State.TODAY))


def test_due_on_a_saturday_is_soon_on_the_friday() -> None:
    assert standing(date(2026, 2, 28), date(2026, 2, 27), CALENDAR).state is State.SOON


def test_over_easter_the_last_two_working_days_are_days_apart() -> None:
    due_on = date(2026, 4, 7)
    assert standing(due_on, date(2026, 4, 2), CALENDAR).state is State.SOON
    assert standing(due_on, date(2026, 4, 1), CALENDAR).state is State.LATER


def test_held_on_the_last_day_is_in_time() -> None:
    told = timeliness(FRIDAY, FRIDAY, CALENDAR)
    assert (told.in_time, told.working_days_late, told.calendar_days_late) == (True, 0, 0)


def test_held_after_the_last_day_is_late_by_so_many_working_days() -> None:
    told = timeliness(FRIDAY, date(2026, 11, 17), CALENDAR)
    assert (told.in_time, told.working_days_late, told.calendar_days_late) == (False, 2, 4)


def test_held_early_is_in_time_even_before_the_calendar_begins() -> None:
    assert timeliness(date(2009, 6, 2), date(2009, 6, 1), CALENDAR).in_time


@pytest.mark.parametrize(
    ("begun_on", "resumed_on", "in_time"),
    [
        (date(2026, 7, 22), date(2026, 8, 19), True),
        (date(2026, 7, 22), date(2026, 8, 20), False),
        (date(2026, 7, 23), date(2026, 8, 19), False),
    ],
)
def test_an_adjourned_review_is_in_time_if_begun_and_resumed_in_time(
    begun_on: date, resumed_on: date, in_time: bool
) -> None:
    due_on = date(2026, 7, 22)
    told = adjourned_in_time(due_on, begun_on, date(2026, 7, 22), resumed_on, CALENDAR)
    assert told is in_time


@given(DAYS, DAYS)
def test_late_is_the_same_as_not_in_time(due_on: date, today: date) -> None:
    seen = standing(due_on, today, CALENDAR)
    told = timeliness(due_on, today, CALENDAR)
    assert seen.is_late is not told.in_time
    if seen.is_late:
        assert seen.working_days == told.working_days_late
