"""On a laptop that shares, what the service sets for the council is changed by a manager only."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.settings import Settings
from models.sync.registry import IRO, MANAGER, SUPPORT
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from tests.ui.sync.part_of_a_record import Sam, cell, desk_of, refused, said
from ui.desk import Desk
from ui.settings.council_part import CouncilPart
from ui.settings.letters.letters_part import LettersPart
from ui.settings.pictures_part import PicturesPart
from ui.settings.settings_dialog import SettingsDialog
from ui.settings.words_part import WordsPart
from ui.settings.you_part import YouPart


def _settings(qtbot: QtBot, desk: Desk, folder: Path) -> SettingsDialog:
    dialog = SettingsDialog(Settings(folder), None, desk)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    shown(qtbot, dialog)
    return dialog


@pytest.mark.parametrize("role", [IRO, SUPPORT])
def test_what_the_service_sets_is_read_in_the_settings(
    qtbot: QtBot, sam: Sam, tmp_path: Path, role: str
) -> None:
    with desk_of(sam, role) as desk:
        dialog = _settings(qtbot, desk, tmp_path)
        (council,) = dialog.findChildren(CouncilPart)
        assert "Your service sets these. Ask your manager." in said(council)
        box = council.fields["advocacy_phone"].control
        dialog.go_to("council", "advocacy_phone")
        assert box.hasFocus()
        QTest.keyClicks(box, "999")
        assert box.text() == "01632 960 114"
        assert not council.video.isEnabled()
        assert dialog.findChildren(QWidget, "your_meetings") == []
        for part in (LettersPart, PicturesPart, WordsPart):
            assert dialog.findChildren(part) == []
        (you,) = dialog.findChildren(YouPart)
        assert you.fields["name"].control.isReadOnly()
        type_text(qtbot, you.fields["days"].control, " and Fridays")
        assert dialog.flush()
        assert cell(desk, "staff_member", desk.me.id, "days") == "Mondays and Fridays"
        assert refused(desk.database, role) == []
        assert unnamed(dialog) == []


@pytest.mark.parametrize("role", ["", MANAGER])
def test_a_manager_and_whoever_works_alone_set_it(
    qtbot: QtBot, sam: Sam, tmp_path: Path, role: str
) -> None:
    with desk_of(sam, role) as desk:
        dialog = _settings(qtbot, desk, tmp_path)
        (council,) = dialog.findChildren(CouncilPart)
        assert not council.fields["advocacy_phone"].control.isReadOnly()
        assert council.video.isEnabled()
        assert dialog.findChildren(QWidget, "your_meetings")
        for part in (LettersPart, PicturesPart, WordsPart):
            assert len(dialog.findChildren(part)) == 1
