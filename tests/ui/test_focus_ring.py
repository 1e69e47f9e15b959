"""The ring is for the keyboard: Tab shows it, the mouse does not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.focus_frame import OUTSIDE_PX, FocusRing
from ui.parts.buttons import PrimaryButton, SecondaryButton
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.ticks import Tick


def _window(qtbot: QtBot) -> tuple[QWidget, PrimaryButton, SecondaryButton]:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = PrimaryButton("Add note"), SecondaryButton("Open review")
    row = QHBoxLayout(window)
    row.addWidget(first)
    row.addWidget(second)
    shown(qtbot, window)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    return window, first, second


def _ring(window: QWidget) -> FocusRing | None:
    return next((ring for ring in window.findChildren(FocusRing) if ring.isVisible()), None)


def test_tab_brings_the_ring_round_the_next_button(qtbot: QtBot) -> None:
    window, _first, second = _window(qtbot)
    assert _ring(window) is None
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    ring = _ring(window)
    assert ring is not None
    assert ring.widget() is second
    around = second.geometry().adjusted(-OUTSIDE_PX, -OUTSIDE_PX, OUTSIDE_PX, OUTSIDE_PX)
    assert ring.geometry() == around


def test_a_click_takes_the_ring_away(qtbot: QtBot) -> None:
    window, first, _second = _window(qtbot)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert _ring(window) is None


def test_the_ring_follows_its_button(qtbot: QtBot) -> None:
    window, _first, second = _window(qtbot)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    window.resize(900, 400)
    qtbot.wait(0)
    ring = _ring(window)
    assert ring is not None
    assert ring.geometry().center() == second.geometry().center()


def test_the_ring_scrolls_with_the_page_and_goes_with_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = ScrollingPage()
    QHBoxLayout(window).addWidget(page)
    buttons = [PrimaryButton(f"Open review {number}") for number in range(30)]
    for button in buttons:
        page.column.addWidget(button)
    window.resize(400, 300)
    shown(qtbot, window)
    buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    for _press in range(20):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    ring = _ring(window)
    assert ring is not None
    assert ring.widget() is buttons[20]
    assert (
        page.viewport()
        .rect()
        .contains(buttons[20].mapTo(page.viewport(), buttons[20].rect().center()))
    )
    page.deleteLater()
    qtbot.waitUntil(lambda: _ring(window) is None)


def test_the_ring_round_a_tick_is_whole_though_it_lies_inside_its_row(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    row = QVBoxLayout(page)
    tick = Tick("Knows how to complain")
    row.addWidget(tick)
    shown(qtbot, page)
    tick.setFocus(Qt.FocusReason.TabFocusReason)
    ring = _ring(page)
    assert ring is not None
    assert ring.mask().isEmpty()
