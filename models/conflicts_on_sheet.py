"""Which fields of a review wait in two versions, read plainly with the rest of it."""

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any  # Any: what a driver takes and gives

from models.plain_reading import Connection, read_all
from models.problems import N_, Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

CONFLICT = "conflict"
OPEN = "conflict.outcome = '' and conflict.removed_at is null"
_LETTER_OF = {
    "child_letter": "select l.review_id from child_letter l where l.id = conflict.row_id",
    **{
        table: f"select l.review_id from {table} t join child_letter l on l.id = t.letter_id"  # noqa: S608 - our own schema's names
        " where t.id = conflict.row_id"
        for table in ("letter_line", "letter_waiver", "letter_translation")
    },
}
_OF_REVIEW = (
    "case conflict.table_name "
    + " ".join(f"when '{table}' then ({sql})" for table, sql in _LETTER_OF.items())
    + " else conflict.review_id end"
)


@dataclasses.dataclass(frozen=True)
class ConflictOnSheet:
    """One field with two versions, and nobody has said yet which the record should hold."""

    id: str
    row_id: str
    field: str
    table: str = dataclasses.field(metadata={"sql": "conflict.table_name"})

    @property
    def row(self) -> tuple[str, str]:
        """Which row it is in, as table and id."""
        return self.table, self.row_id


def read_conflicts(
    connection: Connection, case_id: str, review_id: str
) -> tuple[ConflictOnSheet, ...]:
    """What waits in two versions in this review, and in what all reviews of the child share."""
    rest = (
        f"where {OPEN} and conflict.case_id = ?"
        f" and coalesce({_OF_REVIEW}, '') in ('', ?) order by conflict.id"
    )
    return read_all(connection, ConflictOnSheet, "conflict", rest, (case_id, review_id))


class TwoVersionsWait(Problem):
    """Something is to be finished or issued while a field of it waits in two versions."""

    what = N_("Two versions of what is written here are kept, and nobody has chosen yet.")
    kept = N_("Both versions are safe, and you can go on writing.")
    next = N_("Choose what the record says, under Needs you, then try again.")


class OfSession:
    """The connection of a session, as plain statements are run on it."""

    def __init__(self, session: "Session") -> None:
        self._session = session

    def execute(self, sql: str, parameters: Sequence[Any] = (), /) -> Any:  # driver's cursor
        """Run one statement."""
        return self._session.connection().exec_driver_sql(sql, tuple(parameters))


def refuse_while_two_wait(session: "Session", case_id: str, review_id: str) -> None:
    """See that every choice is made before something is signed or goes out.

    Raises: TwoVersionsWait.
    """
    if read_conflicts(OfSession(session), case_id, review_id):
        raise TwoVersionsWait
