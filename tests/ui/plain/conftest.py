"""Two lines that are looked at for a reader of 8 to 11, in a window of their own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from letters.bands import BANDS, Band
from letters.plain.glossary import Glossary
from tests.ui.shown import shown
from ui.background import Background
from ui.plain.looking import Looking, Reader
from ui.plain.plain_editor import PlainEditor

NAMES = frozenset({"Sam", "Samir Oakenshaw", "Nana Bea"})
READER = Reader(BANDS[Band.B], Glossary.of(), NAMES)


@dataclass
class Lines:
    """A window with lines, and what looks at them."""

    window: QWidget
    looking: Looking
    first: PlainEditor
    second: PlainEditor


@pytest.fixture
def background(qapp: object) -> Iterator[Background]:
    found = Background()
    yield found
    found.close()


@pytest.fixture
def lines(qtbot: QtBot, background: Background) -> Lines:
    window = QWidget()
    qtbot.addWidget(window)
    looking = Looking(background, window)
    first, second = PlainEditor(looking, "First"), PlainEditor(looking, "Second")
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    column.addStretch(1)
    window.resize(600, 600)
    looking.read_for(READER)
    shown(qtbot, window)
    return Lines(window, looking, first, second)


Look = Callable[[], None]


@pytest.fixture
def look(qtbot: QtBot, background: Background, lines: Lines) -> Look:
    """Give a way to look now, without the pause, until nothing is left to look at."""

    def now() -> None:
        lines.looking.look()
        qtbot.waitUntil(lambda: not background.is_busy)
        qtbot.wait(0)

    return now
