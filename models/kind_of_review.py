"""Which kind of review one is: likely at first, chosen by the chair, and followed by its steps."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.child import Child
from models.next_due import MOVING_ON
from models.next_review import care_now
from models.record import Refused
from models.review import Review, ReviewState
from models.rules.review_clock import ReviewPath
from models.rules.review_kinds import REVIEW_KINDS, usual_kind

if TYPE_CHECKING:
    from models.open_review import OpenReview

PLANNED = (ReviewState.PLANNED,)


def kind_for(session: Session, child: Child, number: int, on: date | None) -> str:
    """The kind that a review of this number usually is, in the time in care that runs now.

    `on` is the day it is booked or was held; the day it is due is taken where there is none.
    """
    care = care_now(session, child.id)
    path = care.path if care is not None else ReviewPath.ORDINARY
    before = _held_before(session, child, care.began_on) if care is not None else 0
    return usual_kind(max(number - before, 1), path, child.born_on, on or child.review_due_on)


def change_kind(review: "OpenReview", kind: str) -> None:
    """Let a review be of another kind; what was written in its steps stays."""
    if kind not in REVIEW_KINDS:
        raise Refused("no such kind of review")
    review.review.kind, review.review.moving_on = kind, kind == MOVING_ON
    review.session.flush()


def rename_planned(session: Session, child: Child) -> None:
    """Let the reviews to come be of the kind that they now usually are; a moving-on one stays."""
    for review in reviews_in(session, child.id, PLANNED):
        if review.kind != MOVING_ON:
            review.kind = kind_for(session, child, review.number, review.booked_on)
    session.flush()


@contextmanager
def usual_kinds_followed(
    session: Session, child: Child, states: Collection[str] = PLANNED
) -> Iterator[None]:
    """Let reviews that are not over follow a change in here, unless the chair chose their kind."""
    usual = {
        review.id: kind_for(session, child, review.number, review.held_on or review.booked_on)
        for review in reviews_in(session, child.id, states)
    }
    yield
    session.flush()
    for review in reviews_in(session, child.id, states):
        if review.kind == usual.get(review.id):
            on = review.held_on or review.booked_on
            review.kind = kind_for(session, child, review.number, on)


def reviews_in(session: Session, child_id: str, states: Collection[str]) -> list[Review]:
    """The reviews of a child that are in one of these states."""
    return list(
        session.scalars(
            select(Review).where(
                Review.child_id == child_id,
                Review.state.in_(states),
                Review.removed_at.is_(None),
            )
        )
    )


def _held_before(session: Session, child: Child, began_on: date) -> int:
    """The number of the last review of an earlier time in care, or 0."""
    last = select(func.max(Review.number)).where(
        Review.child_id == child.id, Review.held_on < began_on, Review.removed_at.is_(None)
    )
    return session.scalar(last) or 0
