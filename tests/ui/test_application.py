"""The program as a whole: first run, the passphrase, the lock, and what is left while locked."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from letters.engine import faces, paragraph
from tests import sample
from tests.real_program import PASSPHRASE, Program, copy_of, make_sam, opened_elsewhere, running
from tests.typing_keys import type_text
from ui.meeting.review_page import ReviewPage
from ui.parts.notices import Notice
from ui.unlock.first_run_page import FirstRunPage

OF_THE_RECORD = ("Sam", "Tillbrook", "Rosa", "Alma", "Beatrice", "Oakenshaw", "Fennimore")
HALF = "I want to see Nana Bea more, and"


@pytest.fixture(scope="module")
def sam_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sample.Sample]:
    folder = tmp_path_factory.mktemp("sam") / "record"
    return folder, make_sam(folder)


@pytest.fixture
def sam(sam_made: tuple[Path, sample.Sample]) -> sample.Sample:
    return sam_made[1]


@pytest.fixture
def program(
    qtbot: QtBot, sam_made: tuple[Path, sample.Sample], tmp_path: Path
) -> Iterator[Program]:
    with running(qtbot, copy_of(sam_made[0], tmp_path / "record")) as opened:
        yield opened


def test_the_first_run_makes_a_record_and_the_next_start_finds_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "of mine" / "record"
    with running(qtbot, folder) as program:
        page = program.waymark.door._page
        assert isinstance(page, FirstRunPage)
        assert page.name.control.hasFocus()
        type_text(qtbot, page.name.control, "Nadia Brightwell\t")
        type_text(qtbot, page.council.control, "Penhallow\t")
        type_text(qtbot, page.passphrase.control, PASSPHRASE)
        type_text(qtbot, page.again.control, PASSPHRASE)
        with qtbot.waitSignal(program.waymark.opened):
            qtbot.keyClick(page.again.control, Qt.Key.Key_Return)
        assert page.passphrase.text() == page.again.text() == ""
        assert program.page.objectName() == "today_page"
        assert program.waymark.desk is not None
        assert program.waymark.desk.me.name == "Nadia Brightwell"
        program.at_rest()
    with running(qtbot, folder) as program:
        program.unlock()
        assert program.page.objectName() == "today_page"
        assert program.waymark.desk is not None
        assert program.waymark.desk.me.name == "Nadia Brightwell"


def test_a_wrong_passphrase_is_told_in_words_and_can_be_typed_over(program: Program) -> None:
    program.type_passphrase("green horse seven lamp")
    notice = _told(program, "That passphrase did not match")
    assert "Try again, and check Caps Lock." in notice.accessibleDescription()
    assert program.door.passphrase.control.hasFocus()
    assert program.waymark.desk is None
    field = program.door.passphrase
    with program.qtbot.waitSignal(program.waymark.opened):
        type_text(program.qtbot, field.control, PASSPHRASE + "\n")
    assert field.text() == ""
    assert program.page.objectName() == "today_page"


def test_neither_the_passphrase_nor_the_key_is_in_the_environment(program: Program) -> None:
    before = dict(os.environ)
    program.unlock()
    assert program.waymark.desk is not None
    key = bytes(program.waymark.desk.database._key)
    program.at_rest()
    secrets = (PASSPHRASE, key.hex(), key.hex().upper())
    assert not any(secret in value for value in os.environ.values() for secret in secrets)
    assert dict(os.environ) == before


@pytest.mark.parametrize("way", ["keys", "menu", "rail", "idle"])
def test_half_a_sentence_is_there_again_after_any_lock(
    program: Program, sam: sample.Sample, way: str
) -> None:
    program.unlock()
    review = _at_step(program, sam, "A5")
    program.type("capture_box", HALF)
    with program.qtbot.waitSignal(program.waymark.locked):
        _lock(program, way)
    assert program.waymark.window.is_locked
    program.unlock()
    again = program.page
    assert isinstance(again, ReviewPage)
    assert again is not review
    assert (again.meeting.review_id, again.step) == (sam.review_id, "A5")
    box = program.control("capture_box")
    assert isinstance(box, QPlainTextEdit | QTextEdit)
    assert box.toPlainText() == HALF
    assert box.hasFocus()


def test_a_field_half_typed_is_there_again_and_has_the_keyboard(
    program: Program, sam: sample.Sample
) -> None:
    program.unlock()
    _at_step(program, sam, "A12")
    program.type("iro_view_box", "The plan is right, as far as")
    program.press(Qt.Key.Key_L, ctrl=True)
    program.unlock()
    view = program.control("iro_view_box")
    assert isinstance(view, QPlainTextEdit | QTextEdit)
    assert view.toPlainText() == "The plan is right, as far as"
    assert view.hasFocus()
    assert program.waymark.desk is not None
    with program.waymark.desk.database.reading() as connection:
        (kept,) = connection.execute(
            "select iro_view from review where id = ?", (sam.review_id,)
        ).fetchone()
    assert kept == "The plan is right, as far as"


def test_after_a_child_was_open_the_same_child_is_shown_and_after_the_list_the_list(
    program: Program, sam: sample.Sample
) -> None:
    program.unlock()
    program.waymark.open_child(sam.child_id)
    program.press(Qt.Key.Key_L, ctrl=True)
    program.unlock()
    assert program.page.objectName() == "child_page"
    program.waymark.window.go("children")
    program.press(Qt.Key.Key_L, ctrl=True)
    program.unlock()
    assert program.page.objectName() != "child_page"
    assert program.waymark.window.pages.place == "children"


def test_while_locked_no_widget_and_no_memory_of_the_paper_says_anything_of_the_record(
    program: Program, sam: sample.Sample
) -> None:
    program.unlock()
    program.waymark.window.go("children")
    program.waymark.open_child(sam.child_id)
    _draw_a_paper(program, sam)
    program.waymark.window.show_notice(Notice("Sam Tillbrook", "Alma’s house"))
    assert any("Sam" in words for widget in _widgets() for words in _said(widget))
    assert _shaped()
    program.press(Qt.Key.Key_L, ctrl=True)
    program.at_rest()
    left = {
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in _widgets()
        for words in _said(widget)
        if any(name in words for name in (*OF_THE_RECORD, HALF))
    }
    assert left == set()
    assert not _shaped()
    assert paragraph._plain_set_words.cache_info().currsize == 0
    assert not any(isinstance(widget, ReviewPage) for widget in _widgets())


def test_while_locked_another_process_may_open_the_file(
    program: Program, sam: sample.Sample
) -> None:
    program.unlock()
    assert opened_elsewhere(program.folder) == "AlreadyOpen"
    program.press(Qt.Key.Key_L, ctrl=True)
    program.at_rest()
    assert opened_elsewhere(program.folder) == "open"


def test_a_lock_while_the_letter_is_being_drawn_is_no_fault(
    program: Program, sam: sample.Sample
) -> None:
    program.unlock()
    review = _at_step(program, sam, "A5")
    for _turn in range(3):
        review.letter.live.draw()
        program.press(Qt.Key.Key_L, ctrl=True)
        program.at_rest()
        program.unlock()
        assert isinstance(program.page, ReviewPage)
        review = program.page
        review.letter.live.draw()
        program.waymark.window.go("today")
        program.at_rest()
        review = _at_step(program, sam, "A5")


def test_dialogs_go_when_it_locks(program: Program) -> None:
    program.unlock()
    program.waymark.window.show_settings()
    program.waymark.window.show_help()
    program.waymark.idle.went_idle.emit()
    program.at_rest()
    assert QApplication.activeModalWidget() is None
    assert program.waymark.window.focusWidget() is program.door.passphrase.control


@pytest.mark.parametrize("place", ["today", "children"])
def test_the_keyboard_is_in_the_page_after_unlocking_and_after_going_to_a_place(
    program: Program, place: str
) -> None:
    program.unlock()
    assert _is_in_the_page(program)
    other = {"today": "children", "children": "today"}[place]
    program.waymark.window.go(other)
    button = program.waymark.window.rail.places[place]
    program.qtbot.waitUntil(button.isVisible)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    program.press(Qt.Key.Key_Return)
    assert program.waymark.window.pages.place == place
    assert _is_in_the_page(program)
    QApplication.processEvents()  # what is new in a layout shows itself at the next turn
    program.press(Qt.Key.Key_Tab)
    assert _is_in_the_page(program)
    program.press(Qt.Key.Key_L, ctrl=True)
    program.unlock()
    assert _is_in_the_page(program)


def _is_in_the_page(program: Program) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and program.page.isAncestorOf(focused)


def _at_step(program: Program, sam: sample.Sample, step: str) -> ReviewPage:
    program.waymark.open_review(sam.review_id)
    page = program.page
    assert isinstance(page, ReviewPage)
    page.go(step)
    return page


def _draw_a_paper(program: Program, sam: sample.Sample) -> None:
    review = _at_step(program, sam, "A5")
    program.type("capture_box", HALF)
    program.qtbot.waitUntil(lambda: review.letter.live.paper is not None)


def _lock(program: Program, way: str) -> None:
    window = program.waymark.window
    if way == "keys":
        program.press(Qt.Key.Key_L, ctrl=True)
    elif way == "menu":
        window.menus.actions["lock"].trigger()
    elif way == "rail":
        program.qtbot.mouseClick(window.rail.lock, Qt.MouseButton.LeftButton)
    else:
        program.waymark.idle.start(0.001)


def _told(program: Program, title: str) -> Notice:
    def told() -> list[Notice]:
        notices = program.waymark.window.findChildren(Notice)
        return [each for each in notices if each.accessibleName() == title and each.isVisible()]

    program.qtbot.waitUntil(lambda: len(told()) == 1)
    return told()[0]


def _widgets() -> list[QWidget]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return QApplication.allWidgets()


def _said(widget: QWidget) -> list[str]:
    """Everything that a widget shows, or tells a screen reader, or would show in a tip."""
    words = [widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
    words += [widget.toolTip(), widget.statusTip(), widget.whatsThis()]
    if isinstance(widget, QLabel | QLineEdit) or hasattr(widget, "text"):
        words.append(str(widget.text()))
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        words.append(widget.toPlainText())
    if isinstance(widget, QComboBox):
        words += [widget.itemText(row) for row in range(widget.count())]
    return words


def _shaped() -> bool:
    return any(face._words for face in faces.faces_read())
