"""Where the work is safe is always said in words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.saved_state import SavedState, all_saved, where_safe


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


def test_each_window_says_where_its_own_work_is_safe(qtbot: QtBot) -> None:
    windows = [QWidget(), QWidget()]
    states = []
    for window in windows:
        qtbot.addWidget(window)
        states.append(SavedState())
        QVBoxLayout(window).addWidget(states[-1])
        window.show()
    where_safe(windows[0]).say(all_saved("3 changes to share"))
    assert [each.detail.said for each in states] == ["3 changes to share", ""]
    told: list[int] = []
    for place, window in enumerate(windows):
        where_safe(window).pressed.connect(lambda which=place: told.append(which))
    qtbot.mouseClick(states[1], Qt.MouseButton.LeftButton)
    assert told == [1]
