"""Settings come from their declaration, and each choice takes effect at once."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.settings import SETTINGS, Settings
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.settings.settings_dialog import SettingsDialog


def test_every_setting_has_a_field_that_shows_its_value(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.set("idle_minutes", 5)
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    assert set(dialog.fields) == {one.name for one in SETTINGS}
    assert dialog.fields["idle_minutes"].control.currentText() == "5 minutes"
    assert dialog.fields["text_size"].control.currentText() == "100%"
    assert unnamed(dialog) == []


def test_a_choice_by_keyboard_is_kept_and_told(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = SettingsDialog(Settings(tmp_path))
    qtbot.addWidget(dialog)
    shown(qtbot, dialog)
    with qtbot.waitSignal(dialog.setting_changed) as told:
        qtbot.keyClick(dialog.fields["theme"].control, Qt.Key.Key_Down)
    assert told.args == ["theme"]
    assert Settings(tmp_path).theme == "light"


def test_the_dialog_is_freed(freed: Callable[[Callable[[], QWidget]], None]) -> None:
    freed(lambda: SettingsDialog(Settings()))
