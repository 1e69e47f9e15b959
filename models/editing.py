"""The one door by which a window changes a single field of a single record."""

from typing import Any  # Any: a field may hold any kind of value

from sqlalchemy.orm import Session

from models.child import Child
from models.every_record import BY_TABLE
from models.record import Refused, Shared


def find(session: Session, table: str, row_id: str) -> Shared:
    """The record of that table and id.

    Raises: Refused when there is none.
    """
    found = session.get(BY_TABLE[table], row_id)
    if found is None:
        raise Refused(f"no {table} with that id")
    return found


def put(session: Session, table: str, row_id: str, field: str, value: Any) -> None:
    """Set one typed field.

    Raises: Refused for a field that nobody types, or a value the record cannot hold.
    """
    record = find(session, table, row_id)
    if isinstance(record, Child):
        record.put(field, value)
        return
    typed: frozenset[str] = getattr(record, "TYPED", frozenset())
    if field not in typed:
        raise Refused(f"{table}.{field} is not typed")
    if getattr(record, field) != value:
        setattr(record, field, value)


def remove(session: Session, table: str, row_id: str) -> None:
    """Mark a record as removed by the one who is editing, now.

    Raises: Refused when there is none.
    """
    find(session, table, row_id).remove(session.info["by"], session.info["at"])


def bring_back(session: Session, table: str, row_id: str) -> None:
    """Undo a removal.

    Raises: Refused when there is none.
    """
    record = find(session, table, row_id)
    record.removed_by, record.removed_at = None, None
