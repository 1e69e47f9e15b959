"""A disk whose power may be cut: it notes each write and sync that the record's driver makes.

The driver is the real one, sqlcipher3 as it is: its C library lets a program register a way to
the disk (sqlite3_vfs), and this one passes everything on to the system's own.
"""

import ctypes
import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple  # pointers of C have no types worth writing

import pytest
import sqlcipher3._sqlite3 as driver

OK, FAULT, FULL, NO_SYNC = 0, 10, 13, 1034
SECTOR: Final = 512
NEEDS_THE_DRIVER: Final = pytest.mark.skipif(
    not hasattr(ctypes.CDLL(driver.__file__), "sqlite3_vfs_register"),
    reason="the driver's library shows no way to its disk on this system",
)
WRITE, TRUNCATE, SYNC, DELETE = "write", "truncate", "sync", "delete"
_MAIN: Final = 0x00080000 | 0x00000100  # the flags of a waiting-pages file and of a record

_P, _I, _L = ctypes.c_void_p, ctypes.c_int, ctypes.c_int64
_Write = ctypes.CFUNCTYPE(_I, _P, _P, _I, _L)
_Truncate = ctypes.CFUNCTYPE(_I, _P, _L)
_Sync = ctypes.CFUNCTYPE(_I, _P, _I)
_Open = ctypes.CFUNCTYPE(_I, _P, _P, _P, _I, _P)
_Delete = ctypes.CFUNCTYPE(_I, _P, _P, _I)
_METHODS: Final = (
    *("Close", "Read", "Write", "Truncate", "Sync", "FileSize", "Lock", "Unlock"),
    *("CheckReservedLock", "FileControl", "SectorSize", "Characteristics"),
    *("ShmMap", "ShmLock", "ShmBarrier", "ShmUnmap", "Fetch", "Unfetch"),
)


class _Methods(ctypes.Structure):
    """What can be done with one open file: sqlite3_io_methods."""

    _fields_ = [
        ("version", _I),
        *((name, _P) for name in _METHODS),
    ]


class _File(ctypes.Structure):
    """One open file, as far as every way to the disk knows it: sqlite3_file."""

    _fields_ = [("methods", ctypes.POINTER(_Methods))]


class _Vfs(ctypes.Structure):
    """A way to the disk: sqlite3_vfs."""

    _fields_ = [
        *(("version", _I), ("file_bytes", _I), ("longest_path", _I), ("next", _P)),
        *(("name", ctypes.c_char_p), ("own", _P), ("Open", _P), ("Delete", _P)),
        *((f"more_{number}", _P) for number in range(14)),
    ]


class Done(NamedTuple):
    """One thing done to a file."""

    act: str
    file: str
    at: int = 0
    words: bytes = b""


