"""Sam's turn on the screen, over a real record; her review is begun."""

from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.review_sheet import ReviewSheet
from models.security.give_back import GiveBack
from tests import sample
from tests.ui.meeting.conftest import Clock
from tests.ui.shown import shown
from ui.background import Background
from ui.childs_turn import spoken
from ui.childs_turn.childs_turn import ChildsTurn
from ui.childs_turn.give_back_card import GiveBackCard
from ui.childs_turn.turn import Turn
from ui.childs_turn.voice import Voice
from ui.desk import Desk


@pytest.fixture
def desk(sam: tuple[Database, sample.Sample], qapp: object) -> Iterator[Desk]:
    database, made = sam
    sample.begin(database, made)
    background = Background()
    yield Desk(database, made.me, sample.calendar(), Clock(), background)
    background.close()


@pytest.fixture
def read(sam: tuple[Database, sample.Sample]) -> Callable[[], ReviewSheet]:
    """Give Sam's review as the record has it now."""
    return lambda: sample.sheet(*sam)


Open = Callable[..., ChildsTurn]


@pytest.fixture
def open_turn(qtbot: QtBot, desk: Desk, sam: tuple[Database, sample.Sample]) -> Iterator[Open]:
    """Give a way to open Sam's turn in a window of the usual size."""
    opened: list[ChildsTurn] = []

    def give(key: str = "", width: int = 1366, height: int = 768) -> ChildsTurn:
        check = GiveBack(desk.database, desk.me.id, desk.now)
        window = ChildsTurn(
            Turn(desk, sam[1].review_id),
            Voice("en_GB", load=lambda: None),
            lambda: GiveBackCard(check, desk.background),
        )
        opened.append(window)
        window.resize(width, height)
        shown(qtbot, window)
        if key:
            window.go(key)
        for _round in range(3):  # a page that has just been made finds its room
            QApplication.processEvents()
        return window

    yield give
    for window in opened:
        if shiboken6.isValid(window):
            window.let_go()
    spoken.speak("")
    QApplication.sendPostedEvents()


def tap(widget: QWidget, place: QPoint | None = None) -> None:
    """Touch a widget with one finger, and lift it again."""
    screen = QTest.createTouchDevice()
    point = place or widget.rect().center()
    down = QTest.touchEvent(widget, screen)
    down.press(0, point, widget)
    down.commit()
    up = QTest.touchEvent(widget, screen)
    up.release(0, point, widget)
    up.commit()
    QApplication.processEvents()


def press(qtbot: QtBot, widget: QWidget, *keys: Qt.Key) -> None:
    """Press keys where the keyboard is in this window."""
    for key in keys:
        focused = widget.window().focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
