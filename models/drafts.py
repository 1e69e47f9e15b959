"""What is half typed and not yet added: kept on this laptop, so that a cut loses no sentence."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from models.plain_reading import Connection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Draft = Mapping[str, str]


def keep_draft(session: "Session", review_id: str, step: str, draft: Draft) -> None:
    """Remember what stands in the capture field of a step; an empty draft is forgotten."""
    from models.council import LaptopFact

    name = _name(review_id, step)
    found = session.get(LaptopFact, name)
    if not draft:
        if found is not None:
            session.delete(found)
        return
    if found is None:
        found = LaptopFact(name=name)
        session.add(found)
    found.value = dict(draft)


def read_drafts(connection: Connection, review_id: str) -> dict[str, dict[str, str]]:
    """What was half typed in this review, by the step it was typed in."""
    start = _name(review_id, "")
    rows = connection.execute(
        "select name, value from laptop_fact where substr(name, 1, ?) = ?", (len(start), start)
    ).fetchall()
    return {name[len(start) :]: json.loads(value) for name, value in rows}


def _name(review_id: str, step: str) -> str:
    return f"draft {review_id} {step}"
