"""The grown-up takes the laptop back with a PIN or the passphrase; a child does not."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.problems import DamagedKey
from models.security import unlock
from models.security.give_back import WAIT_SECONDS, GiveBack, Standing
from models.security.key_file import Cost
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.background import Background
from ui.childs_turn.give_back_card import GiveBackCard
from ui.childs_turn.tool import Tool

QUICK = Cost(times=1, memory_kib=64, lanes=1)
PASSPHRASE = "blue horse seven lamp"
PIN = "4071"
NOW = datetime(2026, 11, 20, 16, 4, tzinfo=UTC)


class Kitchen:
    """A record, its clock and the card over a child's turn."""

    def __init__(self, folder: Path, qtbot: QtBot) -> None:
        self.now, self.qtbot = NOW, qtbot
        self.database = Database.create(
            folder, unlock.create(folder, PASSPHRASE, QUICK), lambda: NOW
        )
        self.giver = GiveBack(self.database, "me", lambda: self.now)
        self.background = Background()

    def card(self) -> GiveBackCard:
        card = GiveBackCard(self.giver, self.background)
        card.resize(1000, 760)
        self.qtbot.addWidget(card)
        shown(self.qtbot, card)
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        return card

    def rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.background.is_busy)


@pytest.fixture
def kitchen(tmp_path: Path, qtbot: QtBot) -> Iterator[Kitchen]:
    made = Kitchen(tmp_path / "record", qtbot)
    yield made
    made.background.close()
    made.database.close()


def _click(qtbot: QtBot, card: GiveBackCard, digits: str) -> None:
    for digit in digits:
        qtbot.mouseClick(card.keypad.keys[digit], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.keypad.enter, Qt.MouseButton.LeftButton)


def _press(qtbot: QtBot, digits: str) -> None:
    for digit in digits:
        qtbot.keyClick(QApplication.focusWidget(), digit)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def test_the_pin_by_finger_gives_the_laptop_back(qtbot: QtBot, kitchen: Kitchen) -> None:
    kitchen.giver.set_pin(PIN, QUICK)
    card = kitchen.card()
    assert not card.passphrase.isVisible()
    with qtbot.waitSignal(card.given_back):
        _click(qtbot, card, PIN)


def test_the_pin_by_the_keys_gives_the_laptop_back(qtbot: QtBot, kitchen: Kitchen) -> None:
    kitchen.giver.set_pin(PIN, QUICK)
    card = kitchen.card()
    for digit in "409":
        qtbot.keyClick(QApplication.focusWidget(), digit)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert card.keypad.dots.count == 2
    assert card.keypad.dots.accessibleName() == "2 digits typed"
    with qtbot.waitSignal(card.given_back):
        _press(qtbot, PIN[2:])


def test_a_wrong_pin_is_told_and_forgotten(qtbot: QtBot, kitchen: Kitchen) -> None:
    kitchen.giver.set_pin(PIN, QUICK)
    card = kitchen.card()
    with qtbot.assertNotEmitted(card.given_back):
        _click(qtbot, card, "9183")
        kitchen.rest()
    assert card.wrong.said == "That PIN did not match."
    assert card.keypad.dots.count == 0
    with qtbot.waitSignal(card.given_back):
        _press(qtbot, PIN)


def test_after_wrong_tries_it_waits_and_the_passphrase_still_helps(
    qtbot: QtBot, kitchen: Kitchen
) -> None:
    kitchen.giver.set_pin(PIN, QUICK)
    card = kitchen.card()
    for _try in range(3):
        _click(qtbot, card, "9183")
        kitchen.rest()
    assert not card.keypad.isVisible()
    assert f"{WAIT_SECONDS[3]} seconds" in card.wrong.said
    again = kitchen.card()
    assert not again.keypad.isVisible()
    type_text(qtbot, again.passphrase.control, PASSPHRASE)
    with qtbot.waitSignal(again.given_back):
        qtbot.mouseClick(again.open_button, Qt.MouseButton.LeftButton)


