"""When the next review is due: first, second, later, adoption, short breaks, leaving, 18."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.review_clock import Care, ReviewPath, explain, next_review, review_due
from models.rules.timescale import Unit
from models.rules.timescales import REPORTS_IN, TIMESCALES
from models.rules.working_days import BeyondCalendar, WorkingDays

CALENDAR = WorkingDays.of_england_and_wales()
BORN = date(2016, 5, 17)
STARTS = st.dates(date(2010, 6, 1), date(2027, 12, 31))
GAPS = st.lists(st.integers(1, 300), max_size=5)


@pytest.mark.parametrize(
    ("care_began", "held", "due_on", "rule", "counted_from"),
    [
        # the first: working days from becoming looked after
        (date(2025, 9, 1), [], date(2025, 9, 29), "T10", date(2025, 9, 1)),
        (date(2025, 12, 19), [], date(2026, 1, 21), "T10", date(2025, 12, 19)),
        (date(2026, 3, 30), [], date(2026, 4, 29), "T10", date(2026, 3, 30)),
        (date(2026, 4, 3), [], date(2026, 5, 5), "T10", date(2026, 4, 3)),
        (date(2026, 4, 25), [], date(2026, 5, 26), "T10", date(2026, 4, 25)),
        (date(2026, 12, 18), [], date(2027, 1, 20), "T10", date(2026, 12, 18)),
        # the second: three months, not moved off a weekend
        (date(2025, 11, 3), [date(2025, 11, 30)], date(2026, 2, 28), "T11", date(2025, 11, 30)),
        (date(2027, 11, 2), [date(2027, 11, 29)], date(2028, 2, 29), "T11", date(2027, 11, 29)),
        # the first held early, on day 8
        (date(2026, 6, 1), [date(2026, 6, 11)], date(2026, 9, 11), "T11", date(2026, 6, 11)),
        # later ones: six months from the day really held, early or late
        (
            date(2025, 4, 1),
            [date(2025, 4, 24), date(2025, 7, 1), date(2025, 8, 31)],
            date(2026, 2, 28),
            "T12",
            date(2025, 8, 31),
        ),
        (
            date(2025, 4, 1),
            [date(2025, 7, 1), date(2026, 2, 28), date(2025, 4, 24)],
            date(2026, 8, 28),
            "T12",
            date(2026, 2, 28),
        ),
        (
            date(2025, 4, 1),
            [date(2025, 6, 30), date(2026, 3, 31)],
            date(2026, 9, 30),
            "T12",
            date(2026, 3, 31),
        ),
        # back in care: the reviews of the time before do not count
        (date(2026, 6, 1), [date(2024, 3, 1), date(2024, 6, 1)], date(2026, 6, 29), "T10", None),
    ],
)
def test_the_next_review_is_due_on_the_day_worked_out_by_hand(
    care_began: date, held: list[date], due_on: date | None, rule: str, counted_from: date | None
) -> None:
    due = review_due(care_began, held, BORN, CALENDAR)
    assert (due.due_on, due.timescale_id) == (due_on, rule)
    assert due.counted_from == (counted_from or care_began)
    assert not due.last_before_eighteen
    assert not due.left_care


def test_an_early_second_review_pulls_the_third_earlier() -> None:
    first, early, on_time = date(2026, 1, 20), date(2026, 2, 20), date(2026, 4, 20)
    pulled = review_due(date(2026, 1, 5), [first, early], BORN, CALENDAR)
    usual = review_due(date(2026, 1, 5), [first, on_time], BORN, CALENDAR)
    assert pulled.due_on == date(2026, 8, 20)
    assert usual.due_on == date(2026, 10, 20)


def test_the_explanation_names_the_holidays_that_do_not_count() -> None:
    due = review_due(date(2026, 3, 30), [], BORN, CALENDAR)
    why = due.explanation
    assert (why.length, why.unit, why.start) == (20, Unit.WORKING_DAYS, date(2026, 3, 30))
    assert why.limit == date(2026, 4, 29)
    assert [holiday.name for holiday in why.holidays] == ["Good Friday", "Easter Monday"]


def test_a_start_on_a_holiday_is_day_nought_and_not_named() -> None:
    due = review_due(date(2026, 4, 3), [], BORN, CALENDAR)
    names = [holiday.name for holiday in due.explanation.holidays]
    assert names == ["Easter Monday", "Early May bank holiday"]


def test_a_limit_in_months_passes_over_no_holiday() -> None:
    due = review_due(date(2026, 1, 5), [date(2026, 3, 2)], BORN, CALENDAR)
    assert due.explanation.holidays == ()


def test_a_limit_counted_back_names_its_holidays_too() -> None:
    why = explain(REPORTS_IN, date(2026, 4, 7), CALENDAR)
    assert why.limit == date(2026, 3, 31)
    assert [holiday.name for holiday in why.holidays] == ["Good Friday", "Easter Monday"]


@pytest.mark.parametrize(
    ("born_on", "due_on"),
    [
        (date(2008, 8, 29), date(2026, 8, 28)),  # due the day before turning 18
        (date(2008, 8, 28), None),  # due on the birthday
        (date(2008, 8, 27), None),
    ],
)
def test_no_review_is_due_on_or_after_the_eighteenth_birthday(
    born_on: date, due_on: date | None
) -> None:
    held = [date(2025, 4, 24), date(2025, 7, 1), date(2026, 2, 28)]
    due = review_due(date(2025, 4, 1), held, born_on, CALENDAR)
    assert due.due_on == due_on
    assert due.last_before_eighteen is (due_on is None)
    assert due.explanation.limit == date(2026, 8, 28)


def test_born_on_29_february_a_review_on_28_february_is_still_due() -> None:
    held = [date(2025, 6, 1), date(2025, 8, 31)]
    due = review_due(date(2025, 5, 5), held, date(2008, 2, 29), CALENDAR)
    assert due.due_on == date(2026, 2, 28)


@pytest.mark.parametrize(
    ("left_on", "due_on"),
    [
        (date(2026, 6, 20), None),
        (date(2026, 6, 29), None),  # the whole of the last day was still in time
        (date(2026, 6, 30), date(2026, 6, 29)),  # it was missed before the child left
    ],
)
def test_the_clock_stops_when_the_child_leaves_care_before_the_due_date(
    left_on: date, due_on: date | None
) -> None:
    due = review_due(date(2026, 6, 1), [], BORN, CALENDAR, left_care_on=left_on)
    assert due.due_on == due_on
    assert due.left_care is (due_on is None)
    assert not due.last_before_eighteen


def test_leaving_care_says_more_than_turning_eighteen() -> None:
    held = [date(2026, 6, 20)]
    born_on, left_on = date(2008, 7, 1), date(2026, 7, 1)
    due = review_due(date(2026, 6, 1), held, born_on, CALENDAR, left_care_on=left_on)
    assert (due.due_on, due.left_care, due.last_before_eighteen) == (None, True, False)


def care(path: ReviewPath, since: date | None = None, began_on: date = date(2025, 9, 1)) -> Care:
    return Care(began_on=began_on, born_on=BORN, path=path, path_since=since)


@pytest.mark.parametrize(
    ("held", "due_on", "rule"),
    [
        # the limit that ran before falls sooner than three months from the order
        ([date(2025, 9, 20), date(2025, 12, 1)], date(2026, 6, 1), "T12"),
        # three months from the order fall sooner
        ([date(2025, 9, 20), date(2025, 12, 20)], date(2026, 6, 15), "V1"),
        # held since: six months from the last
        ([date(2025, 9, 20), date(2026, 5, 4)], date(2026, 11, 4), "V1a"),
        # on the day of the order itself is not yet since
        ([date(2025, 9, 20), date(2026, 3, 15)], date(2026, 6, 15), "V1"),
    ],
)
def test_authorised_to_place_keeps_whichever_first_limit_falls_sooner(
    held: list[date], due_on: date | None, rule: str
) -> None:
    due = next_review(care(ReviewPath.AUTHORISED, date(2026, 3, 15)), held, CALENDAR)
    assert (due.due_on, due.timescale_id) == (due_on, rule)


@pytest.mark.parametrize(
    ("held", "due_on", "rule"),
    [
        ([date(2026, 2, 2)], date(2026, 6, 1), "V2"),
        ([date(2026, 2, 2), date(2026, 5, 29)], date(2026, 8, 29), "V2a"),
        ([date(2026, 5, 29), date(2026, 8, 31)], date(2027, 2, 28), "V2b"),
    ],
)
def test_placed_for_adoption_counts_from_the_placement(
    held: list[date], due_on: date | None, rule: str
) -> None:
    due = next_review(care(ReviewPath.PLACED_FOR_ADOPTION, date(2026, 5, 4)), held, CALENDAR)
    assert (due.due_on, due.timescale_id) == (due_on, rule)


@pytest.mark.parametrize(
    ("held", "due_on", "rule"),
    [
        ([], date(2025, 12, 1), "V4"),
        ([date(2025, 11, 20)], date(2026, 5, 20), "V4a"),
    ],
)
def test_short_breaks_are_reviewed_at_three_months_and_then_six(
    held: list[date], due_on: date | None, rule: str
) -> None:
    due = next_review(care(ReviewPath.SHORT_BREAKS), held, CALENDAR)
    assert (due.due_on, due.timescale_id) == (due_on, rule)


def test_short_breaks_that_become_full_care_start_a_first_review_clock() -> None:
    held = [date(2025, 11, 20)]
    due = next_review(care(ReviewPath.ORDINARY, began_on=date(2026, 6, 1)), held, CALENDAR)
    assert (due.due_on, due.timescale_id) == (date(2026, 6, 29), "T10")


def test_an_adoption_path_needs_its_day() -> None:
    with pytest.raises(ValueError, match="the day it began"):
        next_review(care(ReviewPath.AUTHORISED), [], CALENDAR)


def test_a_first_review_past_the_known_bank_holidays_is_not_guessed() -> None:
    with pytest.raises(BeyondCalendar):
        review_due(date(2028, 12, 18), [], date(2020, 1, 1), CALENDAR)


@given(STARTS, GAPS, STARTS, st.booleans())
def test_a_due_date_comes_after_what_it_is_counted_from_and_before_eighteen(
    began_on: date, gaps: list[int], born_on: date, leaves: bool
) -> None:
    held = [began_on + timedelta(days=sum(gaps[: place + 1])) for place in range(len(gaps))]
    left_on = began_on + timedelta(days=200) if leaves else None
    due = review_due(began_on, held, born_on, CALENDAR, left_on)
    assert due.explanation.limit > due.counted_from >= began_on
    assert due.timescale_id in TIMESCALES
    assert (due.due_on is None) == (due.last_before_eighteen or due.left_care)
    if due.due_on is not None:
        assert due.due_on == due.explanation.limit


@given(STARTS, st.integers(1, 300), st.integers(0, 60))
def test_a_review_held_later_never_makes_the_next_due_sooner(
    began_on: date, gap: int, more: int
) -> None:
    def due_after(days: int) -> date:
        held = [began_on + timedelta(days=days)]
        return review_due(began_on, held, began_on, CALENDAR).explanation.limit

    assert due_after(gap) <= due_after(gap + more)
