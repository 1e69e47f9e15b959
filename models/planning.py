"""Putting a child's next review in the diary, and somebody new into the circle round a child."""

from contextlib import suppress
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.child import Child
from models.kind_of_review import usual_kinds_followed
from models.next_review import recount
from models.open_review import OpenReview, plan_review
from models.people import Person
from models.record import Refused
from models.review import Review, ReviewState
from models.rules.working_days import BeyondCalendar, WorkingDays
from models.sittings import NewDay, move_to_another_day

TO_COME = (ReviewState.OPEN, ReviewState.ADJOURNED, ReviewState.PLANNED)


def next_review_of(session: Session, child: Child) -> Review | None:
    """The review of this child that is under way, or else the one that is planned."""
    found = session.scalars(
        select(Review).where(
            Review.child_id == child.id, Review.state.in_(TO_COME), Review.removed_at.is_(None)
        )
    ).all()
    return min(found, key=lambda review: TO_COME.index(ReviewState(review.state)), default=None)


def review_to_open(session: Session, child_id: str, calendar: WorkingDays) -> str:
    """The id of the review under way or planned; one is planned if there is none."""
    child = _child(session, child_id)
    found = next_review_of(session, child)
    if found is None:
        found = plan_review(session, child)
        recount(session, child, calendar)
    return found.id


def book(
    session: Session, child_id: str, on: date | None, at: str, place: str, calendar: WorkingDays
) -> str:
    """Set the day, time and place of the review to come, planning one if there is none.

    One that is booked keeps its day: it is moved by `move`, which says who asked and why.

    Units: `at` is "16:00". Gives the id of the review.
    """
    child = _child(session, child_id)
    review = next_review_of(session, child)
    if review is not None and review.state != ReviewState.PLANNED:
        raise Refused("a review that has begun cannot be booked for another day")
    review = review or plan_review(session, child)
    if review.booked_on not in {None, on}:
        raise Refused("a review that is booked is moved to another day with who asked and why")
    with usual_kinds_followed(session, child):
        review.booked_on, review.booked_time, review.place = on, at, place
    recount(session, child, calendar)
    return review.id


def move(
    session: Session,
    child_id: str,
    new_day: NewDay,
    place: str,
    asked_on: date,
    calendar: WorkingDays,
) -> str:
    """Move the booked review to come to another day, keeping who asked and why. Gives its id."""
    review = next_review_of(session, _child(session, child_id))
    if review is None:
        raise Refused("there is no review to move")
    review.place = place
    move_to_another_day(OpenReview(session, review.id), new_day, asked_on, calendar)
    return review.id


def add_person(session: Session, child_id: str, name: str, role: str) -> str:
    """Add somebody round the child, and ask them to the review to come. Gives their id."""
    if not name.strip():
        raise Refused("a person needs a name")
    child = _child(session, child_id)
    review = next_review_of(session, child)
    if review is not None:
        return OpenReview(session, review.id).add_person(name, role=role)
    before = session.scalar(select(func.count()).where(Person.child_id == child.id)) or 0
    person = Person(
        child_id=child.id,
        authority_id=child.authority_id,
        case_id=child.case_id,
        name=name,
        role=role,
        position=before + 1,
    )
    session.add(person)
    session.flush()
    return person.id


def change_birth(session: Session, child_id: str, born_on: date, calendar: WorkingDays) -> None:
    """Set the child's day of birth, and count again when the next review is due."""
    child = _child(session, child_id)
    with usual_kinds_followed(session, child):
        child.put("born_on", born_on)
        with suppress(BeyondCalendar):  # too long ago to count: the list shows no due date
            recount(session, child, calendar)


def _child(session: Session, child_id: str) -> Child:
    found = session.get(Child, child_id)
    if found is None:
        raise Refused("no child with that id")
    return found
