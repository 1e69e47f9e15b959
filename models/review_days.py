"""The days of a review as the record has them: its parts, what was written, what follows."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.every_record import SHARED
from models.problems import N_, Problem
from models.record import Shared
from models.review import Review, Sitting


class AlreadyWritten(Problem):
    """A start cannot be taken back, for the review holds more than its start."""

    what = N_("The start could not be taken back: more has been written in this review since.")
    kept = N_("Everything that was written is still there.")
    next = N_("If the day or the time is wrong, correct it on the first step, Welcome.")


def sitting_days(session: Session, review_id: str) -> list[date]:
    """The days of a review's parts, in their order."""
    return [each.held_on for each in _sittings(session, review_id)]


def has_more_than_its_start(session: Session, review: Review) -> bool:
    """Whether anything was written in a review after the moment of its start."""
    sittings = _sittings(session, review.id)
    if len(sittings) != 1:
        return True
    began = sittings[0].created_at
    rows = [review, *(row for kind in SHARED for row in _rows(session, kind, review.id))]
    return any(began and row.updated_at and row.updated_at > began for row in rows)


def following_reviews(session: Session, review: Review) -> list[Review]:
    """The reviews of the same child after this one, the next first."""
    return list(
        session.scalars(
            select(Review)
            .where(
                Review.child_id == review.child_id,
                Review.number > review.number,
                Review.removed_at.is_(None),
            )
            .order_by(Review.number)
        )
    )


def _sittings(session: Session, review_id: str) -> list[Sitting]:
    return list(
        session.scalars(
            select(Sitting)
            .where(Sitting.review_id == review_id, Sitting.removed_at.is_(None))
            .order_by(Sitting.number)
        )
    )


def _rows(session: Session, kind: type[Shared], review_id: str) -> list[Shared]:
    owner = getattr(kind, "review_id", None)
    if owner is None:
        return []
    return list(session.scalars(select(kind).where(owner == review_id)))
