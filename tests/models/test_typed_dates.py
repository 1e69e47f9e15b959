"""A date is read as people type it: a table that anyone can check against a calendar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.typed_dates import UnreadableDay, read_day

THURSDAY = date(2026, 11, 12)

AHEAD = [
    ("18 dec", date(2026, 12, 18)),
    ("18 Dec 2026", date(2026, 12, 18)),
    ("18th December", date(2026, 12, 18)),
    ("18 December, 2026", date(2026, 12, 18)),
    ("18december", date(2026, 12, 18)),
    ("18th of december 2026", date(2026, 12, 18)),
    ("fri 18 dec", date(2026, 12, 18)),
    ("Friday, 18 December 2026", date(2026, 12, 18)),
    ("December 18", date(2026, 12, 18)),
    ("dec 18, 2026", date(2026, 12, 18)),
    ("18/12/2026", date(2026, 12, 18)),
    ("18/12/26", date(2026, 12, 18)),
    ("18.12.2026", date(2026, 12, 18)),
    ("18-12-2026", date(2026, 12, 18)),
    ("18 12 2026", date(2026, 12, 18)),
    ("18/12", date(2026, 12, 18)),
    ("2026-12-18", date(2026, 12, 18)),
    ("3/4", date(2027, 4, 3)),
    ("3/4/2027", date(2027, 4, 3)),
    ("1 sept", date(2027, 9, 1)),
    ("12 nov", THURSDAY),
    ("11 nov", date(2027, 11, 11)),
    ("29 feb", date(2028, 2, 29)),
    ("today", THURSDAY),
    ("tomorrow", date(2026, 11, 13)),
    ("yesterday", date(2026, 11, 11)),
    ("fri", date(2026, 11, 13)),
    ("Friday", date(2026, 11, 13)),
    ("on friday", date(2026, 11, 13)),
    ("thurs", date(2026, 11, 19)),
    ("thursday", date(2026, 11, 19)),
    ("weds", date(2026, 11, 18)),
    ("tues", date(2026, 11, 17)),
    ("next friday", date(2026, 11, 20)),
    ("next monday", date(2026, 11, 16)),
    ("last monday", date(2026, 11, 9)),
    ("2 weeks", date(2026, 11, 26)),
    ("in 2 weeks", date(2026, 11, 26)),
    ("two weeks", date(2026, 11, 26)),
    ("2w", date(2026, 11, 26)),
    ("a week", date(2026, 11, 19)),
    ("10 days", date(2026, 11, 22)),
    ("3 months", date(2027, 2, 12)),
    ("6m", date(2027, 5, 12)),
    ("a year", date(2027, 11, 12)),
    ("2 weeks ago", date(2026, 10, 29)),
    ("٣/٤", date(2027, 4, 3)),
    ("  18   dec  ", date(2026, 12, 18)),
]

BEHIND = [
    ("18 dec", date(2025, 12, 18)),
    ("12 nov", THURSDAY),
    ("14/3/16", date(2016, 3, 14)),
    ("14/3/58", date(1958, 3, 14)),
    ("friday", date(2026, 11, 6)),
    ("2 weeks", date(2026, 10, 29)),
    ("29 feb", date(2024, 2, 29)),
    ("14 March 2016", date(2016, 3, 14)),
]

UNREADABLE = [
    *("", "soon", "31/2/2026", "29 feb 2026", "13/13/2026", "12/31/2026", "18 foo", "ma", "18"),
    *("40 dec", "0/1/2026", "1/0/2026", "fri fri", "999999", "1/1/1066", "a", "dec"),
    *("1/1/2500", "next", "in", "999 years", "18 dec 20266", "\0", "💛"),
]


@pytest.mark.parametrize(("typed", "day"), AHEAD)
def test_a_day_to_come_is_read_day_first(typed: str, day: date) -> None:
    assert read_day(typed, THURSDAY) == day


@pytest.mark.parametrize(("typed", "day"), BEHIND)
def test_a_day_that_has_been_is_the_last_such_day(typed: str, day: date) -> None:
    assert read_day(typed, THURSDAY, "past") == day


@pytest.mark.parametrize("typed", UNREADABLE)
def test_what_is_not_a_day_is_refused_in_words(typed: str) -> None:
    with pytest.raises(UnreadableDay) as problem:
        read_day(typed, THURSDAY)
    assert str(problem.value) == UnreadableDay.what


def test_a_month_on_from_the_last_of_january_is_the_last_of_february() -> None:
    assert read_day("1 month", date(2026, 1, 31)) == date(2026, 2, 28)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_every_day_written_in_full_is_read_back(day: date) -> None:
    month = day.strftime("%B")
    for typed in (f"{day.day} {month} {day.year}", f"{day.day}/{day.month}/{day.year}"):
        assert read_day(typed, THURSDAY) == day


@given(st.text(max_size=20))
def test_no_text_at_all_breaks_the_reading(typed: str) -> None:
    try:
        found = read_day(typed, THURSDAY)
    except UnreadableDay:
        return
    assert isinstance(found, date)
