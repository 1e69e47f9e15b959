"""What may no longer be changed just so: decisions that are out, and a record that is final.

Source: domain reference 6.2: once final, the text is locked; a change makes a new version.
"""

import contextlib
from collections.abc import Iterator
from typing import Any, Final  # Any: what SQLAlchemy tells of a flush

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from models.document import Document
from models.document_kind import DocumentKind
from models.problems import N_, Problem
from models.record import Shared
from models.review import Review

_AMENDING: Final = "amending"
IN_A_DECISION: Final = frozenset(
    {"number", "what", "who", "person_id", "by_when", "why", "how_we_will_know"}
)
"""What the manager was sent of a decision."""
_OF_THE_RECORD: Final = frozenset(
    {"note", "wish", "decision", "decision_progress", "scale_answer", "participation"}
    | {"attendance", "sitting", "consultation", "right_explained", "matter_considered"}
    | {"step_fact", "paper_received", "rearranged", "drawing", "step_mark"}
)
_STAYS_OPEN: Final = frozenset(
    {"in_letter", "letter_words", "picture", "restricted", "restriction_kinds", "private"}
)
"""The letter is another paper, and who may read something is settled until it is sent."""
_OF_THE_REVIEW: Final = frozenset(
    {"kind", "mode", "place", "held_on", "late_why", "what_for", "plan_agreed", "legal_line"}
    | {"permanence_plan", "permanence_type", "permanence_agreed_on", "permanence_on_track"}
    | {"permanence_why", "plan_agreed_why", "plan_ratified_on", "plan_ratify_by", "iro_view"}
    | {"plan_not_ratified_why", "no_code_why", "no_next_review_why", "resumed_late_why"}
    | {"not_resumed_why", "gaps_why", "covering_for", "moving_on"}
)


class DecisionsAreOut(Problem):
    """A decision that the manager was sent is to be changed without saying why."""

    what = N_("The decisions have gone to the manager, so a change to one needs a reason.")
    kept = N_("The decision is as it was, and everything else is saved.")
    next = N_("Open Decisions, record and copies, choose Amend beside the decision, and say why.")


class RecordIsFinal(Problem):
    """Something in a record that was approved is to be changed."""

    what = N_("The record of this review is final, so it is locked.")
    kept = N_("Nothing in it was changed, and everything else is saved.")
    next = N_("Open Decisions, record and copies, choose Change the record, and say why.")


def is_locked(table: str, field: str) -> bool:
    """Whether a field may not be changed while the record of its review is final."""
    if table == "review":
        return field in _OF_THE_REVIEW
    return table in _OF_THE_RECORD and field not in _STAYS_OPEN


@contextlib.contextmanager
def amending(session: Session) -> Iterator[None]:
    """Let decisions that are out be changed here: how each was is kept by who does it."""
    session.flush()
    session.info[_AMENDING] = True
    try:
        yield
        session.flush()
    finally:
        session.info.pop(_AMENDING, None)


def refuse_what_is_locked(session: Session, *_told: Any) -> None:
    """Stop a flush that would change what is locked; it listens to every edit of this laptop.

    Raises: DecisionsAreOut, RecordIsFinal.
    """
    touched = [row for row in (*session.new, *session.dirty) if isinstance(row, Shared)]
    for row in touched:
        table = row.__tablename__  # type: ignore[attr-defined]  # every Shared row is mapped
        if table == "review":
            _refuse_in_review(row)
        elif table in _OF_THE_RECORD:
            _refuse_in_record(session, row, table)


def _refuse_in_review(row: Shared) -> None:
    if isinstance(row, Review) and row.finalised_on is not None:
        was = inspect(row).attrs["finalised_on"].history
        if not was.has_changes() and _changed(row) & _OF_THE_REVIEW:
            raise RecordIsFinal


def _refuse_in_record(session: Session, row: Shared, table: str) -> None:
    changed = _changed(row)
    if not changed:
        return
    review_id: str = row.review_id  # type: ignore[attr-defined]  # all of these have one
    with session.no_autoflush:
        review = session.get(Review, review_id)
        if review is not None and review.finalised_on is not None and changed - _STAYS_OPEN:
            raise RecordIsFinal
        is_sent = table == "decision" and bool(changed & {*IN_A_DECISION, "removed_at"})
        if is_sent and _AMENDING not in session.info and decisions_version(session, review_id):
            raise DecisionsAreOut


def _changed(row: Shared) -> frozenset[str]:
    """The fields of the record that a flush would change; what is worked out is none."""
    typed: frozenset[str] = getattr(row, "TYPED", frozenset())
    state = inspect(row)
    watched = {*typed, "removed_at"}
    return frozenset(name for name in watched if state.attrs[name].history.has_changes())


def decisions_version(session: Session, review_id: str) -> int:
    """The version of the decisions sheet that went last; 0 before the first."""
    found = session.scalars(
        select(Document.version)
        .where(Document.review_id == review_id, Document.kind == DocumentKind.DECISIONS)
        .order_by(Document.version.desc())
        .limit(1)
    ).first()
    return found or 0
