"""Buttons answer to Enter and Space; one that is off says why and stays within reach."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.appearance import appearance
from ui.parts.buttons import IconButton, PrimaryButton, SecondaryButton, SmallButton


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_it(qtbot: QtBot, key: Qt.Key) -> None:
    button = PrimaryButton("Add note")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_off_it_does_nothing_and_says_why(qtbot: QtBot, key: Qt.Key) -> None:
    window, button = QWidget(), PrimaryButton("Mark as sent")
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    row.addWidget(button)
    row.addWidget(button.reason)
    shown(qtbot, window)
    button.turn_off("The check is still open.")
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, key)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isEnabled()
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert button.reason.isVisible()
    assert button.accessibleDescription() == "The check is still open."
    button.turn_on()
    assert not button.reason.isVisible()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_bare_icon_has_a_name(qtbot: QtBot) -> None:
    button = IconButton("caret-left", "The page before")
    qtbot.addWidget(button)
    assert button.accessibleName() == "The page before"
    assert not button.icon().isNull()


def test_new_words_are_spoken_too(qtbot: QtBot) -> None:
    button = SecondaryButton("Stop")
    qtbot.addWidget(button)
    button.say("Stopping")
    assert (button.text(), button.accessibleName()) == ("Stopping", "Stopping")


@pytest.mark.parametrize(("in_row", "height"), [(False, 36), (True, 32)])
def test_small_buttons_keep_their_height(qtbot: QtBot, in_row: bool, height: int) -> None:
    button = SmallButton("Edit", in_row=in_row)
    qtbot.addWidget(button)
    button.ensurePolished()
    assert button.sizeHint().height() == height


def test_the_icon_changes_with_the_theme(qtbot: QtBot) -> None:
    button = PrimaryButton("Next", "arrow-right", icon_last=True)
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    appearance().apply("dark")
    assert button.icon().cacheKey() != before
