"""Opens one encrypted SQLite file with the settings that every file of ours has."""

import contextlib
from pathlib import Path
from typing import Any  # the driver has no types

from sqlcipher3 import dbapi2

from models.private_files import make_room_for

Driver = Any  # a connection of the driver; it has no types
KEY_BYTES = 32
BUSY_MILLISECONDS = 5000
DriverError = dbapi2.DatabaseError

_SETTINGS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "cell_size_check=ON",
    "trusted_schema=OFF",
)


def create(path: Path, key: bytes | bytearray) -> Driver:
    """Make the file, or open it, for writing."""
    make_room_for(path)
    return _settled(_keyed(path, key, "rw"))


def connect(path: Path, key: bytes | bytearray, for_reading: bool = False) -> Driver:
    """Open a file that is there; for reading, every change is refused."""
    connection = _settled(_keyed(path, key, "rw"))
    if for_reading:
        connection.execute("PRAGMA query_only=ON")
    return connection


def connect_copy(path: Path, key: bytes | bytearray) -> Driver:
    """Make or open a copy that stays one file, with nothing beside it when it is closed."""
    make_room_for(path)
    connection = _keyed(path, key, "rw")
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA temp_store=MEMORY")
    return connection


def connect_untouched(path: Path, key: bytes | bytearray) -> Driver:
    """Open a file so that not one byte of it can change, nor its waiting pages be taken in."""
    return _keyed(path, key, "ro")


def waiting_pages(path: Path) -> bool:
    """Whether pages wait beside the file to be taken in, as after a process that was cut off."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size > 0
    except FileNotFoundError:
        return False


def take_in_waiting_pages(connection: Driver) -> None:
    """Write what waits beside the file over pages that a cut may have torn, if there is room."""
    with contextlib.suppress(DriverError):  # they are read from beside the file as well
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def _settled(connection: Driver) -> Driver:
    try:
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    except BaseException:
        connection.close()
        raise
    return connection


def _keyed(path: Path, key: bytes | bytearray, mode: str) -> Driver:
    if len(key) != KEY_BYTES:
        raise ValueError("the key of a record has 32 bytes")
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_MILLISECONDS / 1000,
        isolation_level=None,  # we say BEGIN ourselves
        check_same_thread=False,  # Database sees to it that one thread at a time uses it
    )
    connection.execute("PRAGMA cipher_log_level=NONE")  # first: it writes to stderr otherwise
    connection.execute(f"PRAGMA key=\"x'{bytes(key).hex()}'\"")
    return connection
