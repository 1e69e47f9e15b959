"""Puts rows of the council into their tables, leaving alone what is typed here and not sent."""

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any  # JSON values

from models.encrypted_file import Driver, DriverError
from models.every_record import BY_TABLE
from models.pending import is_chosen, is_other_away
from models.sync.staging import StagedRow
from models.sync.values import CannotPlace, Cell, Field, TableShape, moment_cell, shape_of

_HEAD = ("id", "authority_id", "case_id", "created_by", "created_at", "updated_by", "updated_at")
_TAIL = ("base", "base_version", "pending")


@dataclass(frozen=True)
class Kept:
    """What this laptop has of a row; the version is below 0 from before a restoring."""

    version: int
    pending: dict[str, Any]
    base: dict[str, Any]
    updated: tuple[Cell, Cell]


@dataclass(frozen=True)
class Placed:
    """One row that stands in its table now: what was here before, and what is still to be sent."""

    row: StagedRow
    before: Kept | None
    pending: dict[str, Any]

    @property
    def over(self) -> dict[str, Any]:
        """The changes that were to be sent, and are no more: the council has the same."""
        before = self.before.pending if self.before else {}
        return {name: change for name, change in before.items() if name not in self.pending}

    @property
    def changed(self) -> list[str]:
        """The fields in which the council's copy is another than before."""
        old = self.before.base if self.before else {}
        new = self.row.data
        return sorted(name for name in {*old, *new} if old.get(name) != new.get(name))


@dataclass
class Placing:
    """What became of the rows of one table."""

    placed: list[Placed] = field(default_factory=list)
    known_already: list[str] = field(default_factory=list)
    without_place: list[str] = field(default_factory=list)


def kept_of(connection: Driver, table: str, row_ids: Iterable[str]) -> dict[str, Kept]:
    """What is here of these rows."""
    found = connection.execute(
        f'SELECT id, base_version, pending, base, updated_by, updated_at FROM "{table}"'  # noqa: S608 - a table of ours
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(row_ids)),),
    )
    return {
        row_id: Kept(version, json.loads(pending), json.loads(base or "{}"), (by, at))
        for row_id, version, pending, base, by, at in found.fetchall()
    }


def place(connection: Driver, authority: int, table: str, rows: Sequence[StagedRow]) -> Placing:
    """Write rows of one table that are not older than what is here.

    One of the same version is written too: words that were kept beside the record, and so have
    left what is to be sent, would else stay in the columns. A row that this program cannot read,
    or whose parent has not come, stays where it is.

    Raises: CannotPlace for a table that this program does not know.
    """
    shape, done = shape_of(table), Placing()
    kept = kept_of(connection, table, (row.id for row in rows))
    parents = _parents(connection, shape, rows)
    ready: list[tuple[Placed, list[Cell]]] = []
    for row in rows:
        before = kept.get(row.id)
        if before is not None and row.version < before.version:
            done.known_already.append(row.id)
            continue
        new = Placed(row, before, _still_pending(shape, before, row))
        try:
            ready.append((new, _cells(authority, shape, new, parents)))
        except CannotPlace:
            done.without_place.append(row.id)
    _write(connection, _statement(shape), ready, done)
    return done


def _write(
    connection: Driver, statement: str, ready: list[tuple[Placed, list[Cell]]], done: Placing
) -> None:
    """Write all at once; where one of them has no place, one by one, to know which."""
    try:
        connection.executemany(statement, [cells for _, cells in ready])
    except DriverError as error:
        if "constraint" not in str(error):
            raise
    else:
        done.placed += [new for new, _ in ready]
        return
    for new, cells in ready:  # writing a row again that was written changes nothing
        try:
            connection.execute(statement, cells)
        except DriverError as error:
            if "constraint" not in str(error):
                raise
            done.without_place.append(new.row.id)
            continue
        done.placed.append(new)


