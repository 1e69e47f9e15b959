"""What waits, what came and what was set aside, line by line, for the page that tells it."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final  # Any: a field may hold any JSON value

from models.plain_reading import Connection
from models.sync.held import LEAVING, still_stands
from models.sync.which_one import which_one

MOST: Final = 200
_KIND: Final = (
    "case when kind = 'joined' and exists (select 1 from conflict, json_each(arrival.fields) as f"
    " where conflict.row_id = arrival.row_id and conflict.field = f.value)"
    " then 'came' else kind end"
)


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
    number: int | None = None
    step: str = ""


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
    stays: bool = False  # the row still stands in its place, and goes out again once changed


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
    rows = (("waits", case_id, table, *rest) for table, case_id, *rest in found[:most])
    return _lines(connection, rows)


def what_came(connection: Connection, most: int = MOST) -> tuple[SharedLine, ...]:
    """Give what came in from others, the newest first: came, joined or set aside.

    What was kept in two versions was not joined.
    """
    rows = connection.execute(
        f"select {_KIND}, case_id, table_name, row_id, fields, by_id, at from arrival"  # noqa: S608 - our own words
        " order by id desc limit ?",
        (most,),
    ).fetchall()
    return _lines(connection, rows)


def what_was_set_aside(connection: Connection, since: datetime) -> tuple[HeldLine, ...]:
    """Give the work of this laptop that the shared database could not put into the record.

    What was settled is told as well, for some time: what was set aside since then.
    """
    rows = connection.execute(
        "select op_id, case_id, child_called, table_name, row_id, fields, why, author_id, at,"
        " state from held_work where state in ('leaving', 'held') or at > ?"
        " order by state in ('leaving', 'held') desc, at desc, op_id",
        (since.astimezone(UTC).isoformat(),),
    ).fetchall()
    called, staff = _names(connection)
    return tuple(
        HeldLine(
            *(op_id, case_id, child_called or called.get(case_id, ("", ""))[1], table, row_id),
            tuple(json.loads(fields or "{}").items()),
            *(why, by, staff.get(by, ""), _moment(at), state),
            state == LEAVING and still_stands(connection, table, row_id, why, case_id),
        )
        for op_id, case_id, child_called, table, row_id, fields, why, by, at, state in rows
    )


def held_from_others(
    connection: Connection, answer: Mapping[str, Any], me: str
) -> tuple[HeldLine, ...]:
    """Give the work of others that waits for this person, as the shared database told of it."""
    called, staff = _names(connection)
    lines = []
    for each in answer.get("held", ()):
        if each.get("outcome") or each.get("person") == me or not each.get("table"):
            continue  # settled, one's own, or no words of a record
        op, case_id = each.get("op") or {}, str(each.get("case") or "")
        by = str(each.get("person") or "")
        lines.append(
            HeldLine(
                *(str(each["op_id"]), case_id, called.get(case_id, ("", ""))[1]),
                *(str(each.get("table") or ""), str(each.get("row") or "")),
                tuple((op.get("set") or {}).items()),
                *(str(each.get("why") or ""), by, staff.get(by, "")),
                *(_moment(each.get("at")), "held"),
            )
        )
    return tuple(lines)


def names_of_cases(connection: Connection, cases: Iterable[str]) -> tuple[str, ...]:
    """Say whose records these are, those that are on this laptop."""
    called = _names(connection)[0]
    return tuple(called[case][1] for case in cases if case in called)


def children_and_staff(connection: Connection) -> tuple[dict[str, str], dict[str, str]]:
    """Give every child of this record by case, and everybody of the service, with their names."""
    called, staff = _names(connection)
    return {case: name for case, (_child, name) in called.items()}, staff


def _lines(connection: Connection, rows: Iterable[tuple[str, ...]]) -> tuple[SharedLine, ...]:
    """Make lines of rows that hold: kind, case, table, row, fields, who and when."""
    called, staff = _names(connection)
    lines = []
    for kind, case_id, table, row_id, fields, by, at in rows:
        child_id, name = called.get(case_id, ("", ""))
        which = which_one(connection, table, row_id)
        place = (kind, case_id, child_id, name, table, row_id)
        lines.append(
            SharedLine(
                *place, tuple(json.loads(fields or "[]")), staff.get(by, ""), _moment(at), *which
            )
        )
    return tuple(lines)


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
