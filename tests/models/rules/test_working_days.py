"""Working days: the bank holidays year by year, counting, and the end of the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.working_days import (
    HOLIDAY_NAMES,
    BeyondCalendar,
    Holiday,
    WorkingDays,
    add_months,
)

CALENDAR = WorkingDays.of_england_and_wales()
DAYS = st.dates(date(2010, 6, 1), date(2028, 6, 30))
ANY_DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
COUNTS = st.integers(0, 60)
MONDAY, FRIDAY = 0, 4

# Independent of the program's list: as published, 2025 to 2028.
PUBLISHED = {
    2025: "1-1 4-18 4-21 5-5 5-26 8-25 12-25 12-26",
    2026: "1-1 4-3 4-6 5-4 5-25 8-31 12-25 12-28",
    2027: "1-1 3-26 3-29 5-3 5-31 8-30 12-27 12-28",
    2028: "1-3 4-14 4-17 5-1 5-29 8-28 12-25 12-26",
}
# A spring holiday moved, or a day added, by proclamation.
ONE_OFF = [
    date(2011, 4, 29),
    date(2012, 6, 4),
    date(2012, 6, 5),
    date(2020, 5, 8),
    date(2022, 6, 2),
    date(2022, 6, 3),
    date(2022, 9, 19),
    date(2023, 5, 8),
]
MOVED_AWAY = [date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)]


def holidays_of(year: int) -> set[date]:
    return {holiday.day for holiday in CALENDAR.holidays if holiday.day.year == year}


def easter_sunday(year: int) -> date:
    """The anonymous Gregorian sum, so that the list is checked by another way."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - ((b - (b + 8) // 25 + 1) // 3) + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - (c % 4)) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def first_monday(year: int, month: int) -> date:
    return next(
        date(year, month, day) for day in range(1, 8) if date(year, month, day).weekday() == 0
    )


def last_monday(year: int, month: int) -> date:
    return max(
        date(year, month, day) for day in range(25, 32) if date(year, month, day).weekday() == 0
    )


def with_substitutes(*days: date) -> set[date]:
    """Each day, or the next free weekday if it falls on a weekend."""
    kept = {day for day in days if day.weekday() <= FRIDAY}
    for day in (day for day in days if day.weekday() > FRIDAY):
        moved = day
        while moved.weekday() > FRIDAY or moved in kept:
            moved += timedelta(days=1)
        kept.add(moved)
    return kept


@pytest.mark.parametrize("year", PUBLISHED)
def test_the_list_has_the_published_days(year: int) -> None:
    published = {date(year, *map(int, day.split("-"))) for day in PUBLISHED[year].split()}
    assert holidays_of(year) == published


@pytest.mark.parametrize("year", range(2010, 2029))
def test_every_year_agrees_with_the_act_and_the_proclamations(year: int) -> None:
    by_rule = {
        easter_sunday(year) - timedelta(days=2),
        easter_sunday(year) + timedelta(days=1),
        first_monday(year, 5),
        last_monday(year, 5),
        last_monday(year, 8),
    }
    by_rule |= with_substitutes(date(year, 1, 1))
    by_rule |= with_substitutes(date(year, 12, 25), date(year, 12, 26))
    by_rule -= set(MOVED_AWAY)
    by_rule |= {day for day in ONE_OFF if day.year == year}
    assert holidays_of(year) == by_rule


def test_every_holiday_is_a_weekday_with_a_name_that_can_be_translated() -> None:
    assert {holiday.name for holiday in CALENDAR.holidays} == set(HOLIDAY_NAMES)
    assert all(holiday.day.weekday() <= FRIDAY for holiday in CALENDAR.holidays)
    assert list(CALENDAR.holidays) == sorted(CALENDAR.holidays)


def test_easter_monday_is_named() -> None:
    assert Holiday(date(2026, 4, 6), "Easter Monday") in CALENDAR.holidays
    assert date(2026, 4, 6).weekday() == MONDAY


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        (date(2026, 4, 2), True),  # the Thursday before Good Friday
        (date(2026, 4, 3), False),  # Good Friday
        (date(2026, 4, 4), False),  # a Saturday
        (date(2026, 4, 5), False),  # Easter Sunday
        (date(2026, 4, 6), False),  # Easter Monday
        (date(2026, 4, 7), True),
        (date(2026, 12, 26), False),  # Boxing Day, a Saturday
        (date(2026, 12, 28), False),  # and its substitute
        (date(2026, 12, 29), True),
        (date(2022, 9, 19), False),  # a state funeral
        (date(2020, 5, 4), True),  # its holiday was moved to the 8th
    ],
)
def test_which_days_are_working_days(day: date, counts: bool) -> None:
    assert CALENDAR.is_working_day(day) is counts


def test_the_calendar_ends_and_is_never_guessed() -> None:
    assert CALENDAR.first_day == date(2010, 1, 1)
    assert CALENDAR.last_day == date(2028, 12, 31)
    for beyond in (
        lambda: CALENDAR.is_working_day(date(2029, 1, 2)),
        lambda: CALENDAR.is_working_day(date(2009, 12, 31)),
        lambda: CALENDAR.after(date(2028, 12, 20), 20),
        lambda: CALENDAR.after(date(2029, 1, 1), 0),
        lambda: CALENDAR.before(date(2010, 1, 8), 10),
        lambda: CALENDAR.between(date(2028, 12, 1), date(2029, 1, 1)),
        lambda: CALENDAR.between(date(2009, 12, 1), date(2010, 1, 1)),
    ):
        with pytest.raises(BeyondCalendar) as told:
            beyond()
        assert told.value.last_day == date(2028, 12, 31)
        assert told.value.first_day == date(2010, 1, 1)


