"""When a decision drifts, by the stated rule."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.drift import (
    DRIFT_RULE,
    DRIFT_WORDS,
    LONG_PAST,
    RULE_NUMBERS,
    Drift,
    Heard,
    drifting,
)
from tests import source

FIRST = date(2026, 3, 1)
SOON = FIRST + timedelta(days=10)


@pytest.mark.parametrize(
    ("heard", "on", "reasons"),
    [
        ([], SOON, []),
        ([Heard(2, "not_done")], SOON, []),
        ([Heard(2, "partly"), Heard(3, "not_done")], SOON, [(Drift.NOT_DONE_AGAIN, 2)]),
        ([Heard(2, "not_done"), Heard(3, "done")], SOON, []),
        ([Heard(2, "not_done"), Heard(3, "overtaken")], FIRST + 2 * LONG_PAST, []),
        ([Heard(3, "done"), Heard(2, "not_done")], SOON, []),
        (
            [Heard(2, "partly", SOON), Heard(3, "partly", SOON)],
            SOON,
            [(Drift.NOT_DONE_AGAIN, 2), (Drift.MOVED_AGAIN, 2)],
        ),
        ([], FIRST + LONG_PAST, []),
        ([], FIRST + LONG_PAST + timedelta(days=1), [(Drift.LONG_PAST, 92)]),
    ],
)
def test_a_decision_drifts_for_stated_reasons_only(
    heard: list[Heard], on: date, reasons: list[tuple[Drift, int]]
) -> None:
    assert [(each.reason, each.count) for each in drifting(FIRST, heard, on)] == reasons


def test_a_decision_without_a_date_is_never_long_past() -> None:
    assert drifting(None, [], date(2030, 1, 1)) == ()


def test_each_reason_has_words_with_its_count() -> None:
    assert set(DRIFT_WORDS) == set(Drift)
    assert all("{count}" in words for words in DRIFT_WORDS.values())


OUTCOMES = st.sampled_from(["done", "partly", "not_done", "overtaken"])
HEARD = st.lists(
    st.builds(Heard, st.integers(1, 9), OUTCOMES, st.none() | st.just(SOON)), max_size=6
)


@given(heard=HEARD, days=st.integers(0, 400))
def test_what_is_done_never_drifts_and_order_does_not_matter(
    heard: list[Heard], days: int
) -> None:
    on = FIRST + timedelta(days=days)
    done = [*heard, Heard(10, "done")]
    assert drifting(FIRST, done, on) == ()
    unlike = list({each.review_number: each for each in heard}.values())
    assert drifting(FIRST, unlike, on) == drifting(FIRST, unlike[::-1], on)


def test_the_rule_is_written_down_for_councils_with_the_numbers_it_counts_with() -> None:
    page = (source.ROOT / "docs" / "how-waymark-counts.md").read_text(encoding="utf-8")
    assert f"{RULE_NUMBERS['reviews']} reviews or more" in page
    assert f"moved {RULE_NUMBERS['times']} times or more" in page
    assert f"more than {RULE_NUMBERS['days']} days" in page
    assert DRIFT_RULE.format(**RULE_NUMBERS).count("{") == 0
