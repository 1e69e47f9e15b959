"""When an old decision drifts: a stated rule, so that it can be explained line by line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from models.rules.marking import N_

SOURCE = "Design: Brent, Durham and Southampton reports name drift without a rule of their own"
REVIEWS_NOT_DONE = 2
TIMES_MOVED = 2
LONG_PAST = timedelta(days=91)  # a quarter of a year after the first date
NOT_DONE = frozenset({"partly", "not_done"})


class Drift(StrEnum):
    """One reason for which a decision drifts."""

    NOT_DONE_AGAIN = "not_done_again"
    MOVED_AGAIN = "moved_again"
    LONG_PAST = "long_past"


DRIFT_WORDS = {
    Drift.NOT_DONE_AGAIN: N_("Not done at {count} reviews"),
    Drift.MOVED_AGAIN: N_("Its date was moved {count} times"),
    Drift.LONG_PAST: N_("Still open {count} days after its first date"),
}

DRIFT_RULE = N_(
    "A decision drifts when {reviews} reviews or more heard that it was not done or only partly "
    "done, when its date was moved {times} times or more, or when it is still open more than "
    "{days} days after its first date. One that was done or is no longer needed does not drift."
)
RULE_NUMBERS: Mapping[str, int] = {
    "reviews": REVIEWS_NOT_DONE, "times": TIMES_MOVED, "days": LONG_PAST.days,
}  # fmt: skip


@dataclass(frozen=True)
class Heard:
    """What one review heard of a decision."""

    review_number: int
    outcome: str
    new_by_when: date | None = None


@dataclass(frozen=True)
class Drifting:
    """One reason with its count, for its words."""

    reason: Drift
    count: int


def drifting(first_by_when: date | None, heard: Sequence[Heard], on: date) -> tuple[Drifting, ...]:
    """Why a decision drifts, or nothing.

    It drifts when two reviews or more heard that it was not done or done in part, when its
    date was moved twice or more, or when it is still open a quarter of a year after its first
    date. A decision that was done or is no longer needed does not drift.
    """
    ordered = sorted(heard, key=lambda each: each.review_number)
    if ordered and ordered[-1].outcome in {"done", "overtaken"}:
        return ()
    found: list[Drifting] = []
    not_done = len({each.review_number for each in ordered if each.outcome in NOT_DONE})
    if not_done >= REVIEWS_NOT_DONE:
        found.append(Drifting(Drift.NOT_DONE_AGAIN, not_done))
    moved = sum(each.new_by_when is not None for each in ordered)
    if moved >= TIMES_MOVED:
        found.append(Drifting(Drift.MOVED_AGAIN, moved))
    if first_by_when is not None and on - first_by_when > LONG_PAST:
        found.append(Drifting(Drift.LONG_PAST, (on - first_by_when).days))
    return tuple(found)