class PowerDisk:
    """Everything that was done to the SQLite files of one folder while this is plugged in.

    `left` counts writes and syncs down; where it ends each of them fails with `code`, as on a
    disk that is full or gone.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.before = {
            path.name: path.read_bytes()
            for path in folder.glob("*.db*")
            if "-shm" not in path.name
        }
        self.log: list[Done] = []
        self.left: int | None = None
        self.code = FAULT
        self._names: dict[int, str] = {}
        self._tables: dict[int, _Methods] = {}
        self._kept: list[Any] = []  # what C points to must not be let go

    def fail_after(self, left: int | None, code: int = FAULT) -> None:
        """Let this many more writes and syncs be; those after it fail."""
        self.left, self.code = left, code

    @contextmanager
    def plugged_in(self) -> Iterator["PowerDisk"]:
        """Be the way to the disk of every file opened meanwhile; only this folder's are noted."""
        library: Any = ctypes.CDLL(driver.__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        real = library.sqlite3_vfs_find(None)
        ours = _Vfs.from_buffer_copy(real.contents)
        ours.name, ours.next = f"power-{next(_numbers)}".encode(), None
        ours.Open, ours.Delete = self._open_of(real), self._delete_of(real)
        self._kept.append(ours)
        assert library.sqlite3_vfs_register(ctypes.byref(ours), 1) == OK
        try:
            yield self
        finally:
            library.sqlite3_vfs_unregister(ctypes.byref(ours))
            library.sqlite3_vfs_register(real, 1)

    def _open_of(self, real: Any) -> Any:
        opened = _Open(real.contents.Open)

        def open_(_vfs: int, name: int, file: int, flags: int, told: int) -> int:
            code = opened(ctypes.addressof(real.contents), name, file, flags, told)
            path = Path(ctypes.string_at(name).decode()) if name else Path()
            if code == OK and flags & _MAIN and path.parent == self.folder:
                self._listen(file, path.name)
            return int(code)

        return self._for_c(_Open(open_))

    def _delete_of(self, real: Any) -> Any:
        deleted = _Delete(real.contents.Delete)

        def delete(_vfs: int, name: int, is_synced: int) -> int:
            path = Path(ctypes.string_at(name).decode())
            if path.parent == self.folder:
                self.log.append(Done(DELETE, path.name))
            return int(deleted(ctypes.addressof(real.contents), name, is_synced))

        return self._for_c(_Delete(delete))

    def _listen(self, file: int, name: str) -> None:
        """Put our own write, truncate and sync in the place of the system's, for this file."""
        opened = _File.from_address(file)
        at = ctypes.addressof(opened.methods.contents)
        if at not in self._tables:
            self._tables[at] = self._table(opened.methods.contents)
        self._names[file] = name
        opened.methods = ctypes.pointer(self._tables[at])

    def _table(self, real: _Methods) -> _Methods:
        table = _Methods.from_buffer_copy(real)
        wrote, cut_off = _Write(real.Write), _Truncate(real.Truncate)

        def write(file: int, words: int, length: int, at: int) -> int:
            if self._fails():
                return self.code
            told = ctypes.string_at(words, length)
            self.log.append(Done(WRITE, self._names[file], at, told))
            return int(wrote(file, words, length, at))

        def truncate(file: int, length: int) -> int:
            if self._fails():
                return self.code
            self.log.append(Done(TRUNCATE, self._names[file], length))
            return int(cut_off(file, length))

        def sync(file: int, _how: int) -> int:
            if self._fails():
                return NO_SYNC if self.code == FAULT else self.code
            self.log.append(Done(SYNC, self._names[file]))
            return OK  # the disk of a test is not waited for

        table.Write = self._for_c(_Write(write))
        table.Truncate = self._for_c(_Truncate(truncate))
        table.Sync = self._for_c(_Sync(sync))
        return table

    def _for_c(self, called: Any) -> Any:
        self._kept.append(called)
        return ctypes.cast(called, _P).value

    def _fails(self) -> bool:
        if self.left is None:
            return False
        self.left -= 1
        return self.left < 0


class AfterACut:
    """What a disk may hold once the power is gone, as far as the log has been followed.

    Synced bytes are there. Each write after them is there, or lost, or torn at sectors, or one
    sector of it is noise (but for the first of a record: no cipher opens a file without its
    salt); each by itself, so also out of order. A deleted file may be back.
    """

    def __init__(self, disk: PowerDisk, chance: Random) -> None:
        self._log, self._chance, self._at = disk.log, chance, 0
        self._safe = {name: bytearray(whole) for name, whole in disk.before.items()}
        self._waits: dict[str, list[Done]] = {}
        self._deleted: dict[str, bytearray] = {}

    def follow(self, to: int) -> None:
        """Go on to this place in the log."""
        for done in itertools.islice(self._log, self._at, to):
            self._take(done)
        self._at = max(self._at, to)

    def files(self) -> dict[str, bytes]:
        """Give one of the many contents that the files may have now."""
        found = {name: bytearray(whole) for name, whole in self._safe.items()}
        for name, whole in self._deleted.items():
            if name not in found and self._chance.random() < 0.5:
                found[name] = bytearray(whole)
        for name, waits in self._waits.items():
            for done in waits:
                if name in found:
                    self._perhaps(found[name], done)
        return {name: bytes(whole) for name, whole in found.items()}

    def _take(self, done: Done) -> None:
        if done.act == DELETE:
            whole = self._safe.pop(done.file, None)
            for waiting in self._waits.pop(done.file, []):
                apply(whole if whole is not None else bytearray(), waiting)
            if whole is not None:
                self._deleted[done.file] = whole
            return
        whole = self._safe.setdefault(done.file, bytearray())
        self._deleted.pop(done.file, None)
        waits = self._waits.setdefault(done.file, [])
        if done.act != SYNC:
            waits.append(done)
            return
        for waiting in waits:
            apply(whole, waiting)
        waits.clear()

    def _perhaps(self, whole: bytearray, done: Done) -> None:
        fate = self._chance.random()
        if fate < 0.35:
            return
        if fate < 0.65 or done.act == TRUNCATE:
            apply(whole, done)
            return
        first = -done.at % SECTOR
        edges = [0, *range(first or SECTOR, len(done.words), SECTOR), len(done.words)]
        pieces = [Done(WRITE, done.file, done.at + a, done.words[a:b])
                  for a, b in itertools.pairwise(edges)]  # fmt: skip
        if fate < 0.8:  # torn: the first of its sectors only
            pieces = pieces[: self._chance.randrange(len(pieces))]
        elif fate < 0.95:  # any of its sectors
            pieces = [each for each in pieces if self._chance.random() < 0.5]
        else:
            at = self._chance.randrange(len(pieces))
            if not _holds_the_salt(pieces[at]):
                noise = self._chance.randbytes(len(pieces[at].words))
                pieces[at] = pieces[at]._replace(words=noise)
        for each in pieces:
            apply(whole, each)


def _holds_the_salt(done: Done) -> bool:
    """Whether this is the sector of a record that opens it: each write of it repeats the salt."""
    return done.at == 0 and not done.file.endswith("-wal")


def apply(whole: bytearray, done: Done) -> None:
    """Do to these bytes what was done to the file."""
    if done.act == TRUNCATE:
        if done.at < len(whole):
            del whole[done.at :]
        return
    if len(whole) < done.at:
        whole.extend(bytes(done.at - len(whole)))
    whole[done.at : done.at + len(done.words)] = done.words


_numbers = itertools.count(1)
