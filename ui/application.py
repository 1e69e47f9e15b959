"""The program: one window and one record, locked or open; joins the pages once."""

import argparse
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import resources
from models.database import Database
from models.problems import DamagedRecord, Problem, RecordMissing
from models.rules.working_days import WorkingDays
from models.security import unlock
from models.settings import Settings
from models.whose import owner_of
from ui import record_place
from ui.appearance import appearance
from ui.background import Background
from ui.desk import Desk
from ui.idle import IdleWatch
from ui.language import QtWords, _, ngettext
from ui.main_window import MainWindow
from ui.page import Page
from ui.parts.notices import Notice
from ui.qt_messages import keep_quiet_without_a_screen
from ui.quiet_loading import look_through_all_again, quiet_loading
from ui.unlock.first_run_page import FirstRunPage
from ui.unlock.unlock_page import UnlockPage

if TYPE_CHECKING:
    from models.journal import Typed
    from models.recovery import Recovery

IDLE_WORK_MS = 50
BACKUP_EVERY_MS = 10 * 60 * 1000
SECONDS_IN_A_MINUTE = 60


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
        self.folder, self.settings, self.demo, self.now = folder, settings, demo, now
        self.background = Background(self)
        self.window = MainWindow(settings)
        self.desk: Desk | None = None
        self.idle = IdleWatch(settings.idle_minutes * SECONDS_IN_A_MINUTE, self)
        self._was_at: tuple[str, str] = ("", "")
        self._backups = QTimer(self)
        self._backups.setInterval(BACKUP_EVERY_MS)
        self._connect()

    def _connect(self) -> None:
        self.window.lock_asked.connect(self.lock)
        self.window.closing.connect(self.close)
        self.window.import_asked.connect(self.import_case_list)
        self.window.setting_changed.connect(self._use_setting)
        self.idle.went_idle.connect(self.lock)
        self.saved.connect(lambda _tables: self.window.show_saved())
        self._backups.timeout.connect(self._back_up)

    def start(self) -> None:
        """Show the window: the first run, the passphrase, or the demo council."""
        if self.demo:
            self._show_unlock()
            self._begin_demo()
        elif unlock.is_set_up(self.folder):
            self._show_unlock()
        else:
            self._show_first_run()
        self.window.show()

    def _begin_demo(self) -> None:
        page = self._unlock_page
        page.passphrase.control.setText(record_place.DEMO_PASSPHRASE)
        page.unlock_button.turn_off(_("Making ready an invented council takes a few seconds."))

        def make() -> Database:
            record_place.make_demo(self.folder)
            return record_place.open_record(self.folder, record_place.DEMO_PASSPHRASE)

        self.background.run(make, self.show_record, self._refuse)

    def _show_first_run(self) -> None:
        page = FirstRunPage()
        page.create_asked.connect(self._create)
        self._first_run_page = page
        self.window.show_screen(page)

    def _show_unlock(self) -> None:
        place = _("The demo council, this laptop") if self.demo else _("This laptop")
        page = UnlockPage(_greeting(self.now()), place)
        page.unlock_asked.connect(self.unlock)
        page.backup_asked.connect(self._recover)
        self._unlock_page = page
        if self.demo:
            words = _("The passphrase of the demo council is: {passphrase}")
            page.passphrase.set_hint(words.format(passphrase=record_place.DEMO_PASSPHRASE))
        self.window.show_screen(page)

    def _create(self, name: str, council: str, passphrase: str) -> None:
        def make() -> Database:
            from models.first_run import begin_record

            key = unlock.create(self.folder, passphrase)
            try:
                database = Database.create(self.folder, key, self.now)
            finally:
                unlock.wipe(key)
            with database.saving("") as session:
                begin_record(session, name, council)
            return database

        self.background.run(make, self.show_record, self._refuse_creation)

    def _refuse_creation(self, failure: Exception) -> None:
        if isinstance(failure, Problem):
            self._first_run_page.refuse(failure)
        else:
            self.window.problems.tell(failure)

    def unlock(self, passphrase: str) -> None:
        """Open the record with this passphrase; the page says so if it does not match."""
        folder = self.folder

        def open_it() -> Database:
            return record_place.open_record(folder, passphrase)

        self.background.run(open_it, self.show_record, self._refuse)

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            self._unlock_page.unlock_button.turn_on()
            self.window.problems.tell(failure)
            return
        damaged = isinstance(failure, DamagedRecord | RecordMissing)
        has_backup = damaged and getattr(failure, "newest_backup", None) is not None
        self._unlock_page.refuse(failure, backup=has_backup)

    def _recover(self) -> None:
        passphrase, folder = self._unlock_page.passphrase.text(), self.folder

        def put_back() -> "tuple[Recovery, Database]":
            from models.recovery import recover

            key = unlock.unlock(folder, passphrase)
            try:
                done = recover(folder, key, self.now)
            finally:
                unlock.wipe(key)
            return done, record_place.open_record(folder, passphrase)

        self.background.run(put_back, self._recovered, self._refuse)

    def _recovered(self, came: "tuple[Recovery, Database]") -> None:
        done, database = came
        self.show_record(database)
        words = ngettext(
            "The backup is in place, and {count} text typed since is back in it.",
            "The backup is in place, and {count} texts typed since are back in it.",
            done.put_back,
        )
        detail = _("The damaged file is kept beside it, unchanged.")
        self.window.show_notice(Notice(words.format(count=done.put_back), detail, kind="well"))

    def show_record(self, database: Database) -> None:
        """Show an open record, where it was when it was locked or at its first page."""
        with database.reading() as connection:
            me = owner_of(connection)
        calendar = WorkingDays.of_england_and_wales()
        self.desk = Desk(database, me, calendar, self.now, self.background)
        database.listen(self.saved.emit)
        if not self.window.pages.places():
            self._add_places()
        self.window.hide_screen()
        self.window.show_saved()
        self._go_back()
        self._put_back_lost(database)
        for problem in database.notices:
            self.window.tell(problem)
        self.idle.start(self.settings.idle_minutes * SECONDS_IN_A_MINUTE)
        self._backups.start()
        QTimer.singleShot(IDLE_WORK_MS, self, self._make_ready)
        self.opened.emit()

    def _add_places(self) -> None:
        self.window.add_place(
            "today", _("Today"), self._today, icon="sun-horizon", chosen_icon="sun-horizon-fill"
        )
        self.window.add_place(
            "children",
            _("Children"),
            self._children,
            icon="users-three",
            chosen_icon="users-three-fill",
        )

    def _today(self) -> Page:
        from ui.caseload.today_page import TodayPage

        page = TodayPage(self._at_desk())
        page.child_opened.connect(self.open_child)
        page.review_opened.connect(self.open_review)
        return page

    def _children(self) -> Page:
        from ui.caseload.children_page import ChildrenPage

        page = ChildrenPage(self._at_desk())
        page.child_opened.connect(self.open_child)
        page.review_started.connect(self.open_review)
        return page

    def open_child(self, child_id: str) -> None:
        """Show one child."""
        from ui.child.child_page import ChildPage

        page = ChildPage(self._at_desk(), child_id)
        page.review_opened.connect(self.open_review)
        page.left.connect(self.window.close_page)
        self._was_at = ("child", child_id)
        self.window.open(page, "children")

    def open_review(self, review_id: str) -> None:
        """Show one review."""
        from ui.meeting.review_page import ReviewPage

        page = ReviewPage(self._at_desk(), review_id)
        page.left.connect(self._leave_review)
        self._was_at = ("review", review_id)
        self.window.open(page, "children")

    def _leave_review(self) -> None:
        kind, review_id = self._was_at
        if kind != "review":
            self.window.close_page()
            return
        with self._at_desk().database.reading() as connection:
            row = connection.execute(
                "select child_id from review where id = ?", (review_id,)
            ).fetchone()
        self.open_child(row[0])

    def import_case_list(self, file: Path | None = None) -> None:
        """Open the import of a case list."""
        from ui.case_list.import_window import ImportWindow

        dialog = ImportWindow(self._at_desk(), file, self.window)
        dialog.finished.connect(self._show_again)
        dialog.open()

    def _show_again(self) -> None:
        page = self.window.pages.page()
        if page is not None:
            page.enter()

    def _go_back(self) -> None:
        """Show what was open before the record was locked, or today."""
        place = self.window.pages.place or "today"
        kind, row_id = self._was_at
        self._was_at = ("", "")
        if place == "children" and kind == "review":
            self.open_review(row_id)
        elif place == "children" and kind == "child":
            self.open_child(row_id)
        else:
            self.window.go(place)

    def _at_desk(self) -> Desk:
        if self.desk is None:
            raise RuntimeError("the record is locked")
        return self.desk

    def _put_back_lost(self, database: Database) -> None:
        """After a crash, put back what the journal holds and the record does not."""
        if not database.was_cut_off:
            return
        lost = database.unsaved()
        with_place = [each for each in lost if each.has_place]
        if with_place:
            database.put_back(with_place)
            words = ngettext(
                "{count} text you were typing when Waymark was cut off is back.",
                "{count} texts you were typing when Waymark was cut off are back.",
                len(with_place),
            )
            said = words.format(count=len(with_place))
            self.window.show_notice(Notice(said, _("Nothing else was lost."), kind="well"))
        for each in lost:
            if not each.has_place:
                self._show_placeless(database, each.typed)

    def _show_placeless(self, database: Database, typed: "Typed") -> None:
        """Show words whose place in the record is gone, until they have been read."""
        notice = Notice(
            _("These words have no place in the record any more. Copy what you need."),
            typed.text,
        )
        notice.read.connect(lambda: database.journal.settle([typed]))
        self.window.show_notice(notice)

    def _make_ready(self) -> None:
        """Load in idle time what is slow to load when first needed."""
        if self.desk is None:
            return
        database = self.desk.database

        def ready() -> None:
            with quiet_loading():
                from letters.papers import make_ready as make_papers_ready

                database.make_ready_to_save()
                make_papers_ready()

        self.background.run(ready, lambda _done: None, self.window.problems.tell)
        self._back_up()

    def _back_up(self) -> None:
        if self.desk is None:
            return
        database = self.desk.database
        self.background.run(database.back_up_if_due, lambda _path: None, self.window.problems.tell)

    def lock(self) -> None:
        """Save what is half typed, close the record and ask for the passphrase."""
        if self.desk is None or not self.window.flush():
            return
        self._put_away()
        self._show_unlock()
        self.locked.emit()

    def _put_away(self) -> None:
        desk, self.desk = self.desk, None
        self.idle.stop()
        self._backups.stop()
        self.window.pages.forget()
        look_through_all_again()
        if desk is not None:
            self.background.run(
                lambda: _check_and_close(desk.database), lambda _none: None, self._tell_later
            )

    def _tell_later(self, failure: Exception) -> None:
        """Say on the page that asks for the passphrase what the last check found."""
        if isinstance(failure, Problem) and self.desk is None:
            self._unlock_page.refuse(failure)

    def _use_setting(self, name: str) -> None:
        if name == "idle_minutes" and self.desk is not None:
            self.idle.start(self.settings.idle_minutes * SECONDS_IN_A_MINUTE)

    def close(self) -> None:
        """Close the record and end the worker."""
        if self.desk is not None:
            self._put_away()
        self.background.close()


def _greeting(moment: datetime) -> str:
    noon, evening = 12, 18
    if moment.hour < noon:
        return _("Good morning")
    return _("Good afternoon") if moment.hour < evening else _("Good evening")


def _check_and_close(database: Database) -> None:
    """Nobody is waiting now: look at every page of the file, then close it."""
    try:
        database.check_thoroughly()
    finally:
        database.close()


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
    sys.excepthook = lambda _kind, failure, _trace: waymark.window.problems.tell(failure)
    waymark.start()
    return application.exec()
