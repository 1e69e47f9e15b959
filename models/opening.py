"""Makes a new record, and checks an existing one before anything may touch it."""

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from models import backups, encrypted_file, integrity, upgrade
from models.atomic_file import settle
from models.disk_problems import told
from models.in_use import InUse
from models.private_files import make_folder
from models.problems import DamagedRecord, RecordExists, RecordMissing
from models.reserve import Reserve

RECORD_NAME = "record.db"


def make(folder: Path, key: bytes | bytearray) -> InUse:
    """Make a new, empty record, whole or not at all, and hold its folder.

    Raises: RecordExists, AlreadyOpen, DiskFull, FolderReadOnly, FolderMissing.
    """
    with told(folder.parent):
        make_folder(folder)
    in_use = InUse(folder)
    with in_use.released_on_failure(), told(folder):
        if (folder / RECORD_NAME).exists() or backups.every(folder):
            raise RecordExists
        _write_empty(folder / RECORD_NAME, key)
        Reserve(folder).set_aside()
    return in_use


def prepare(folder: Path, key: bytes | bytearray, at: datetime, seconds: float) -> InUse:
    """Hold the folder, check the record and bring it up to date after a backup.

    Raises: RecordMissing, DamagedRecord, NewerRecord, AlreadyOpen, RecordBusy, DiskFull,
    FolderReadOnly, FolderMissing.
    """
    in_use = InUse(folder)
    with in_use.released_on_failure(), offering_a_backup(folder, key):
        path = folder / RECORD_NAME
        if not path.exists():
            raise RecordMissing
        schema = integrity.look(path, key, seconds).schema
        if schema == 0:
            raise DamagedRecord  # every record that was made whole has had its first step
        upgrade.refuse_newer(schema)
        if schema < upgrade.LATEST:
            _upgrade(folder, key, at)
    return in_use


@contextlib.contextmanager
def offering_a_backup(folder: Path, key: bytes | bytearray) -> Iterator[None]:
    """Say, with any damage found inside, which backup is the newest good one."""
    try:
        yield
    except (DamagedRecord, RecordMissing) as problem:
        problem.newest_backup = newest_backup(folder, key)
        raise


def newest_backup(folder: Path, key: bytes | bytearray) -> Path | None:
    """Give the newest backup that passes its check."""
    newest = backups.newest_good(folder, key)
    return None if newest is None else newest.path


def _write_empty(path: Path, key: bytes | bytearray) -> None:
    making = path.with_name(path.name + ".making")
    for ending in ("-wal", "-shm", ""):
        making.with_name(making.name + ending).unlink(missing_ok=True)
    with contextlib.closing(encrypted_file.create(making, key)) as connection:
        upgrade.bring_up_to_date(connection)
    settle(making)
    making.replace(path)
    settle(path.parent)


def _upgrade(folder: Path, key: bytes | bytearray, at: datetime) -> None:
    connection = encrypted_file.connect(folder / RECORD_NAME, key)
    with told(folder), contextlib.closing(connection):
        backups.take(folder, key, connection, at)
        upgrade.bring_up_to_date(connection)
