"""Ticks and round choices: Space and arrows work, their words wrap, their names are spoken."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shown import shown
from ui.parts.ticks import RoundChoices, Tick

ANSWERS = [("room", "Yes, in the room"), ("video", "Yes, by video or phone"), ("no", "No")]


def test_space_ticks_and_the_words_can_be_clicked(qtbot: QtBot) -> None:
    tick = Tick("Restricted: keep out of the letter")
    qtbot.addWidget(tick)
    shown(qtbot, tick)
    qtbot.keyClick(tick, Qt.Key.Key_Space)
    assert tick.isChecked()
    at_the_words = QPoint(tick.width() - 10, tick.height() // 2)
    qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=at_the_words)
    assert not tick.isChecked()
    assert tick.accessibleName() == "Restricted: keep out of the letter"


def test_long_words_wrap_in_a_narrow_place(qtbot: QtBot) -> None:
    tick = Tick("Restricted: keep out of the letter and the shared minutes")
    qtbot.addWidget(tick)
    assert tick.heightForWidth(200) > tick.heightForWidth(2_000)
    assert tick.minimumSizeHint().width() < 200


def test_arrows_choose_and_the_choice_is_told(qtbot: QtBot) -> None:
    choices = RoundChoices("Was Kit there for any part of the review?", ANSWERS)
    qtbot.addWidget(choices)
    shown(qtbot, choices)
    choices.choose("room")
    choices.answers["room"].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(choices.chosen_changed) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert told.args == ["video"]
    assert choices.chosen() == "video"


def test_choosing_for_the_page_tells_nobody_and_none_can_be_chosen(qtbot: QtBot) -> None:
    choices = RoundChoices("Was Kit there?", ANSWERS, stacked=True)
    qtbot.addWidget(choices)
    with qtbot.assertNotEmitted(choices.chosen_changed):
        choices.choose("no")
        choices.choose("")
    assert choices.chosen() == ""


def test_every_answer_says_its_question(qtbot: QtBot) -> None:
    choices = RoundChoices("Was Kit there?", ANSWERS, show_question=False)
    qtbot.addWidget(choices)
    shown(qtbot, choices)
    assert not choices.question.isVisible()
    assert {one.accessibleDescription() for one in choices.answers.values()} == {"Was Kit there?"}
