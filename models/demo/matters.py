"""Says what became of the matters of law of which the invented words do not tell it plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import select

from models.considered import MatterConsidered, StepFact
from models.rules.life_areas import LIFE_AREAS
from models.rules.schedule7 import Considered
from models.rules.step_facts import STEP_FACTS
from models.signs import Note
from models.wishes import Wish

if TYPE_CHECKING:
    from models.demo.review import InventedReview
    from models.demo.timeline import Held

BY_THE_CHAIR = ("S7.2", "S7.4", "S7.6", "S7.7", "S7.9", "S7.10", "S7.11")


def say_of_matters(invented: InventedReview, held: Held) -> None:
    """Say of each matter that nothing invented is about that there was nothing to add."""
    if held.completed_on is None:
        return
    told, review = _told(invented), invented.review
    for matter in BY_THE_CHAIR:
        if matter not in told:
            invented.council.make(
                MatterConsidered,
                id=str(uuid5(NAMESPACE_OID, f"{review.id} {matter}")),
                case_id=invented.child.id,
                review_id=review.id,
                matter=matter,
                state=str(Considered.NOTHING_TO_ADD),
            )


def _told(invented: InventedReview) -> set[str]:
    """The matters of the parts of life that were spoken of, and of the facts."""
    session, review_id = invented.council.session, invented.review.id
    session.flush()
    told: set[str] = set()
    for kind in (Note, Wish):
        areas = session.scalars(select(kind.life_area).where(kind.review_id == review_id))
        matters = (LIFE_AREAS[area].schedule_7 for area in areas if area)
        told.update(several[0] for several in matters if len(several) == 1)
    for fact in session.scalars(select(StepFact.fact).where(StepFact.review_id == review_id)):
        told.update(STEP_FACTS[fact].schedule_7)
    return told
