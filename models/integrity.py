"""Checks a record's file on a fresh connection, because one that met a bad page lies after."""

import time
from dataclasses import dataclass
from pathlib import Path

from models.disk_problems import kind_of
from models.encrypted_file import Driver, DriverError, connect_untouched
from models.problems import DamagedRecord

_STEPS_A_CALL = 1000
QUICK_SECONDS = 0.1  # about 40 MB; the rest of a larger file is for check_thoroughly
_INTERRUPTED = 9


@dataclass(frozen=True)
class Look:
    """What a check found: the number of the schema, and whether the whole file was looked at."""

    schema: int
    whole: bool


def look(path: Path, key: bytes | bytearray, seconds: float | None = None) -> Look:
    """Check the structure and every page's seal, as far as the time allows; change nothing.

    Raises: DamagedRecord.
    """
    try:
        connection = connect_untouched(path, key)
        try:
            schema = int(connection.execute("PRAGMA user_version").fetchone()[0])
            return Look(schema, _quick_check(connection, seconds))
        finally:
            connection.close()
    except DriverError as error:
        raise _as_damage(error, path) from None


def look_thoroughly(path: Path, key: bytes | bytearray) -> None:
    """Check every page's seal, every table against its indexes, and every reference.

    Raises: DamagedRecord.
    """
    try:
        connection = connect_untouched(path, key)
        try:
            faults = [
                *connection.execute("PRAGMA cipher_integrity_check").fetchall(),
                *(r for r in connection.execute("PRAGMA integrity_check") if r[0] != "ok"),
                *connection.execute("PRAGMA foreign_key_check").fetchall(),
            ]
        finally:
            connection.close()
    except DriverError as error:
        raise _as_damage(error, path) from None
    if faults:
        raise DamagedRecord


def row_counts(connection: Driver) -> dict[str, int]:
    """Count the rows of every table."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - names are our own schema's
        for (name,) in names
    }


def _quick_check(connection: Driver, seconds: float | None) -> bool:
    if seconds == 0:
        return False
    if seconds is not None:
        ends = time.monotonic() + seconds
        connection.set_progress_handler(lambda: time.monotonic() > ends, _STEPS_A_CALL)
    try:
        if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
            raise DamagedRecord
    except DriverError as error:
        if getattr(error, "sqlite_errorcode", None) == _INTERRUPTED:
            return False
        raise
    finally:
        connection.set_progress_handler(None, 0)
    return True


def _as_damage(error: Exception, path: Path) -> Exception:
    """Give the Problem of this error; a file too odd to be read at all is damaged."""
    kind = kind_of(error, path.parent)
    return kind() if kind is not None else DamagedRecord()
