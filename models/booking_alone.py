"""Booking by somebody who sets the day, time and place of a review, and nothing else of it.

Its kind, which may follow from the day, is left to its chair.
"""

from datetime import date

from sqlalchemy.orm import Session

from models.child import Child
from models.next_review import recount
from models.open_review import OpenReview
from models.planning import next_review_of
from models.record import Refused
from models.review import Review, ReviewState
from models.rules.working_days import WorkingDays
from models.sittings import NewDay, note_the_move


def book_alone(
    session: Session, child_id: str, on: date | None, at: str, place: str, calendar: WorkingDays
) -> str:
    """Set the day, time and place of the review that is planned. Gives its id.

    Units: `at` is "16:00".
    """
    review = _planned(session, child_id)
    if review.booked_on not in {None, on}:
        raise Refused("a review that is booked is moved to another day with who asked and why")
    review.booked_on, review.booked_time, review.place = on, at, place
    _recount(session, child_id, calendar)
    return review.id


def move_alone(
    session: Session,
    child_id: str,
    new_day: NewDay,
    place: str,
    asked_on: date,
    calendar: WorkingDays,
) -> str:
    """Move the booked review to another day, keeping who asked and why. Gives its id."""
    review = _planned(session, child_id)
    note_the_move(OpenReview(session, review.id), new_day, asked_on)
    review.booked_on, review.place = new_day.on, place
    review.booked_time = new_day.time or review.booked_time
    _recount(session, child_id, calendar)
    return review.id


def _planned(session: Session, child_id: str) -> Review:
    child = session.get(Child, child_id)
    review = next_review_of(session, child) if child is not None else None
    if review is None or review.state != ReviewState.PLANNED:
        raise Refused("there is no planned review to book")
    return review


def _recount(session: Session, child_id: str, calendar: WorkingDays) -> None:
    recount(session, session.get_one(Child, child_id), calendar)
