"""A list of brought pictures: added by button and by drop, said in words, removed and back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from letters.pictures import own_pictures, picture_for
from models.database import Database
from models.letter_making import LetterPictureOnSheet
from models.whose_picture import WhosePicture, pictures_of
from tests import sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.desk import Desk
from ui.parts.notices import Notice
from ui.pictures.own_pictures import OwnPictures

File = Callable[[str], Path]


@pytest.fixture
def whose(sam: tuple[Database, sample.Sample]) -> WhosePicture:
    return WhosePicture("child", sam[1].child_id)


@pytest.fixture
def pictures(qtbot: QtBot, desk: Desk, whose: WhosePicture) -> OwnPictures:
    made = OwnPictures(desk, whose, "Sam’s own pictures")
    qtbot.addWidget(made)
    made.resize(480, 600)
    shown(qtbot, made)
    return made


def _kept(desk: Desk, whose: WhosePicture) -> tuple[LetterPictureOnSheet, ...]:
    with desk.database.reading() as connection:
        return pictures_of(connection, whose)


def _bring(qtbot: QtBot, pictures: OwnPictures, *paths: Path) -> None:
    pictures.bringing.bring(paths)
    qtbot.waitUntil(lambda: not pictures.add_button.is_off)


def _told(pictures: OwnPictures) -> str:
    return " ".join(
        notice.accessibleName()
        for notice in pictures.notices.findChildren(Notice)
        if not notice.isHidden()
    )


def test_a_picture_is_added_and_said_by_keyboard(
    qtbot: QtBot, pictures: OwnPictures, desk: Desk, whose: WhosePicture, file: File,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    chosen = [str(file("sun.svg"))]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_given: (chosen, ""))
    assert pictures.nothing.isVisible()
    pictures.add_button.setFocus()
    qtbot.keyClick(pictures.add_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(pictures.rows) == 1)
    (row,) = pictures.rows.values()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is row.says.control)
    assert not pictures.nothing.isVisible()
    type_text(qtbot, row.says.control, "Biscuit the dog\t")
    type_text(qtbot, row.words.control, "dog, Biscuit ,, café dog\t")
    (kept,) = _kept(desk, whose)
    assert (kept.says, kept.words_for) == ("Biscuit the dog", "dog\nBiscuit\ncafé dog")
    assert picture_for("Walk the dog", "", own=own_pictures((kept,))) == f"own/{kept.id}"
    qtbot.keyClick(row.words.control, Qt.Key.Key_Escape)
    assert not row.is_open
    assert row.change_button.hasFocus()
    assert row.said.said == "Biscuit the dog"
    assert row.called.said == "Called by: dog, Biscuit, café dog"
    assert unnamed(pictures) == []


def test_files_that_are_dropped_are_brought_and_a_wrong_one_is_told(
    qtbot: QtBot, pictures: OwnPictures, desk: Desk, whose: WhosePicture, file: File
) -> None:
    carried = QMimeData()
    names = ("crest.png", "words.png", "glass.svg")
    carried.setUrls([QUrl.fromLocalFile(str(file(name))) for name in names])
    actions, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.LeftButton
    at = pictures.rect().center()
    QApplication.sendEvent(pictures, QDragEnterEvent(at, actions, carried, button, keys))
    QApplication.sendEvent(pictures, QDropEvent(QPointF(at), actions, carried, button, keys))
    qtbot.waitUntil(lambda: len(pictures.rows) == 2 and not pictures.add_button.is_off)
    assert "not a PNG, JPEG or SVG" in _told(pictures)
    assert [each.form for each in _kept(desk, whose)] == ["png", "png"], "glass is see-through"


def test_the_same_picture_again_is_told_and_not_kept(
    qtbot: QtBot, pictures: OwnPictures, desk: Desk, whose: WhosePicture, file: File
) -> None:
    _bring(qtbot, pictures, file("sun.svg"), file("sun.svg"))
    assert "here already" in _told(pictures)
    assert len(_kept(desk, whose)) == 1


def test_a_removed_picture_comes_back_by_undo(
    qtbot: QtBot, pictures: OwnPictures, desk: Desk, whose: WhosePicture, file: File
) -> None:
    _bring(qtbot, pictures, file("sun.svg"), file("crest.png"))
    first = next(iter(pictures.rows))
    type_text(qtbot, pictures.rows[first].says.control, "the sun")
    qtbot.keyClick(pictures.rows[first].remove_button, Qt.Key.Key_Return)
    assert first not in pictures.rows
    assert len(_kept(desk, whose)) == 1
    (undo,) = [each for each in pictures.notices.findChildren(Notice) if not each.isHidden()]
    qtbot.keyClick(undo.action, Qt.Key.Key_Return)
    assert next(iter(pictures.rows)) == first
    assert _kept(desk, whose)[0].says == "the sun"


def test_no_name_of_a_file_or_child_is_in_what_is_typed_about(
    qtbot: QtBot, pictures: OwnPictures, desk: Desk, file: File,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    caplog.set_level("DEBUG")
    _bring(qtbot, pictures, file("words.png"), file("photo.jpg"))
    assert "words.png" not in caplog.text
    assert "photo.jpg" not in caplog.text
    assert "Sam" not in caplog.text
    (row,) = pictures.rows.values()
    assert row.picture.says == "", "the name of the file says nothing"


@pytest.mark.parametrize("size", [100, 200])
def test_nothing_is_cut_off(
    qtbot: QtBot, pictures: OwnPictures, file: File, size: int, long_words: None
) -> None:
    _bring(qtbot, pictures, file("sun.svg"))
    appearance().apply(text_size=size)
    pictures.resize(appearance().px(520), 900)
    settle()
    assert cut_off(pictures) == []
