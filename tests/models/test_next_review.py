"""When a child's next review is due, worked out again from what the record holds."""

from datetime import date

from models.child import CarePeriod, Child
from models.database import Database
from models.next_review import recount
from models.record import new_id
from models.review import Review, ReviewState
from models.rules.working_days import WorkingDays
from tests import sample

CALENDAR = WorkingDays.of_england_and_wales()
Sam = tuple[Database, sample.Sample]


def known_review(made: sample.Sample, child_id: str, number: int, held_on: date) -> Review:
    return Review(
        authority_id=sample.AUTHORITY,
        case_id=child_id,
        child_id=child_id,
        number=number,
        state=ReviewState.KNOWN,
        held_on=held_on,
        chair_id=made.iro_id,
    )


def new_child(born_on: date = date(2015, 4, 1)) -> Child:
    child_id = new_id()
    return Child(
        id=child_id,
        authority_id=sample.AUTHORITY,
        case_id=child_id,
        identifier=child_id[-8:],
        given_name="Ada",
        born_on=born_on,
    )


def care(child: Child, began_on: date, ended_on: date | None = None) -> CarePeriod:
    return CarePeriod(
        authority_id=sample.AUTHORITY,
        case_id=child.id,
        child_id=child.id,
        began_on=began_on,
        ended_on=ended_on,
    )


def test_the_fifth_review_known_alone_is_followed_in_six_months_not_three(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        child = new_child()
        session.add(child)
        session.flush()
        session.add_all(
            [
                care(child, date(2023, 1, 9)),
                known_review(made, child.id, 5, date(2026, 3, 31)),
            ]
        )
        due = recount(session, child, CALENDAR)
        assert due is not None
        assert (due.timescale_id, child.review_due_on) == ("T12", date(2026, 9, 30))
        assert (child.reviews_held, child.last_reviewed_on) == (5, date(2026, 3, 31))


def test_a_child_who_left_care_has_nothing_due(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        child = session.get_one(Child, made.child_id)
        child.care_periods[0].ended_on = date(2026, 5, 1)
        assert recount(session, child, CALENDAR) is None
        assert (child.in_care, child.review_due_on, child.review_due_clock) == (False, None, "")


def test_coming_back_to_care_begins_with_a_first_review_again(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        child = session.get_one(Child, made.child_id)
        child.care_periods[0].ended_on = date(2026, 5, 1)
        session.add(care(child, date(2026, 9, 1)))
        due = recount(session, child, CALENDAR)
        assert due is not None
        assert (due.timescale_id, child.review_due_on) == ("T10", date(2026, 9, 29))
        assert child.in_care


def test_a_child_without_a_period_of_care_has_nothing_due(sam: Sam) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        child = new_child()
        session.add(child)
        assert recount(session, child, CALENDAR) is None
        assert not child.in_care
