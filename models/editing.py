"""The one door by which a window changes a single field of a single record."""

from collections.abc import Collection
from typing import Any  # Any: a field may hold any kind of value

from sqlalchemy import inspect
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
    if field not in _typed(record):
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


def begin_anew(record: Shared, found_by: Collection[str] = ()) -> None:
    """Bring a removed record back as if it had just been made, with nothing typed in it yet."""
    for field in inspect(type(record)).column_attrs:
        if field.key in _typed(record) and field.key not in found_by:
            setattr(record, field.key, _blank(field.columns[0].default))
    record.removed_by, record.removed_at = None, None


def _typed(record: Shared) -> frozenset[str]:
    typed: frozenset[str] = getattr(record, "TYPED", frozenset())
    kept: frozenset[str] = getattr(record, "kept_exactly", frozenset())
    return typed - kept


def _blank(default: Any) -> Any:
    if default is None:
        return None
    return default.arg(None) if default.is_callable else default.arg
