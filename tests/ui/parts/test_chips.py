"""A group of chips is one stop of Tab; arrows move, Space chooses, the rest is a list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.parts.buttons import PrimaryButton
from ui.parts.chips import Chip, ChipGroup

PEOPLE = [
    ("jo", "Jo"),
    ("dele", "Dele"),
    ("samir", "Samir"),
    ("ms", "Ms Fennimore"),
    ("bea", "Bea"),
]


def _form(qtbot: QtBot, group: ChipGroup) -> tuple[QWidget, PrimaryButton, PrimaryButton]:
    window = QWidget()
    qtbot.addWidget(window)
    before, after = PrimaryButton("Before"), PrimaryButton("After")
    column = QVBoxLayout(window)
    for widget in (before, group, after):
        column.addWidget(widget)
    shown(qtbot, window)
    before.setFocus(Qt.FocusReason.TabFocusReason)
    return window, before, after


def _tab(qtbot: QtBot) -> QWidget:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    return QApplication.focusWidget()


def _key(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_tab_stops_once(qtbot: QtBot) -> None:
    group = ChipGroup("Said by", PEOPLE)
    _window, _before, after = _form(qtbot, group)
    assert _tab(qtbot) is group.chip("jo")
    assert _tab(qtbot) is after


def test_tab_stops_at_the_chosen_one(qtbot: QtBot) -> None:
    group = ChipGroup("Said by", PEOPLE)
    _held = _form(qtbot, group)
    group.choose("samir")
    assert _tab(qtbot) is group.chip("samir")


def test_arrows_move_round_and_space_chooses(qtbot: QtBot) -> None:
    group = ChipGroup("Said by", PEOPLE)
    _held = _form(qtbot, group)
    _tab(qtbot)
    _key(qtbot, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is group.chip("dele")
    assert group.chosen() == ""
    with qtbot.waitSignal(group.chosen_changed) as told:
        _key(qtbot, Qt.Key.Key_Space)
    assert told.args == ["dele"]
    _key(qtbot, Qt.Key.Key_Left)
    _key(qtbot, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is group.chip("bea")


def test_right_to_left_the_arrows_follow_the_eye(qtbot: QtBot) -> None:
    group = ChipGroup("Said by", PEOPLE)
    group.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    _held = _form(qtbot, group)
    _tab(qtbot)
    _key(qtbot, Qt.Key.Key_Left)
    assert QApplication.focusWidget() is group.chip("dele")


def test_choosing_again_takes_it_back_where_none_may_be(qtbot: QtBot) -> None:
    group = ChipGroup("Said by", PEOPLE)
    _held = _form(qtbot, group)
    qtbot.mouseClick(group.chip("jo"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(group.chip("jo"), Qt.MouseButton.LeftButton)
    assert group.chosen() == ""
    assert not group.chip("jo").isChecked()


def test_a_filter_is_never_without_a_choice(qtbot: QtBot) -> None:
    group = ChipGroup("Show", [("all", "Everyone 62"), ("plan", "No plan 2")], may_be_none=False)
    _held = _form(qtbot, group)
    group.choose("all")
    qtbot.mouseClick(group.chip("all"), Qt.MouseButton.LeftButton)
    assert group.chosen() == "all"
    assert group.chip("all").isChecked()
    qtbot.mouseClick(group.chip("plan"), Qt.MouseButton.LeftButton)
    assert group.all_chosen() == ("plan",)
    assert not group.chip("all").isChecked()
    group.set_words("all", "Everyone 63")
    assert group.chip("all").accessibleName() == "Everyone 63"


def test_several_can_be_chosen(qtbot: QtBot) -> None:
    group = ChipGroup("Who came", PEOPLE, several=True)
    _held = _form(qtbot, group)
    qtbot.mouseClick(group.chip("jo"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(group.chip("bea"), Qt.MouseButton.LeftButton)
    assert group.all_chosen() == ("jo", "bea")


@pytest.mark.qt_log_ignore("does not support")
def test_the_rest_is_a_list_and_what_is_chosen_there_comes_forward(qtbot: QtBot) -> None:
    group = ChipGroup("Said by", PEOPLE, shown=2)
    _held = _form(qtbot, group)
    more = group.findChild(Chip, "more")
    assert more.text() == "3 more"
    assert group.rest() == ("samir", "ms", "bea")
    _tab(qtbot)
    _key(qtbot, Qt.Key.Key_Right)
    _key(qtbot, Qt.Key.Key_Right)
    assert QApplication.focusWidget() is more
    _key(qtbot, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Samir", "Ms Fennimore", "Bea"]
    with qtbot.waitSignal(group.chosen_changed) as told:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
        qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert told.args == ["samir"]
    assert group.chip("samir").isChecked()
    assert unnamed(group) == []


def test_new_choices_keep_the_chosen_one(qtbot: QtBot) -> None:
    group = ChipGroup("Said by", PEOPLE)
    _held = _form(qtbot, group)
    group.choose("dele")
    group.set_choices([("dele", "Dele B"), ("kit", "Kit")])
    assert group.chosen() == "dele"
    group.set_choices([("kit", "Kit")])
    assert group.chosen() == ""
