"""Sam, her carers and one review: the invented family that tests share."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

from sqlalchemy.orm import Session

from models.child import CarePeriod, Child
from models.considering import consider
from models.council import Council, StaffMember
from models.database import Database
from models.next_review import recount
from models.open_review import OpenReview, plan_review
from models.people import Person, Role
from models.reading_a_review import read_review
from models.record import new_id
from models.review import Review, ReviewState
from models.review_sheet import ReviewSheet
from models.rules.rights import RIGHTS
from models.rules.schedule7 import Considered
from models.rules.working_days import WorkingDays
from models.staff_on_sheet import StaffOnSheet
from models.wishes import Wish
from tests.record_copy import copy_record

KEY = b"an invented key of thirty-two by"
AUTHORITY = 990
CARE_BEGAN_ON = date(2025, 11, 3)
FIRST_REVIEW_ON, EARLIER_ON, REVIEW_ON = (
    date(2025, 11, 24),
    date(2026, 2, 16),
    date(2026, 8, 12),
)
NOW = datetime(2026, 8, 12, 15, 4, tzinfo=UTC)

PEOPLE = (
    ("mum", "Rosa Tillbrook", "Mum", Role.PARENT),
    ("carer", "Alma Dunmore", "Alma", Role.CARER),
    ("gran", "Beatrice Tillbrook", "Nana Bea", Role.FAMILY),
    ("worker", "Samir Oakenshaw", "Samir", Role.SOCIAL_WORKER),
    ("teacher", "Joan Fennimore", "Ms Fennimore", Role.TEACHER),
)


@dataclass
class Sample:
    """The ids of the sample family."""

    child_id: str = ""
    iro_id: str = ""
    review_id: str = ""
    earlier_review_id: str = ""
    people: dict[str, str] = field(default_factory=dict)
    earlier_decisions: list[str] = field(default_factory=list)

    @property
    def me(self) -> StaffOnSheet:
        """Nadia, who chairs."""
        return StaffOnSheet(
            self.iro_id, "Nadia Brightwell", "iro", "01632 960 101", "nadia@example.org", "Mondays"
        )


def calendar() -> WorkingDays:
    """The working days of England and Wales."""
    return WorkingDays.of_england_and_wales()


def open_database(folder: Path, now: Callable[[], datetime] = lambda: NOW) -> Database:
    """Make a record in this folder with a key that costs nothing."""
    return Database.create(folder, KEY, now)


def open_filled(
    folder: Path, now: Callable[[], datetime] = lambda: NOW
) -> tuple[Database, Sample]:
    """A fresh copy of a record with the sample family in, open; it is made once for a run."""
    return _copy_of(_made_once(fill), folder, now)


def open_written(
    folder: Path, now: Callable[[], datetime] = lambda: NOW
) -> tuple[Database, Sample]:
    """The same with everything written that Sam's review needs, as `write_whole_review` does."""
    return _copy_of(_made_once(_fill_and_write), folder, now)


def _copy_of(
    once: tuple[Path, Sample], folder: Path, now: Callable[[], datetime]
) -> tuple[Database, Sample]:
    copy_record(once[0], folder)
    return Database.open(folder, KEY, now, check=False), deepcopy(once[1])


@cache
def _made_once(put_in: Callable[[Database], Sample]) -> tuple[Path, Sample]:
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    database = open_database(folder / "record")
    try:
        return folder / "record", put_in(database)
    finally:
        database.close()


def _fill_and_write(database: Database) -> Sample:
    made = fill(database)
    write_whole_review(database, made)
    return made


def fill(database: Database) -> Sample:
    """Put the sample family in: Sam's third review is planned, nothing is written in it yet."""
    made = Sample(iro_id=new_id())
    with database.saving(made.iro_id) as session:
        _council(session, made)
        child = _child(session, made)
        _people(session, made)
        _earlier(session, made, child)
        review = plan_review(
            session, child, booked_on=REVIEW_ON, booked_time="16:00", place="Alma’s house"
        )
        made.review_id = review.id
        recount(session, child, calendar())
    return made


def begin(database: Database, made: Sample) -> None:
    """Begin Sam's review, on the day and at the time that it was booked."""
    with database.saving(made.iro_id) as session:
        OpenReview(session, made.review_id).begin(REVIEW_ON, "16:04", calendar())


def sheet(database: Database, made: Sample) -> ReviewSheet:
    """Read Sam's review as it stands."""
    with database.reading() as connection:
        return read_review(connection, made.review_id)


def write_whole_review(database: Database, made: Sample) -> None:
    """Write everything that Sam's review needs; it is begun, and can be finished."""
    begin(database, made)
    write_what_was_said(database, made)


def write_what_was_said(database: Database, made: Sample) -> None:
    """Write everything that Sam's review needs but its start."""
    with database.saving(made.iro_id) as session:
        _write(OpenReview(session, made.review_id), made)


def _council(session: Session, made: Sample) -> None:
    own = {"authority_id": AUTHORITY, "case_id": ""}
    session.add(
        Council(
            **own,
            name="Penhallow Council",
            service="Reviewing Service",
            advocacy_name="Speak Out Penhallow",
            advocacy_phone="01632 960 114",
            complaints_phone="01632 960 120",
        )
    )
    me = made.me
    session.add(
        StaffMember(**own, id=me.id, name=me.name, phone=me.phone, email=me.email, days=me.days)
    )


