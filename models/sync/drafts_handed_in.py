"""What is half typed is handed in too, before every record leaves a revoked laptop."""

import json
from typing import TYPE_CHECKING, Any  # an operation is JSON

from models.drafts import Draft
from models.form import COLUMNS
from models.plain_reading import Connection
from models.record import new_id
from models.sync.sealing import seal_acts

if TYPE_CHECKING:
    from models.database import Database

_OF_REVIEWS = (
    "select fact.name, fact.value, review.id, review.case_id from review"
    " join laptop_fact as fact on fact.name like 'draft ' || review.id || ' %'"
    " order by fact.name"
)


def hand_in_drafts(database: "Database") -> None:
    """Seal the drafts of every review as notes, which the council sets aside for a manager.

    Each goes out once: once sealed it is a draft no more. They are restricted, whatever was
    chosen by then: who adds one to the record decides who reads it.
    """
    with database.reading() as connection:
        is_any = bool(_drafts(connection))
    if not is_any:
        return
    with database.sharing() as hand:
        for name, op in _drafts(hand.connection):
            seal_acts(hand, [{**op, "at": hand.at.isoformat()}])
            hand.connection.execute("DELETE FROM laptop_fact WHERE name = ?", (name,))
            hand.changed.add("laptop_fact")


def _drafts(connection: Connection) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for name, value, review_id, case_id in connection.execute(_OF_REVIEWS).fetchall():
        draft = json.loads(value)
        if draft.get("words", "").strip():
            step = name.rsplit(" ", 1)[1].partition(".")[0]
            found.append((name, _op(review_id, case_id, step, draft)))
    return found


def _op(review_id: str, case_id: str, step: str, draft: Draft) -> dict[str, Any]:
    column = draft.get("column") or COLUMNS[0]  # a note without one has no place
    fields = {"review_id": review_id, "step": step, "column": column,
              "words": draft["words"], "restricted": True}  # fmt: skip
    return {"kind": "row", "table": "note", "id": new_id(), "case": case_id, "set": fields,
            "base": {}, "seen": 0}  # fmt: skip
