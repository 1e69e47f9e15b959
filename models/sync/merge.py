"""How two versions of a row become one: the rules that the shared database works by (pure).

This is the reference: the functions of the shared database are tested against it, and nothing
here ever gives words that nobody wrote.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final  # Any: a field may hold any JSON value

from models.record import MergeRule
from models.sync.canonical import is_same

REMOVED: Final = ("removed_at", "removed_by")


class Outcome(StrEnum):
    """What became of one field."""

    SAME = "same"  # it holds this already
    BLANK = "blank"  # one kind of nothing for another: null, or no words
    APPLIED = "applied"  # nobody else had changed it
    MERGED = "merged"  # both changed it, and both are in the value
    BOTH = "both"  # the row keeps theirs, mine is kept beside it, and a person settles
    EXACT = "exact"  # only if nothing has moved since it was seen
    FIXED = "fixed"  # set once and not again


@dataclass(frozen=True)
class Merged:
    """One field after merging: what the row now holds, and how it came to that."""

    value: Any
    outcome: Outcome


@dataclass(frozen=True)
class MergedRow:
    """One row after merging.

    `both` names the fields of which both versions are kept, `left_out` those that were refused
    as the row has moved, and `closed` those that only the council's service sets. `why` says what
    keeps the whole op out of the record; nothing is written then.
    """

    data: dict[str, Any]
    changed: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    has_merged: bool = False
    why: str = ""


def merge_field(rule: MergeRule, base: Any, theirs: Any, mine: Any) -> Merged:
    """Merge one field: what I had seen, what stands in the row, and what I made of it."""
    if is_same(theirs, mine):
        return Merged(theirs, Outcome.SAME)
    if is_blank(theirs) and is_blank(mine):
        return Merged(mine, Outcome.BLANK)
    if rule in (MergeRule.EXACT, MergeRule.FIXED):
        return Merged(mine, Outcome(rule.value))
    if rule is MergeRule.REFERENCE or _is_alike(theirs, base):
        return Merged(mine, Outcome.APPLIED)
    if _is_alike(mine, base):
        return Merged(theirs, Outcome.SAME)
    return _merge_changed(rule, base, theirs, mine)


def merge_row(
    rules: Mapping[str, MergeRule],
    stands: Mapping[str, Any] | None,
    mine: Mapping[str, Any],
    base: Mapping[str, Any],
    is_exact: bool = True,
    not_mine: Iterable[str] = (),
) -> MergedRow:
    """Merge what one op sets into the row as it stands; None for a row that is not there yet.

    `is_exact` says that what was on the screen is what stands, which EXACT fields need;
    `not_mine` names REFERENCE fields that this role may not set.
    """
    if unknown := [field for field in mine if field not in rules]:
        return MergedRow(dict(stands or {}), why="unknown_field", left_out=tuple(unknown))
    data, is_new = dict(stands or {}), stands is None
    comes_back = is_exact and "removed_at" in mine and is_blank(mine["removed_at"])
    is_gone = not is_blank(data.get("removed_at")) and not comes_back
    verdicts: dict[str, str] = {}
    for field, value in mine.items():
        rule = MergeRule.REFERENCE if is_new else rules[field]
        merged = merge_field(rule, base.get(field), data.get(field), value)
        verdicts[field] = _verdict(rules[field], merged.outcome, is_gone, is_exact)
        if field in REMOVED and is_gone and not is_blank(mine.get("removed_at")):
            verdicts[field] = "same"  # both took it away
        if field in not_mine and merged.outcome not in (Outcome.SAME, Outcome.BLANK):
            verdicts[field] = "closed"
        if verdicts[field] in ("applied", "merged"):
            data[field] = merged.value
    if "fixed" in verdicts.values():
        return MergedRow(dict(stands or {}), why="fixed_field")
    return _row(data, verdicts)


def is_blank(value: Any) -> bool:
    """Whether nothing was said: null or no words. A no and a nought are something."""
    return value is None or value == ""


def _merge_changed(rule: MergeRule, base: Any, theirs: Any, mine: Any) -> Merged:
    """Both of us changed the field, and differently."""
    if rule is MergeRule.MEMBER:
        return _merge_member(base, theirs, mine)
    if rule is MergeRule.CHOICE and is_blank(theirs):
        return Merged(mine, Outcome.MERGED)
    if rule is MergeRule.CHOICE and is_blank(mine):
        return Merged(theirs, Outcome.SAME)
    return Merged(theirs, Outcome.BOTH)


def _merge_member(base: Any, theirs: Any, mine: Any) -> Merged:
    """A list holds what either added and nothing that either took away."""
    if not isinstance(mine, list):
        return Merged(mine, Outcome.MERGED)
    was = base if isinstance(base, list) else []
    there = theirs if isinstance(theirs, list) else []
    kept = [one for one in there if _is_in(one, mine) or not _is_in(one, was)]
    added = [one for one in mine if not _is_in(one, was) and not _is_in(one, there)]
    united = kept + added
    return Merged(united, Outcome.SAME if is_same(united, theirs) else Outcome.MERGED)


def _verdict(rule: MergeRule, outcome: Outcome, is_gone: bool, is_exact: bool) -> str:
    """Say what becomes of one field, once it is known how it merges."""
    if outcome is Outcome.SAME or (outcome is Outcome.BLANK and is_gone):
        return "same"
    if rule is MergeRule.EXACT:
        return "applied" if is_exact else "left_out"
    if outcome is Outcome.FIXED:
        return "fixed"
    if is_gone:
        return "both"
    return outcome.value if outcome in (Outcome.MERGED, Outcome.BOTH) else "applied"


def _row(data: dict[str, Any], verdicts: Mapping[str, str]) -> MergedRow:
    def of(*which: str) -> tuple[str, ...]:
        return tuple(field for field, verdict in verdicts.items() if verdict in which)

    return MergedRow(
        data,
        changed=of("applied", "merged"),
        both=of("both"),
        left_out=of("left_out"),
        closed=of("closed"),
        has_merged="merged" in verdicts.values(),
    )


def _is_alike(one: Any, other: Any) -> bool:
    return is_same(one, other) or (is_blank(one) and is_blank(other))


def _is_in(one: Any, many: list[Any]) -> bool:
    return any(is_same(one, each) for each in many)
