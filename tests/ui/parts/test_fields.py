"""Fields: named by their label, told by their hint, and clear about what is wrong."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.typing_keys import type_text
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.parts.fields import (
    NAME_LENGTH,
    ChoiceField,
    Field,
    FinalField,
    LineField,
    PassphraseField,
    SearchField,
)


def test_the_label_and_hint_are_read_out(qtbot: QtBot) -> None:
    field = LineField("By when", hint="Day first", optional=True)
    qtbot.addWidget(field)
    assert field.control.accessibleName() == "By when (optional)"
    assert field.control.accessibleDescription() == "Day first"
    assert field.label.buddy() is field.control


def test_typing_is_told_and_filling_in_is_not(qtbot: QtBot) -> None:
    field = LineField("Name")
    qtbot.addWidget(field)
    shown(qtbot, field)
    with qtbot.assertNotEmitted(field.edited):
        field.set_text("Sam")
    with qtbot.waitSignal(field.edited):
        type_text(qtbot, field.control, "Ł")
    assert field.text() == "SamŁ"


def test_an_error_is_said_keeps_the_text_and_goes_again(qtbot: QtBot) -> None:
    field = LineField("Name", hint="As in letters")
    qtbot.addWidget(field)
    shown(qtbot, field)
    field.set_text("Sam")
    assert not field.has_error
    field.show_error("Type the whole name.")
    assert field.has_error
    assert field.error.isVisible()
    assert field.control.accessibleDescription() == "Type the whole name."
    assert field.text() == "Sam"
    field.clear_error()
    assert not field.error.isVisible()
    assert field.control.accessibleDescription() == "As in letters"


@pytest.mark.parametrize("theme", ["light", "contrast"])
def test_a_field_is_as_tall_with_focus_or_an_error_as_at_rest(qtbot: QtBot, theme: str) -> None:
    appearance().apply(theme)
    window = QWidget()
    qtbot.addWidget(window)
    first, second = LineField("First"), LineField("Second")
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    shown(qtbot, window)
    second.control.setFocus()
    heights = {first.control.height(), second.control.height()}
    first.show_error("Wrong")
    QApplication.processEvents()
    assert {*heights, first.control.height()} == {44}


def test_a_choice_is_made_by_key_and_told_by_its_key(qtbot: QtBot) -> None:
    field = ChoiceField("Who will do it", [("samir", "Samir"), ("jo", "Jo")])
    qtbot.addWidget(field)
    shown(qtbot, field)
    assert field.value() == ""
    with qtbot.waitSignal(field.chosen) as told:
        qtbot.keyClick(field.control, Qt.Key.Key_Down)
    assert told.args == ["samir"]
    field.set_choices([("jo", "Jo"), ("samir", "Samir Oakenshaw")])
    assert field.value() == "samir"
    with qtbot.assertNotEmitted(field.chosen):
        field.set_value("jo")
    assert field.control.currentText() == "Jo"


def test_the_wheel_never_changes_a_choice_in_passing(qtbot: QtBot) -> None:
    field = ChoiceField("Who", [("a", "A"), ("b", "B")])
    qtbot.addWidget(field)
    shown(qtbot, field)
    field.set_value("a")
    turn = QWheelEvent(
        QPoint(5, 5),
        field.control.mapToGlobal(QPoint(5, 5)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.control, turn)
    assert field.value() == "a"


def test_a_final_fact_can_be_read_and_not_changed(qtbot: QtBot) -> None:
    field = FinalField("Review date", "12 November")
    qtbot.addWidget(field)
    shown(qtbot, field)
    qtbot.keyClicks(field.control, "abc")
    assert field.control.text() == "12 November"


def test_the_eye_shows_the_passphrase_only_while_it_is_held(qtbot: QtBot) -> None:
    field = PassphraseField("Passphrase")
    qtbot.addWidget(field)
    shown(qtbot, field)
    type_text(qtbot, field.control, "four words of mine")
    modes = QLineEdit.EchoMode
    assert field.control.echoMode() == modes.Password
    qtbot.mousePress(field.eye, Qt.MouseButton.LeftButton)
    assert field.control.echoMode() == modes.Normal
    qtbot.mouseRelease(field.eye, Qt.MouseButton.LeftButton)
    assert field.control.echoMode() == modes.Password
    qtbot.keyPress(field.eye, Qt.Key.Key_Space)
    assert field.control.echoMode() == modes.Normal
    qtbot.keyRelease(field.eye, Qt.Key.Key_Space)
    assert field.control.echoMode() == modes.Password
    field.clear()
    assert field.text() == ""


def test_escape_empties_the_search(qtbot: QtBot) -> None:
    search = SearchField("Find a child", "Ctrl K")
    qtbot.addWidget(search)
    shown(qtbot, search)
    type_text(qtbot, search, "Kit")
    with qtbot.waitSignal(search.textEdited) as told:
        qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert told.args == [""]
    assert search.accessibleName() == "Find a child"


def test_any_control_can_be_given_a_label(qtbot: QtBot) -> None:
    control = QLineEdit()
    field = Field("Anything", control)
    qtbot.addWidget(field)
    field.set_label("Something")
    assert control.accessibleName() == "Something"


def test_a_name_takes_a_hundred_characters_and_says_so(qtbot: QtBot) -> None:
    field = LineField("Name", most=NAME_LENGTH)
    qtbot.addWidget(field)
    shown(qtbot, field)
    QGuiApplication.clipboard().setText("n" * 130)
    field.control.paste()
    assert field.text() == "n" * 100
    assert field.too_long.said == "No more than 100 characters fit here. The rest was left out."
    qtbot.keyClick(field.control, Qt.Key.Key_Backspace)
    assert field.too_long.isHidden()


def test_a_longer_line_that_the_record_holds_already_is_never_cut(qtbot: QtBot) -> None:
    field = LineField("Name", most=NAME_LENGTH)
    qtbot.addWidget(field)
    field.set_text("n" * 130)
    assert len(field.text()) == 130
