"""A PIN is made, changed and removed in the settings, and is nowhere to be read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.council import LaptopFact
from models.database import Database
from models.security.give_back import GiveBack
from models.security.key_file import Cost
from models.settings import Settings
from models.whose import OWNER
from tests import sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.at_desk import at_desk
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.desk import Desk
from ui.settings.pin_part import PinPart
from ui.settings.settings_dialog import SettingsDialog


@pytest.fixture
def desk(
    sam: tuple[Database, sample.Sample], qapp: object, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    database, made = sam
    value = {"staff_id": made.iro_id, "authority_id": sample.AUTHORITY}
    with database.saving(made.iro_id) as session:
        session.add(LaptopFact(name=OWNER, value=value))
    quick = Cost(times=1, memory_kib=64, lanes=1)
    monkeypatch.setattr(
        "models.security.give_back.Cost", lambda *given: Cost(*given) if given else quick
    )
    with at_desk(database, made.iro_id, sample.NOW.astimezone()) as opened:
        yield opened


@pytest.fixture
def part(qtbot: QtBot, desk: Desk, tmp_path: Path) -> PinPart:
    dialog = SettingsDialog(Settings(tmp_path), None, desk)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    shown(qtbot, dialog)
    (found,) = dialog.findChildren(PinPart)
    return found


def _giver(desk: Desk) -> GiveBack:
    return GiveBack(desk.database, desk.me.id, desk.now)


def _rest(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.background.is_busy)


def test_a_pin_is_made_with_the_keys_and_gives_the_laptop_back(
    qtbot: QtBot, desk: Desk, part: PinPart
) -> None:
    assert "no PIN yet" in part.stands.said
    assert not part.remove_button.isVisible()
    type_text(qtbot, part.field.control, "4071\n")
    _rest(qtbot, desk)
    assert part.field.text() == ""
    assert "You have a PIN." in part.stands.said
    assert _giver(desk).try_pin("4071").was_right


def test_what_is_typed_is_shown_as_dots(part: PinPart) -> None:
    assert part.field.control.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize("weak", ["123", "1234", "7777"])
def test_a_weak_pin_is_refused_beside_its_field(
    qtbot: QtBot, desk: Desk, part: PinPart, weak: str
) -> None:
    type_text(qtbot, part.field.control, weak)
    qtbot.mouseClick(part.set_button, Qt.MouseButton.LeftButton)
    _rest(qtbot, desk)
    assert "too easy to guess" in part.field.error.said
    assert "4 to 8 digits" in part.field.error.said
    assert part.field.text() == weak
    assert not _giver(desk).standing().has_pin
    type_text(qtbot, part.field.control, "9")
    assert not part.field.has_error


def test_nothing_typed_is_no_pin(qtbot: QtBot, desk: Desk, part: PinPart) -> None:
    qtbot.mouseClick(part.set_button, Qt.MouseButton.LeftButton)
    assert part.field.error.said == "Type 4 to 8 digits first."


def test_a_pin_is_removed(qtbot: QtBot, desk: Desk, part: PinPart) -> None:
    _giver(desk).set_pin("4071")
    part._show_standing()
    qtbot.mouseClick(part.remove_button, Qt.MouseButton.LeftButton)
    assert not _giver(desk).standing().has_pin
    assert "no PIN yet" in part.stands.said


def test_every_control_has_a_name(part: PinPart) -> None:
    assert unnamed(part) == []


def test_the_largest_text_cuts_nothing_off(part: PinPart) -> None:
    appearance().apply("light", 200)
    settle()
    assert cut_off(part.window()) == []
