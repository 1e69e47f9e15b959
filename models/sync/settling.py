"""Settling two versions of a field: a person says what the record should say, and may undo it."""

from dataclasses import dataclass
from typing import Any  # a field may hold any JSON value

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.child import Child
from models.conflict import Conflict, Settlement
from models.conflicts_on_sheet import OfSession
from models.editing import bring_back, find
from models.hand import Hand
from models.next_review import recount
from models.pending import BASE, as_chosen, base_to_send, is_dirty, plain
from models.problems import N_, Problem
from models.record import Refused, Shared
from models.rules.working_days import WorkingDays
from models.sync.may_settle import may_settle
from models.sync.sealing import seal_at_once
from models.sync.two_versions import (
    REMOVAL,
    FieldKind,
    as_column_holds,
    council_has,
    is_same,
    kind_of_field,
    may_be_empty,
)
from models.undo_changes import Change
from models.undo_following import follow

_COUNTED = frozenset({"child", "care_period", "review", "sitting"})  # what the next day rests on


class NotYoursToSettle(Problem):
    """Somebody who neither chairs nor manages was to choose between two versions."""

    what = N_("Only who chairs this child’s reviews, or a manager, chooses between two versions.")
    kept = N_("Both versions are kept.")
    next = N_("Tell them that it waits; it stands in their list.")


class SettledAlready(Problem):
    """The choice was made meanwhile, by another or on another laptop."""

    what = N_("Somebody has chosen between these two versions meanwhile.")
    kept = N_("What they chose stands in the record, and the other version is in the history.")
    next = N_("Look at it where it stands, and change it there if it is not right.")


class ChangedSinceSettling(Problem):
    """The field was changed again after the choice, so the choice is not taken back."""

    what = N_("This was changed again after your choice.")
    kept = N_("What stands in the record now is unchanged.")
    next = N_("Change it where it stands.")


class NothingToKeep(Problem):
    """A field that cannot be empty was to be settled with nothing in it."""

    what = N_("This cannot be empty.")
    kept = N_("Both versions are kept.")
    next = N_("Choose one of the two, or write what the record should say.")


@dataclass(frozen=True)
class Settled:
    """What a choice changed, so that it can be taken back."""

    conflict_id: str
    before: Any
    after: Any
    was_removed: bool


def joined(kind: FieldKind, theirs: Any, mine: Any) -> Any:
    """Both versions in one: texts on two lines, lines one after the other, lists united."""
    if kind is FieldKind.NAMES:
        return sorted({*(theirs or ()), *(mine or ())})
    parts = [str(each) for each in (theirs, mine) if each]
    return (", " if kind is FieldKind.LINE else "\n").join(dict.fromkeys(parts))


def can_be_joined(kind: FieldKind) -> bool:
    """Whether a field of this kind can hold both."""
    return kind in (FieldKind.TEXT, FieldKind.LINE, FieldKind.NAMES)


def settle(
    session: Session, conflict_id: str, outcome: str, value: Any, calendar: WorkingDays
) -> Settled:
    """Write what the record should say, and note who chose; `value` is as JSON holds it.

    For a removal `value` says whether the row is taken away.
    Raises: NotYoursToSettle, SettledAlready, NothingToKeep.
    """
    conflict, row = _open(session, conflict_id)
    if conflict.outcome:
        raise SettledAlready
    was_removed = row.removed_at is not None
    if conflict.field == REMOVAL:
        before = plain(row.removed_at)
        _take_away_or_keep(session, conflict, row, bool(value))
    else:
        before = _write(session, conflict, row, value)
        if was_removed and outcome != Settlement.THEIRS:
            bring_back(session, conflict.table_name, conflict.row_id)
    after = plain(getattr(row, conflict.field))
    _note(session, conflict, Settlement(outcome))
    _let_follow(session, conflict, before, after, calendar)
    return Settled(conflict_id, before, after, was_removed)


