"""The step rail: any order, by keyboard, states in words, one drop-down at large text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.accessibility import unnamed
from tests.ui.shown import shown
from ui.parts.buttons import PrimaryButton
from ui.parts.step_rail import Step, StepRail

STEPS = [
    Step("since", "Since last time", "done", 5),
    Step("well", "What’s working well", "to_do", 4),
    Step("worries", "What are we worried about"),
    Step("safe", "How safe and settled", "skipped", 0, "Kit was tired"),
]


def _rail(qtbot: QtBot) -> tuple[QWidget, StepRail]:
    window = QWidget()
    qtbot.addWidget(window)
    rail = StepRail("Steps of the meeting", STEPS)
    rail.set_current("well")
    column = QVBoxLayout(window)
    column.addWidget(rail)
    column.addWidget(PrimaryButton("Next"))
    shown(qtbot, window)
    return window, rail


def test_states_are_said_in_words(qtbot: QtBot) -> None:
    _window, rail = _rail(qtbot)
    spoken = [rail.row(step.key).accessibleName() for step in STEPS]
    assert spoken == [
        "Since last time, done",
        "What’s working well, this step",
        "What are we worried about, to do",
        "How safe and settled, skipped: Kit was tired",
    ]
    assert unnamed(rail) == []


def test_arrows_move_and_enter_goes_there(qtbot: QtBot) -> None:
    _window, rail = _rail(qtbot)
    rail.row("well").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rail.row("worries")
    with qtbot.waitSignal(rail.step_chosen) as told:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert told.args == ["worries"]
    assert rail.current() == "worries"
    assert rail.row("worries").isChecked()
    assert not rail.row("well").isChecked()


def test_a_click_goes_to_any_step_and_again_to_itself(qtbot: QtBot) -> None:
    _window, rail = _rail(qtbot)
    for _click in range(2):
        with qtbot.waitSignal(rail.step_chosen) as told:
            qtbot.mouseClick(rail.row("safe"), Qt.MouseButton.LeftButton)
        assert told.args == ["safe"]
        assert rail.row("safe").isChecked()


def test_the_rail_is_one_stop_of_tab(qtbot: QtBot) -> None:
    window, rail = _rail(qtbot)
    rail.row("well").setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert isinstance(window.focusWidget(), PrimaryButton)


def test_folded_it_is_one_drop_down_with_numbers(qtbot: QtBot) -> None:
    _window, rail = _rail(qtbot)
    rail.fold(folded=True)
    assert rail.drop_down.currentText() == "2 of 4: What’s working well"
    assert not rail.row("well").isVisible()
    with qtbot.waitSignal(rail.step_chosen) as told:
        qtbot.keyClick(rail.drop_down, Qt.Key.Key_Down)
    assert told.args == ["worries"]
    rail.fold(folded=False)
    assert rail.row("well").isVisible()
    assert not rail.drop_down.isVisible()


def test_new_states_keep_the_rows_and_the_current_step(qtbot: QtBot) -> None:
    _window, rail = _rail(qtbot)
    row = rail.row("well")
    rail.set_steps([Step(one.key, one.words, "done", 9) for one in STEPS])
    assert rail.row("well") is row
    assert rail.current() == "well"
    assert rail.row("worries").accessibleName() == "What are we worried about, done"
    rail.set_steps(STEPS[:2])
    assert rail.drop_down.count() == 2
