"""The typing journal: every autosave, in a second file, so that no one damaged file takes both."""

import contextlib
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from models.atomic_file import settle
from models.disk_problems import told
from models.encrypted_file import Driver, connect, create
from models.integrity import QUICK_SECONDS, look
from models.pending import readable
from models.problems import N_, DamagedRecord, DiskFull, NoRoomAtAll, Problem, RecordClosed
from models.set_aside import set_aside
from models.wiping import write_afresh

JOURNAL_NAME = "journal.db"
SCHEMA = 1
_TABLES = (
    "CREATE TABLE typed (seq INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,"
    ' "by" TEXT NOT NULL, table_name TEXT NOT NULL, row_id TEXT NOT NULL,'
    " field TEXT NOT NULL, text TEXT NOT NULL)",
    "CREATE INDEX ix_typed_place ON typed (table_name, row_id, field, seq)",
    "CREATE TABLE settled (seq INTEGER PRIMARY KEY)",
)


class JournalSetAside(Problem):
    """The journal was damaged; the record was not."""

    what = N_("The typing journal was damaged, so a new one was begun.")
    kept = N_("Your record is whole. The damaged journal is kept beside it.")
    next = N_("Go on working. Tell your system administrator that the disk may be failing.")


@dataclass(frozen=True)
class Typed:
    """What one field held when typing paused."""

    seq: int
    at: datetime
    by: str
    table: str
    row_id: str
    field: str
    text: str

    def __repr__(self) -> str:
        """Leave out the words, so that they reach no log."""
        return f"Typed(seq={self.seq}, table={self.table!r}, field={self.field!r})"


