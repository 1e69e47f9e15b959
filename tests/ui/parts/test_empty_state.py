"""An empty place says what goes there and offers one thing."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.parts.empty_state import EmptyState


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
    empty = EmptyState("cloud", "Nothing waits to be sent", "Released copies stand here.")
    qtbot.addWidget(empty)
    empty.resize(600, 700)
    shown(qtbot, empty)
    empty.resize(600, 700)
    assert empty.detail.y() - empty.title.geometry().bottom() < 20
