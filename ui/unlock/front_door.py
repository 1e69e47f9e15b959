"""From the passphrase to the open record: the first run, unlocking, and putting a backup back."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from models.database import Database
from models.first_facts import FirstNumbers
from models.problems import DamagedRecord, Problem, RecordMissing
from ui import record_place
from ui.background import Background
from ui.language import _
from ui.main_window import MainWindow
from ui.unlock.first_run_page import FirstRunPage
from ui.unlock.kept_passphrase import KeptPassphrase
from ui.unlock.unlock_page import UnlockPage

if TYPE_CHECKING:
    from models.recovery import Recovery

Opened = tuple[Database, "Recovery | None"]


class FrontDoor(QObject):
    """Stands in front of one record; `opened` gives it, and what a backup brought back."""

    opened = Signal(object, object)  # a Database, and a Recovery or None

    def __init__(
        self,
        folder: Path,
        window: MainWindow,
        background: Background,
        now: Callable[[], datetime],
        *,
        demo: bool = False,
    ) -> None:
        super().__init__(window)
        self.folder, self.demo = folder, demo
        self._window, self._background, self._now = window, background, now
        self._page: UnlockPage | FirstRunPage | None = None
        self._refused: Problem | None = None
        self._kept = KeptPassphrase(folder, background, self)

    def show(self) -> None:
        """Ask for the passphrase, or for what a first record needs."""
        if not self.demo and not record_place.has_record(self.folder):
            self._show_first_run()
            return
        page = self._show_unlock()
        if not self.demo:
            self._kept.offer(page)
        else:
            words = _("The passphrase of the demo council is: {passphrase}")
            page.passphrase.set_hint(words.format(passphrase=record_place.DEMO_PASSPHRASE))

    def make_demo(self) -> None:
        """Make the demo council ready, and open it: its passphrase is no secret."""
        folder = self.folder
        if isinstance(self._page, UnlockPage):
            self._page.passphrase.control.setText(record_place.DEMO_PASSPHRASE)
            wait = _("Making ready an invented council takes a few seconds.")
            self._page.unlock_button.turn_off(wait)

        def make() -> Opened:
            record_place.make_demo(folder)
            return self._open(record_place.DEMO_PASSPHRASE), None

        self._do(make)

    def unlock(self, passphrase: str) -> None:
        """Open the record with this passphrase; the page says so if it does not match."""
        self._do(lambda: (self._open(passphrase), None))

    def tell(self, problem: Problem) -> None:
        """Say a problem on the page that asks for the passphrase."""
        if self._page is not None:
            self._page.refuse(problem)

    def refuse(self, failure: Exception) -> None:
        """Say why the record did not open, and offer a backup where there is a good one."""
        page = self._page
        if page is None:
            self._window.problems.tell(failure)
        elif not isinstance(failure, Problem):
            _turn_on(page)
            self._window.problems.tell(failure)
        elif isinstance(page, UnlockPage):
            self._refused = failure
            page.refuse(failure, backup=_offers_backup(failure))
        else:
            page.refuse(failure)

    def _show_first_run(self) -> None:
        page = self._page = FirstRunPage()
        page.create_asked.connect(self._create)
        self._window.show_screen(page)

    def _show_unlock(self) -> UnlockPage:
        place = _("The demo council, this laptop") if self.demo else _("This laptop")
        page = self._page = UnlockPage(_greeting(self._now()), place)
        page.unlock_asked.connect(self.unlock)
        page.backup_asked.connect(self._recover)
        self._window.show_screen(page)
        return page

    def _create(self, name: str, council: str, passphrase: str, numbers: FirstNumbers) -> None:
        folder, now = self.folder, self._now

        def make() -> Opened:
            made = record_place.make_record(folder, name, council, passphrase, now, numbers)
            return made, None

        self._do(make)

    def _recover(self) -> None:
        page, folder, now = self._page, self.folder, self._now
        if not isinstance(page, UnlockPage) or page.unlock_button.is_off:
            return
        passphrase = page.passphrase.text()
        if not passphrase and self._refused is not None:
            self.refuse(self._refused)  # its button is still needed
            page.passphrase.show_error(_("Type your passphrase first."))
            return
        page.passphrase.clear_error()
        page.clear_problem()
        page.unlock_button.turn_off(_("Putting back the newest backup."))

        def put_back() -> Opened:
            done = record_place.put_back_newest(folder, passphrase, now)
            return self._open(passphrase), done

        self._do(put_back)

    def _open(self, passphrase: str) -> Database:
        return record_place.open_record(self.folder, passphrase, now=self._now)

    def _do(self, work: Callable[[], Opened]) -> None:
        self._background.run(work, self._let_in, self.refuse)

    def _let_in(self, came: Opened) -> None:
        page, self._page, self._refused = self._page, None, None
        if isinstance(page, UnlockPage):
            self._kept.opened(page.passphrase.text())
        if page is not None:
            page.done()  # the passphrase stays nowhere
        self.opened.emit(*came)


def _turn_on(page: UnlockPage | FirstRunPage) -> None:
    button = page.unlock_button if isinstance(page, UnlockPage) else page.create_button
    button.turn_on()


def _offers_backup(problem: Problem) -> bool:
    """Whether there is a good backup to put back; if there is none, the words must say so."""
    if not isinstance(problem, DamagedRecord | RecordMissing):
        return False
    if problem.newest_backup is None:
        from models.recovery import NoGoodBackup  # seldom needed

        problem.next = NoGoodBackup.next
    return problem.newest_backup is not None


def _greeting(moment: datetime) -> str:
    noon, evening = 12, 18
    if moment.hour < noon:
        return _("Good morning")
    return _("Good afternoon") if moment.hour < evening else _("Good evening")
