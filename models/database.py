"""The local record: reads, saves, and makes the only commits; `opening` checks it first."""

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from models import backups, integrity, opening
from models.disk_problems import told, told_by_the_driver
from models.encrypted_file import Driver, connect, take_in_waiting_pages, waiting_pages
from models.hand import Hand, one_transaction
from models.in_use import InUse
from models.journal import JOURNAL_NAME, Journal
from models.problems import (
    DamagedRecord,
    DiskFull,
    FolderMissing,
    NoRoomAtAll,
    Problem,
    RecordClosed,
    RecordMissing,
)
from models.readers import Readers
from models.recovery import Lost, lost_texts, put_back
from models.reserve import Reserve
from models.typing_now import Place, TypingNow
from models.wiping import write_afresh

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.sessions import Sessions

Now = Callable[[], datetime]
OnSaved = Callable[[frozenset[str]], None]
JOURNAL_KEPT = timedelta(days=60)


class Database:
    """One person's record, open. Safe to use from any thread; one of them writes at a time."""

    def __init__(self, folder: Path, key: bytes | bytearray, now: Now, in_use: InUse) -> None:
        """Take over a folder that `create` or `open` has checked."""
        self.folder, self._now, self._in_use = folder, now, in_use
        self.was_cut_off = any(
            waiting_pages(folder / name) for name in (opening.RECORD_NAME, JOURNAL_NAME)
        )
        self._key = bytearray(key)
        self._writing = threading.RLock()
        self._is_saving = self._is_closed = False
        self._reserve = Reserve(folder)
        self._sessions: Sessions | None = None
        self._listeners: list[OnSaved] = []
        self.typing = TypingNow()
        self._changed = backups.is_behind(folder, self._path)
        with told(folder):
            self._writer = connect(self._path, self._key)
            self._identity = self._path.stat().st_ino
        if self.was_cut_off:
            take_in_waiting_pages(self._writer)
        self._readers = Readers(lambda: connect(self._path, self._key, for_reading=True))
        self.journal = Journal(folder, self._key, now)
        self.journal.make_room = self._reserve.release

    @classmethod
    def create(cls, folder: Path, key: bytes | bytearray, now: Now) -> "Database":
        """Make a new, empty record in this folder and open it.

        Raises: RecordExists, AlreadyOpen, DiskFull, FolderReadOnly, FolderMissing.
        """
        in_use = opening.make(folder, key)
        with in_use.released_on_failure():
            return cls(folder, key, now, in_use)

    @classmethod
    def open(
        cls, folder: Path, key: bytes | bytearray, now: Now, check: bool = True
    ) -> "Database":
        """Check the record, bring it up to date, and open it; a bad one is left untouched.

        Raises: RecordMissing, DamagedRecord, NewerRecord, AlreadyOpen, RecordBusy, DiskFull,
        FolderReadOnly, FolderMissing.
        """
        in_use = opening.prepare(folder, key, now(), integrity.QUICK_SECONDS if check else 0)
        with in_use.released_on_failure(), opening.offering_a_backup(folder, key):
            return cls(folder, key, now, in_use)

    @property
    def notices(self) -> list[Problem]:
        """What the person should be told though the record is open and whole."""
        return self.journal.notices

    def listen(self, on_saved: OnSaved) -> None:
        """Call this after each commit, in the saving thread, with the tables that changed."""
        self._listeners.append(on_saved)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Driver]:
        """Give this thread's own connection, on which everything is read as of one moment.

        Raises: DamagedRecord, DiskFault, FolderMissing, RecordClosed.
        """
        if self._is_closed:
            raise RecordClosed
        with (
            told_by_the_driver(self.folder, self._found),
            self._readers.mine().as_of_now() as connection,
        ):
            yield connection

    @contextlib.contextmanager
    def saving(self, by: str, at: datetime | None = None) -> Iterator["Session"]:
        """Give a session for one edit by this person; it is on the disk when this ends.

        Raises: DiskFull, RecordBusy, RecordMissing, DamagedRecord, DiskFault, FolderReadOnly,
        FolderMissing, RecordClosed.
        """
        with self._one_edit():
            sessions = self._loaded_sessions()
            session = sessions.begin(by, at or self._now())
            session.info["seen"] = self.typing.seen()
            with contextlib.closing(session):
                yield session
                self._settle(sessions.seal_what_is_signed(session, self._now(), self.typing.holds))
                session.commit()
            self.typing.wrote(session.info.get("written", {}))
            changed = sessions.changed_tables
        self._announce(changed)

    @contextlib.contextmanager
    def sharing(self) -> Iterator[Hand]:
        """Lend the writing connection to sharing for one short transaction.

        Raises: the same as `saving`.
        """
        with self._one_edit(), one_transaction(self._writer, self._now()) as hand:
            yield hand
            self._settle(hand.settled)
        self._announce(frozenset(hand.changed))

    def wipe_freed_pages(self) -> bool:
        """Write the file afresh without what was deleted; False: ask again, somebody was reading.

        Raises: the same as `saving`.
        """
        with self._one_edit():
            return write_afresh(self._writer)

    def make_ready_to_save(self) -> None:
        """Load what the first edit needs, in idle time: it takes most of a second."""
        with self._writing:
            self._loaded_sessions()

    def unsaved(self) -> list[Lost]:
        """Give what the journal holds and the record does not: ask when it was cut off."""
        newest = self.journal.newest()
        with self.reading() as connection:
            return lost_texts(connection, newest)

    def put_back(self, lost: Iterable[Lost]) -> None:
        """Write texts that `unsaved` gave into the record, as edits of those who typed them."""
        with self._one_edit():
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                changed = put_back(self._writer, lost)
                self._writer.execute("COMMIT")
            finally:
                self._writer.rollback()  # does nothing after the commit
        self._announce(frozenset(changed))

    def back_up_if_due(self) -> Path | None:
        """Take an automatic backup when there are changes and the last is an hour old."""
        if not self._changed or not backups.is_due(self.folder, self._now()):
            return None
        return self.back_up()

    def back_up(self) -> Path:
        """Take a backup now and let go of those that are too old to be wanted.

        Raises: NoRoomForBackup, BackupFailed, DiskFault, FolderMissing, FolderReadOnly.
        """
        self._changed = False
        try:
            with self.reading() as connection:
                taken = backups.take(self.folder, self._key, connection, self._now())
        except BaseException:
            self._changed = True
            raise
        backups.thin(self.folder)
        return taken.path

    def check_thoroughly(self) -> None:
        """Check everything there is to check, for idle time; then let the old journal go.

        Raises: DamagedRecord, DiskFault, FolderMissing.
        """
        with self._writing, opening.offering_a_backup(self.folder, self._key):
            integrity.look_thoroughly(self._path, self._key)  # no page may be on its way there
        self.journal.prune(self._now() - JOURNAL_KEPT)
        self._reserve.set_aside()

    def close(self) -> None:
        """Close every connection, wipe the key and let another copy open the record."""
        with self._writing:
            if self._is_closed:
                return
            self._is_closed = True
            self._readers.close()
            if self._sessions is not None:
                self._sessions.close()
            self._writer.close()
            self.journal.close()
            self._key[:] = bytes(len(self._key))
            self._in_use.release()

    @property
    def _path(self) -> Path:
        return self.folder / opening.RECORD_NAME

    @contextlib.contextmanager
    def _one_edit(self) -> Iterator[None]:
        with self._writing:
            if self._is_saving:
                raise RuntimeError("an edit was begun inside an edit")
            self._refuse_a_lost_file()
            if not self._reserve.set_aside():
                raise DiskFull  # what little room there is belongs to the journal
            self._is_saving = True
            try:
                with told_by_the_driver(self.folder, self._found):
                    yield
            finally:
                self._is_saving = False

    def _refuse_a_lost_file(self) -> None:
        """See that the name still leads to the file that is open: another would get nothing."""
        if self._is_closed:
            raise RecordClosed
        try:
            if self._path.stat().st_ino == self._identity:
                return
        except OSError:
            if not self.folder.is_dir():
                raise FolderMissing from None
        raise RecordMissing

    def _loaded_sessions(self) -> "Sessions":
        if self._sessions is None:
            from models.sessions import Sessions  # SQLAlchemy: slow to load, so when first used

            self._sessions = Sessions(self._writer, self.journal.number_of)
        return self._sessions

    def _found(self, problem: Problem) -> None:
        """Do what can be done at once about what the disk said."""
        if isinstance(problem, DiskFull) and not self._reserve.release():
            problem.what, problem.kept = NoRoomAtAll.what, NoRoomAtAll.kept
        if isinstance(problem, DamagedRecord):
            problem.newest_backup = opening.newest_backup(self.folder, self._key)

    def _settle(self, places: Mapping[Place, int]) -> None:
        """Let the journal offer nothing of these places: what was typed there has arrived.

        This comes before the commit: a cut between the two would offer old words later, while
        words settled too early still stand in the record.
        """
        if places:
            self.journal.settle_places(places)

    def _announce(self, changed: frozenset[str]) -> None:
        if not changed:
            return
        self._changed = True
        for on_saved in self._listeners:
            on_saved(changed)
