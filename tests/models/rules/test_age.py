"""Age in whole years, the fourth birthday and the eighteenth."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.age import age_on, birthday, eighteenth_birthday, is_under_four

BIRTHS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
LATER = st.integers(0, 9000)


@pytest.mark.parametrize(
    ("born_on", "day", "age"),
    [
        (date(2022, 6, 11), date(2026, 6, 10), 3),
        (date(2022, 6, 10), date(2026, 6, 10), 4),
        (date(2022, 6, 9), date(2026, 6, 10), 4),
        (date(2020, 2, 29), date(2024, 2, 28), 3),
        (date(2020, 2, 29), date(2024, 2, 29), 4),
        (date(2020, 2, 29), date(2026, 2, 28), 5),
        (date(2020, 2, 29), date(2026, 3, 1), 6),
        (date(2026, 6, 10), date(2026, 6, 10), 0),
        (date(2026, 6, 10), date(2026, 6, 9), -1),
    ],
)
def test_age_is_whole_years_completed(born_on: date, day: date, age: int) -> None:
    assert age_on(born_on, day) == age


def test_on_the_fourth_birthday_a_child_is_not_under_four() -> None:
    born_on = date(2022, 6, 10)
    assert is_under_four(born_on, date(2026, 6, 9))
    assert not is_under_four(born_on, date(2026, 6, 10))


def test_born_on_29_february_is_eighteen_on_1_march_of_a_common_year() -> None:
    assert eighteenth_birthday(date(2008, 2, 29)) == date(2026, 3, 1)
    assert eighteenth_birthday(date(2008, 2, 28)) == date(2026, 2, 28)


def test_a_fourth_birthday_on_29_february_is_29_february() -> None:
    assert birthday(date(2024, 2, 29), 4) == date(2028, 2, 29)


@given(BIRTHS, LATER)
def test_under_four_is_the_same_as_an_age_below_four(born_on: date, passed: int) -> None:
    day = born_on + timedelta(days=passed)
    assert is_under_four(born_on, day) == (age_on(born_on, day) < 4)
    assert (day >= eighteenth_birthday(born_on)) == (age_on(born_on, day) >= 18)


@given(BIRTHS, LATER)
def test_age_grows_by_at_most_one_from_one_day_to_the_next(born_on: date, passed: int) -> None:
    day = born_on + timedelta(days=passed)
    assert age_on(born_on, day + timedelta(days=1)) - age_on(born_on, day) in (0, 1)