def _child(session: Session, made: Sample) -> Child:
    made.child_id = new_id()
    child = Child(
        id=made.child_id,
        authority_id=AUTHORITY,
        case_id=made.child_id,
        identifier="P-1001",
        given_name="Samantha",
        family_name="Tillbrook",
        chosen_name="Sam",
        pronouns="she/her",
        born_on=date(2016, 5, 9),
        legal_status="C2",
        first_language="English",
        lives_with="Alma Dunmore, foster carer",
        school="Holm Oak Primary",
        social_worker="Samir Oakenshaw",
        iro_id=made.iro_id,
    )
    session.add(child)
    session.flush()
    session.add(
        CarePeriod(
            authority_id=AUTHORITY,
            case_id=child.id,
            child_id=child.id,
            began_on=CARE_BEGAN_ON,
            told_on=CARE_BEGAN_ON,
        )
    )
    session.flush()
    return child


def _people(session: Session, made: Sample) -> None:
    for position, (key, name, called, role) in enumerate(PEOPLE, 1):
        person = Person(
            authority_id=AUTHORITY,
            case_id=made.child_id,
            child_id=made.child_id,
            name=name,
            called=called,
            role=role,
            position=position,
        )
        session.add(person)
        session.flush()
        made.people[key] = person.id


def _earlier(session: Session, made: Sample, child: Child) -> None:
    for held_on, number in ((FIRST_REVIEW_ON, 1), (EARLIER_ON, 2)):
        review = Review(
            authority_id=AUTHORITY,
            case_id=child.id,
            child_id=child.id,
            number=number,
            chair_id=made.iro_id,
            state=ReviewState.FINISHED,
            held_on=held_on,
            completed_on=held_on,
        )
        session.add(review)
        session.flush()
    made.earlier_review_id = review.id
    earlier = OpenReview(session, review.id)
    worker = made.people["worker"]
    made.earlier_decisions = [
        earlier.decide(
            "Find out if Sam can sleep over at Nana Bea’s",
            "Samir Oakenshaw",
            date(2026, 4, 30),
            person_id=worker,
        ),
        earlier.decide("Book a hearing check", "Alma Dunmore", date(2026, 6, 24)),
    ]
    earlier.give_number(6, "I like my room.")
    earlier.give_number(7, "She sleeps well now.", person_id=made.people["carer"])


def _write(review: OpenReview, made: Sample) -> None:
    for key, person_id in made.people.items():
        attendance = review.attendance_of(person_id)
        attendance.attended = "no" if key == "mum" else "in_room"
    wish = review.add_wish("I want a sleepover at  Nana Bea’s.", asked_for=True)
    review.add_wish("Lunch time is too loud.", way="told_me", life_area="learning")
    review.answer_participation("was_there", "in_room")
    review.answer_participation("spoke", True)
    review.participation.seen_alone = "yes"
    for decision_id in made.earlier_decisions:
        review.hear_progress(decision_id, "done")
    _write_notes(review)
    review.give_number(7, "Alma keeps her promises.")
    sleepover = review.decide(
        "Ask if Sam can sleep over at Nana Bea’s",
        "Samir Oakenshaw",
        date(2026, 9, 4),
        person_id=made.people["worker"],
    )
    review.decide("Find a quiet place at lunch", "Joan Fennimore", date(2026, 9, 18))
    review.session.flush()
    asked = review.session.get(Wish, wish)
    assert asked is not None
    asked.decision_id = sleepover
    _sum_up(review)


def _write_notes(review: OpenReview) -> None:
    review.add_note("going_well", "Sam sleeps through most nights.", step="A4", life_area="home")
    review.add_note("worry", "Lunch time is hard for Sam.", step="A7", life_area="learning")
    review.add_note(
        "going_well", "Sam sees Nana Bea each week.", step="A5", life_area="family_time"
    )
    for step in ("A6", "A8", "A9"):
        review.mark_step(step)
    for matter in ("S7.2", "S7.7", "S7.9", "S7.10", "S7.11"):
        consider(review, matter, Considered.NOTHING_TO_ADD)
    for matter in ("S7.13", "S7.14"):
        consider(review, matter, Considered.NOT_APPLICABLE, "Not so for Sam.")


def _sum_up(review: OpenReview) -> None:
    row = review.review
    row.permanence_plan = "Long-term fostering with Alma"
    row.home_line = "You will live with Alma until you are grown up."
    row.plan_agreed, row.permanence_type = "yes", "long_term_fostering"
    row.plan_not_ratified_why = "The manager reads it next week."
    row.warm_line = "You have been kind to the new boy in your class."
    row.iro_view = "The plan meets Sam’s needs."
    row.next_review_on, row.midpoint_on = date(2027, 2, 10), date(2026, 11, 11)
    row.see_child_by, row.see_child_how = date(2026, 11, 11), "phone"
    for right in RIGHTS:
        review.explain_right(right)
