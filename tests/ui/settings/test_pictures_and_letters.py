"""The crest, the page of the code, the photograph and the words about oneself, in the settings."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.image_use import Use
from models.own_council import OwnCouncil, council_of
from models.settings import Settings
from models.staff_on_sheet import read_staff
from models.whose_picture import WhosePicture, pictures_of
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.pictures.conftest import desk, file
from tests.ui.shown import shown
from ui.desk import Desk
from ui.parts.notices import Notice
from ui.pictures.one_picture import OnePicture
from ui.settings.letter_head_part import PAGE, LetterHeadPart
from ui.settings.pictures_part import PicturesPart
from ui.settings.settings_dialog import SettingsDialog
from ui.settings.you_part import YouPart

__all__ = ["desk", "file"]  # the fixtures that are used here
File = Callable[[str], Path]


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, tmp_path: Path) -> SettingsDialog:
    made = SettingsDialog(Settings(tmp_path), None, desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    shown(qtbot, made)
    return made


def _head(dialog: SettingsDialog) -> LetterHeadPart:
    (part,) = dialog.findChildren(LetterHeadPart)
    return part


def _council(desk: Desk) -> OwnCouncil:
    with desk.database.reading() as connection:
        council = council_of(connection, desk.me.id)
    assert council is not None
    return council


def _bring(qtbot: QtBot, one: OnePicture, path: Path) -> None:
    one.bringing.bring([path])
    qtbot.waitUntil(lambda: not one.choose_button.is_off)


def _undo(qtbot: QtBot, one: OnePicture) -> None:
    (notice,) = [each for each in one.notices.findChildren(Notice) if not each.isHidden()]
    qtbot.keyClick(notice.action, Qt.Key.Key_Return)


def test_a_crest_is_chosen_changed_removed_and_each_is_taken_back(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk, file: File
) -> None:
    crest = _head(dialog).crest
    whose = WhosePicture("council", _council(desk).id, Use.CREST)

    def digests() -> list[str]:
        with desk.database.reading() as connection:
            return [each.digest for each in pictures_of(connection, whose)]

    assert crest.choose_button.text() == "Choose the crest"
    _bring(qtbot, crest, file("crest.png"))
    first = digests()
    assert len(first) == 1
    assert crest.says.text() == f"The crest of {_council(desk).name}"
    assert crest.choose_button.text() == "Change the crest"
    _bring(qtbot, crest, file("other.png"))
    assert len(digests()) == 1
    assert digests() != first
    _undo(qtbot, crest)
    assert digests() == first
    qtbot.keyClick(crest.remove_button, Qt.Key.Key_Return)
    assert digests() == []
    assert crest.choose_button.hasFocus()
    _undo(qtbot, crest)
    assert digests() == first


def test_a_picture_that_is_none_is_told_beside_its_button(
    qtbot: QtBot, dialog: SettingsDialog, file: File
) -> None:
    crest = _head(dialog).crest
    _bring(qtbot, crest, file("words.png"))
    (notice,) = [each for each in crest.notices.findChildren(Notice) if not each.isHidden()]
    assert "not a PNG, JPEG or SVG" in notice.accessibleName()
    assert crest.picture is None


def test_the_words_of_a_picture_cannot_be_emptied(
    qtbot: QtBot, dialog: SettingsDialog, file: File
) -> None:
    crest = _head(dialog).crest
    _bring(qtbot, crest, file("crest.png"))
    said = crest.says.text()
    crest.says.control.setFocus()
    crest.says.control.selectAll()
    qtbot.keyClick(crest.says.control, Qt.Key.Key_Backspace)
    assert dialog.flush()
    assert crest.says.has_error
    crest.reload()
    assert crest.picture is not None
    assert crest.picture.says == said


def test_the_page_of_the_code_is_kept_when_it_is_one(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk
) -> None:
    page = _head(dialog).fields[PAGE]
    page.control.setFocus()
    type_text(qtbot, page.control, "https://www.penhallow.example/your-review\t")
    assert not page.has_error
    assert _council(desk).letter_page == "https://www.penhallow.example/your-review"
    page.control.setFocus()
    page.control.selectAll()
    type_text(qtbot, page.control, "www.penhallow.example\t")
    assert "beginning with https://" in page.error.said
    assert _council(desk).letter_page == "https://www.penhallow.example/your-review"
    assert desk.database.unsaved() == []
    page.control.setFocus()
    page.control.selectAll()
    qtbot.keyClick(page.control, Qt.Key.Key_Backspace)
    qtbot.keyClick(page.control, Qt.Key.Key_Tab)
    assert not page.has_error
    assert _council(desk).letter_page == ""


def test_words_about_me_and_a_photograph_show_as_children_see_them(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk, file: File
) -> None:
    (you,) = dialog.findChildren(YouPart)
    you.about.control.setFocus()
    type_text(qtbot, you.about.control, "I like tea and long walks.")
    assert you.preview_words.said == "I like tea and long walks."
    assert not you.preview_photo.isVisible()
    _bring(qtbot, you.photo, file("photo.jpg"))
    assert you.preview_photo.isVisible()
    assert you.preview_photo.accessibleName() == f"A photograph of {desk.me.name}"
    assert dialog.flush()
    with desk.database.reading() as connection:
        assert read_staff(connection, desk.me.id).about_me == "I like tea and long walks."
        (photo,) = pictures_of(connection, WhosePicture("staff_member", desk.me.id, Use.PHOTO))
    assert b"Camera" not in photo.image
    assert desk.me.about_me == "I like tea and long walks.", "every page knows it at once"


def test_the_councils_pictures_are_in_the_settings_and_every_control_has_a_name(
    qtbot: QtBot, dialog: SettingsDialog, desk: Desk, file: File
) -> None:
    (part,) = dialog.findChildren(PicturesPart)
    part.pictures.bringing.bring([file("sun.svg")])
    qtbot.waitUntil(lambda: len(part.pictures.rows) == 1)
    _bring(qtbot, _head(dialog).crest, file("crest.png"))
    with desk.database.reading() as connection:
        assert len(pictures_of(connection, WhosePicture("council", _council(desk).id))) == 1
    assert unnamed(dialog) == []
