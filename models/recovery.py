"""Puts a good backup in the place of a damaged record, and back into it what was typed since."""

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any  # a row's pending is JSON

from models.atomic_file import settle
from models.backups import Backup, every, newest_good
from models.disk_problems import told
from models.drafts import TABLE as DRAFT
from models.encrypted_file import Driver, connect_copy
from models.hand import Hand
from models.in_use import InUse
from models.integrity import look
from models.journal import Journal, Typed
from models.opening import RECORD_NAME
from models.pending import typed_number, with_change
from models.private_files import make_room_for
from models.problems import N_, Problem
from models.set_aside import set_aside


class NoGoodBackup(Problem):
    """No backup passes its check."""

    what = N_("There is no good automatic backup to put back.")
    kept = N_("The damaged record and the typing journal are kept as they are.")
    next = N_("Ask your system administrator for a copy of this folder from before today.")


@dataclass(frozen=True)
class Lost:
    """A text in the journal that the record does not hold; without a place, its row is gone."""

    typed: Typed
    has_place: bool


@dataclass(frozen=True)
class Recovery:
    """What came back: which backup, where the damaged file is, and which texts."""

    backup: Backup
    set_aside: Path | None
    put_back: int
    without_place: tuple[Typed, ...]


def recover(
    folder: Path,
    key: bytes | bytearray,
    now: Callable[[], datetime],
    backup: Path | None = None,
) -> Recovery:
    """Restore this backup, or the newest good one, and the texts typed since; all or nothing.

    Raises: NoGoodBackup, DamagedRecord, AlreadyOpen, DiskFull, FolderReadOnly, FolderMissing.
    """
    in_use = InUse(folder)
    try:
        chosen = _chosen(folder, key, backup)
        making = _copied(chosen.path, folder / (RECORD_NAME + ".making"), folder)
        lost = _put_back_into(making, folder, key, now)
        look(making, key)
        with told(folder):
            aside = _take_the_place(making, folder / RECORD_NAME, now())
    finally:
        in_use.release()
    placed = sum(each.has_place for each in lost)
    return Recovery(chosen, aside, placed, tuple(e.typed for e in lost if not e.has_place))


def lost_texts(connection: Driver, newest: Iterable[Typed]) -> list[Lost]:
    """Find which of these texts the record does not hold and nothing later has replaced."""
    known = _text_fields(connection)
    lost = []
    for typed in newest:
        if typed.table == DRAFT:  # the review finds these itself when it is opened
            continue
        held = _held(connection, typed, known)
        if held is None:
            lost.append(Lost(typed, has_place=False))
        elif held[0] != typed.text and typed.seq > typed_number(held[1], typed.field):
            lost.append(Lost(typed, has_place=True))
    return lost


def put_back(connection: Driver, lost: Iterable[Lost]) -> set[str]:
    """Write these texts into their rows as edits of who typed them; give the tables changed."""
    known = _text_fields(connection)
    changed = set()
    for typed in (each.typed for each in lost):
        held = _held(connection, typed, known)
        if held is None:
            continue
        pending = with_change(held[1], typed.field, held[0], typed.text, typed.seq)
        connection.execute(
            f'UPDATE "{typed.table}" SET "{typed.field}" = ?, pending = ?,'  # noqa: S608 - _held looked both names up
            " updated_by = ?, updated_at = ? WHERE id = ?",
            (typed.text, json.dumps(pending), typed.by, typed.at.isoformat(), typed.row_id),
        )
        changed.add(typed.table)
    return changed


def _held(
    connection: Driver, typed: Typed, known: dict[str, set[str]]
) -> tuple[str | None, dict[str, Any]] | None:
    """Read what the record holds in this place, and what is pending there."""
    if typed.field not in known.get(typed.table, ()):
        return None
    row = connection.execute(
        f'SELECT "{typed.field}", pending FROM "{typed.table}" WHERE id = ?',  # noqa: S608 - both names are known
        (typed.row_id,),
    ).fetchone()
    return None if row is None else (row[0], json.loads(row[1]) if row[1] else {})


def _text_fields(connection: Driver) -> dict[str, set[str]]:
    rows = connection.execute(
        "SELECT m.name, c.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c"
        " WHERE m.type = 'table' AND (c.type = 'TEXT' OR c.type LIKE 'VARCHAR%') AND c.pk = 0"
        " AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'pending')"
    )
    fields: dict[str, set[str]] = {}
    for table, field in rows:
        fields.setdefault(table, set()).add(field)
    return fields


def _chosen(folder: Path, key: bytes | bytearray, backup: Path | None) -> Backup:
    if backup is None:
        newest = newest_good(folder, key)
        if newest is None:
            raise NoGoodBackup
        return newest
    look(backup, key)
    return next(each for each in every(folder) if each.path.name == backup.name)


def _copied(source: Path, to: Path, folder: Path) -> Path:
    with told(folder):
        for ending in ("-journal", "-wal", "-shm", ""):
            to.with_name(to.name + ending).unlink(missing_ok=True)
        make_room_for(to)
        shutil.copyfile(source, to)
        settle(to)
    return to


def _put_back_into(
    making: Path, folder: Path, key: bytes | bytearray, now: Callable[[], datetime]
) -> list[Lost]:
    journal = Journal(folder, key, now)
    try:
        newest = journal.newest()
    finally:
        journal.close()
    from models.sync.device import take_new_after_restoring  # SQLAlchemy: slow to load

    with told(folder):
        connection = connect_copy(making, key)
        try:
            lost = lost_texts(connection, newest)
            connection.execute("BEGIN IMMEDIATE")
            put_back(connection, lost)
            take_new_after_restoring(Hand(connection, now()))
            connection.execute("COMMIT")
        finally:
            connection.close()
    return lost


def _take_the_place(making: Path, record: Path, at: datetime) -> Path | None:
    parts = [record.with_name(record.name + ending) for ending in ("", "-wal")]
    aside = set_aside(record, at) if any(part.exists() for part in parts) else None
    making.replace(record)
    settle(record.parent)
    return aside
