"""The real program on a real record of Sam's family, with a passphrase that costs little."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.council import LaptopFact
from models.database import Database
from models.security import unlock
from models.security.key_file import Cost
from models.settings import Settings
from models.whose import OWNER
from tests import sample
from tests.typing_keys import type_text
from ui.application import Waymark
from ui.unlock.unlock_page import UnlockPage

PASSPHRASE = "blue horse seven lamp"
CHEAP = Cost(times=1, memory_kib=64, lanes=1)
CTRL = Qt.KeyboardModifier.ControlModifier


def now() -> datetime:
    """The moment of Sam's review, with the zone of this computer."""
    return sample.NOW.astimezone()


def make_sam(folder: Path, *, begun: bool = True) -> sample.Sample:
    """Make a record of Sam's family, with Nadia as its owner; her third review is begun."""
    key = unlock.create(folder, PASSPHRASE, CHEAP)
    database = Database.create(folder, key, now)
    try:
        made = sample.fill(database)
        value = {"staff_id": made.iro_id, "authority_id": sample.AUTHORITY}
        with database.saving(made.iro_id) as session:
            session.add(LaptopFact(name=OWNER, value=value))
        if begun:
            sample.begin(database, made)
    finally:
        database.close()
    return made


def copy_of(made_in: Path, to: Path) -> Path:
    """Copy a closed record."""
    shutil.copytree(made_in, to)
    return to


@dataclass
class Program:
    """The program under test, and a person at its keyboard."""

    qtbot: QtBot
    waymark: Waymark
    folder: Path

    @property
    def door(self) -> UnlockPage:
        """The page that asks for the passphrase."""
        page = self.waymark.door._page
        assert isinstance(page, UnlockPage)
        return page

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        page = self.waymark.window.pages.page()
        assert page is not None
        return page

    def type_passphrase(self, words: str = PASSPHRASE) -> None:
        """Type a passphrase and press Enter."""
        control = self.door.passphrase.control
        control.selectAll()
        type_text(self.qtbot, control, words)
        self.qtbot.keyClick(control, Qt.Key.Key_Return)

    def unlock(self, words: str = PASSPHRASE) -> None:
        """Type the passphrase and wait until the record is open."""
        with self.qtbot.waitSignal(self.waymark.opened):
            self.type_passphrase(words)

    def at_rest(self) -> None:
        """Wait until the worker has nothing to do, and what was to be freed is freed."""
        self.qtbot.waitUntil(lambda: not self.waymark.background.is_busy)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def press(self, key: Qt.Key, *, ctrl: bool = False) -> None:
        """Press a key in whatever has the focus."""
        target = self.waymark.window.focusWidget() or self.waymark.window
        held = CTRL if ctrl else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(target, key, held)

    def type(self, name: str, words: str) -> None:
        """Type into the control of this name on the page that is shown."""
        type_text(self.qtbot, self.control(name), words)

    def control(self, name: str) -> QWidget:
        """Find the shown control of this name."""
        found = [each for each in self.page.findChildren(QWidget, name) if each.isVisible()]
        assert found, f"there is no {name} on the page"
        return found[0]


@contextmanager
def running(qtbot: QtBot, folder: Path, clock: Callable[[], datetime] = now) -> Iterator[Program]:
    """Start the program on this folder, and close it in the end."""
    waymark = Waymark(folder, Settings(), now=clock)
    waymark.start()
    waymark.window.activateWindow()
    qtbot.waitUntil(waymark.window.isActiveWindow)
    try:
        yield Program(qtbot, waymark, folder)
    finally:
        waymark.window._closing_anyway = True
        waymark.window.close()
        waymark.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


_OPEN_IT = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from models.problems import Problem
from ui.record_place import open_record
try:
    open_record(Path(sys.argv[1]), sys.argv[2]).close()
except Problem as problem:
    print(type(problem).__name__)
else:
    print("open")
"""


def opened_elsewhere(folder: Path) -> str:
    """Say how opening the record in a process of its own ends: "open", or its problem."""
    done = subprocess.run(
        [sys.executable, "-c", _OPEN_IT, str(folder), PASSPHRASE],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()
