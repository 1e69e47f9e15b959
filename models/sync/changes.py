"""Notes each edit of a shared row in the row itself, in the same commit as the edit."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any  # a mapped field may hold anything

from sqlalchemy import event, inspect, select
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.orm import Session, sessionmaker

from models.edits import Edit, tell
from models.pending import readable, with_change
from models.plain_reading import Connection as PlainConnection
from models.record import Record, Shared
from models.sync.shared_kind import SharedKind, kind_of

TypedNumber = Callable[[str, str, str, Any], int | None]
_WRITES = re.compile(
    r"\b(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM)"
    r'\s+["\[`]?(\w+)',
    re.IGNORECASE,
)


class BypassedNoting(RuntimeError):
    """A statement would change shared rows and note nothing. A fault of the program."""


class Noting:
    """Watches one engine: stamps and notes what is flushed, refuses what would go past it."""

    def __init__(self, engine: Engine, typed_number: TypedNumber) -> None:
        self.changed: set[str] = set()
        self.exact_cases: set[str] = set()
        self._typed_number = typed_number
        self._flushing = False
        event.listen(engine, "before_cursor_execute", self._before_statement)

    def watch(self, sessions: sessionmaker[Session]) -> None:
        """Watch every session made here."""
        event.listen(sessions, "before_flush", self._before_flush)
        event.listen(sessions, "after_flush", self._after_flush)

    def begin(self) -> None:
        """Forget the last edit."""
        self.changed, self.exact_cases = set(), set()
        self._flushing = False

    def _before_statement(self, _connection: Connection, _cursor: Any, *told: Any) -> None:
        tables = set(_WRITES.findall(told[0]))
        if not self._flushing and any(is_shared(table) for table in tables):
            raise BypassedNoting("change shared rows one by one, as objects, so that it is noted")
        self.changed |= tables

    def _before_flush(self, session: Session, *_told: Any) -> None:
        self._flushing = True
        by, at = session.info["by"], session.info["at"]
        if any(isinstance(row, Shared) for row in session.deleted):
            raise BypassedNoting("a shared row is marked as removed, never deleted")
        for row in session.new:
            if isinstance(row, Shared):
                self._note_new(session, row, by, at)
        for row in session.dirty:
            if isinstance(row, Shared):
                self._note_changed(session, row, by, at)

    def _after_flush(self, *_told: Any) -> None:
        self._flushing = False

    def _note_new(self, session: Session, row: Shared, by: str, at: datetime) -> None:
        kind = kind_of(row)
        row.created_by = row.updated_by = by
        row.created_at = row.updated_at = at
        kind.fill_defaults(row)
        tell(session, Edit(row, "removed_at", None, row.removed_at, made=True))
        for field in kind.noted:
            new = _made_readable(row, field)
            if new is not None and new != kind.blank.get(field):
                self._note(row, kind, field, None)
                if field != "removed_at":
                    tell(session, Edit(row, field, None, new, made=True))

    def _note_changed(self, session: Session, row: Shared, by: str, at: datetime) -> None:
        kind, state = kind_of(row), inspect(row)
        histories = {field: state.attrs[field].history for field in kind.noted}
        changed = {f: history for f, history in histories.items() if history.has_changes()}
        for field, history in changed.items():
            old = history.deleted
            before = old[0] if old else _stored(session, row, field)
            after = _made_readable(row, field)
            self._note(row, kind, field, _as_seen(session, (kind.table, row.id, field), before))
            session.info.setdefault("written", {})[kind.table, row.id, field] = after
            tell(session, Edit(row, field, before, after))
        if changed:
            row.updated_by, row.updated_at = by, at

    def _note(self, row: Shared, kind: SharedKind, field: str, base: Any) -> None:
        new = getattr(row, field)
        typed = self._typed_number(kind.table, row.id, field, new)
        row.pending = with_change(
            row.pending or {}, field, base, new, typed, row.base_version or 0
        )
        if field in kind.exact:
            self.exact_cases.add(row.case_id)


def waiting_changes(connection: PlainConnection) -> int:
    """Count the rows that hold something the council has not acknowledged."""
    counts = " UNION ALL ".join(
        f"SELECT count(*) FROM \"{name}\" WHERE pending <> '{{}}'"  # noqa: S608 - our own schema's names
        for name in waiting_tables(connection)
    )
    return sum(int(count) for (count,) in connection.execute(counts).fetchall())


def waiting_tables(connection: PlainConnection) -> list[str]:
    """Every shared table of this file: each has an index of its rows that wait."""
    found = connection.execute(
        "SELECT tbl_name FROM sqlite_master"
        " WHERE type = 'index' AND name = 'ix_' || tbl_name || '_waiting'"
    )
    return [name for (name,) in found.fetchall()]


def is_shared(table: str) -> bool:
    """Whether rows of this table are shared with the council."""
    known = Record.metadata.tables.get(table)
    return known is not None and "pending" in known.c


def _as_seen(session: Session, place: tuple[str, str, str], stored: Any) -> Any:
    """Give what the typist was looking at, where that is not what the record held by then."""
    seen = session.info.get("seen", {}).get(place, stored)
    if isinstance(seen, str) and isinstance(stored, str) and seen.strip() == stored.strip():
        return stored  # a space at the end was typed and not kept
    return stored if not seen and not stored else seen


def _made_readable(row: Shared, field: str) -> Any:
    """Give the field's value, mended first where it holds what no file can."""
    value = getattr(row, field)
    if isinstance(value, str) and readable(value) != value:
        value = readable(value)
        setattr(row, field, value)
    return value


def _stored(session: Session, row: Shared, field: str) -> Any:
    """Read what a field holds that was set without having been looked at."""
    kind: Any = type(row)  # its columns are known when it runs
    statement = select(getattr(kind, field)).where(kind.id == row.id)
    return session.connection().execute(statement).scalar()
