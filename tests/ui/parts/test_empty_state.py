"""An empty place says what goes there and offers one thing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.parts.empty_state import EmptyState
from ui.parts.scrolling_page import ScrollingPage


def test_an_empty_place_offers_one_thing(qtbot: QtBot) -> None:
    empty = EmptyState("cloud", "No worries written yet", "Say what you saw.", action="Write one")
    qtbot.addWidget(empty)
    shown(qtbot, empty)
    with qtbot.waitSignal(empty.action_asked):
        qtbot.mouseClick(empty.action, Qt.MouseButton.LeftButton)
    nothing_to_do = EmptyState("cloud", "Nothing", "Nothing at all.")
    qtbot.addWidget(nothing_to_do)
    shown(qtbot, nothing_to_do)
    assert not nothing_to_do.action.isVisible()


def test_in_a_tall_place_its_words_and_what_goes_there_stand_together(qtbot: QtBot) -> None:
    page, rest = ScrollingPage(), QWidget()
    empty = EmptyState("cloud", "Nothing waits to be sent", "Released copies stand here.")
    rest.hide()
    page.column.addWidget(empty)
    page.column.addWidget(rest, 1)
    qtbot.addWidget(page)
    page.resize(800, 700)
    shown(qtbot, page)
    page.resize(800, 700)
    qtbot.waitUntil(lambda: empty.height() > 500)
    assert empty.detail.geometry().bottom() - empty.title.y() < 100
