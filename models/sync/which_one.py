"""Which one of its like a row is: its number, and the step it stands in."""

from models.plain_reading import Connection

_NUMBERED = {
    "decision": "select number, '' from decision where id = ?",
    "decision_progress": "select d.number, '' from decision_progress p"
    " join decision d on d.id = p.decision_id where p.id = ?",
    "sitting": "select number, '' from sitting where id = ?",
    "step_mark": "select null, step from step_mark where id = ?",
    "note": "select (select count(*) from note o where o.review_id = n.review_id"
    " and o.step = n.step and o.removed_at is null and (o.position, o.id) <= (n.position, n.id)),"
    " n.step from note n where n.id = ?",
}


def which_one(connection: Connection, table: str, row_id: str) -> tuple[int | None, str]:
    """Give the number of a row among its like, and the step it stands in, as far as it has one."""
    if table in _NUMBERED:
        row = connection.execute(_NUMBERED[table], (row_id,)).fetchone()
        return (row[0], row[1]) if row else (None, "")
    return None, ""
