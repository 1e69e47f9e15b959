"""What of the record is in no sealed batch yet, read row by row, and what each row will be."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final  # a field may hold any JSON value

from sqlalchemy import inspect

from models.every_record import SHARED
from models.pending import BASE, NEW, SEALED, SEEN, base_to_send, is_chosen, is_dirty
from models.plain_reading import Connection
from models.sync.changes import waiting_tables
from models.sync.shared_kind import SharedKind

KINDS: Final = {str(inspect(kind).local_table): SharedKind(kind) for kind in SHARED}
"""Each shared table: those that others belong to come first."""

_COLUMNS = "id, case_id, base, base_version, pending, updated_at"


@dataclass
class WaitingRow:
    """One row with something in it that the council has not acknowledged."""

    table: str
    id: str
    case_id: str
    base: dict[str, Any]
    version: int
    pending: dict[str, Any]
    at: str | None

    @property
    def is_new(self) -> bool:
        """Whether no part of it was ever sealed, let alone accepted."""
        return self.version == 0 and not any(SEALED in each for each in self.pending.values())

    def dirty(self) -> dict[str, dict[str, Any]]:
        """The fields that are in no sealed batch, with what is known of each."""
        return {name: each for name, each in self.pending.items() if is_dirty(each)}

    def seen(self, names: Collection[str]) -> int:
        """The oldest version that was on the screen when one of these was changed."""
        return min(int(self.pending[name].get(SEEN, 0)) for name in names)

    def __repr__(self) -> str:
        """Leave out the words, so that they reach no log."""
        return f"WaitingRow({self.table!r}, {self.id!r}, version={self.version})"


def waiting_rows(connection: Connection, cases: Collection[str]) -> Iterator[WaitingRow]:
    """Every row of these cases that holds something not acknowledged, parents first."""
    marks = ", ".join("?" * len(cases))
    for table in KINDS:
        found = connection.execute(
            f"SELECT {_COLUMNS} FROM \"{table}\" WHERE pending <> '{{}}'"  # noqa: S608 - names of ours
            f" AND case_id IN ({marks}) ORDER BY created_at, id",
            tuple(cases),
        )
        for cells in found.fetchall():
            yield _row(table, cells)


def dirty_cases(
    connection: Connection, without: Collection[tuple[str, str]] = ()
) -> list[str]:  # fmt: skip
    """The cases with anything in them that is in no sealed batch; the council's own is empty.

    The rows in `without`, as table and id, do not count.
    """
    found: set[str] = set()
    for table in waiting_tables(connection):
        rows = connection.execute(
            f"SELECT case_id, pending, id FROM \"{table}\" WHERE pending <> '{{}}'"  # noqa: S608 - names of ours
        )
        for case_id, pending, row_id in rows.fetchall():
            if case_id in found or (table, row_id) in without:
                continue
            if any(map(is_dirty, json.loads(pending).values())):
                found.add(case_id)
    return sorted(found)


def as_accepted(base: Mapping[str, Any] | None, pending: Mapping[str, Any]) -> dict[str, Any]:
    """What the council has of a row once every sealed batch is accepted as it is."""
    sealed = {name: each[SEALED] for name, each in pending.items() if SEALED in each}
    return {**(base or {}), **sealed}


def is_blank(value: Any) -> bool:
    """Whether nothing is said: absent, null, an empty text and an empty list are the same."""
    return value is None or value == "" or value == []


def is_no_change(change: Mapping[str, Any]) -> bool:
    """Whether what was typed went back to what was there before, and none of it was sealed."""
    if SEALED in change or is_chosen(change):
        return False
    return change[NEW] == change[BASE] or (is_blank(change[NEW]) and is_blank(change[BASE]))


def bases(changes: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """What the typist had before them in each field; what was blank is left out."""
    before = {name: base_to_send(each) for name, each in changes.items()}
    return {name: value for name, value in before.items() if value is not None}


def _row(table: str, cells: tuple[Any, ...]) -> WaitingRow:
    row_id, case_id, base, version, pending, at = cells
    return WaitingRow(
        *(table, row_id, case_id),
        json.loads(base) if base else {},
        version,
        json.loads(pending),
        at,
    )
