"""Before what cannot be undone: Esc and a careless Enter are the safe answer."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.parts.dialog import Question, ask


def _question() -> Question:
    return Question("Finish the record?", "A change makes version 2.", "Finish", "Keep working")


def _answer(key: Qt.Key) -> bool:
    """Ask, and press a key on whatever has the focus in the dialog."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        target = dialog.focusWidget() or dialog
        target.setFocus()
        QTest.keyClick(target, key)

    QTimer.singleShot(0, press)
    return ask(_question())


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_esc_and_a_careless_enter_are_the_safe_answer(qtbot: QtBot, key: Qt.Key) -> None:
    assert _answer(key) is False


def test_the_verb_does_it(qtbot: QtBot) -> None:
    question = _question()
    qtbot.addWidget(question)
    shown(qtbot, question)
    with qtbot.waitSignal(question.accepted):
        qtbot.mouseClick(question.do_button, Qt.MouseButton.LeftButton)


def test_a_question_is_freed(freed: Callable[[Callable[[], QWidget]], None]) -> None:
    freed(_question)
