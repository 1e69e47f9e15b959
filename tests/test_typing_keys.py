"""Typing in tests reaches a widget as a person's keys do, in every script."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.typing_keys import type_text

WORDS = "Zoë Łoś asked “why?” — ŵŷ ș 你好 سلام 🙂"


def test_letters_of_every_script_reach_a_field(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    type_text(qtbot, field, WORDS)
    assert field.text() == WORDS


def test_a_new_line_is_the_return_key(qtbot: QtBot) -> None:
    note = QPlainTextEdit()
    qtbot.addWidget(note)
    note.show()
    type_text(qtbot, note, "one\ntwo\b\b\bthree")
    assert note.toPlainText() == "one\nthree"


def test_return_in_a_field_says_that_it_is_finished(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitSignal(field.returnPressed, timeout=1000):
        type_text(qtbot, field, "Sam\n")


def test_tab_takes_the_rest_to_the_next_field(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    first, second = QLineEdit(), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(first)
    column.addWidget(second)
    page.show()
    type_text(qtbot, first, "Sam\tZoë")
    assert (first.text(), second.text()) == ("Sam", "Zoë")


def test_typing_into_what_takes_no_keys_fails(qtbot: QtBot) -> None:
    button = QPushButton("Close the review")
    button.setEnabled(False)
    qtbot.addWidget(button)
    button.show()
    with pytest.raises(AssertionError, match="does not take the keyboard"):
        type_text(qtbot, button, "a")
