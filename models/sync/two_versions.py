"""What needs a person: fields of which two versions are kept, read as frozen values."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any  # a field may hold any JSON value

from sqlalchemy import JSON, Boolean, Column, Date, Integer, Numeric, String, Text, inspect

from models.conflicts_on_sheet import OPEN
from models.every_record import BY_TABLE
from models.pending import BASE, NEW
from models.plain_reading import Connection, read_all
from models.record import ID_LENGTH, Moment
from models.sync.which_one import which_one

REMOVAL = "removed_at"
_DATA = 5  # its place in a row as the council sends it
_TIMES = frozenset({"booked_time", "next_review_time", "told_time", "began_at", "ended_at"})
_LEAST_OF_A_LINE = 60  # a shorter column holds a code, not what is typed
_SHORT_LINES = frozenset({"phone", "pronouns"})


class FieldKind(StrEnum):
    """What a field holds, which says how it is shown and changed."""

    TEXT = "text"
    LINE = "line"
    DAY = "day"
    TIME = "time"
    NUMBER = "number"
    TICK = "tick"
    CODE = "code"
    ROW = "row"  # the id of another row
    NAMES = "names"  # a list of ids or codes
    REMOVAL = "removal"


@dataclass(frozen=True)
class Version:
    """One of the two: what it says, who wrote it and when. `role` is a role of the service."""

    value: Any
    by_id: str
    by_name: str
    role: str
    at: datetime | None


@dataclass(frozen=True)
class TwoVersions:
    """A field that two people changed. `theirs` stands in the record; `mine` is kept beside it.

    `number` is that of the decision, the note in its step, or the part of the review.
    `is_removed` says that the row itself was taken away meanwhile.
    """

    id: str
    case_id: str
    review_id: str
    table: str
    row_id: str
    field: str
    kind: FieldKind
    before: Any
    theirs: Version
    mine: Version
    child_called: str = ""
    child_full_name: str = ""
    review_number: int | None = None
    number: int | None = None
    step: str = ""
    is_removed: bool = False

    def version_of(self, person_id: str) -> Version | None:
        """Give the version that this person wrote, or none."""
        own = [each for each in (self.mine, self.theirs) if each.by_id == person_id]
        return own[0] if own else None


def needs_you(connection: Connection) -> tuple[TwoVersions, ...]:
    """Everything that waits in two versions, the oldest first."""
    return open_conflicts(connection)


def open_conflicts(
    connection: Connection, *, review_id: str | None = None, case_id: str | None = None
) -> tuple[TwoVersions, ...]:
    """What waits in two versions: everywhere, in one review, or in one child's record."""
    where, given = OPEN, list[str]()
    for column, value in (("review_id", review_id), ("case_id", case_id)):
        if value is not None:
            where, given = f"{where} and conflict.{column} = ?", [*given, value]
    return _read(connection, f"where {where} order by conflict.mine_at, conflict.id", given)


def one_conflict(connection: Connection, conflict_id: str) -> TwoVersions | None:
    """One of them by its id, open or settled; none where the record has not got it."""
    found = _read(connection, "where conflict.id = ?", [conflict_id])
    return found[0] if found else None


@cache
def kind_of_field(table: str, field: str) -> FieldKind:
    """What a field holds."""
    if field == REMOVAL:
        return FieldKind.REMOVAL
    column = _column(table, field)
    plain = {Boolean: FieldKind.TICK, Date: FieldKind.DAY, JSON: FieldKind.NAMES}
    for kind, found in plain.items():
        if isinstance(column.type, kind):
            return found
    if isinstance(column.type, Text):
        return FieldKind.TEXT
    if isinstance(column.type, String):
        return _kind_of_string(field, column.type.length or 0)
    return FieldKind.NUMBER


def is_field(table: str, field: str) -> bool:
    """Whether this program knows such a table and such a field of it."""
    mapped = BY_TABLE.get(table)
    return mapped is not None and field in inspect(mapped).column_attrs


def _kind_of_string(field: str, length: int) -> FieldKind:
    if field in _TIMES:
        return FieldKind.TIME
    if length == ID_LENGTH and field.endswith("_id"):
        return FieldKind.ROW
    is_line = length >= _LEAST_OF_A_LINE or field in _SHORT_LINES
    return FieldKind.LINE if is_line else FieldKind.CODE


