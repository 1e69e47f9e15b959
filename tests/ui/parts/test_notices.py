"""A notice stays until it is read, and a clock is told in words."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.parts.notices import Clock, Notice


def test_a_notice_stays_until_it_is_read(qtbot: QtBot) -> None:
    notice = Notice("Ruth changed this", "Nothing moved.", action="Show")
    qtbot.addWidget(notice)
    shown(qtbot, notice)
    with qtbot.waitSignals([notice.action_asked, notice.read]):
        qtbot.keyClick(notice.action, Qt.Key.Key_Space)
    assert not notice.isVisible()
    notice.say("Ruth changed it back")
    assert notice.accessibleName() == "Ruth changed it back"


def test_a_clock_is_told_in_words(qtbot: QtBot) -> None:
    clock = Clock("Day 4 of 5", "Due tomorrow, Friday 13 November", "due")
    qtbot.addWidget(clock)
    assert (clock.accessibleName(), clock.accessibleDescription()) == (
        "Day 4 of 5",
        "Due tomorrow, Friday 13 November",
    )
