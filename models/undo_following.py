"""What is worked out from typed fields, worked out again after an undo or a redo."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.decision import Decision, DecisionProgress, Outcome
from models.next_review import recount
from models.open_review import OpenReview
from models.participation import Participation
from models.review import Review, ReviewState
from models.review_days import sitting_days
from models.review_path import count_those_under_way
from models.rules.series import completed_on
from models.rules.working_days import WorkingDays
from models.undo_changes import Change

_DAYS = frozenset({("review", "held_on"), ("sitting", "held_on"), ("sitting", "removed_at"),
                   ("child", "born_on"), ("care_period", "path"),
                   ("care_period", "path_since")})  # fmt: skip
_NEXT = frozenset({"next_review_on", "next_review_time", "next_review_place"})


def follow(
    session: Session, review_id: str, changes: Sequence[Change], calendar: WorkingDays
) -> None:
    """Let outcomes, code, clocks and diary follow what was put back."""
    review = OpenReview(session, review_id)
    for each in changes:
        if each.table == "decision_progress":
            _settle_outcome(session, each.row_id)
    days = any((each.table, each.field) in _DAYS for each in changes)
    if days or any(each.table == "participation" for each in changes):
        _recode(session, review)
    if days:
        _recount(session, review, calendar)
    if any(each.table == "care_period" for each in changes):
        count_those_under_way(session, review.child, calendar)
    if review.review.state == ReviewState.FINISHED:
        for each in changes:
            if each.table == "review" and each.field in _NEXT:
                review.put_next(each.field, getattr(review.review, each.field), calendar)
    session.flush()


def _settle_outcome(session: Session, progress_id: str) -> None:
    """Let a decision have the outcome that was heard of it last."""
    progress = session.get(DecisionProgress, progress_id)
    decision = session.get(Decision, progress.decision_id) if progress else None
    if decision is None:
        return
    heard = session.scalars(
        select(DecisionProgress.outcome)
        .join(Review, Review.id == DecisionProgress.review_id)
        .where(
            DecisionProgress.decision_id == decision.id,
            DecisionProgress.removed_at.is_(None),
            DecisionProgress.outcome != Outcome.OPEN,
            Review.removed_at.is_(None),
        )
        .order_by(Review.number.desc())
    ).first()
    decision.outcome = heard or Outcome.OPEN


def _recode(session: Session, review: OpenReview) -> None:
    """Work the code out again, where the child's part was answered at all."""
    answered = select(Participation.id).where(
        Participation.review_id == review.review.id, Participation.removed_at.is_(None)
    )
    if session.scalars(answered).first() is not None:
        review.recode()


def _recount(session: Session, review: OpenReview, calendar: WorkingDays) -> None:
    if review.review.state == ReviewState.FINISHED:
        review.review.completed_on = completed_on(sitting_days(session, review.review.id))
    recount(session, review.child, calendar)
