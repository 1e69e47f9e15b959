"""A field of Sam's record in two versions, as it stands after a round that brought the other."""

from datetime import UTC, datetime
from typing import Any  # a field may hold any JSON value

from models.conflict import Conflict
from models.council import StaffMember
from models.database import Database
from models.editing import find
from models.record import new_id
from models.sync.two_versions import as_column_holds
from tests.sample import AUTHORITY, Sample

RUTH = "0198d0c0-0000-7000-8000-00000000ruth"
EARLIER = datetime(2026, 8, 12, 14, 9, tzinfo=UTC)
LATER = datetime(2026, 8, 12, 14, 40, tzinfo=UTC)


def know_ruth(database: Database, made: Sample, role: str = "manager") -> None:
    """Let the record know Ruth, who manages the team."""
    with database.saving(made.iro_id) as session:
        if session.get(StaffMember, RUTH) is None:
            own = {"authority_id": AUTHORITY, "case_id": ""}
            session.add(StaffMember(**own, id=RUTH, name="Ruth Pellworth", role=role))


def arrive(
    database: Database, made: Sample, place: tuple[str, str, str], value: Any, by: str = RUTH
) -> None:
    """Let a value come in for a field, as one that the council has: nothing of it is pending."""
    table, row_id, field = place
    with database.saving(by, EARLIER) as session:
        session.info["seen"] = {}
        row = find(session, table, row_id)
        setattr(row, field, as_column_holds(table, field, value))
    with database.saving(by, EARLIER) as session:
        row = find(session, table, row_id)
        row.pending = {}
        row.base_version += 1


def keep_two(
    database: Database,
    made: Sample,
    place: tuple[str, str, str],
    versions: tuple[Any, Any, Any],
    review_id: str | None = None,
) -> str:
    """Keep two versions of a field: what stood before, Ruth's, and mine. Gives the conflict."""
    before, theirs, mine = versions
    know_ruth(database, made)
    if place[2] != "removed_at":
        arrive(database, made, place, theirs)
    made_id = new_id()
    with database.saving(made.iro_id) as session:
        session.add(
            Conflict(
                id=made_id,
                authority_id=AUTHORITY,
                case_id=find(session, place[0], place[1]).case_id,
                review_id=made.review_id if review_id is None else review_id,
                table_name=place[0],
                row_id=place[1],
                field=place[2],
                before=before,
                theirs=theirs,
                theirs_by=RUTH,
                theirs_at=LATER,
                mine=mine,
                mine_by=made.iro_id,
                mine_at=EARLIER,
            )
        )
    return made_id
