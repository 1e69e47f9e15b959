"""What waits, what came and what was set aside, line by line, for the page that tells it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final  # Any: a field may hold any JSON value

from models.plain_reading import Connection

MOST: Final = 200


@dataclass(frozen=True)
class SharedLine:
    """One thing of a child's record: which, by whom, when; `kind` is waits, came or joined."""

    kind: str
    case_id: str
    child_id: str
    called: str
    table: str
    row_id: str
    fields: tuple[str, ...]
    by: str
    at: datetime | None


@dataclass(frozen=True)
class HeldLine:
    """Work that the shared database set aside, with the words as they were typed."""

    op_id: str
    case_id: str
    called: str
    table: str
    row_id: str
    fields: tuple[tuple[str, Any], ...]
    why: str
    by_id: str
    by: str
    at: datetime | None
    state: str


def what_waits(connection: Connection, most: int = MOST) -> tuple[SharedLine, ...]:
    """Give what is saved here and not yet acknowledged by the council, the newest first."""
    found: list[tuple[str, ...]] = []
    for table in _shared_tables(connection):
        rows = connection.execute(
            f'SELECT ?, case_id, id, pending, updated_by, updated_at FROM "{table}"'  # noqa: S608 - our own schema's names
            " WHERE pending <> '{}' ORDER BY updated_at DESC LIMIT ?",
            (table, most),
        )
        found.extend(rows.fetchall())
    found.sort(key=lambda row: row[5] or "", reverse=True)
    called, staff = _names(connection)
    return tuple(
        _line("waits", (row[1], row[0], row[2]), tuple(json.loads(row[3])), row[4:], called, staff)
        for row in found[:most]
    )


def what_came(connection: Connection, most: int = MOST) -> tuple[SharedLine, ...]:
    """Give what came in from others, the newest first: came, joined or set aside."""
    rows = connection.execute(
        "select kind, case_id, table_name, row_id, fields, by_id, at from arrival"
        " order by id desc limit ?",
        (most,),
    ).fetchall()
    called, staff = _names(connection)
    return tuple(
        _line(row[0], row[1:4], tuple(json.loads(row[4] or "[]")), row[5:], called, staff)
        for row in rows
    )


def what_was_set_aside(connection: Connection) -> tuple[HeldLine, ...]:
    """Give the work of this laptop that the shared database could not put into the record."""
    rows = connection.execute(
        "select op_id, case_id, child_called, table_name, row_id, fields, why, at, author_id,"
        " state from held_work order by at desc, op_id"
    ).fetchall()
    called, staff = _names(connection)
    return tuple(
        HeldLine(
            *(row[0], row[1], row[2] or called.get(row[1], ("", ""))[1], row[3], row[4]),
            tuple(json.loads(row[5] or "{}").items()),
            *(row[6], row[8], staff.get(row[8], ""), _moment(row[7]), row[9]),
        )
        for row in rows
    )


def name_of_case(connection: Connection, case_id: str) -> str:
    """Say whose record this is; nothing where it is not on this laptop."""
    return _names(connection)[0].get(case_id, ("", ""))[1]


def names_of_cases(connection: Connection, cases: Iterable[str]) -> tuple[str, ...]:
    """Say whose records these are, those that are on this laptop."""
    called = _names(connection)[0]
    return tuple(called[case][1] for case in cases if case in called)


def _line(
    kind: str,
    place: tuple[str, ...],
    fields: tuple[str, ...],
    last: tuple[str, ...],
    called: dict[str, tuple[str, str]],
    staff: dict[str, str],
) -> SharedLine:
    case_id, table, row_id = place
    child_id, name = called.get(case_id, ("", ""))
    by = staff.get(last[0], "")
    return SharedLine(kind, case_id, child_id, name, table, row_id, fields, by, _moment(last[1]))


def _names(connection: Connection) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
    children = connection.execute(
        "select case_id, id, coalesce(nullif(chosen_name, ''), given_name), family_name from child"
    ).fetchall()
    staff = connection.execute("select id, name from staff_member").fetchall()
    called = {case: (child, f"{name} {family}".strip()) for case, child, name, family in children}
    return called, dict(staff)


def _shared_tables(connection: Connection) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT m.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND c.name = 'pending' ORDER BY m.name"
    ).fetchall()
    return tuple(name for (name,) in rows)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