class Journal:
    """An append-only file of what was typed. Safe to use from any thread."""

    def __init__(self, folder: Path, key: bytes | bytearray, now: Callable[[], datetime]) -> None:
        """Open the journal, or begin one; a damaged one is set aside and kept.

        Raises: DiskFull, FolderReadOnly, FolderMissing, RecordBusy.
        """
        self._folder, self._key, self._now = folder, key, now
        self._lock = threading.Lock()
        self.notices: list[Problem] = []
        self.make_room: Callable[[], bool] = lambda: False
        self._is_closed = False
        self._latest: dict[tuple[str, str, str], tuple[int, str]] = {}
        self._connection = self._opened()

    @property
    def path(self) -> Path:
        """Where the journal lies."""
        return self._folder / JOURNAL_NAME

    def note(
        self, table: str, row_id: str, field: str, text: str, at: datetime, by: str = ""
    ) -> int:
        """Append what this field now holds; it is on the disk when this returns its number.

        Raises: DiskFull, DiskFault, FolderMissing, FolderReadOnly, RecordClosed.
        """
        row = (at.astimezone(UTC).isoformat(), by, table, row_id, field, readable(text))
        with self._held():
            seq = self._append_somehow(row)
            self._latest[table, row_id, field] = seq, row[-1]
        return seq

    def number_of(self, table: str, row_id: str, field: str, text: object) -> int | None:
        """Give the number up to which this field is saved once it holds this text.

        A newer text that was typed meanwhile stays above that number, so it counts as unsaved.
        """
        latest = self._latest.get((table, row_id, field))
        if latest is None:
            return None
        return latest[0] if latest[1] == text else latest[0] - 1

    def since(self, seq: int = 0) -> list[Typed]:
        """Give everything typed after this number, oldest first."""
        return self._read(
            'SELECT seq, at, "by", table_name, row_id, field, text FROM typed'
            " WHERE seq > ? ORDER BY seq",
            (seq,),
        )

    def newest(self) -> list[Typed]:
        """Give the newest text of every field that nobody has settled."""
        return self._read(
            'SELECT max(seq), at, "by", table_name, row_id, field, text FROM typed'
            " GROUP BY table_name, row_id, field"
            " HAVING max(seq) NOT IN (SELECT seq FROM settled) ORDER BY 1",
            (),
        )

    def settle(self, entries: Iterable[Typed]) -> None:
        """Remember that a person has seen these and decided; they are not offered again."""
        with self._held(), told(self._folder), self._one_step() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO settled VALUES (?)", [(entry.seq,) for entry in entries]
            )

    def settle_places(self, places: Mapping[tuple[str, str, str], int]) -> None:
        """Offer nothing more of what was typed in these places up to these numbers."""
        with self._held(), told(self._folder), self._one_step() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO settled SELECT seq FROM typed"
                " WHERE table_name = ? AND row_id = ? AND field = ? AND seq <= ?",
                [(*place, number) for place, number in places.items()],
            )

    def rename(self, ids: Mapping[str, str]) -> None:
        """Let rows and people be found by new ids from now on; done twice, it is done once."""
        with self._held(), told(self._folder), self._one_step() as connection:
            for old, new in ids.items():
                connection.execute("UPDATE typed SET row_id = ? WHERE row_id = ?", (new, old))
                connection.execute('UPDATE typed SET "by" = ? WHERE "by" = ?', (new, old))
            self._latest.clear()

    def prune(self, before: datetime) -> int:
        """Forget what was typed before then; give how much that was."""
        with self._held(), told(self._folder), self._one_step() as connection:
            gone = connection.execute(
                "DELETE FROM typed WHERE at < ?", (before.astimezone(UTC).isoformat(),)
            ).rowcount
            connection.execute("DELETE FROM settled WHERE seq NOT IN (SELECT seq FROM typed)")
        return int(gone)

    def forget_rows(self, rows: Collection[str]) -> bool:
        """Wipe all that was typed in these rows; False: ask again, the file is in use.

        A review's own id stands for what was half typed in it.
        """
        with self._held(), told(self._folder):
            with self._one_step() as connection:
                connection.executemany(
                    "DELETE FROM typed WHERE row_id = ?", [(row_id,) for row_id in rows]
                )
                connection.execute("DELETE FROM settled WHERE seq NOT IN (SELECT seq FROM typed)")
            self._latest = {at: text for at, text in self._latest.items() if at[1] not in rows}
            return write_afresh(self._connection)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._is_closed = True
            self._connection.close()

    @contextlib.contextmanager
    def _held(self) -> Iterator[None]:
        with self._lock:
            if self._is_closed:
                raise RecordClosed
            yield

    def _read(self, sql: str, values: tuple[int, ...]) -> list[Typed]:
        with self._held(), told(self._folder):
            rows = self._connection.execute(sql, values).fetchall()
        return [Typed(row[0], datetime.fromisoformat(row[1]), *row[2:]) for row in rows]

    def _append_somehow(self, row: tuple[str, ...]) -> int:
        try:
            return self._append(row)
        except DiskFull:
            if not self.make_room():
                raise NoRoomAtAll from None
        except DamagedRecord:
            self._begin_again()
        return self._append(row)

    def _append(self, row: tuple[str, ...]) -> int:
        with told(self._folder):
            cursor = self._connection.execute(
                'INSERT INTO typed (at, "by", table_name, row_id, field, text)'
                " VALUES (?, ?, ?, ?, ?, ?)",
                row,
            )
        return int(cursor.lastrowid)

    @contextlib.contextmanager
    def _one_step(self) -> Iterator[Driver]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def _opened(self) -> Driver:
        if not self.path.exists():
            return self._begun()
        try:
            if look(self.path, self._key, QUICK_SECONDS).schema != SCHEMA:
                raise DamagedRecord
            with told(self._folder):
                return connect(self.path, self._key)
        except DamagedRecord:
            self._set_aside()
            return self._begun()

    def _begun(self) -> Driver:
        """Make a new journal; its numbers begin above those of any before it."""
        making = self.path.with_suffix(".making")
        making.unlink(missing_ok=True)
        with told(self._folder):
            connection = create(making, self._key)
            connection.execute("BEGIN IMMEDIATE")
            for statement in _TABLES:
                connection.execute(statement)
            first = int(self._now().timestamp() * 1000)
            connection.execute("INSERT INTO sqlite_sequence VALUES ('typed', ?)", (first,))
            connection.execute(f"PRAGMA user_version={SCHEMA}")
            connection.execute("COMMIT")
            connection.close()
            making.replace(self.path)
            settle(self._folder)
            return connect(self.path, self._key)

    def _begin_again(self) -> None:
        self._connection.close()
        self._set_aside()
        self._connection = self._begun()

    def _set_aside(self) -> None:
        with told(self._folder):
            set_aside(self.path, self._now())
        self.notices.append(JournalSetAside())
