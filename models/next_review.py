"""When a child's next review is due: worked out again whenever what it rests on changes."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.child import CarePeriod, Child
from models.next_due import care_of, days_held
from models.review import Review, ReviewState
from models.rules.review_clock import ReviewDue, next_review
from models.rules.working_days import WorkingDays

HELD = (ReviewState.KNOWN, ReviewState.OPEN, ReviewState.ADJOURNED, ReviewState.FINISHED)


def _held(session: Session, child_id: str) -> list[Review]:
    return list(
        session.scalars(
            select(Review)
            .where(
                Review.child_id == child_id,
                Review.state.in_(HELD),
                Review.removed_at.is_(None),
                Review.held_on.is_not(None),
            )
            .order_by(Review.held_on)
        )
    )


def held_on(session: Session, child_id: str) -> list[date]:
    """The days on which this child's reviews were begun, earliest first."""
    held = _held(session, child_id)
    days = [review.held_on for review in held if review.held_on is not None]
    return days_held(days, held[-1].number) if held else []


def care_now(session: Session, child_id: str) -> CarePeriod | None:
    """The latest period of care that is not marked removed."""
    return session.scalars(
        select(CarePeriod)
        .where(CarePeriod.child_id == child_id, CarePeriod.removed_at.is_(None))
        .order_by(CarePeriod.began_on.desc())
        .limit(1)
    ).first()


def recount(session: Session, child: Child, calendar: WorkingDays) -> ReviewDue | None:
    """Work out the child's next due date and what the lists show, and note them on the child.

    Raises: BeyondCalendar if the bank holidays are not known that far.
    """
    session.flush()
    held = held_on(session, child.id)
    care = care_now(session, child.id)
    child.reviews_held = len(held)
    child.last_reviewed_on = held[-1] if held else None
    child.booked_on = session.scalars(
        select(Review.booked_on)
        .where(
            Review.child_id == child.id,
            Review.state == ReviewState.PLANNED,
            Review.removed_at.is_(None),
        )
        .order_by(Review.booked_on)
    ).first()
    child.in_care = care is not None and care.ended_on is None
    if care is None or care.ended_on is not None:
        child.review_due_on, child.review_due_clock, child.review_counted_from = None, "", None
        return None
    counted = care_of(care.began_on, child.born_on, care.path, care.path_since)
    due = next_review(counted, held, calendar)
    child.review_due_on = due.due_on
    child.review_due_clock = due.timescale_id
    child.review_counted_from = due.counted_from
    return due
