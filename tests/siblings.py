"""Sam's brothers Max and Theo, who live with her: for reviews held in one sitting."""

from datetime import date
from typing import NamedTuple

from sqlalchemy.orm import Session

from models.child import CarePeriod, Child
from models.database import Database
from models.next_review import recount
from models.open_review import OpenReview
from models.people import Person, Role
from models.planning import review_to_open
from models.reading_a_review import read_review
from models.record import new_id
from models.review_sheet import ReviewSheet
from models.together import hold_together
from tests import sample

BROTHERS = {"Max": date(2014, 3, 2), "Theo": date(2019, 9, 20)}
ROUND_THEM = (
    ("Alma Dunmore", "Alma", Role.CARER),
    ("Samir Oakenshaw", "Samir", Role.SOCIAL_WORKER),
)


class Family(NamedTuple):
    """Sam's record with her brothers in it, and their reviews by name."""

    database: Database
    made: sample.Sample
    reviews: dict[str, str]

    def sheet(self, name: str) -> ReviewSheet:
        """One child's review."""
        with self.database.reading() as connection:
            return read_review(connection, self.reviews[name])

    def note(self, words: str, **fields: object) -> str:
        """Write a note in Sam's review; gives its id."""
        with self.database.saving(self.made.iro_id) as session:
            review = OpenReview(session, self.made.review_id)
            return review.add_note("worry", words, step="A5", **fields)


def in_one_sitting(database: Database, made: sample.Sample) -> Family:
    """Add both, and hold the three reviews in one sitting."""
    reviews = {"Sam": made.review_id, **add_brothers(database, made)}
    children: list[str] = []
    with database.reading() as connection:
        for name in BROTHERS:
            children.append(read_review(connection, reviews[name]).child_id)
    with database.saving(made.iro_id) as session:
        hold_together(session, made.review_id, children, sample.calendar())
    return Family(database, made, reviews)


def add_brothers(database: Database, made: sample.Sample) -> dict[str, str]:
    """Add both, each with a review planned. Gives their review ids by name."""
    found: dict[str, str] = {}
    for name, born_on in BROTHERS.items():
        with database.saving(made.iro_id) as session:
            child = _brother(session, made, name, born_on)
            found[name] = review_to_open(session, child.id, sample.calendar())
    return found


def _brother(session: Session, made: sample.Sample, name: str, born_on: date) -> Child:
    child_id = new_id()
    own = {"authority_id": sample.AUTHORITY, "case_id": child_id}
    child = Child(
        **own,
        id=child_id,
        identifier=f"P-{name}",
        given_name=name,
        family_name="Tillbrook",
        born_on=born_on,
        legal_status="C2",
        lives_with="Alma Dunmore, foster carer",
        iro_id=made.iro_id,
    )
    session.add(child)
    session.flush()
    session.add(CarePeriod(**own, child_id=child_id, began_on=date(2026, 7, 27)))
    for position, (full, called, role) in enumerate(ROUND_THEM, 1):
        session.add(
            Person(
                **own, child_id=child_id, name=full, called=called, role=role, position=position
            )
        )
    session.flush()
    recount(session, child, sample.calendar())
    return child
