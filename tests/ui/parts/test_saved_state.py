"""Where the work is safe is always said in words."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.parts.saved_state import SavedState


def test_saved_state_is_always_words(qtbot: QtBot) -> None:
    state = SavedState()
    qtbot.addWidget(state)
    assert state.accessibleName() == "All saved on this laptop"
    state.show_saving()
    assert state.accessibleName() == "Saving on this laptop. You can carry on"
    state.show_trouble("Not saved yet", "What you typed is still here")
    assert state.accessibleName() == "Not saved yet. What you typed is still here"
    with qtbot.waitSignal(state.pressed):
        qtbot.mouseClick(state, Qt.MouseButton.LeftButton)
