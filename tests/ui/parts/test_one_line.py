"""Words on one line end in an ellipsis rather than push others out of the window."""

from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.parts.buttons import SmallButton
from ui.parts.one_line import OneLine


def test_a_long_name_leaves_the_button_in_reach(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    name, button = OneLine("Bartholomew " * 8, "label"), SmallButton("Edit")
    line = QHBoxLayout(window)
    line.addWidget(name, 1)
    line.addWidget(button)
    window.resize(300, 60)
    shown(qtbot, window)
    assert window.width() == 300
    assert button.geometry().right() < 300
    assert name.shown.endswith("…")
    window.grab()
    assert name.toolTip() == name.said
    name.say("Bo")
    assert name.shown == "Bo"
