"""What is owed before, between and after the meetings of a review."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.deadlines import after_completion, before_review, midpoint, resume_by
from models.rules.working_days import WorkingDays

CALENDAR = WorkingDays.of_england_and_wales()
DAYS = st.dates(date(2010, 6, 1), date(2028, 6, 1))


def test_everything_after_a_review_before_easter_has_its_day() -> None:
    assert after_completion(date(2026, 3, 26), CALENDAR) == {
        "T31": date(2026, 4, 2),
        "T33": date(2026, 4, 13),
        "T34": date(2026, 4, 13),
        "T35": date(2026, 4, 20),
        "T36": date(2026, 4, 27),
        "T37": date(2026, 4, 27),
        "T37a": date(2026, 4, 13),
    }


def test_the_manager_has_five_working_days_from_receiving_the_decisions() -> None:
    owed = after_completion(date(2026, 3, 26), CALENDAR, decisions_received_on=date(2026, 4, 1))
    assert owed["T32"] == date(2026, 4, 10)


def test_everything_before_a_review_has_its_day() -> None:
    assert before_review(date(2026, 4, 7), CALENDAR) == {
        "T20": date(2026, 3, 6),
        "T21": date(2026, 3, 13),
        "T22": date(2026, 3, 27),
        "T23": date(2026, 3, 28),
        "T24": date(2026, 3, 24),
        "T24a": date(2026, 3, 10),
        "T25": date(2026, 3, 31),
    }


def test_an_adjourned_review_is_resumed_within_twenty_working_days() -> None:
    assert resume_by(date(2026, 7, 22), CALENDAR) == date(2026, 8, 19)
    assert resume_by(date(2026, 12, 9), CALENDAR) == date(2027, 1, 11)


@pytest.mark.parametrize(
    ("held_on", "next_due", "half_way"),
    [
        (date(2026, 3, 1), date(2026, 9, 1), date(2026, 6, 1)),
        (date(2026, 6, 1), date(2026, 6, 4), date(2026, 6, 2)),
        (date(2026, 6, 1), date(2026, 6, 1), date(2026, 6, 1)),
    ],
)
def test_the_midpoint_is_half_way_and_never_past_it(
    held_on: date, next_due: date, half_way: date
) -> None:
    assert midpoint(held_on, next_due) == half_way


def test_there_is_no_midpoint_before_the_review() -> None:
    with pytest.raises(ValueError, match="before this one"):
        midpoint(date(2026, 6, 2), date(2026, 6, 1))


@given(DAYS, DAYS)
def test_the_midpoint_lies_between(one: date, other: date) -> None:
    held_on, next_due = sorted((one, other))
    half_way = midpoint(held_on, next_due)
    assert held_on <= half_way <= next_due
    assert 0 <= (next_due - half_way).days - (half_way - held_on).days <= 1


@given(DAYS)
def test_decisions_come_before_the_record_and_the_record_before_its_sending(
    completed_on: date,
) -> None:
    owed = after_completion(completed_on, CALENDAR)
    assert completed_on < owed["T31"] < owed["T33"] < owed["T35"] < owed["T36"]
