"""Which readers' copies the chair has looked at, page by page; kept on this laptop only."""

import json
from typing import TYPE_CHECKING

from models.plain_reading import Connection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def looked_at(connection: Connection, review_id: str) -> dict[str, str]:
    """What was looked at of a review: the digest of the words then, by reader and paper."""
    row = connection.execute(
        "select value from laptop_fact where name = ?", (_name(review_id),)
    ).fetchone()
    return {} if row is None else dict(json.loads(row[0]))


def note_looked_at(session: "Session", review_id: str, which: str, digest: str) -> None:
    """Note that all pages of one reader's copy were seen; other words ask to look again."""
    from models.council import LaptopFact

    name = _name(review_id)
    fact = session.get(LaptopFact, name)
    if fact is None:
        fact = LaptopFact(name=name, value={})
        session.add(fact)
    fact.value = {**fact.value, which: digest}


def _name(review_id: str) -> str:
    return f"copies_looked {review_id}"
