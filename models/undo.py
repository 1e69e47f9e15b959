"""Undo and redo of what was done in one review; the steps outlive a restart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.orm import Session

from models.document import Document
from models.edits import listen
from models.every_record import BY_TABLE
from models.problems import N_, Problem
from models.record import Refused, Shared
from models.review import Review
from models.rules.working_days import WorkingDays
from models.undo_changes import (
    AWAY,
    NEVER,
    ONE_EACH,
    PRESENCE,
    THERE,
    Change,
    as_held,
    changes_of,
    held,
    is_typed_text,
    is_wall,
)
from models.undo_following import follow
from models.undo_kind import StepKind, kind_of_step, wall_words
from models.undo_step import UndoStep

KEPT: Final = 100
JOINED_FOR: Final = timedelta(minutes=1)


class CannotUndo(Problem):
    """What was done last moved the review on, or a paper was issued since: it stays done."""

    kept = N_("Everything that was written is as it was.")
    next = N_("What was written before that can still be changed where it stands.")


class ChangedSince(Problem):
    """What is to be taken back was changed again by something else."""

    what = N_("This was changed again since, so it was not taken back.")
    kept = N_("Nothing was changed: everything is as it was.")
    next = N_("Change it where it stands.")


@dataclass(frozen=True)
class Done:
    """What was undone or redone: what kind of act it was, and where, the chief place first."""

    kind: StepKind
    places: tuple[tuple[str, str, str], ...]


def keep_step(
    session: Session,
    review_id: str,
    act: Callable[[Session], object],
    *,
    going_back: bool = False,
) -> int:
    """Do this and keep what it changed as one step, in the same commit; give its number, or 0.

    `going_back` says that a field's own undo was at work: then the last step takes less.
    """
    edits = listen(session)
    act(session)
    session.flush()
    if not edits:
        return 0
    changes = changes_of(edits, review_id, _case_of(session, review_id))
    if not changes:
        return 0
    session.execute(delete(UndoStep).where(_of(review_id), UndoStep.undone))
    last = _latest(session, review_id)
    if last is not None and _is_one_thought(session, last, changes, going_back=going_back):
        _join(session, last, changes)
        return 0
    by, at = session.info["by"], session.info["at"]
    step = UndoStep(review_id=review_id, at=at, by=by, changes=[list(each) for each in changes])
    session.add(step)
    session.flush()
    _let_old_go(session, review_id)
    return step.number


def undo(session: Session, review_id: str, calendar: WorkingDays) -> Done | None:
    """Take back the latest act that is not taken back yet; none when there is nothing.

    Raises: CannotUndo, ChangedSince.
    """
    step = _latest(session, review_id)
    if step is None:
        return None
    changes = _changes(step)
    _refuse_past_a_wall(session, step, changes)
    return _turn(session, step, [_reversed(each) for each in changes], calendar)


def redo(session: Session, review_id: str, calendar: WorkingDays) -> Done | None:
    """Do again what was taken back last; none when there is nothing.

    Raises: ChangedSince.
    """
    step = session.scalars(
        select(UndoStep).where(_of(review_id), UndoStep.undone).order_by(UndoStep.number).limit(1)
    ).first()
    return None if step is None else _turn(session, step, _changes(step), calendar)


def forget_undo(session: Session, review_id: str) -> None:
    """Let go of every step of this review, as when the record of the child is erased."""
    session.execute(delete(UndoStep).where(_of(review_id)))


def _turn(
    session: Session, step: UndoStep, changes: Sequence[Change], calendar: WorkingDays
) -> Done:
    rows = {each.row: _still_here(session, each) for each in changes}
    made = {each.row for each in changes if NEVER in (each.before, each.after)}
    for each in changes:
        if held(rows[each.row], each.field) != _now(each, each.row in made):
            raise ChangedSince
    for each in changes:
        if each.field == PRESENCE:
            _come_or_go(session, rows[each.row], each)
        elif each.row not in made:
            value = as_held(each.table, each.field, each.after)
            setattr(rows[each.row], each.field, value)
    step.undone = not step.undone
    session.flush()
    follow(session, step.review_id, changes, calendar)
    return Done(kind_of_step(_changes(step)), tuple(each.place for each in changes))


def _still_here(session: Session, change: Change) -> Shared:
    """Give the row of a change; one that was set aside or left this laptop is not taken back."""
    row = session.get(BY_TABLE[change.table], change.row_id)
    if row is None:
        raise ChangedSince
    return row


def _now(change: Change, made: bool) -> object:
    """Give what must stand there for a change to be made: of a new row's field its value."""
    if change.field == PRESENCE:
        return THERE if change.before == THERE else AWAY
    return change.after if made and change.before is None else change.before


def _come_or_go(session: Session, row: Shared, change: Change) -> None:
    if change.after == THERE:
        row.removed_by, row.removed_at = None, None
    else:
        row.remove(session.info["by"], session.info["at"])


def _refuse_past_a_wall(session: Session, step: UndoStep, changes: Iterable[Change]) -> None:
    wall = next(filter(is_wall, changes), None)
    if wall is not None:
        raise CannotUndo(wall_words(wall))
    issued_at = session.scalar(
        select(func.max(Document.issued_at)).where(Document.review_id == step.review_id)
    )
    if issued_at is not None and issued_at >= step.at:
        raise CannotUndo(wall_words(None))


def _is_one_thought(
    session: Session, last: UndoStep, changes: Sequence[Change], *, going_back: bool
) -> bool:
    """Whether these go on with the words that the last step holds."""
    at: datetime = session.info["at"]
    in_time = going_back or at - last.at <= JOINED_FOR
    if not in_time or last.by != session.info["by"] or not all(map(is_typed_text, changes)):
        return False
    before = _changes(last)
    if {each.place for each in changes} == {each.place for each in before}:
        return True
    begun = {each.row for each in before if each.makes and each.table in ONE_EACH}
    return {each.row for each in changes} == begun == {each.row for each in before}


def _join(session: Session, last: UndoStep, changes: Iterable[Change]) -> None:
    joined = {each.place: each for each in _changes(last)}
    makes = any(each.makes for each in joined.values())
    for each in changes:
        known = joined.get(each.place)
        first = known.before if known else None if makes else each.before
        joined[each.place] = each._replace(before=first)
    left = [list(each) for each in joined.values() if each.before != each.after]
    if left:
        last.changes = left
    else:
        session.delete(last)


def _let_old_go(session: Session, review_id: str) -> None:
    newest = select(UndoStep.number).where(_of(review_id)).order_by(UndoStep.number.desc())
    oldest_kept = session.scalar(newest.offset(KEPT - 1).limit(1))
    if oldest_kept is not None:
        session.execute(delete(UndoStep).where(_of(review_id), UndoStep.number < oldest_kept))


def _latest(session: Session, review_id: str) -> UndoStep | None:
    statement = select(UndoStep).where(_of(review_id), UndoStep.undone.is_(False))
    return session.scalars(statement.order_by(UndoStep.number.desc()).limit(1)).first()


def _of(review_id: str) -> ColumnElement[bool]:
    return UndoStep.review_id == review_id


def _case_of(session: Session, review_id: str) -> str:
    case_id = session.scalar(select(Review.case_id).where(Review.id == review_id))
    if case_id is None:
        raise Refused("no review with that id")
    return case_id


def _changes(step: UndoStep) -> list[Change]:
    return [Change(*each) for each in step.changes]


def _reversed(change: Change) -> Change:
    return change._replace(before=change.after, after=change.before)
