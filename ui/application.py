"""The program: one window and one record, locked or open; joins the parts once."""

import argparse
import contextlib
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import resources
from models.database import Database
from models.problems import N_, Problem
from models.rules.working_days import WorkingDays
from models.settings import Settings
from models.whose import owner_of
from ui import record_place
from ui.appearance import appearance
from ui.background import Background
from ui.caseload.record_changes import changes_of
from ui.desk import Desk
from ui.idle import IdleWatch
from ui.language import QtWords
from ui.lost_words import put_back_lost, say_put_back, say_recovered, show_placeless
from ui.main_window import MainWindow
from ui.places import Places
from ui.qt_messages import keep_quiet_without_a_screen
from ui.quiet_loading import look_through_all_again, quiet_loading
from ui.send.copies_watch import CopiesWatch
from ui.sync.closing import Closing
from ui.sync.sharing import Sharing
from ui.sync.sharing_shown import SharingShown
from ui.tidying import Tidying
from ui.unlock.front_door import FrontDoor
from ui.where import Where

if TYPE_CHECKING:
    from models.recovery import Recovery
    from ui.sync.council_line import CouncilLine

IDLE_WORK_MS = 50
DICTIONARY_MS = 10_000
"""The dictionary takes a second to read: later than anything a person may be waiting for."""
BACKUP_EVERY_MS = 10 * 60 * 1000
SECONDS_IN_A_MINUTE = 60


class NotLocked(Problem):
    """Locking would lose words that could not be saved."""

    what = N_("Waymark is not locked, because something you typed could not be saved.")
    kept = N_("What you typed is still on the screen.")
    next = N_("Do not leave the laptop alone. Put right what stops the saving, then lock again.")


