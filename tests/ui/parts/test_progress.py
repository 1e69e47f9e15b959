"""Progress shows itself only for long work, and can be stopped."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.parts.progress import Progress


def test_progress_shows_itself_only_for_long_work(qtbot: QtBot) -> None:
    progress = Progress()
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(progress)
    shown(qtbot, window)
    progress.start("Making 12 letters")
    assert not progress.isVisible()
    qtbot.waitUntil(progress.isVisible, timeout=5_000)
    progress.step(7, 12)
    assert progress.count.said == "7 of 12"
    progress.step(1_470, 1_470)
    assert progress.count.said == "1,470 of 1,470"
    with qtbot.waitSignal(progress.stop_asked):
        qtbot.mouseClick(progress.stop_button, Qt.MouseButton.LeftButton)
    progress.finish()
    assert not progress.isVisible()


def test_quick_work_shows_no_progress(qtbot: QtBot) -> None:
    progress = Progress()
    qtbot.addWidget(progress)
    progress.start("Making 1 letter")
    progress.finish()
    assert not progress.isVisible()