def as_column_holds(table: str, field: str, value: Any) -> Any:
    """Turn a JSON value into what the mapped column takes."""
    column = _column(table, field)
    if value is None:
        return None if column.nullable else _blank(column)
    if isinstance(value, str) and isinstance(column.type, Date | Moment):
        return column.type.python_type.fromisoformat(value) if value else None
    return value


def may_be_empty(table: str, field: str) -> bool:
    """Whether the record can hold nothing in this field."""
    column = _column(table, field)
    return bool(column.nullable) or column.default is not None


def _blank(column: Column[Any]) -> Any:
    default: Any = column.default
    if default is None:
        return ""
    return default.arg(None) if default.is_callable else default.arg


def _column(table: str, field: str) -> Column[Any]:
    column: Column[Any] = inspect(BY_TABLE[table]).column_attrs[field].columns[0]
    return column


@dataclass(frozen=True)
class _Line:
    """A conflict as its table holds it."""

    id: str
    case_id: str
    review_id: str
    table_name: str
    row_id: str
    field: str
    before: str | None
    theirs: str | None
    theirs_by: str
    theirs_at: datetime | None
    mine: str | None
    mine_by: str
    mine_at: datetime | None


def _read(connection: Connection, rest: str, given: list[str]) -> tuple[TwoVersions, ...]:
    lines = read_all(connection, _Line, "conflict", rest, given)
    known = [line for line in lines if _is_known(line)]
    return tuple(_whole(connection, line) for line in known)


def _is_known(line: _Line) -> bool:
    """Whether this program knows the field; one of a newer program waits for that."""
    return is_field(line.table_name, line.field)


def _whole(connection: Connection, line: _Line) -> TwoVersions:
    table, field = line.table_name, line.field
    kind = kind_of_field(table, field)
    theirs = _version(connection, _json(line.theirs), line.theirs_by, line.theirs_at)
    found = TwoVersions(
        id=line.id,
        case_id=line.case_id,
        review_id=line.review_id,
        table=table,
        row_id=line.row_id,
        field=field,
        kind=kind,
        before=_json(line.before),
        theirs=theirs,
        mine=_version(connection, _json(line.mine), line.mine_by, line.mine_at),
    )
    return _named(connection, _as_it_stands(connection, found))


def _version(connection: Connection, value: Any, by: str, at: datetime | None) -> Version:
    row = connection.execute("select name, role from staff_member where id = ?", (by,)).fetchone()
    name, role = row or ("", "")
    return Version(value, by, name, role, at)


def _as_it_stands(connection: Connection, found: TwoVersions) -> TwoVersions:
    """Show what the council has now, and what was typed here since and is not there yet."""
    row = _row_here(connection, found)
    found = _with_what_waits(found, row)
    now = _waiting_now(connection, found) or _standing_now(connection, found, row)
    if now is None:
        return found
    value, by, at, removed_at = now
    found = replace(found, is_removed=removed_at is not None)
    if found.kind is FieldKind.REMOVAL or is_same(value, found.theirs.value):
        return found
    moment = datetime.fromisoformat(at) if at else None
    return replace(found, theirs=_version(connection, value, by, moment))


@dataclass(frozen=True)
class _Here:
    """One field of a row as it is on this laptop."""

    cell: Any
    by: str
    at: str | None
    removed_at: str | None
    base: dict[str, Any] | None
    pending: dict[str, Any]


def _row_here(connection: Connection, found: TwoVersions) -> _Here | None:
    row = connection.execute(
        f'select "{found.field}", updated_by, updated_at, removed_at, base, pending'  # noqa: S608 - our own schema's names
        f" from {found.table} where id = ?",
        (found.row_id,),
    ).fetchone()
    if row is None:
        return None
    cell, by, at, removed_at, base, pending = row
    return _Here(cell, by, at, removed_at, _json(base), _json(pending) or {})


def _with_what_waits(found: TwoVersions, row: _Here | None) -> TwoVersions:
    """Show of one's own version what was typed last, though the council has not got it yet."""
    change = row.pending.get(found.field) if row else None
    if row is None or change is None or row.by != found.mine.by_id:
        return found
    at = datetime.fromisoformat(row.at) if row.at else None
    return replace(found, mine=replace(found.mine, value=change[NEW], at=at))


_Now = tuple[Any, str, str | None, str | None]  # the value, by whom, when; when it was taken away