def test_the_last_working_day_of_the_calendar_can_still_be_reached() -> None:
    assert CALENDAR.after(date(2028, 12, 28), 1) == date(2028, 12, 29)


def test_a_number_below_nought_is_refused() -> None:
    with pytest.raises(ValueError, match="below 0"):
        CALENDAR.after(date(2026, 4, 7), -1)
    with pytest.raises(ValueError, match="below 0"):
        CALENDAR.before(date(2026, 4, 7), -1)


def test_nought_working_days_is_the_day_itself_even_on_a_weekend() -> None:
    assert CALENDAR.after(date(2026, 4, 4), 0) == date(2026, 4, 4)
    assert CALENDAR.before(date(2026, 4, 4), 0) == date(2026, 4, 4)


def test_holidays_between_are_those_that_were_passed_over() -> None:
    passed = CALENDAR.holidays_between(date(2026, 3, 30), date(2026, 4, 29))
    assert [holiday.name for holiday in passed] == ["Good Friday", "Easter Monday"]


def test_the_start_day_is_not_among_the_holidays_between_and_the_end_is() -> None:
    good_friday, easter_monday = date(2026, 4, 3), date(2026, 4, 6)
    passed = CALENDAR.holidays_between(good_friday, easter_monday)
    assert [holiday.day for holiday in passed] == [easter_monday]


def test_a_proclaimed_day_can_be_added() -> None:
    extra = Holiday(date(2026, 6, 15), "A day of thanks")
    longer = CALENDAR.with_extra_days([extra])
    assert not longer.is_working_day(extra.day)
    assert CALENDAR.is_working_day(extra.day)
    assert extra in longer.holidays_between(date(2026, 6, 1), date(2026, 6, 30))
    assert longer.after(date(2026, 6, 12), 1) == date(2026, 6, 16)


def test_a_proclaimed_day_can_take_the_place_of_another() -> None:
    moved = CALENDAR.with_extra_days(
        [Holiday(date(2026, 5, 8), "Moved")], instead_of={date(2026, 5, 4)}
    )
    assert moved.is_working_day(date(2026, 5, 4))
    assert not moved.is_working_day(date(2026, 5, 8))


def test_an_extra_day_on_a_saturday_changes_no_count() -> None:
    extra = CALENDAR.with_extra_days([Holiday(date(2026, 6, 13), "Saturday")])
    assert extra.after(date(2026, 6, 12), 1) == date(2026, 6, 15)
    assert extra.holidays_between(date(2026, 6, 12), date(2026, 6, 15)) == ()


def test_an_administrator_can_carry_the_calendar_further() -> None:
    new_year = Holiday(date(2029, 1, 1), "New Year’s Day")
    longer = CALENDAR.with_extra_days([new_year], known_to=date(2029, 1, 31))
    assert longer.after(date(2028, 12, 29), 1) == date(2029, 1, 2)
    assert CALENDAR.with_extra_days([], known_to=date(2020, 1, 1)).last_day == CALENDAR.last_day


@given(DAYS, COUNTS)
def test_after_counts_what_between_counts(start: date, count: int) -> None:
    assert CALENDAR.between(start, CALENDAR.after(start, count)) == count


@given(DAYS, st.integers(1, 60))
def test_after_and_before_undo_each_other_on_working_days(start: date, count: int) -> None:
    day = CALENDAR.after(start, 1)
    assert CALENDAR.before(CALENDAR.after(day, count), count) == day
    assert CALENDAR.is_working_day(CALENDAR.after(day, count))


@given(DAYS, DAYS, COUNTS)
def test_a_later_start_never_ends_sooner(one: date, other: date, count: int) -> None:
    first, second = sorted((one, other))
    assert CALENDAR.after(first, max(count, 1)) <= CALENDAR.after(second, max(count, 1))
    assert CALENDAR.before(first, max(count, 1)) <= CALENDAR.before(second, max(count, 1))


@given(DAYS, COUNTS)
def test_more_days_never_end_sooner(start: date, count: int) -> None:
    assert start <= CALENDAR.after(start, count) < CALENDAR.after(start, count + 1)


@given(DAYS, DAYS)
def test_between_agrees_with_counting_day_by_day(one: date, other: date) -> None:
    first, second = sorted((one, min(other, one + timedelta(days=400))))
    days = (first + timedelta(days=passed + 1) for passed in range((second - first).days))
    assert CALENDAR.between(first, second) == sum(map(CALENDAR.is_working_day, days))
    assert CALENDAR.between(second, first) == -CALENDAR.between(first, second)


@given(ANY_DAYS, st.integers(-60, 60))
def test_months_keep_the_day_number_or_take_the_last_day(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == months
    assert moved.day == day.day or (moved + timedelta(days=1)).day == 1


@given(ANY_DAYS, ANY_DAYS, st.integers(-24, 24))
def test_months_keep_the_order_of_days(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert add_months(first, months) <= add_months(second, months)
