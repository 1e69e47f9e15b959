"""The council's words stand in the settings."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.typing_keys import type_text
from tests.ui.pictures.conftest import desk
from tests.ui.shown import shown
from ui.desk import Desk
from ui.settings.settings_dialog import SettingsDialog
from ui.settings.words_part import WordsPart

__all__ = ["desk"]  # the fixture that is used here


def test_a_word_half_written_is_kept_as_the_settings_close(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    dialog = SettingsDialog(Settings(tmp_path), None, desk)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    shown(qtbot, dialog)
    (part,) = dialog.findChildren(WordsPart)
    part.words.ask_for_one()
    form = part.words.form
    assert form is not None
    type_text(qtbot, form.term.control, "contact")
    dialog.accept()
    assert dialog.isVisible(), "half a word is told, not lost"
    assert form.instead.has_error
    type_text(qtbot, form.instead.control, "family time")
    dialog.accept()
    assert not dialog.isVisible()
    assert [row.word.term for row in part.words.rows.values()] == ["contact"]