class Waymark(QObject):
    """One person's Waymark, from the passphrase to the last page."""

    opened = Signal()
    locked = Signal()
    saved = Signal(object)

    def __init__(
        self,
        folder: Path,
        settings: Settings,
        *,
        demo: bool = False,
        now: Callable[[], datetime] = record_place.now,
    ) -> None:
        super().__init__()
        self.settings, self.now = settings, now
        self.background = Background(self)
        self.window = MainWindow(settings)
        self.door = FrontDoor(folder, self.window, self.background, now, demo=demo)
        self.sharing = Sharing(_open_line, self)
        self.closing = Closing(self.window, self.sharing)
        self.places = Places(self.window, self._at_desk, self.sharing)
        self.shown = SharingShown(self.window, self.sharing, self.places, now)
        self.desk: Desk | None = None
        self.tidying = Tidying(self.background.pace, self)
        self.copies: CopiesWatch | None = None
        self.idle = IdleWatch(settings.idle_minutes * SECONDS_IN_A_MINUTE, self)
        self._has_unread = False
        self._backups = QTimer(self)
        self._backups.setInterval(BACKUP_EVERY_MS)
        self._connect()

    def _connect(self) -> None:
        self.door.opened.connect(self._let_in)
        self.window.lock_asked.connect(self.lock)
        self.window.closing.connect(self.close)
        self.window.import_asked.connect(self.places.import_case_list)
        self.window.setting_changed.connect(self._use_setting)
        self.idle.went_idle.connect(self.lock)
        self.saved.connect(self._show_saved)
        self.saved.connect(self.sharing.note_saved)
        self.places.joined.connect(self._join)
        self.shown.lock_asked.connect(self.lock)
        self.window.may_close = self.closing.may_close
        self._backups.timeout.connect(self._back_up)

    def start(self) -> None:
        """Show the window: the first run, the passphrase, or the demo council."""
        self.door.show()
        if self.door.demo:
            self.door.make_demo()
        self.window.show()
        QTimer.singleShot(IDLE_WORK_MS, self, self._load_ahead)

    def _load_ahead(self) -> None:
        """Load what every page needs while the passphrase is being typed."""
        if self.desk is None:
            self.background.run(_load, lambda _done: None, self.window.problems.tell)

    def unlock(self, passphrase: str) -> None:
        """Open the record with this passphrase; the page says so if it does not match."""
        self.door.unlock(passphrase)

    def open_child(self, child_id: str) -> None:
        """Show one child."""
        self.places.open_child(child_id)

    def open_review(self, review_id: str) -> None:
        """Show one review."""
        self.places.open_review(review_id)

    def _let_in(self, database: Database, recovery: "Recovery | None") -> None:
        try:
            self.show_record(database)
        except Problem as problem:  # in a file too large to be looked at whole in opening it
            self._shut_again(database, problem)
            return
        if recovery is not None:
            say_recovered(self.window, recovery)
            show_placeless(self.window, database, recovery.without_place)

    def _shut_again(self, database: Database, problem: Problem) -> None:
        """Close a record whose first page could not be read, and say why in front of it."""
        if self.desk is not None:
            self._clear_desk()
        self.background.run(database.close, lambda _none: None, self.window.problems.tell)
        self.door.show()
        self.door.refuse(problem)

    def show_record(self, database: Database) -> None:
        """Show an open record, where it was when it was locked or at its first page."""
        with database.reading() as connection:
            me = owner_of(connection)
        calendar = WorkingDays.of_england_and_wales()
        self.desk = Desk(database, me, calendar, self.now, self.background)
        database.listen(self.saved.emit)
        changes_of(database).changed.connect(self.places.leave_if_gone)
        self.window.hide_screen()
        self.window.show_saved()
        self._put_back_lost(database)
        self.places.add()
        self._watch_copies()
        self.sharing.begin(self.desk)
        self.shown.show_pages()
        for problem in database.notices:
            self.window.tell(problem)
        self.idle.start(self.settings.idle_minutes * SECONDS_IN_A_MINUTE)
        self._backups.start()
        self.tidying.start()
        QTimer.singleShot(IDLE_WORK_MS, self, self._make_ready)
        QTimer.singleShot(DICTIONARY_MS, self, self._read_dictionary)
        self.opened.emit()

    def _join(self, password: str) -> None:
        """Go on as the person whom the council knows, in the record that has just joined."""
        if self.desk is None:
            return
        with self.desk.database.reading() as connection:
            me = owner_of(connection)
        self.desk = replace(self.desk, me=me)
        self._watch_copies()
        self.window.pages.forget()
        self.shown.was_at = Where("sync")
        self.sharing.begin(self.desk, password)
        self.shown.show_pages()

    def _put_back_lost(self, database: Database) -> None:
        """After a crash, put back what was lost, before any page shows what the record holds."""
        if not (database.was_cut_off or self._has_unread):
            return
        try:
            count, placeless = put_back_lost(database)
        except Problem as problem:
            self.window.tell(problem)
            return
        self._has_unread = bool(placeless)  # shown again after each lock until they are read
        say_put_back(self.window, count)
        show_placeless(self.window, database, placeless)

    def _watch_copies(self) -> None:
        """Read released copies again whenever what may stand in them changes."""
        if self.copies is not None:
            self.copies.end()
        self.copies = CopiesWatch(self._at_desk(), self)

    def _at_desk(self) -> Desk:
        if self.desk is None:
            raise RuntimeError("the record is locked")
        return self.desk

    def _make_ready(self) -> None:
        """Load in idle time what is slow to load when first needed."""
        if self.desk is None:
            return
        database = self.desk.database

        def ready() -> None:
            _load()
            database.make_ready_to_save()

        self.background.run(ready, lambda _done: None, self.window.problems.tell)
        self._back_up()

    def _read_dictionary(self) -> None:
        """Read it in idle time, so that the first letter is spelt from its first word."""
        if self.desk is not None:
            from ui.plain.dictionary import read_dictionary

            read_dictionary(self.background, _nothing, self.window.problems.tell)

    def _back_up(self) -> None:
        if self.desk is None:
            return
        database = self.desk.database
        self.background.run(database.back_up_if_due, lambda _path: None, self.window.problems.tell)

    def lock(self) -> None:
        """Save what is half typed, close the record and ask for the passphrase."""
        if self.desk is None:
            return
        if not self.window.flush():
            self.window.tell(NotLocked())
            self.idle.start()  # to be tried again: nobody may be there to read this
            return
        self.shown.remember()
        database = self._clear_desk()
        self.background.forget()
        self.door.show()
        self.background.run(
            lambda: _check_and_close(database), lambda _none: None, self._tell_later
        )
        self.locked.emit()

    def _clear_desk(self) -> Database:
        """Let go of the record and of every page that shows some of it."""
        self.shown.end()
        if self.copies is not None:
            self.copies.end()
            self.copies = None
        database, self.desk = self._at_desk().database, None
        self.idle.stop()
        self._backups.stop()
        self.tidying.stop()
        self.window.pages.forget()
        look_through_all_again()
        return database

    def _tell_later(self, failure: Exception) -> None:
        """Say on the page that asks for the passphrase what the last check found."""
        if isinstance(failure, Problem) and self.desk is None:
            self.door.tell(failure)
        elif not isinstance(failure, Problem):
            self.window.problems.tell(failure)

    def _show_saved(self, _tables: object) -> None:
        """Say so, unless the record was closed before the word of the last edit came."""
        if self.desk is not None:
            self.window.show_saved()

    def _use_setting(self, name: str) -> None:
        if name == "idle_minutes" and self.desk is not None:
            self.idle.start(self.settings.idle_minutes * SECONDS_IN_A_MINUTE)

    def close(self) -> None:
        """End the worker and close the record; the next start tells what a last check finds."""
        self.window.hide()
        self.sharing.forget_password()
        database = None if self.desk is None else self._clear_desk()
        self.background.close()
        if database is not None:
            with contextlib.suppress(Problem):
                _check_and_close(database)


