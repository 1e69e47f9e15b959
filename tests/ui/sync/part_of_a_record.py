"""The desk of somebody who sees a part of a record, and what they wrote that is not taken."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtWidgets import QWidget

from models.council import LaptopFact
from models.database import Database
from models.sync.changes import waiting_tables
from models.sync.reach import Reach
from models.whose import OWNER
from tests import sample
from tests.ui.at_desk import at_desk
from tests.ui.sync.shared_record import join
from ui.desk import Desk
from ui.parts.words import Words

Sam = tuple[Database, sample.Sample]


@contextmanager
def desk_of(sam: Sam, role: str) -> Iterator[Desk]:
    """Give the desk of somebody with this role, with Sam's record on the laptop."""
    database, made = sam
    with database.saving(made.iro_id) as session:
        value = {"staff_id": made.iro_id, "authority_id": sample.AUTHORITY}
        session.add(LaptopFact(name=OWNER, value=value))
    if role:
        join(database, sample.NOW, role=role)
    with at_desk(database, made.iro_id, sample.NOW) as desk:
        yield desk


def said(widget: QWidget) -> list[str]:
    """Give all words that are shown."""
    return [each.said for each in widget.findChildren(Words) if each.isVisibleTo(widget)]


def cell(desk: Desk, table: str, row_id: str, field: str) -> Any:
    """Give what the record holds in a field."""
    with desk.database.reading() as connection:
        row = connection.execute(f"select {field} from {table} where id = ?", (row_id,)).fetchone()  # noqa: S608
    return row[0]


def refused(database: Database, role: str) -> list[str]:
    """Give each field that waits to be shared and that this role may not write."""
    reach, found = Reach(role), []
    with database.reading() as connection:
        for table in waiting_tables(connection):
            rows = connection.execute(
                f'select json_each.key, base_version, case_id from "{table}", json_each(pending)'  # noqa: S608
            ).fetchall()
            found += [
                f"{table}.{field}" for field, version, case_id in rows
                if not reach.writes(table, field, of_council=not case_id, is_own=not case_id)
                or not (version or reach.makes(table) or not case_id)
            ]  # fmt: skip
    return found
