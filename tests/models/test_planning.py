"""A review is planned once, booked, moved; and somebody new is asked to the review to come."""

from datetime import date

import pytest

from models.child import Child
from models.child_story import read_story
from models.database import Database
from models.open_review import OpenReview
from models.people import Attendance, Person
from models.planning import add_person, book, move, review_to_open
from models.record import Refused
from models.review import Review
from models.sittings import NewDay
from tests.sample import REVIEW_ON, Sample, calendar, sheet


def test_the_review_that_is_planned_is_the_one_to_open(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        assert review_to_open(session, made.child_id, calendar()) == made.review_id


def test_a_review_is_planned_when_there_is_none(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        session.get_one(Review, made.review_id).remove(made.iro_id, session.info["at"])
    with database.saving(made.iro_id) as session:
        planned = review_to_open(session, made.child_id, calendar())
        assert planned != made.review_id
        assert review_to_open(session, made.child_id, calendar()) == planned


def test_a_booking_shows_on_the_lists(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        assert (
            book(session, made.child_id, REVIEW_ON, "16:00", "At school", calendar())
            == made.review_id
        )
    with database.saving(made.iro_id) as session:
        assert session.get_one(Child, made.child_id).booked_on == REVIEW_ON
    with database.reading() as connection:
        planned = read_story(connection, made.child_id).planned
    assert planned is not None
    assert (planned.booked_time, planned.place) == ("16:00", "At school")


def test_a_booked_day_is_moved_only_with_who_asked_and_why(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    day, asked_on = date(2026, 8, 20), date(2026, 8, 3)
    with pytest.raises(Refused), database.saving(made.iro_id) as session:
        book(session, made.child_id, day, "16:00", "", calendar())
    new_day = NewDay(day, "16:00", "Samir", kind="worker_away")
    with database.saving(made.iro_id) as session:
        move(session, made.child_id, new_day, "At school", asked_on, calendar())
        assert session.get_one(Child, made.child_id).booked_on == day
    moved = sheet(database, made).rearranged[0]
    assert (moved.from_day, moved.to_day, moved.asked_on) == (REVIEW_ON, day, asked_on)
    assert (moved.asked_by, moved.why_kind, moved.why) == ("Samir", "worker_away", "")


def test_a_review_that_has_begun_keeps_its_day(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).begin(REVIEW_ON, "16:04", calendar())
    with pytest.raises(Refused), database.saving(made.iro_id) as session:
        book(session, made.child_id, date(2026, 9, 1), "10:00", "", calendar())


def test_somebody_new_is_asked_to_the_review_to_come(sam: tuple[Database, Sample]) -> None:
    database, made = sam
    with database.saving(made.iro_id) as session:
        person_id = add_person(session, made.child_id, "Ines Hollowell", "advocate")
        asked = session.query(Attendance).filter_by(person_id=person_id).one()
        assert asked.review_id == made.review_id
        assert session.get_one(Person, person_id).role == "advocate"
    with pytest.raises(Refused), database.saving(made.iro_id) as session:
        add_person(session, made.child_id, " ", "advocate")
