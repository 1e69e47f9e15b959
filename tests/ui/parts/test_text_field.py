"""The text area grows, lets Tab go on, takes only plain text, and can be undone."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.typing_keys import type_text
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.parts.buttons import PrimaryButton
from ui.parts.fields import LineField
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


def _paste(words: str) -> None:
    QGuiApplication.clipboard().setText(words)


@pytest.mark.parametrize(("lines", "most"), [(2, 20_000), (1, 5_000)])
def test_a_paste_too_long_keeps_what_was_there_and_what_fits_and_says_the_rest(
    qtbot: QtBot, lines: int, most: int
) -> None:
    field = TextField("What was said", lines=lines)
    qtbot.addWidget(field)
    shown(qtbot, field)
    field.set_text("Kept. ")
    field.control.moveCursor(QTextCursor.MoveOperation.End)
    _paste("x" * most)
    field.control.paste()
    assert field.text() == "Kept. " + "x" * (most - 6)
    assert "6 characters were left out" in field.too_long.said
    assert field.too_long.isVisible()
    assert "left out" in field.control.accessibleDescription()
    qtbot.keyClick(field.control, "y")
    assert len(field.text()) == most
    qtbot.keyClick(field.control, Qt.Key.Key_Backspace)
    assert field.too_long.isHidden()


def test_a_long_text_that_the_record_holds_already_is_never_cut(qtbot: QtBot) -> None:
    field = TextField("What was said", lines=1)
    qtbot.addWidget(field)
    field.set_text("x" * 6_000)
    assert len(field.text()) == 6_000


def test_the_limit_counts_what_is_pasted_over(qtbot: QtBot) -> None:
    field = TextField("What was said", lines=1)
    qtbot.addWidget(field)
    field.set_text("x" * 5_000)
    field.control.selectAll()
    _paste("short")
    field.control.paste()
    assert field.text() == "short"
    assert field.too_long.said == ""


def test_marks_that_nobody_sees_are_left_out_of_what_is_pasted_or_put_in(
    qtbot: QtBot, form: Form
) -> None:
    _window, field, _button = form
    line = LineField("Name")
    qtbot.addWidget(line)
    QGuiApplication.clipboard().setText("Nan \u202eis here\u202c")
    field.control.setFocus()
    field.control.paste()
    line.control.paste()
    assert field.text() == line.text() == "Nan is here"
    field.control.go_to_end()
    field.control.textCursor().insertText("\u202e!")
    assert field.text() == "Nan is here!"
    assert field.control.textCursor().atEnd()
