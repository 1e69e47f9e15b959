"""A row that comes in from another laptop, staged and applied as a round does it."""

from datetime import UTC, datetime
from itertools import count
from typing import Any  # a field may hold any JSON value

from models.database import Database
from models.editing import find
from models.pending import plain
from models.sync.applying import Arrived, Taking, apply_stage
from models.sync.shared_kind import kind_of
from models.sync.staging import stage
from tests.two_versions import RUTH

CHANGED_AT = datetime(2026, 8, 12, 13, 10, tzinfo=UTC)  # 2:10pm in British summer time
_SEQUENCE = count(100)


def bring(database: Database, table: str, row_id: str, **changes: Any) -> Arrived:
    """Let Ruth's version of a row come in, with these fields changed."""
    with database.saving(RUTH) as session:
        row = find(session, table, row_id)
        noted = {field: plain(getattr(row, field)) for field in kind_of(row).noted}
        case_id, version = row.case_id, row.base_version + 1
    data = {field: value for field, value in {**noted, **changes}.items() if value is not None}
    at = CHANGED_AT.isoformat()
    wire = [next(_SEQUENCE), table, row_id, case_id, version, data, RUTH, at, RUTH, at]
    return take_in(database, wire)


def take_in(database: Database, *wires: list[Any]) -> Arrived:
    """Stage these rows and apply what is staged, as at the end of a round."""
    with database.sharing() as hand:
        stage(hand.connection, wires)
        return apply_stage(hand, Taking(database.typing.holds, hand.at))
