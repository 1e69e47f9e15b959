"""Whose record a case list goes into."""

import json
from dataclasses import dataclass

from models.plain_reading import Connection
from models.whose import OWNER


@dataclass(frozen=True)
class Owner:
    """Whose record this is: their staff id, and the number of their council."""

    staff_id: str
    authority_id: int


def owner_in(connection: Connection) -> Owner | None:
    """Read whose record this is; None in a record that nobody has begun."""
    row = connection.execute("select value from laptop_fact where name = ?", (OWNER,)).fetchone()
    if row is None:
        return None
    fact = json.loads(row[0])
    return Owner(str(fact["staff_id"]), int(fact["authority_id"]))
