"""What is half typed and not yet added: kept on this laptop, so that a cut loses no sentence.

Whoever erases a review erases its drafts (`read_drafts` finds them) and its steps of undo
(`models.undo.forget_undo`) with it.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from models.journal import Typed
from models.plain_reading import Connection

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

Draft = Mapping[str, str]
TABLE = "draft"
"""The journal's name for what is half typed: the row is the review, the field its step."""


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


def with_journal(
    drafts: Mapping[str, Draft], newest: Iterable[Typed], review_id: str, added: Collection[str]
) -> dict[str, dict[str, str]]:
    """The drafts with the words that the journal has of them newer; not those added since."""
    found = {step: dict(draft) for step, draft in drafts.items()}
    for typed in newest:
        of_this = typed.table == TABLE and typed.row_id == review_id
        if of_this and typed.text.strip() and typed.text not in added:
            found.setdefault(typed.field, {})["words"] = typed.text
    return found


def _name(review_id: str, step: str) -> str:
    return f"draft {review_id} {step}"
