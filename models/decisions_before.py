"""An earlier decision with its history: what each review heard of it, and whether it drifts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from models.review_sheet import DecisionOnSheet, ReviewSheet
from models.rules.drift import Drifting, Heard, drifting


@dataclass(frozen=True)
class HeardBefore:
    """What one earlier review heard: its number and day, the outcome, why, and a new date."""

    review_number: int
    held_on: date | None
    outcome: str
    why: str
    new_by_when: date | None


def chain(sheet: ReviewSheet, decision: DecisionOnSheet) -> tuple[DecisionOnSheet, ...]:
    """The decision and those it was carried forward from, the first one first."""
    known = {each.id: each for each in (*sheet.carried, *sheet.earlier_decisions)}
    found = [decision]
    while (before := known.get(found[0].carried_from_id or "")) and before not in found:
        found.insert(0, before)
    return tuple(found)


def heard_before(sheet: ReviewSheet, decision: DecisionOnSheet) -> tuple[HeardBefore, ...]:
    """What the reviews before this one heard of a decision, the first one first."""
    return tuple(each for each in _heard(sheet, decision) if each.review_number != sheet.number)


def first_by_when(sheet: ReviewSheet, decision: DecisionOnSheet) -> date | None:
    """The first day that was agreed for it."""
    return next((each.by_when for each in chain(sheet, decision) if each.by_when), None)


def drift_of(sheet: ReviewSheet, decision: DecisionOnSheet, on: date) -> tuple[Drifting, ...]:
    """Why an earlier decision drifts, with what this review has heard.

    Source: models.rules.drift.
    """
    heard = [
        Heard(each.review_number, each.outcome, each.new_by_when)
        for each in _heard(sheet, decision)
    ]
    return drifting(first_by_when(sheet, decision), heard, on)


def carried_here(sheet: ReviewSheet, decision_id: str) -> DecisionOnSheet | None:
    """The decision of this review that takes an earlier one forward."""
    found = (each for each in sheet.decisions if each.carried_from_id == decision_id)
    return next(found, None)


def _heard(sheet: ReviewSheet, decision: DecisionOnSheet) -> Iterator[HeardBefore]:
    reviews = {each.id: (each.number, each.held_on) for each in sheet.earlier_reviews}
    reviews[sheet.id] = (sheet.number, sheet.held_on)
    links = {each.id for each in chain(sheet, decision)}
    found = [
        HeardBefore(*reviews[each.review_id], each.outcome, each.why, each.new_by_when)
        for each in sheet.progress
        if each.decision_id in links and each.review_id in reviews and each.outcome
    ]
    yield from sorted(found, key=lambda each: each.review_number)
