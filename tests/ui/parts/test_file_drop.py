"""Files that are dropped are taken, wherever in a widget they fall; words are left alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.parts.file_drop import FileDrop

COPY, LEFT = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def target(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def drop_on(target: QWidget, what: QMimeData) -> bool:
    """Drag this over a widget and let it fall; say whether it was taken."""
    over = QDragEnterEvent(QPointF(1, 1).toPoint(), COPY, what, LEFT, NONE)
    QApplication.sendEvent(target, over)
    fall = QDropEvent(QPointF(1, 1), COPY, what, LEFT, NONE)
    QApplication.sendEvent(target, fall)
    return fall.isAccepted() and over.isAccepted()


def files(*paths: Path) -> QMimeData:
    """What a file manager hands over."""
    what = QMimeData()
    what.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return what


def test_files_are_told_once_they_fall(target: QWidget, tmp_path: Path) -> None:
    drop, told = FileDrop(target), []
    drop.dropped.connect(told.append)
    drop.take_drops_on(target)
    assert drop_on(target, files(tmp_path / "a.docx", tmp_path / "b.docx"))
    assert told == [[tmp_path / "a.docx", tmp_path / "b.docx"]]


def test_words_and_places_on_the_web_are_not_files(target: QWidget) -> None:
    drop, told = FileDrop(target), []
    drop.dropped.connect(told.append)
    drop.take_drops_on(target)
    words, web = QMimeData(), QMimeData()
    words.setText("words")
    web.setUrls([QUrl("https://example.org/a.docx")])
    drop_on(target, words)
    drop_on(target, web)
    assert told == []
