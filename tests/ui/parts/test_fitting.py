"""A dialog grows with its words, as far as the screen goes; what does not fit scrolls."""

from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.settings.settings_dialog import SettingsDialog


def test_the_settings_grow_when_the_text_is_made_larger_in_them(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = SettingsDialog(Settings(tmp_path))
    qtbot.addWidget(dialog)
    shown(qtbot, dialog)
    settle()
    before = dialog.size()
    assert cut_off(dialog) == []
    assert not dialog._page.verticalScrollBar().isVisible()
    appearance().apply(text_size=200)
    settle()
    room = dialog.screen().availableSize()
    assert dialog.width() > before.width()
    assert dialog.height() > before.height()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    assert cut_off(dialog) == []
    assert len(dialog.findChildren(QLabel)) > len(dialog.fields)