def _open_line(desk: Desk, password: str) -> "CouncilLine":
    """Open the line to the council, in the thread of sharing."""
    from ui.sync.council_line import open_line  # the driver is slow to load

    return open_line(desk, password)


def _nothing(_done: object) -> None:
    """Nothing waits for it."""


def _load() -> None:
    """Load what saves a record and what sets a paper: together most of a second."""
    with quiet_loading():
        import models.sessions  # noqa: F401 - for its loading
        from letters.papers import make_ready

        make_ready()


def _check_and_close(database: Database) -> None:
    """Nobody is waiting now: look at every page of the file, close it, forget its words."""
    from letters.engine import forget_words
    from models.disclosure.forgetting import forget_facts

    try:
        database.check_thoroughly()
    finally:
        database.close()
        forget_words()
        forget_facts()


def make_application(words: list[str]) -> QApplication:
    """The one QApplication, dressed, with Qt's own buttons in the language of the windows."""
    keep_quiet_without_a_screen()
    application = QApplication(words)
    application.setApplicationName("Waymark")
    application.setWindowIcon(QIcon(str(resources.path("icons/waymark-logo.svg"))))
    application.installTranslator(QtWords(application))
    return application


def open_waymark(asked: argparse.Namespace) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    application = make_application(sys.argv[:1])
    usual = record_place.demo_folder() if asked.demo else record_place.own_folder()
    folder = asked.folder or usual
    if asked.demo and asked.fresh:
        record_place.forget_demo(folder)
    settings = Settings(folder.parent)
    appearance().apply(settings.theme, settings.text_size)
    waymark = Waymark(folder, settings, demo=asked.demo)
    waymark.window.setWindowState(Qt.WindowState.WindowMaximized)
    sys.excepthook = lambda _kind, failure, _trace: waymark.window.problems.tell(failure)
    waymark.start()
    return application.exec()
