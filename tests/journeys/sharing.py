"""People who share: each in a real window, with a laptop and a plug of their own."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any  # a request, its answer and a cell hold any JSON value

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.sync.exchange import Exchange
from models.sync.link import HostNotFound, Link
from models.sync.state import SharingState
from tests import sample
from tests.journeys import shared_folders
from tests.journeys.playing import Clock
from tests.real_program import Program, running
from tests.shared_council import SharedCouncil
from tests.typing_keys import type_text
from ui.appearance import appearance
from ui.desk import Desk
from ui.meeting.review_page import ReviewPage
from ui.parts.notices import Notice
from ui.parts.saved_state import SavedState
from ui.sync.council_line import CouncilLine, account_of, link_for
from ui.sync.sharing import Sharing
from ui.sync.sync_page import SyncPage

LEFT = Qt.MouseButton.LeftButton
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SCREEN = (1366, 768)
ROUND_MS = 60_000  # at the most; signals end the waiting
_LOOK = os.environ.get("WAYMARK_LOOK", "")  # a folder for pictures of the windows, to look at
Asked = Callable[[str, Mapping[str, Any]], None]


@dataclass
class Plug:
    """The cable of one laptop: it can be out, and it hears what is asked over it."""

    is_out: bool = False
    before: Asked = lambda _name, _request: None
    asked: list[tuple[str, Mapping[str, Any]]] = field(default_factory=list)


class PluggedLink:
    """The real way to the council, as long as the cable is in."""

    def __init__(self, link: Link, plug: Plug) -> None:
        self._link, self._plug = link, plug

    def call(self, name: str, request: Mapping[str, Any]) -> dict[str, Any]:
        """Ask, or find nobody there."""
        self._plug.before(name, request)
        if self._plug.is_out:
            raise HostNotFound
        self._plug.asked.append((name, request))
        return self._link.call(name, request)

    def cut(self) -> None:
        """Break off what is under way."""
        self._link.cut()

    def close(self) -> None:
        """Let the connection go."""
        self._link.close()


class Sharer:
    """Somebody of the council at the window of their own laptop."""

    def __init__(self, program: Program, login: str) -> None:
        self.program, self.login, self.plug = program, login, Plug()
        self.qtbot, self.waymark = program.qtbot, program.waymark
        self.waymark.window.resize(*SCREEN)
        self.sharing._open_line = self._open_line
        program.unlock()
        self.qtbot.waitUntil(lambda: self.sharing.state is not None, timeout=ROUND_MS)
        self.sharing._next.stop()  # the rounds are those that a journey begins
        program.at_rest()

    def _open_line(self, desk: Desk, password: str) -> CouncilLine:
        link = link_for(account_of(desk), password)
        return CouncilLine(desk, PluggedLink(link, self.plug))

    @property
    def sharing(self) -> Sharing:
        """The sharing of this laptop."""
        return self.waymark.sharing

    @property
    def state(self) -> SharingState:
        """How sharing stands, as it was last read."""
        assert self.sharing.state is not None
        return self.sharing.state

    @property
    def database(self) -> Database:
        """The record that is open."""
        assert self.waymark.desk is not None
        return self.waymark.desk.database

    @property
    def review(self) -> ReviewPage:
        """The review that is open."""
        page = self.program.page
        assert isinstance(page, ReviewPage)
        return page

    def come_forward(self) -> None:
        """Have this window in front, with the keyboard where it was in it."""
        window = self.waymark.window
        if not window.isActiveWindow():
            while (popup := QApplication.activePopupWidget()) is not None:
                popup.close()  # as it does for whoever looks at another window
            window.activateWindow()
            self.qtbot.waitUntil(window.isActiveWindow, timeout=ROUND_MS)

    def share(self) -> Any:
        """Share by Ctrl+Shift+S from wherever the keyboard is, and wait until it is done."""
        self.come_forward()
        at = QApplication.focusWidget() or self.waymark.window
        with self.qtbot.waitSignal(self.sharing.round_ended, timeout=ROUND_MS) as ended:
            self.qtbot.keyClick(at, Qt.Key.Key_S, CTRL_SHIFT)
        self.sharing._next.stop()
        self.settle()
        return ended.args[0] if ended.args else None

    def settle(self) -> None:
        """Let what was saved reach every page, and what waited come into a row that was left."""
        background = self.waymark.background
        for _ in range(2):
            self.qtbot.waitUntil(lambda: not background.is_busy, timeout=ROUND_MS)
            self.qtbot.wait(0)
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.sharing.look()
        self.qtbot.wait(0)

    @property
    def said(self) -> str:
        """What the pages say of where the work is safe; they all say the same."""
        self.sharing.look()
        shown = self.waymark.window.findChildren(SavedState)
        (words,) = {each.accessibleName() for each in shown if each.isVisible()}
        return words

    @property
    def told(self) -> list[str]:
        """What stands in notices anywhere in the window."""
        notices = self.waymark.window.findChildren(Notice)
        return [each.accessibleName() for each in notices if each.isVisible()]

    def go_to_sync(self) -> SyncPage:
        """Open the place Sync."""
        self.come_forward()
        page = self.waymark.window.go("sync")
        assert isinstance(page, SyncPage)
        self.settle()
        return page

    def shown(self, name: str, inside: QWidget | None = None) -> QWidget:
        """Find the one control of this name that is shown in the window."""
        around = inside or self.waymark.window
        found = [each for each in around.findChildren(QWidget, name) if each.isVisible()]
        assert len(found) == 1, f"{len(found)} controls are called {name}"
        return found[0]

    def click(self, name: str) -> None:
        """Click a control by its name."""
        self.click_on(self.shown(name))

    def press_named(self, words: str, inside: QWidget | None = None) -> None:
        """Click the one button that is read out so, once it is there."""
        around = inside or self.waymark.window

        def found() -> list[QAbstractButton]:
            buttons = [each for each in around.findChildren(QAbstractButton) if each.isVisible()]
            return [each for each in buttons if words in (each.accessibleName(), each.text())]

        self.qtbot.waitUntil(lambda: len(found()) == 1, timeout=ROUND_MS)
        self.click_on(found()[0])

    def click_on(self, control: QWidget) -> None:
        """Click a control, once the page was scrolled to it."""
        self.come_forward()
        scroll_to(control)
        assert not control.visibleRegion().isEmpty(), f"{control.objectName()} is not in sight"
        self.qtbot.mouseClick(control, LEFT, pos=QPoint(14, control.height() // 2))

    def type(self, words: str) -> None:
        """Type into what has the keyboard."""
        self.come_forward()
        focused = QApplication.focusWidget()
        assert focused is not None
        type_text(self.qtbot, focused, words)

    def one(self, sql: str, *given: Any) -> Any:
        """Look for one value in the record of this laptop."""
        with self.database.reading() as connection:
            row = connection.execute(sql, given).fetchone()
        return None if row is None else row[0]

    @property
    def set_aside(self) -> int:
        """How many pieces of work are set aside, but for what the council itself sets."""
        return int(self.one("SELECT count(*) FROM held_work WHERE why <> 'council_sets_this'"))

    def look(self, name: str) -> None:
        """Keep a picture of the window for a person to look at, when one asks for it."""
        if _LOOK:
            QApplication.sendPostedEvents()
            self.qtbot.wait(300)
            self.waymark.window.grab().save(str(Path(_LOOK) / f"{name}.png"))


class Office:
    """A council's shared database, and the people who are at work with it."""

    def __init__(self, qtbot: QtBot, council: SharedCouncil, folder: Path) -> None:
        self.qtbot, self.council, self.folder = qtbot, council, folder
        self.clock = Clock()
        self.family = sample.Sample()
        self._open = ExitStack()
        appearance().apply("light", 100)

    def __enter__(self) -> "Office":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def join(
        self, login: str, role: str = "iro", *, with_sam: bool = False, shares: bool = True
    ) -> None:
        """Add somebody, whose laptop has joined and shared once; nothing is open yet."""
        self.council.person(login, role)
        folder = self.folder / login
        made = shared_folders.sam(folder) if with_sam else shared_folders.empty(folder)
        with shared_folders.opened(folder, self.clock) as database:
            person = shared_folders.joined(self.council, login, database, self.clock)
            if made is not None:
                self.family = made
                self.family.iro_id = person
            if shares:
                self.round(login, database)

    def round(self, login: str, database: Database) -> None:
        """Share once without any window."""
        link = self.council.link(login)
        Exchange(database, link, self.clock, sample.calendar()).round()
        link.close()

    def open(self, login: str, folder: str = "") -> Sharer:
        """Start the program on this person's laptop, and let them in."""
        place = self.folder / (folder or login)
        program = self._open.enter_context(running(self.qtbot, place, self.clock))
        return Sharer(program, login)

    @contextmanager
    def at_work(self, login: str) -> Iterator[Sharer]:
        """Start the program on this person's laptop for a while, and close it again."""
        with running(self.qtbot, self.folder / login, self.clock) as program:
            yield Sharer(program, login)

    def rows(self) -> dict[str, tuple[str, int, dict[str, Any]]]:
        """Every row that the shared database has of the child: table, version and fields."""
        found = self.council.admin.execute(
            "SELECT id::text, table_name, row_version, data FROM waymark.row WHERE case_id = %s",
            (self.family.child_id,),
        ).fetchall()
        return {row[0]: (row[1], row[2], _filled(row[3])) for row in found}

    def assert_equal(self, *people: Sharer) -> None:
        """See that these laptops have what the shared database has, and nothing waits."""
        there = self.rows()
        for each in people:
            assert shared_folders.rows(each.database, self.family.child_id) == there, each.login
            assert each.state.waiting == 0


def scroll_to(control: QWidget) -> None:
    """Scroll every page around a control until it is in sight."""
    QApplication.sendPostedEvents()
    around = control.parentWidget()
    while around is not None:
        if hasattr(around, "ensureWidgetVisible"):
            around.ensureWidgetVisible(control, 0, 40)
        around = around.parentWidget()


def _filled(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value is not None}
