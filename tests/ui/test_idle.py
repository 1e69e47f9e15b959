"""Nobody there for some minutes: it is told once; a key or the mouse begins the count again."""

from PySide6.QtCore import QElapsedTimer, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.idle import IdleWatch


def test_it_is_told_when_the_time_is_over(qtbot: QtBot) -> None:
    watch = IdleWatch(0.05)
    with qtbot.waitSignal(watch.went_idle, timeout=5_000):
        watch.start()


def test_it_is_not_told_while_stopped(qtbot: QtBot) -> None:
    watch = IdleWatch(0.01)
    watch.start()
    watch.stop()
    with qtbot.assertNotEmitted(watch.went_idle, wait=60):
        pass


def test_a_key_or_the_mouse_begins_the_count_again(qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    watch = IdleWatch(0.4)
    shown(qtbot, line)
    watch.start()
    clock = QElapsedTimer()
    clock.start()
    came: list[int] = []
    watch.went_idle.connect(lambda: came.append(clock.elapsed()))
    handle = line.windowHandle()
    while clock.elapsed() < 600:
        QTest.keyClick(handle, Qt.Key.Key_A)
        QTest.mouseMove(handle, QPoint(clock.elapsed() % 20, 5))
        qtbot.wait(20)
    assert came == [] or came[0] >= 600
    last = clock.elapsed()
    qtbot.waitUntil(lambda: bool(came), timeout=10_000)
    assert came[0] >= last
