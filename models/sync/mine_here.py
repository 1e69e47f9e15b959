"""Which fields of a row that came are one's own words coming back."""

import json
from collections.abc import Collection
from typing import Any  # a field may hold any JSON value

from models.pending import BASE, NEW, SEALED
from models.plain_reading import Connection
from models.sync.two_versions import is_same, plain_cell


def of_another(
    connection: Connection, table: str, row_id: str, came: dict[str, Any]
) -> Collection[str]:
    """Give the fields that came with other values than were ever put here, or seen here."""
    names = ", ".join(f'"{name}"' for name in (*came, "pending"))
    row = connection.execute(
        f"select {names} from {table} where id = ?",  # noqa: S608 - our own schema's names
        (row_id,),
    ).fetchone()
    if row is None:
        return list(came)
    *cells, pending = row
    known = json.loads(pending or "{}")
    here = {
        name: [plain_cell(table, name, cell), *_values(known.get(name, {}))]
        for name, cell in zip(came, cells, strict=True)
    }
    return [
        name for name, value in came.items() if not any(is_same(value, one) for one in here[name])
    ]


def _values(change: dict[str, Any]) -> list[Any]:
    return [change[part] for part in (BASE, NEW, SEALED) if part in change]