def _waiting_now(connection: Connection, found: TwoVersions) -> _Now | None:
    """What the council has of a row that waits while somebody here types in it."""
    row = connection.execute("select body from stage where row_id = ?", (found.row_id,)).fetchone()
    if row is None:
        return None
    *_place, data, _by, _at, updated_by, updated_at = json.loads(row[0])
    return data.get(found.field), updated_by, updated_at, data.get(REMOVAL)


def _standing_now(connection: Connection, found: TwoVersions, row: _Here | None) -> _Now | None:
    if row is None:
        return None
    change = row.pending.get(found.field)
    if change is None or row.base is None:
        value = plain_cell(found.table, found.field, row.cell)
        return value, row.by, row.at, row.removed_at
    value = row.base.get(found.field)
    if row.by == found.theirs.by_id and is_same(change[BASE], value):
        return change[NEW], row.by, row.at, row.removed_at  # typed over one's own
    by, at = _last_from_another(connection, found)
    return value, by, at, row.removed_at


def _last_from_another(connection: Connection, found: TwoVersions) -> tuple[str, str | None]:
    """Who wrote what came in last for this field, and when it came; nobody where it is unknown."""
    told = connection.execute(
        "select arrival.by_id, arrival.at from arrival, json_each(arrival.fields) as name"
        " where row_id = ? and name.value = ? and arrival.kind = 'came' order by arrival.id desc",
        (found.row_id, found.field),
    ).fetchone()
    return told or ("", None)


def council_has(connection: Connection, table: str, row_id: str, field: str) -> Any:
    """What the council has in this field, as far as this laptop knows: never what waits here."""
    copy = council_copy(connection, table, row_id)
    return as_here(connection, table, row_id, [field])[field] if copy is None else copy.get(field)


def council_copy(connection: Connection, table: str, row_id: str) -> dict[str, Any] | None:
    """The newest copy of a row that the council sent; nothing where it never sent one."""
    row = connection.execute("select body from stage where row_id = ?", (row_id,)).fetchone()
    if row is not None:
        data: dict[str, Any] = json.loads(row[0])[_DATA]
        return data
    row = connection.execute(
        f"select base from {table} where id = ?",  # noqa: S608 - our own schema's names
        (row_id,),
    ).fetchone()
    return _json(row[0]) if row else None


def _named(connection: Connection, found: TwoVersions) -> TwoVersions:
    """Say whose it is, in which review, and which one of its kind."""
    child = connection.execute(
        "select coalesce(nullif(chosen_name, ''), given_name), family_name"
        " from child where case_id = ? and case_id <> ''",
        (found.case_id,),
    ).fetchone()
    called, family_name = child or ("", "")
    review = connection.execute(
        "select number from review where id = ?", (found.review_id,)
    ).fetchone()
    number, step = which_one(connection, found.table, found.row_id)
    return replace(
        found,
        child_called=called,
        child_full_name=f"{called} {family_name}".strip(),
        review_number=review[0] if review else None,
        number=number,
        step=step,
    )


def as_here(
    connection: Connection, table: str, row_id: str, fields: Iterable[str]
) -> dict[str, Any]:
    """What these fields of a row held when the council last had it, else what they hold now."""
    wanted = list(fields)
    columns = ", ".join(f'"{field}"' for field in (*wanted, "base"))
    row = connection.execute(
        f"select {columns} from {table} where id = ?",  # noqa: S608 - our own schema's names
        (row_id,),
    ).fetchone()
    if row is None:
        return dict.fromkeys(wanted)
    *cells, base = row
    here = {f: plain_cell(table, f, cell) for f, cell in zip(wanted, cells, strict=True)}
    return here | {f: value for f, value in (_json(base) or {}).items() if f in here}


def _json(cell: str | None) -> Any:
    return None if cell is None else json.loads(cell)


def plain_cell(table: str, field: str, cell: Any) -> Any:
    """Give a stored cell as JSON would hold it."""
    column = _column(table, field)
    if isinstance(column.type, JSON):
        return _json(cell)
    if isinstance(column.type, Boolean):
        return None if cell is None else bool(cell)
    if isinstance(column.type, Numeric | Integer) and cell is not None:
        return float(cell) if float(cell) != int(cell) else int(cell)
    return cell


def is_same(one: Any, other: Any) -> bool:
    """Whether two values of a field say the same: nothing and no words are alike."""
    return one == other or (one in (None, "") and other in (None, ""))
