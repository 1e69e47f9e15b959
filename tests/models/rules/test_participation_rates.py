"""Participation rates, checked against printed reports."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.participation_rates import RATE_FORMULAS, participation_rate


def by_code(*counts: int) -> dict[str, int]:
    return {f"PN{number}": count for number, count in enumerate(counts)}


DURHAM_2023 = by_code(637, 1256, 58, 20, 48, 461, 979, 68)
DURHAM_2022 = by_code(561, 968, 40, 9, 19, 493, 783, 38)
BRENT_2015 = by_code(117, 606, 5, 1, 7, 160, 18, 15)


@pytest.mark.parametrize(
    ("key", "reviews", "numerator", "denominator", "percent"),
    [
        ("A", DURHAM_2023, 2822, 2890, 97.65),
        ("A", DURHAM_2022, 2312, 2350, 98.38),
        ("A", BRENT_2015, 797, 812, 98.15),
        ("B", DURHAM_2023, 2774, 2890, 95.99),
        ("B", BRENT_2015, 790, 812, 97.29),
        ("attendance", BRENT_2015, 619, 812, 76.23),
        ("speaking", BRENT_2015, 606, 812, 74.63),
        ("advocacy", BRENT_2015, 165, 812, 20.32),
    ],
)
def test_the_rate_is_the_one_of_the_report(
    key: str, reviews: dict[str, int], numerator: int, denominator: int, percent: float
) -> None:
    rate = participation_rate(key, reviews)
    assert (rate.numerator, rate.denominator) == (numerator, denominator)
    assert rate.share is not None
    assert round(rate.share * 100, 2) == percent
    assert rate.formula.name


def test_children_under_four_are_in_neither_number() -> None:
    assert participation_rate("A", {"PN0": 12}).share is None


@given(st.lists(st.integers(0, 5000), min_size=8, max_size=8))
def test_no_rate_is_over_one_and_b_is_never_over_a(counts: list[int]) -> None:
    reviews = by_code(*counts)
    rates = {key: participation_rate(key, reviews) for key in RATE_FORMULAS}
    assert all(0 <= rate.numerator <= rate.denominator for rate in rates.values())
    assert rates["B"].numerator <= rates["A"].numerator
