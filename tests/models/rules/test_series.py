"""A review in several meetings."""

from datetime import date

import pytest

from models.rules.series import ReviewDay, completed_on, finish_by, may_adjourn, review_date
from models.rules.working_days import WorkingDays

PARTS = [date(2026, 6, 24), date(2026, 6, 10), date(2026, 7, 1)]


def test_the_first_part_gives_the_review_its_date() -> None:
    assert review_date(PARTS) == date(2026, 6, 10)


def test_a_council_may_choose_the_last_part() -> None:
    assert review_date(PARTS, ReviewDay.LAST_PART) == date(2026, 7, 1)


def test_the_papers_are_counted_from_the_last_part() -> None:
    assert completed_on(PARTS) == date(2026, 7, 1)


def test_a_series_is_finished_within_twenty_working_days() -> None:
    assert finish_by(date(2026, 6, 10), WorkingDays.of_england_and_wales()) == date(2026, 7, 8)


def test_a_review_without_a_part_has_no_date() -> None:
    with pytest.raises(ValueError, match="empty"):
        review_date([])


def test_a_review_is_adjourned_only_once() -> None:
    assert may_adjourn(0)
    assert not may_adjourn(1)
