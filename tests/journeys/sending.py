"""Somebody at the place Send with keys and a mouse; what the printer takes is recorded."""

import os
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from models.database import Database
from tests.journeys.keyboard import KEY
from tests.journeys.paper_jam_process import Printer
from tests.journeys.playing import SCREEN
from tests.journeys.sharing import scroll_to
from tests.real_program import Program
from tests.typing_keys import type_text
from ui.appearance import appearance
from ui.send.send_page import SendPage

LONG_MS = 20_000  # at the most; every wait ends with what it waits for
_LOOK = os.environ.get("WAYMARK_LOOK", "")  # a folder for pictures of the windows, to look at


class Sending:
    """The program is open at the place Send."""

    def __init__(self, program: Program, tray: Path) -> None:
        self.program, self.qtbot, self.tray = program, program.qtbot, tray
        tray.mkdir(exist_ok=True)
        appearance().apply("light", 100)
        program.waymark.window.resize(*SCREEN)
        program.unlock()
        self.page = self.go()

    def go(self) -> SendPage:
        """Go to the place Send."""
        page = self.program.waymark.window.go("send")
        assert isinstance(page, SendPage)
        self.page = page
        return page

    @property
    def database(self) -> Database:
        """The record that is open."""
        desk = self.program.waymark.desk
        assert desk is not None
        return desk.database

    @property
    def sheets(self) -> list[str]:
        """What came out of the printer, sheet by sheet."""
        return [each.read_text() for each in sorted(self.tray.iterdir())]

    def choose_printer(self, jams_after: int = 10_000) -> None:
        """Answer the next question for a printer with one that jams after so many sheets."""
        printer = self.printer = Printer(self.tray, jams_after)
        self.page.printing.ask_printer = lambda chosen: chosen(printer)  # type: ignore[method-assign]

    def is_asked(self, *, after_a_cut: bool = False) -> None:
        """Wait until it is asked whether everything came out; the keyboard is there.

        After a cut it is on the answer that marks nothing.
        """
        self.qtbot.waitUntil(lambda: self.page.run.all_button.isVisible(), timeout=LONG_MS)
        run = self.page.run
        assert self.at is (run.jam_button if after_a_cut else run.all_button)

    @property
    def at(self) -> QWidget:
        """What has the keyboard."""
        focused = QApplication.focusWidget()
        assert focused is not None, "the keyboard is nowhere"
        return focused

    def press(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        """Press these keys in whatever has the keyboard."""
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.qtbot.keyClick(self.at, key, held)

    def type(self, words: str) -> None:
        """Type into whatever has the keyboard."""
        type_text(self.qtbot, self.at, words)

    def click(self, control: QWidget) -> None:
        """Click a control, once the page was scrolled to it."""
        scroll_to(control)
        assert not control.visibleRegion().isEmpty(), f"{control.objectName()} is not in sight"
        self.qtbot.mouseClick(
            control, Qt.MouseButton.LeftButton, pos=QPoint(14, control.height() // 2)
        )

    def go_to(self, copy_id: str) -> None:
        """Go to a copy by the arrows, from the queue."""
        next(iter(self.page.queue.rows.values())).setFocus(Qt.FocusReason.TabFocusReason)
        self.press(KEY.Key_Right)
        rows = self.page.people.rows
        self.press(*[KEY.Key_Up] * len(rows))
        for _ in rows:
            if rows[copy_id].hasFocus():
                return
            self.press(KEY.Key_Down)
        assert rows[copy_id].hasFocus()

    def look(self, name: str) -> None:
        """Keep a picture of the window for a person to look at, when one asks for it."""
        if _LOOK:
            self.qtbot.wait(300)
            self.program.waymark.window.grab().save(str(Path(_LOOK) / f"{name}.png"))
