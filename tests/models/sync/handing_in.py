"""What a laptop would hand in: the rows of a case as the shared database would hold them."""

import json
from typing import Any

from models.database import Database
from models.sync.values import tables_in_order


def rows_of(database: Database, case: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Each row of a case, parents first, with what is noted of it."""
    found = []
    with database.reading() as connection:
        for table in tables_in_order():
            rows = connection.execute(
                f'SELECT id, base, pending FROM "{table}" WHERE case_id = ? ORDER BY id',  # noqa: S608
                (case,),
            )
            for row_id, base, pending in rows.fetchall():
                data = json.loads(base or "{}")
                data |= {name: change["new"] for name, change in json.loads(pending).items()}
                held = {name: value for name, value in data.items() if value is not None}
                found.append((table, row_id, held))
    return found
