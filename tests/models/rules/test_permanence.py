"""Where a child will grow up, and by when there is a plan for it."""

from datetime import date

import pytest

from models.rules.permanence import (
    BY_REVIEW_NUMBER,
    ON_TRACK,
    PERMANENCE_TYPES,
    PLAN_IN_PLACE,
    is_plan_missing,
    is_ratification_late,
    needs_why,
)


@pytest.mark.parametrize(
    ("number", "kind", "permanence_type", "missing"),
    [
        (1, "first", "", False),
        (2, "second", "", True),
        (2, "second", "not_yet_known", True),
        (2, "second", "adoption", False),
        (3, "later", "of a later program", True),
        (9, "pathway", "to_independence", False),
        (4, "short_breaks", "", False),
    ],
)
def test_a_plan_is_due_by_the_second_review(
    number: int, kind: str, permanence_type: str, missing: bool
) -> None:
    assert is_plan_missing(number, kind, permanence_type) is missing


def test_the_duty_is_the_one_of_the_guidance() -> None:
    assert (PLAN_IN_PLACE.id, BY_REVIEW_NUMBER) == ("T14", 2)
    assert len(PERMANENCE_TYPES) == 8
    assert all(len(key) <= 30 for key in PERMANENCE_TYPES)


def test_a_plan_that_may_not_be_on_track_needs_its_reason() -> None:
    assert [key for key in ON_TRACK if needs_why(key)] == ["no", "not_sure"]
    assert not needs_why("")


@pytest.mark.parametrize(
    ("ratified_on", "ratify_by", "late"),
    [
        (None, None, False),
        (None, date(2026, 8, 11), True),
        (None, date(2026, 8, 12), False),
        (date(2026, 8, 12), date(2026, 8, 1), False),
    ],
)
def test_ratifying_is_late_once_its_day_has_passed(
    ratified_on: date | None, ratify_by: date | None, late: bool
) -> None:
    assert is_ratification_late(ratified_on, ratify_by, date(2026, 8, 12)) is late
