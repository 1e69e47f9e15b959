"""The kinds of review: which one it usually is, what each has, and which are returned."""

from datetime import date

import pytest

from models.rules.meeting_steps import MEETING_STEPS
from models.rules.review_clock import ReviewPath
from models.rules.review_kinds import (
    REVIEW_KINDS,
    SHORT_BREAK_STATUSES,
    STEPS_ALWAYS_KEPT,
    is_returned,
    is_short_breaks,
    path_of,
    usual_kind,
)
from models.rules.schedule7 import SCHEDULE_7
from models.rules.timescales import TIMESCALES

BORN = date(2010, 8, 12)
SIXTEEN = date(2026, 8, 12)


@pytest.mark.parametrize(
    ("number", "path", "on", "kind"),
    [
        (1, ReviewPath.ORDINARY, SIXTEEN, "first"),
        (2, ReviewPath.ORDINARY, SIXTEEN, "second"),
        (3, ReviewPath.ORDINARY, date(2026, 8, 11), "later"),
        (3, ReviewPath.ORDINARY, SIXTEEN, "pathway"),
        (9, ReviewPath.ORDINARY, None, "later"),
        (1, ReviewPath.AUTHORISED, SIXTEEN, "authorised"),
        (4, ReviewPath.PLACED_FOR_ADOPTION, SIXTEEN, "placed"),
        (4, ReviewPath.SHORT_BREAKS, SIXTEEN, "short_breaks"),
        (4, "something newer", None, "later"),
    ],
)
def test_a_review_is_usually_of_this_kind(
    number: int, path: str, on: date | None, kind: str
) -> None:
    assert usual_kind(number, path, BORN, on) == kind


@pytest.mark.parametrize(
    ("kind", "clocks"),
    [
        ("first", ("T10",)),
        ("second", ("T11",)),
        ("later", ("T12",)),
        ("pathway", ("T12",)),
        ("authorised", ("V1", "V1a")),
        ("placed", ("V2", "V2a", "V2b")),
        ("short_breaks", ("V4", "V4a")),
        ("moving_on", ("T12",)),
    ],
)
def test_each_kind_has_its_clocks(kind: str, clocks: tuple[str, ...]) -> None:
    assert REVIEW_KINDS[kind].clocks == clocks
    assert set(clocks) <= set(TIMESCALES)


@pytest.mark.parametrize("kind", REVIEW_KINDS.values(), ids=REVIEW_KINDS)
def test_each_kind_has_the_steps_it_needs(kind: object) -> None:
    steps = kind.steps  # type: ignore[attr-defined]
    assert set(STEPS_ALWAYS_KEPT) <= set(steps) <= set(MEETING_STEPS)
    covered = {key for each in steps if each != "A11" for key in MEETING_STEPS[each].schedule_7}
    assert covered == set(SCHEDULE_7) or not kind.considers_every_matter  # type: ignore[attr-defined]


def test_only_the_short_breaks_form_is_lighter() -> None:
    lighter = {k for k, kind in REVIEW_KINDS.items() if len(kind.steps) < len(MEETING_STEPS)}
    assert lighter == {"short_breaks"}
    assert {"pep", "health_plan"}.isdisjoint(REVIEW_KINDS["short_breaks"].papers)
    assert "pathway_plan" in REVIEW_KINDS["pathway"].papers
    assert sorted(SHORT_BREAK_STATUSES) == ["V3", "V4"]


@pytest.mark.parametrize(
    ("kind", "path"),
    [("later", "ordinary"), ("placed", "placed_for_adoption"), ("authorised", "authorised"),
     ("short_breaks", "short_breaks"), ("moving_on", "short_breaks"), ("newer", "ordinary")],
)  # fmt: skip
def test_each_kind_is_counted_by_its_own_rules(kind: str, path: str) -> None:
    assert path_of(kind, "short_breaks") == path
    assert is_short_breaks(kind) is (kind == "short_breaks")


def test_each_kind_that_is_not_usual_has_a_letter_of_its_own() -> None:
    letters = {key: kind.letter for key, kind in REVIEW_KINDS.items() if kind.letter != "review"}
    assert letters == {
        "authorised": "adoption", "placed": "placed", "short_breaks": "short_breaks",
        "moving_on": "moving_on",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "statuses", "returned"),
    [
        ("later", ("C2",), True),
        ("later", (), True),
        ("short_breaks", ("V4",), False),
        ("short_breaks", ("C2",), False),
        ("later", ("V3", "V4"), False),
        ("later", ("V4", "V2"), True),
        ("placed", ("E1",), True),
        ("moving_on", ("C2",), True),
        ("a kind from a newer version", ("C2",), True),
    ],
)
def test_short_breaks_are_never_in_the_national_return(
    kind: str, statuses: tuple[str, ...], returned: bool
) -> None:
    assert is_returned(kind, statuses) is returned
