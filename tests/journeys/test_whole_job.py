"""A new laptop, a council's own list with three bad rows, a child found, her review begun."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.models.case_list import lists
from tests.real_program import PASSPHRASE, Program, running
from tests.typing_keys import type_text
from ui.case_list.choose_page import ChoosePage
from ui.case_list.done_page import DonePage
from ui.case_list.import_window import ImportWindow
from ui.case_list.mapping_page import MappingPage
from ui.case_list.plan_page import PlanPage
from ui.child.child_page import ChildPage
from ui.meeting.review_page import ReviewPage
from ui.unlock.first_run_page import FirstRunPage

SAID = "I want to keep my rabbit, and"


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with running(qtbot, tmp_path / "record") as started:
        yield started


def test_from_a_councils_list_to_a_review_under_way(program: Program, tmp_path: Path) -> None:
    _first_run(program)
    errors = _import(program, tmp_path)
    assert len(errors) == 4
    assert all("“" in line for line in errors[1:]), "each row says which column is wrong"
    _find_the_child(program, "zo")
    _start_the_review(program)
    _lock_and_unlock_in_mid_sentence(program)


def _first_run(program: Program) -> None:
    assert isinstance(program.waymark.door._page, FirstRunPage)
    for words in ("Nadia Brightwell\t", "Penhallow Council\t", PASSPHRASE + "\t"):
        _type(program, words)
        while not isinstance(QApplication.focusWidget(), type(_first_field(program))):
            program.press(Qt.Key.Key_Tab)  # past the button that shows a passphrase
    with program.qtbot.waitSignal(program.waymark.opened):
        _type(program, PASSPHRASE + "\n")


def _first_field(program: Program) -> QWidget:
    page = program.waymark.door._page
    assert isinstance(page, FirstRunPage)
    return page.name.control


def _import(program: Program, tmp_path: Path) -> list[str]:
    """Take the list in through its window; gives the lines of the file of errors."""
    path = lists.liquid_list(tmp_path)
    assert b";" in path.read_bytes()
    with pytest.raises(UnicodeDecodeError):
        path.read_text(encoding="utf-8")
    program.waymark.window.menus.actions["import"].trigger()
    (window,) = program.waymark.window.findChildren(ImportWindow)
    window.ask_for_file = lambda: str(path)
    window.ask_where = lambda _suggested: str(tmp_path / "errors.csv")
    assert isinstance(window.page, ChoosePage)
    program.qtbot.keyClick(window.page.choose, Qt.Key.Key_Return)
    program.qtbot.waitUntil(lambda: isinstance(window.page, MappingPage))
    program.qtbot.keyClick(window.go_on, Qt.Key.Key_Return)
    program.qtbot.waitUntil(lambda: isinstance(window.page, PlanPage))
    program.qtbot.keyClick(window.go_on, Qt.Key.Key_Return)
    program.qtbot.waitUntil(lambda: isinstance(window.page, DonePage))
    program.qtbot.keyClick(window.save, Qt.Key.Key_Return)
    program.qtbot.keyClick(window, Qt.Key.Key_Escape)
    program.at_rest()
    return (tmp_path / "errors.csv").read_text(encoding="utf-8-sig").splitlines()


def _find_the_child(program: Program, letters: str) -> None:
    program.waymark.window.activateWindow()
    program.qtbot.waitUntil(program.waymark.window.isActiveWindow)
    program.press(Qt.Key.Key_2, ctrl=True)
    assert program.waymark.window.pages.place == "children"
    program.at_rest()
    _type(program, letters)
    program.press(Qt.Key.Key_Down)
    program.press(Qt.Key.Key_Return)
    page = program.page
    assert isinstance(page, ChildPage)
    assert page.story.child.given_name == "Zoë"


def _start_the_review(program: Program) -> None:
    program.press(Qt.Key.Key_Return)
    page = program.page
    if isinstance(page, ChildPage):
        assert page.booking is not None
        program.press(Qt.Key.Key_Return)
    review = program.page
    assert isinstance(review, ReviewPage)
    program.press(Qt.Key.Key_Return)
    assert review.meeting.sheet.state == "open"


def _lock_and_unlock_in_mid_sentence(program: Program) -> None:
    program.press(Qt.Key.Key_Down, ctrl=True)
    _type(program, SAID)
    program.press(Qt.Key.Key_L, ctrl=True)
    assert program.waymark.window.is_locked
    program.unlock()
    review = program.page
    assert isinstance(review, ReviewPage)
    assert review.step == "A2"
    _type(program, " go fishing.")
    program.press(Qt.Key.Key_Return, ctrl=True)
    assert [wish.words for wish in review.meeting.sheet.wishes] == [SAID + " go fishing."]


def _type(program: Program, words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(program.qtbot, focused, words)
