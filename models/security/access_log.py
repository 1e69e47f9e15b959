"""Who looked: each opening, print, file and sending of a child's record, noted in ids only."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from models.record import new_id
from models.sync.kept_here import Looked

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

SAME_LOOK: Final = timedelta(minutes=10)


class Look(StrEnum):
    """What somebody did with a child's record."""

    OPENED_CHILD = "opened_child"
    OPENED_REVIEW = "opened_review"
    OPENED_LETTER = "opened_letter"
    PRINTED = "printed"
    EXPORTED = "exported"
    SENT = "sent"


_OPENINGS: Final = frozenset({Look.OPENED_CHILD, Look.OPENED_REVIEW, Look.OPENED_LETTER})


def note_look(session: "Session", act: Look, table: str, row_id: str) -> bool:
    """Note that this person did this with a row of a child's record; say whether it was noted.

    The same thing opened again within ten minutes is one look; each print and file is its own.
    """
    case_id = case_of(session, table, row_id)
    by, at = str(session.info["by"]), session.info["at"]
    what = f"{table}:{row_id}"
    if case_id is None or (act in _OPENINGS and _was_noted(session, by, act, what, at)):
        return False
    session.add(
        Looked(id=new_id(), at=at, person_id=by, case_id=case_id, act=act.value, what=what)
    )
    return True


def case_of(session: "Session", table: str, row_id: str) -> str | None:
    """Say to which child's record a row belongs; none for one that is not there."""
    from models.every_record import BY_TABLE

    mapped = BY_TABLE[table]
    found: str | None = session.execute(
        select(mapped.case_id).where(mapped.id == row_id)
    ).scalar_one_or_none()
    return found


def _was_noted(session: "Session", by: str, act: Look, what: str, at: datetime) -> bool:
    newest = session.execute(
        select(Looked.at)
        .where(Looked.person_id == by, Looked.act == act.value, Looked.what == what)
        .order_by(Looked.at.desc())
        .limit(1)
    ).scalar_one_or_none()
    return newest is not None and timedelta() <= at - newest < SAME_LOOK
