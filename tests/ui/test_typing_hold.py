"""A row is held from the first key until the field is saved and left."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.typing_now import TypingNow
from tests.typing_keys import type_text
from ui.autosave import Autosave

PLACE = ("note", "n1", "words")


class Saving:
    """Takes what is saved, or refuses it."""

    def __init__(self) -> None:
        self.saved: list[str] = []

    def __call__(self, _field: str, text: str) -> None:
        self.saved.append(text)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    window = QWidget()
    column = QVBoxLayout(window)
    for name in ("one", "other"):
        box = QLineEdit("as it was")
        box.setObjectName(name)
        column.addWidget(box)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield window


def _box(window: QWidget, name: str) -> QLineEdit:
    box = window.findChild(QLineEdit, name)
    assert box is not None
    return box


def _bound(window: QWidget, typing: TypingNow, saving: Saving) -> Autosave:
    autosave = Autosave(saving, None, window)
    autosave.hold_still(typing, lambda _field: PLACE)
    autosave.bind(_box(window, "one"), "words")
    return autosave


def test_a_field_that_is_only_entered_holds_nothing(window: QWidget, qtbot: QtBot) -> None:
    typing = TypingNow()
    _bound(window, typing, Saving())
    _box(window, "one").setFocus()
    assert not typing.rows()
    type_text(qtbot, _box(window, "one"), "x")
    assert typing.rows() == {PLACE[:2]}
    assert typing.seen() == {PLACE: "as it was"}


def test_it_is_held_though_it_is_saved_until_it_is_left(window: QWidget, qtbot: QtBot) -> None:
    typing, saving = TypingNow(), Saving()
    autosave = _bound(window, typing, saving)
    type_text(qtbot, _box(window, "one"), "x")
    autosave.flush()
    assert saving.saved == ["as it wasx"]
    assert typing.holds(*PLACE[:2])
    _box(window, "other").setFocus()
    qtbot.waitUntil(lambda: not typing.rows())


def test_a_field_that_is_gone_lets_its_row_go(window: QWidget, qtbot: QtBot) -> None:
    typing = TypingNow()
    autosave = _bound(window, typing, Saving())
    box = _box(window, "one")
    type_text(qtbot, box, "x")
    assert autosave.flush()  # as a page does before it goes
    box.deleteLater()
    qtbot.waitUntil(lambda: not typing.rows())
