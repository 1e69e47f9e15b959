"""Turns what the disk and the driver say into Problems: the one place that knows their words."""

import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from models.encrypted_file import DriverError
from models.problems import (
    DamagedRecord,
    DiskFault,
    DiskFull,
    FolderMissing,
    FolderReadOnly,
    Problem,
    RecordBusy,
)

_CANT_OPEN = 14
_PRIMARY = 0xFF  # SQLite's extended codes carry the plain one in their low byte
_KIND_OF_CODE: dict[int, type[Problem]] = {
    5: RecordBusy,  # SQLITE_BUSY
    6: RecordBusy,  # SQLITE_LOCKED
    8: FolderReadOnly,  # SQLITE_READONLY
    10: DiskFault,  # SQLITE_IOERR
    11: DamagedRecord,  # SQLITE_CORRUPT
    13: DiskFull,  # SQLITE_FULL
    _CANT_OPEN: FolderReadOnly,
    26: DamagedRecord,  # SQLITE_NOTADB
}
_CODE_OF_WORDS = {  # copying a whole file gives the driver's words without their number
    "database is locked": 5,
    "disk I/O error": 10,
    "database disk image is malformed": 11,
    "database or disk is full": 13,
    "unable to open database file": _CANT_OPEN,
}
_KIND_OF_ERRNO: dict[int, type[Problem]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EACCES: FolderReadOnly,
    errno.EPERM: FolderReadOnly,
    errno.EROFS: FolderReadOnly,
    errno.EIO: DiskFault,
    errno.ENOENT: FolderMissing,
    errno.ENOTDIR: FolderMissing,
}


def kind_of(error: BaseException, folder: Path) -> type[Problem] | None:
    """Which Problem this error is, if it is the world's doing and not ours."""
    cause = getattr(error, "orig", None) or error  # SQLAlchemy wraps what the driver said
    kind = _by_code(cause)
    if kind is None:
        return None
    if not folder.is_dir():
        return FolderMissing
    if kind is FolderReadOnly and not isinstance(cause, OSError):
        return _refused_by(cause, folder)
    return kind


def _refused_by(cause: BaseException, folder: Path) -> type[Problem] | None:
    """Tell a folder that refuses from a file that cannot be opened, and from our own mistake."""
    if not all(os.access(place, os.W_OK) for place in (folder, *folder.glob("*.db"))):
        return FolderReadOnly
    return DiskFault if _code_of(cause) == _CANT_OPEN else None


def _by_code(cause: BaseException) -> type[Problem] | None:
    if isinstance(cause, OSError):
        return _KIND_OF_ERRNO.get(cause.errno or 0)
    return _KIND_OF_CODE.get(_code_of(cause))


def _code_of(cause: BaseException) -> int:
    code = getattr(cause, "sqlite_errorcode", None)
    if isinstance(code, int):
        return code & _PRIMARY
    return _CODE_OF_WORDS.get(str(cause), 0) if isinstance(cause, DriverError) else 0


@contextlib.contextmanager
def told(folder: Path) -> Iterator[None]:
    """Raise what the world did inside as a Problem; our own faults pass through unchanged."""
    try:
        yield
    except Exception as error:
        kind = kind_of(error, folder)
        if kind is None:
            raise
        raise kind() from None


@contextlib.contextmanager
def told_by_the_driver(folder: Path, found: Callable[[Problem], None]) -> Iterator[None]:
    """Do the same for what the driver said only: files the caller opens are the caller's."""
    try:
        yield
    except Exception as error:
        kind = None if isinstance(error, OSError) else kind_of(error, folder)
        if kind is None:
            raise
        problem = kind()
        found(problem)
        raise problem from None
