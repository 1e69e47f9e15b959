"""Sam's brothers Max and Theo, who live with her: for reviews held in one sitting."""

from datetime import date

from sqlalchemy.orm import Session

from models.child import CarePeriod, Child
from models.database import Database
from models.next_review import recount
from models.people import Person, Role
from models.planning import review_to_open
from models.record import new_id
from tests import sample

BROTHERS = {"Max": date(2014, 3, 2), "Theo": date(2019, 9, 20)}
ROUND_THEM = (
    ("Alma Dunmore", "Alma", Role.CARER),
    ("Samir Oakenshaw", "Samir", Role.SOCIAL_WORKER),
)


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