def test_when_the_wait_is_over_the_pin_is_asked_for_again(qtbot: QtBot, kitchen: Kitchen) -> None:
    kitchen.giver.set_pin(PIN, QUICK)
    card = kitchen.card()
    for _try in range(3):
        _click(qtbot, card, "9183")
        kitchen.rest()
    kitchen.now += timedelta(seconds=WAIT_SECONDS[3])
    card.begin()
    assert card.keypad.isVisible()
    assert card.wrong.said == ""


def test_too_many_wrong_tries_leave_the_passphrase_only(qtbot: QtBot, kitchen: Kitchen) -> None:
    kitchen.giver.set_pin(PIN, QUICK)
    while not kitchen.giver.try_pin("9183").only_passphrase:
        kitchen.now += timedelta(hours=1)
    card = kitchen.card()
    assert not card.keypad.isVisible()
    assert not card.other_way.isVisible()
    assert "Only the passphrase helps now." in card.wrong.said


def test_without_a_pin_the_passphrase_is_asked_for(qtbot: QtBot, kitchen: Kitchen) -> None:
    card = kitchen.card()
    assert not card.keypad.isVisible()
    assert not card.other_way.isVisible()
    type_text(qtbot, card.passphrase.control, "green cow nine chair\n")
    kitchen.rest()
    assert card.wrong.said.startswith("That passphrase did not match.")
    assert card.passphrase.text() == ""
    with qtbot.waitSignal(card.given_back):
        type_text(qtbot, card.passphrase.control, PASSPHRASE + "\n")


def test_the_passphrase_may_be_used_in_place_of_the_pin(qtbot: QtBot, kitchen: Kitchen) -> None:
    kitchen.giver.set_pin(PIN, QUICK)
    card = kitchen.card()
    qtbot.mouseClick(card.other_way, Qt.MouseButton.LeftButton)
    assert card.passphrase.control.hasFocus()
    assert not card.keypad.isVisible()
    qtbot.mouseClick(card.open_button, Qt.MouseButton.LeftButton)
    assert card.wrong.said == "Type your passphrase first."
    qtbot.mouseClick(card.other_way, Qt.MouseButton.LeftButton)
    assert card.keypad.isVisible()
    assert card.wrong.said == ""


def test_carrying_on_forgets_what_was_typed(qtbot: QtBot, kitchen: Kitchen) -> None:
    kitchen.giver.set_pin(PIN, QUICK)
    card = kitchen.card()
    qtbot.keyClick(QApplication.focusWidget(), "4")
    with qtbot.waitSignal(card.cancelled):
        qtbot.mouseClick(card.cancel_button, Qt.MouseButton.LeftButton)
    assert card.keypad.dots.count == 0
    with qtbot.waitSignal(card.cancelled):
        qtbot.keyClick(card, Qt.Key.Key_Escape)


def test_a_damaged_key_file_is_told_in_words(
    qtbot: QtBot, kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = kitchen.card()

    def damaged(_words: str) -> Standing:
        raise DamagedKey

    monkeypatch.setattr(kitchen.giver, "try_passphrase", damaged)
    type_text(qtbot, card.passphrase.control, PASSPHRASE + "\n")
    kitchen.rest()
    assert "missing or damaged" in card.wrong.said


def test_the_keys_are_big_and_every_control_has_a_name(qtbot: QtBot, kitchen: Kitchen) -> None:
    kitchen.giver.set_pin(PIN, QUICK)
    card = kitchen.card()
    assert unnamed(card) == []
    for key in card.findChildren(Tool):
        assert min(key.width(), key.height()) >= 76


def test_the_digits_are_never_on_the_screen(qtbot: QtBot, kitchen: Kitchen) -> None:
    kitchen.giver.set_pin(PIN, QUICK)
    card = kitchen.card()
    for digit in PIN[:2]:
        qtbot.keyClick(QApplication.focusWidget(), digit)
    said = [each.accessibleName() for each in card.findChildren(QLabel)]
    assert card.keypad.dots.count == 2
    assert not any("40" in each for each in said)


def test_it_is_freed(kitchen: Kitchen, freed: Callable[[Callable[[], QWidget]], None]) -> None:
    def make() -> QWidget:
        made = GiveBackCard(kitchen.giver, kitchen.background)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return made

    freed(make)