def undo_settling(session: Session, settled: Settled, calendar: WorkingDays) -> None:
    """Let both versions wait again, and put back what stood in the record.

    Raises: NotYoursToSettle, ChangedSinceSettling.
    """
    conflict, row = _open(session, settled.conflict_id)
    if plain(getattr(row, conflict.field)) != settled.after or not conflict.outcome:
        raise ChangedSinceSettling
    by, at = session.info["by"], session.info["at"]
    if settled.was_removed != (row.removed_at is not None):
        if settled.was_removed:
            row.remove(by, at)
        else:
            bring_back(session, conflict.table_name, conflict.row_id)
    if conflict.field != REMOVAL:
        _set(conflict, row, settled.before)
    conflict.outcome, conflict.settled_by, conflict.settled_at = Settlement.OPEN, "", None
    _let_follow(session, conflict, settled.after, settled.before, calendar)


def _open(session: Session, conflict_id: str) -> tuple[Conflict, Shared]:
    conflict = session.get(Conflict, conflict_id)
    if conflict is None:
        raise Refused("no conflict with that id")
    if not may_settle(OfSession(session), conflict.case_id, conflict.row_id, session.info["by"]):
        raise NotYoursToSettle
    return conflict, find(session, conflict.table_name, conflict.row_id)


def _take_away_or_keep(session: Session, conflict: Conflict, row: Shared, away: bool) -> None:
    if away and row.removed_at is None:
        row.remove(session.info["by"], session.info["at"])
    elif not away and row.removed_at is not None:
        bring_back(session, conflict.table_name, conflict.row_id)


def _write(session: Session, conflict: Conflict, row: Shared, value: Any) -> Any:
    """Write what was chosen over what the council has; give what that is."""
    empty = value is None or (isinstance(value, str) and not value.strip())
    if empty and not may_be_empty(conflict.table_name, conflict.field):
        raise NothingToKeep
    _seal_what_was_typed(session, conflict, row)
    field, waited = conflict.field, (row.pending or {}).get(conflict.field)
    base = council_has(OfSession(session), conflict.table_name, row.id, field)
    if waited is not None and is_same(waited[BASE], base):
        base = base_to_send(waited)  # what was typed was typed over the council's own words
    _set(conflict, row, value)
    session.flush()
    if waited is not None or not is_same(base, value):
        change = as_chosen(row.pending.get(field, {}), base, value, row.base_version or 0)
        row.pending = {**row.pending, field: change}
    return base


def _seal_what_was_typed(session: Session, conflict: Conflict, row: Shared) -> None:
    """Let words that are in no batch yet reach the council too, before the choice does."""
    change = (row.pending or {}).get(conflict.field)
    if change is None or not is_dirty(change):
        return
    session.flush()
    driver: Any = session.connection().connection.dbapi_connection
    seal_at_once(Hand(driver, session.info["at"]), [row.case_id], lambda *_row: True)
    session.expire(row)


def _set(conflict: Conflict, row: Shared, value: Any) -> None:
    new = as_column_holds(conflict.table_name, conflict.field, value)
    if getattr(row, conflict.field) == new:
        return
    if isinstance(row, Child) and conflict.field in Child.TYPED:
        row.put(conflict.field, new)  # it notes that this was typed, and not from a list
    else:
        setattr(row, conflict.field, new)


def _note(session: Session, conflict: Conflict, outcome: Settlement) -> None:
    conflict.outcome = outcome
    conflict.settled_by, conflict.settled_at = session.info["by"], session.info["at"]


def _let_follow(
    session: Session, conflict: Conflict, before: Any, after: Any, calendar: WorkingDays
) -> None:
    """Work out again what rests on the field: outcomes, codes, clocks and the next review."""
    session.flush()
    table, kind = conflict.table_name, kind_of_field(conflict.table_name, conflict.field)
    if conflict.review_id:
        change = Change(table, conflict.row_id, conflict.field, before, after)
        follow(session, conflict.review_id, [change], calendar)
    if table in _COUNTED and (kind is FieldKind.DAY or conflict.field == REMOVAL):
        for child in session.scalars(select(Child).where(Child.case_id == conflict.case_id)):
            recount(session, child, calendar)
