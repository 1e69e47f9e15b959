"""Who chooses between two versions of a field."""

from models.plain_reading import Connection
from models.sync.roles import MANAGER

_CHAIRS = (
    "select 1 from child where case_id = ?1 and iro_id = ?2 union all"
    " select 1 from shared_case where case_id = ?1 and kind in ('allocated', 'cover')"
)


def may_settle(connection: Connection, case_id: str, row_id: str, person_id: str) -> bool:
    """Whether this person chairs for this child, covers, or is a manager.

    What belongs to no child is settled by a manager, or by whom the row is about.
    """
    role = connection.execute(
        "select role from staff_member where id = ?", (person_id,)
    ).fetchone()
    if role is not None and role[0] == MANAGER:
        return True
    if not case_id:
        return row_id == person_id
    return connection.execute(_CHAIRS, (case_id, person_id)).fetchone() is not None
