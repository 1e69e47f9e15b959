"""The text area grows, lets Tab go on, takes only plain text, and can be undone."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.typing_keys import type_text
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.parts.buttons import PrimaryButton
from ui.parts.text_field import TextField


@pytest.fixture
def form(qtbot: QtBot) -> tuple[QWidget, TextField, PrimaryButton]:
    window = QWidget()
    qtbot.addWidget(window)
    field, button = TextField("What was said", lines=2), PrimaryButton("Add note")
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(button)
    column.addStretch(1)
    window.resize(400, 600)
    shown(qtbot, window)
    return window, field, button


Form = tuple[QWidget, TextField, PrimaryButton]


def test_it_grows_line_by_line_and_then_scrolls(qtbot: QtBot, form: Form) -> None:
    _window, field, _button = form
    at_rest = field.control.height()
    assert at_rest == 2 * 23 + 20
    type_text(qtbot, field.control, "one\ntwo\nthree")
    assert field.control.height() == at_rest + 23
    field.set_text("\n".join("line" for _number in range(40)))
    assert field.control.height() == 12 * 23 + 20


def test_tab_goes_on_to_the_next_control(qtbot: QtBot, form: Form) -> None:
    _window, field, button = form
    field.control.setFocus()
    qtbot.keyClick(field.control, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button
    assert field.text() == ""


def test_ctrl_enter_is_told_and_writes_nothing(qtbot: QtBot, form: Form) -> None:
    _window, field, _button = form
    type_text(qtbot, field.control, "said")
    with qtbot.waitSignal(field.control.finished):
        qtbot.keyClick(field.control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "said"


def test_what_is_pasted_comes_as_plain_words(qtbot: QtBot, form: Form) -> None:
    _window, field, _button = form
    pasted = QMimeData()
    pasted.setHtml("<h1 style='color:red'>Biscuit</h1>")
    pasted.setText("Biscuit")
    QGuiApplication.clipboard().setMimeData(pasted)
    field.control.setFocus()
    qtbot.keyClick(field.control, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "Biscuit"
    assert field.control.textCursor().charFormat().fontWeight() < 600


def test_typing_can_be_undone_to_what_was_filled_in(qtbot: QtBot, form: Form) -> None:
    _window, field, _button = form
    with qtbot.assertNotEmitted(field.edited):
        field.set_text("before")
    type_text(qtbot, field.control, "x")
    qtbot.keyClick(field.control, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "before"
    qtbot.keyClick(field.control, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "before"


def test_new_lines_are_as_far_apart_as_the_first(qtbot: QtBot, form: Form) -> None:
    _window, field, _button = form
    type_text(qtbot, field.control, "a\nb\nc")
    block = field.control.document().firstBlock()
    heights = []
    while block.isValid():
        heights.append(block.blockFormat().lineHeight())
        block = block.next()
    assert heights == [23.0, 23.0, 23.0]


def test_it_grows_with_the_text_size(form: Form) -> None:
    _window, field, _button = form
    appearance().apply(text_size=200)
    assert field.control.height() == 2 * 46 + 20
