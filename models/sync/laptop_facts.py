"""Facts of this laptop that sharing keeps for itself, each a JSON value under a name."""

import json
from typing import Any, Final  # Any: a JSON value

from models.plain_reading import Connection

STAGE: Final = "sharing stage"
"""How far the pages in the stage reach: {"at": [seq, id]}."""
COMPARED: Final = "sharing compared"
"""When the digests were compared last: {"at": moment}."""
FETCHING: Final = "sharing fetching"
"""A first fetch: {"head": seq, "is_on", "done": rows, "total": rows, "council": [seq, id]}."""
RECOUNT: Final = "sharing recount"
"""Whose worked-out fields are behind: {"cases": [...]}."""
ERASING: Final = "sharing erasing"
"""What is still to be wiped beside the tables: {"rows": [...]} for the journal."""
LEAVING: Final = "sharing leaving"
"""Many children who leave at once: {"cases": [...], "seen": bool}."""
PURGED: Final = "sharing purged"
"""Children taken off, until a receipt has told it: {"cases": [...], "receipt_at": moment}."""
BROUGHT: Final = "sharing brought"
"""Up to where pages and pictures were asked for: {"seq": number, "until": day}."""
WANTED: Final = "sharing wanted"
"""Rows whose pages somebody asked to see: {"rows": [[table, id], ...]}."""
PARTS: Final = "sharing part"
"""The beginning of the names of parts of pages and pictures that have come."""
RESTORED: Final = "sharing restored"
"""Everything is fetched again after the council's copy was put back: {"epoch": id,
"since": number up to which everything was here before}."""
DOUBTFUL: Final = "sharing doubtful"
"""Held work that may not be lost: {"ops": {op: number as above}}."""
PARKED: Final = "sharing parked"
"""How far acknowledged batches were brought back: {"epoch": id, "place": number}."""


def read_fact(connection: Connection, name: str) -> dict[str, Any]:
    """What is kept under this name; empty where nothing is."""
    row = connection.execute("SELECT value FROM laptop_fact WHERE name = ?", (name,)).fetchone()
    return {} if row is None else dict(json.loads(row[0]))


def write_fact(connection: Connection, name: str, value: dict[str, Any]) -> None:
    """Keep a value under this name."""
    connection.execute(
        "INSERT INTO laptop_fact (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, json.dumps(value)),
    )


def forget_fact(connection: Connection, name: str) -> None:
    """Keep nothing under this name any more."""
    connection.execute("DELETE FROM laptop_fact WHERE name = ?", (name,))