def join_references(connection: Driver, tables: Collection[str], cases: Collection[str]) -> None:
    """Let rows name a row that they had named before it came, now that it is in `tables`."""
    given = (json.dumps(sorted(cases)),)
    for table in BY_TABLE:
        for each in shape_of(table).references:
            if not each.is_needed and each.refers_to in tables:
                connection.execute(_joining(table, each.name, each.refers_to), given)


def _joining(table: str, name: str, there: str) -> str:
    from_base = f"json_extract(\"{table}\".base, '$.{name}')"
    return (
        f'UPDATE "{table}" SET "{name}" = {from_base}'  # noqa: S608 - names of ours
        f' WHERE case_id IN (SELECT value FROM json_each(?)) AND "{name}" IS NULL'
        f" AND json_extract(pending, '$.{name}') IS NULL"
        f' AND EXISTS (SELECT 1 FROM "{there}" AS t WHERE t.id = {from_base})'
    )


def _parents(connection: Driver, shape: TableShape, rows: Sequence[StagedRow]) -> set[str]:
    """Which of the rows that these name are here."""
    found: set[str] = set()
    for each in shape.references:
        named = {str(row.data.get(each.name)) for row in rows if row.data.get(each.name)}
        if named:
            here = connection.execute(
                f'SELECT id FROM "{each.refers_to}"'  # noqa: S608 - a table of ours
                " WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(named)),),
            )
            found.update(row_id for (row_id,) in here.fetchall())
    return found


def _still_pending(shape: TableShape, before: Kept | None, row: StagedRow) -> dict[str, Any]:
    """What is typed here and is not what the council has now."""
    if before is None or not before.pending:
        return {}
    fields = {each.name: each for each in shape.fields}
    return {
        name: change
        for name, change in before.pending.items()
        if is_other_away(change)
        or is_chosen(change)
        or not _is_same(fields.get(name), change["new"], row.data.get(name))
    }


def _is_same(each: Field | None, mine: Any, theirs: Any) -> bool:
    if mine == theirs or each is None:
        return bool(mine == theirs)
    return bool(
        (each.blank if mine is None else each.cell(mine))
        == (each.blank if theirs is None else each.cell(theirs))
    )


def _cells(authority: int, shape: TableShape, new: Placed, parents: set[str]) -> list[Cell]:
    """The whole row as it will stand; fields that are typed here and not sent keep their words.

    Raises: CannotPlace.
    """
    row = new.row
    typed = {name: change["new"] for name, change in new.pending.items()}
    updated = (row.updated_by, _moment(row.updated_at))
    if new.pending and new.before is not None:
        updated = new.before.updated
    head = [row.id, authority, row.case_id, row.created_by, _moment(row.created_at), *updated]
    fields = [_cell(each, typed, row, parents) for each in shape.fields]
    tail = [json.dumps(row.data), row.version, json.dumps(new.pending)]
    return [*head, *fields, *tail, *(cell for _, cell in shape.derived)]


def _cell(each: Field, typed: dict[str, Any], row: StagedRow, parents: set[str]) -> Cell:
    if each.name in typed:
        return each.cell(typed[each.name])
    value = row.data.get(each.name)
    if each.refers_to and value not in parents:
        if each.is_needed:
            raise CannotPlace(each.name)
        return None  # join_references gives it when the other row comes
    return each.cell(value)


def _moment(value: str | None) -> Cell:
    try:
        return moment_cell(value)
    except (TypeError, ValueError):
        raise CannotPlace("moment") from None


def _statement(shape: TableShape) -> str:
    """Insert the row, or change all of it but what is worked out here or comes by its digest."""
    told = (*_HEAD, *(each.name for each in shape.fields), *_TAIL)
    every = ", ".join(f'"{name}"' for name in (*told, *(name for name, _ in shape.derived)))
    places = ", ".join("?" * (len(told) + len(shape.derived)))
    changed = ", ".join(f'"{name}" = excluded."{name}"' for name in told[1:])
    return (
        f'INSERT INTO "{shape.name}" ({every}) VALUES ({places})'  # noqa: S608 - names of ours
        f" ON CONFLICT (id) DO UPDATE SET {changed}"
    )
