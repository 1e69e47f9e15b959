"""Which version of a review's record somebody has read; kept on this laptop only, in numbers."""

import json
from typing import TYPE_CHECKING

from models.plain_reading import Connection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def seen_version(connection: Connection, review_id: str, person_id: str) -> int:
    """The version that this person has read; 0 for none."""
    row = connection.execute(
        "select value from laptop_fact where name = ?", (_name(review_id),)
    ).fetchone()
    return 0 if row is None else int(json.loads(row[0]).get(person_id, 0))


def note_seen(session: "Session", review_id: str, person_id: str, version: int) -> None:
    """Note that this person has read a version."""
    from models.council import LaptopFact  # loads SQLAlchemy, which reading does not need

    fact = session.get(LaptopFact, _name(review_id))
    if fact is None:
        fact = LaptopFact(name=_name(review_id), value={})
        session.add(fact)
    fact.value = {**fact.value, person_id: version}


def _name(review_id: str) -> str:
    return f"record_seen {review_id}"
