"""Ctrl+K opens one line from anywhere: typed, added, taken back, and the keyboard goes home."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.review_sheet import ReviewSheet
from tests import sample
from tests.typing_keys import type_text
from ui.meeting.review_page import ReviewPage
from ui.parts.notices import Notice
from ui.parts.text_field import GrowingText

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.usefixtures("begun")


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(_focused(), key, held or Qt.KeyboardModifier.NoModifier)


def _open_line(qtbot: QtBot, page: ReviewPage) -> QLineEdit:
    _press(qtbot, Qt.Key.Key_K, CTRL)
    assert _focused() is page.line.field.control
    return page.line.field.control


def _write(qtbot: QtBot, page: ReviewPage, words: str) -> None:
    type_text(qtbot, page.line.field.control, words)
    if page.line.names.list.is_open:
        _press(qtbot, Qt.Key.Key_Escape)
    _press(qtbot, Qt.Key.Key_Return)


PLACES: dict[str, Callable[[ReviewPage], QWidget]] = {
    "A4": lambda page: page.page().capture.field.control,
    "A11": lambda page: page.page().capture.who.control,
    "A2": lambda page: page.page().capture.field.control,
    "A12": lambda page: page.steps.rail.row("A12"),
    "A7": lambda page: page.page().capture.add_button,
}


@pytest.mark.parametrize("step", PLACES)
def test_a_line_is_typed_from_anywhere_and_escape_goes_back(
    qtbot: QtBot, open_review: Open, read: Read, step: str
) -> None:
    page = open_review(step)
    came_from = PLACES[step](page)
    came_from.setFocus()
    _open_line(qtbot, page)
    _write(qtbot, page, "- Lunch is too loud #lea")
    note = read().notes[0]
    lands = step if step in {"A4", "A7"} else "A7"
    assert (note.words, note.column, note.life_area, note.step) == (
        "Lunch is too loud", "worry", "learning", lands,
    )  # fmt: skip
    assert _focused() is page.line.field.control
    assert page.line.field.text() == ""
    _press(qtbot, Qt.Key.Key_Escape)
    assert _focused() is came_from
    assert page.line.isHidden()


def test_the_line_opens_over_the_large_letter_and_goes_back_to_it(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = open_review("A6")
    page.swap_letter()
    view = _focused()
    _open_line(qtbot, page)
    _write(qtbot, page, "+ Sleeps well")
    assert read().notes[0].step == "A6"
    _press(qtbot, Qt.Key.Key_Escape)
    assert _focused() is view
    assert page.shows_paper


def test_the_cursor_and_what_is_selected_are_as_they_were(qtbot: QtBot, open_review: Open) -> None:
    page = open_review("A11")
    who = page.page().capture.who.control
    who.setFocus()
    who.setText("Alma Dunmore")
    who.setSelection(0, 4)
    _open_line(qtbot, page)
    _press(qtbot, Qt.Key.Key_Escape)
    assert (who.selectedText(), who.cursorPosition()) == ("Alma", 4)
    what = page.page().capture.what.control
    assert isinstance(what, GrowingText)
    type_text(qtbot, what, "Ring the school")
    for _ in range(6):
        _press(qtbot, Qt.Key.Key_Left)
    _open_line(qtbot, page)
    _press(qtbot, Qt.Key.Key_Escape)
    assert what.textCursor().position() == 9


def test_what_was_added_is_said_and_can_be_taken_back(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = open_review("A6")
    _open_line(qtbot, page)
    for words, said in (
        ("- Ill", "Worry noted under Health and feelings"),
        ("! Ring", "Decision 1 noted"),
        ('"I am  fine', "Sam’s own words kept under Health and feelings"),
    ):
        _write(qtbot, page, words)
        undo = page.notices.findChild(QWidget, "undo")
        assert undo is not None
        told = [notice.title.said for notice in page.notices.findChildren(Notice)]
        assert said in told
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
        qtbot.wait(0)
        assert (read().notes, read().decisions, read().wishes) == ((), (), ())


def test_keys_and_chips_set_the_kind_and_a_typed_mark_shows_in_the_chips(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = open_review("A4")
    line = _open_line(qtbot, page)
    assert page.line.kinds.chosen() == "going_well"
    type_text(qtbot, line, "- cold")
    assert page.line.kinds.chosen() == "worry"
    _press(qtbot, Qt.Key.Key_3, ALT)
    assert (line.text(), page.line.kinds.chosen()) == ("> cold", "next")
    assert line.cursorPosition() == 6
    qtbot.mouseClick(page.line.kinds.chip("voice"), Qt.MouseButton.LeftButton)
    assert _focused() is line
    _press(qtbot, Qt.Key.Key_Return)
    assert [wish.words for wish in read().wishes] == ["cold"]


def test_names_are_completed_without_leaving_the_line(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = open_review("A4")
    line = _open_line(qtbot, page)
    type_text(qtbot, line, "- tired @sam")
    names = page.line.names.list
    assert [names.item(row).text() for row in range(names.count())] == ["Sam", "Samir"]
    assert _focused() is line
    _press(qtbot, Qt.Key.Key_Down)
    _press(qtbot, Qt.Key.Key_Tab)
    assert line.text() == "- tired @Samir "
    type_text(qtbot, line, "#he")
    _press(qtbot, Qt.Key.Key_Return)
    assert line.text() == "- tired @Samir #Health "
    assert not names.is_open
    _press(qtbot, Qt.Key.Key_Return)
    note = read().notes[0]
    assert (note.words, note.said_by, note.life_area) == ("tired", "Samir", "health")
    type_text(qtbot, line, "@al")
    _press(qtbot, Qt.Key.Key_Escape)
    assert not names.is_open
    assert _focused() is line


def test_a_decision_says_who_and_by_when(qtbot: QtBot, open_review: Open, read: Read) -> None:
    page = open_review("A4")
    _open_line(qtbot, page)
    _write(qtbot, page, "! Book the dentist @alma by 18 dec")
    decision = read().decisions[0]
    assert (decision.what, decision.who, str(decision.by_when)) == (
        "Book the dentist", "Alma Dunmore", "2026-12-18",
    )  # fmt: skip


def test_one_key_restricts_what_is_typed(qtbot: QtBot, open_review: Open, read: Read) -> None:
    page = open_review("A8")
    line = _open_line(qtbot, page)
    type_text(qtbot, line, "the new address")
    _press(qtbot, Qt.Key.Key_R, CTRL | SHIFT)
    _press(qtbot, Qt.Key.Key_Return)
    assert read().notes[0].restricted
    assert not page.line.restricted.isChecked()


def test_a_line_cut_off_in_the_middle_is_there_again(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    first = open_review("A5")
    type_text(qtbot, _open_line(qtbot, first), "- @alma says tha")
    qtbot.waitUntil(lambda: not first.line.half_typed.waits)
    again = open_review()
    assert again.line.field.text() == "- @alma says tha"
    assert _focused() is again.line.field.control
    _press(qtbot, Qt.Key.Key_Return)
    assert read().notes[0].words == "Alma says tha"
    assert not open_review().line.has_words


def test_a_line_with_words_stays_in_sight_and_an_empty_one_goes(
    qtbot: QtBot, open_review: Open
) -> None:
    page = open_review("A4")
    line = _open_line(qtbot, page)
    type_text(qtbot, line, "half")
    _press(qtbot, Qt.Key.Key_Escape)
    assert page.line.isVisible()
    page.line.field.control.clear()
    line.setFocus()
    page.page().capture.field.control.setFocus()
    qtbot.waitUntil(page.line.isHidden)


def test_the_button_in_the_foot_opens_it_for_the_mouse(qtbot: QtBot, open_review: Open) -> None:
    page = open_review("A4")
    qtbot.mouseClick(page.foot.line_button, Qt.MouseButton.LeftButton)
    assert _focused() is page.line.field.control
    qtbot.mouseClick(page.line.close_button, Qt.MouseButton.LeftButton)
    assert page.line.isHidden()


def test_the_words_in_the_line_stand_in_the_letter_unless_restricted(
    qtbot: QtBot, open_review: Open, database: Database, sam: sample.Sample
) -> None:
    page = open_review("A4")
    type_text(qtbot, _open_line(qtbot, page), "+ You like the shelf")
    typed = page.line.being_typed()
    assert getattr(typed, "words", "") == "You like the shelf"
    page.line.restrict()
    assert page.line.being_typed() is None


def test_undo_straight_after_a_line_was_added_brings_no_words_back_into_it(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = open_review("A4")
    line = _open_line(qtbot, page)
    _write(qtbot, page, "Sleeps well")
    assert not line.isUndoAvailable()
    _press(qtbot, Qt.Key.Key_Z, CTRL)
    page.undoing.undo()
    assert read().notes == ()
    assert line.text() == ""


def test_a_name_that_nobody_has_is_said_and_asked_about_once(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = open_review("A4")
    _open_line(qtbot, page)
    _write(qtbot, page, "- @dele is worried")
    assert read().notes == ()
    assert page.line.understood.said.startswith("Nobody here is called dele")
    _press(qtbot, Qt.Key.Key_Return)
    assert [note.words for note in read().notes] == ["@dele is worried"]


def test_the_first_enter_on_a_name_that_several_have_offers_them(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = open_review("A4")
    _open_line(qtbot, page)
    _write(qtbot, page, "- @sa sleeps badly")
    assert page.line.names.list.is_open
    assert "?" in page.line.understood.said
    _press(qtbot, Qt.Key.Key_Return)
    _press(qtbot, Qt.Key.Key_Return)
    said = [one.words for one in (*read().notes, *read().wishes)]
    assert said == ["sleeps badly"]
