"""Why a child's record is on this laptop, and whether few people may see it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from models.plain_reading import Connection

COVER: Final = "cover"


@dataclass(frozen=True)
class CaseHere:
    """`kind` is as in shared_case; `iro` is the name of the child's own IRO, if it is known."""

    kind: str = ""
    until: datetime | None = None
    is_restricted: bool = False
    iro: str = ""

    @property
    def is_cover(self) -> bool:
        """Whether it is here because this person covers for the child's own IRO."""
        return self.kind == COVER


def case_here(connection: Connection, case_id: str) -> CaseHere:
    """Read it; of a laptop that works alone there is nothing to say."""
    row = connection.execute(
        "SELECT s.kind, s.until, s.restricted, coalesce(m.name, '') FROM shared_case AS s"
        " LEFT JOIN child ON child.id = s.case_id LEFT JOIN staff_member AS m"
        " ON m.id = child.iro_id WHERE s.case_id = ?",
        (case_id,),
    ).fetchone()
    if row is None:
        return CaseHere()
    kind, until, restricted, iro = row
    return CaseHere(kind, datetime.fromisoformat(until) if until else None, bool(restricted), iro)


def waits_from(connection: Connection, place: int) -> bool:
    """Whether the batch at this place of the outbox is still on its way."""
    row = connection.execute(
        "SELECT 1 FROM outbox WHERE place = ? AND state = 'sealed'", (place,)
    ).fetchone()
    return row is not None
