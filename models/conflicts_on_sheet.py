"""Which fields of a review wait in two versions, read plainly with the rest of it."""

import dataclasses

from models.plain_reading import Connection, read_all

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
