"""Notes are typed while people speak: added, changed in place, restricted, taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.review_sheet import ReviewSheet
from tests.typing_keys import type_text
from ui.meeting.note_slot import NoteSlot
from ui.meeting.notes_page import NotesPage
from ui.meeting.review_page import ReviewPage

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.usefixtures("begun")


def _page(review: ReviewPage) -> NotesPage:
    page = review.page()
    assert isinstance(page, NotesPage)
    return page


def _focused() -> object:
    return QApplication.focusWidget()


def test_a_note_is_typed_and_added_without_leaving_the_keyboard(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A4"))
    type_text(qtbot, page.capture.field.control, "Sam likes her room’s new shelf.")
    qtbot.keyClick(page.capture.field.control, Qt.Key.Key_Return, CTRL)
    note = read().notes[0]
    assert (note.words, note.column, note.life_area, note.step) == (
        "Sam likes her room’s new shelf.", "going_well", "home", "A4",
    )  # fmt: skip
    assert page.capture.field.text() == ""
    assert _focused() is page.capture.field.control


def test_chips_say_under_what_by_whom_and_about_what(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A4"))
    type_text(qtbot, page.capture.field.control, "She misses her gran")
    for expected in ("going_well", "child", "home"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert getattr(_focused(), "key", "") == expected
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    note = read().notes[0]
    assert (note.column, note.said_by, note.life_area) == ("worry", "Mum", "health")


def test_what_the_child_says_under_a_column_is_kept_as_her_own_words(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A4"))
    type_text(qtbot, page.capture.field.control, "it is  cold at night ")
    qtbot.mouseClick(page.capture.said_by.chip("child"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.capture.add_button, Qt.MouseButton.LeftButton)
    wish = read().wishes[0]
    assert (wish.words, wish.column, wish.step) == ("it is  cold at night ", "going_well", "A4")
    assert read().notes == ()


def test_a_restricted_note_is_folded_and_folds_again_on_leaving(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review("A8")
    page = _page(review)
    type_text(qtbot, page.capture.field.control, "The new address is known.")
    qtbot.keyClick(page.capture.field.control, Qt.Key.Key_R, CTRL | SHIFT)
    qtbot.keyClick(page.capture.field.control, Qt.Key.Key_Return, CTRL)
    note = read().notes[0]
    assert note.restricted
    slot = page.notes.slot(note.id)
    assert isinstance(slot, NoteSlot)
    card = slot.card()
    assert card.is_folded
    card.unfold()
    review.go("A9")
    assert slot.card().is_folded


def test_a_note_is_changed_where_it_stands_and_saves_itself(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A4"))
    type_text(qtbot, page.capture.field.control, "Sam sleeps")
    qtbot.keyClick(page.capture.field.control, Qt.Key.Key_Return, CTRL)
    note_id = read().notes[0].id
    slot = page.notes.slot(note_id)
    assert isinstance(slot, NoteSlot)
    slot.card().setFocus()
    qtbot.keyClick(slot.card(), Qt.Key.Key_Return)
    editor = slot.editor()
    qtbot.keyClick(_focused(), Qt.Key.Key_End, CTRL)
    type_text(qtbot, editor.words.control, " well")
    type_text(qtbot, editor.letter_words.control, "You sleep well now.")
    qtbot.mouseClick(editor.in_letter, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(editor.done_button, Qt.MouseButton.LeftButton)
    note = read().notes[0]
    assert (note.words, note.letter_words, note.in_letter) == (
        "Sam sleeps well", "You sleep well now.", False,
    )  # fmt: skip
    assert slot.editor_is_closed


def test_a_note_cannot_be_emptied_but_can_be_removed_and_brought_back(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    review = open_review("A4")
    page = _page(review)
    type_text(qtbot, page.capture.field.control, "Sam sleeps")
    qtbot.keyClick(page.capture.field.control, Qt.Key.Key_Return, CTRL)
    slot = page.notes.slot(read().notes[0].id)
    assert isinstance(slot, NoteSlot)
    slot.open_editor()
    editor = slot.editor()
    qtbot.keyClick(editor.words.control, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(editor.words.control, Qt.Key.Key_Delete)
    page.flush()
    assert editor.words.has_error
    assert read().notes[0].words == "Sam sleeps"
    qtbot.mouseClick(editor.remove_button, Qt.MouseButton.LeftButton)
    assert read().notes == ()
    undo = review.notices.findChild(object, "undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert [note.words for note in read().notes] == ["Sam sleeps"]


def test_half_a_sentence_is_there_again_when_the_review_is_opened_again(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    first = open_review("A5")
    capture = _page(first).capture
    type_text(qtbot, capture.field.control, "Sam told her gran that")
    qtbot.mouseClick(capture.about.chip("identity"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not first.page().capture.half_typed.waits)
    again = open_review()
    assert again.step == "A5"
    capture = _page(again).capture
    assert capture.field.text() == "Sam told her gran that"
    assert capture.about.chosen() == "identity"
    capture.add()
    assert _page(open_review("A5")).capture.field.text() == ""
    assert read().notes[0].words == "Sam told her gran that"


def test_a_step_is_left_out_with_its_reason_or_passed_with_nothing_to_add(
    qtbot: QtBot, open_review: Open, read: Read
) -> None:
    page = _page(open_review("A6"))
    qtbot.mouseClick(page.leave_out.nothing, Qt.MouseButton.LeftButton)
    assert read().step_marks[0].done
    qtbot.mouseClick(page.leave_out.open_button, Qt.MouseButton.LeftButton)
    type_text(qtbot, page.leave_out.why.control, "Sam was tired")
    page.flush()
    assert read().step_marks[0].left_out_why == "Sam was tired"


def test_a_tick_over_no_words_goes_with_the_step_and_one_over_words_stays(
    qtbot: QtBot, open_review: Open
) -> None:
    review = open_review("A4")
    capture = _page(review).capture
    for words, is_ticked in (("", False), ("Secret", True)):
        type_text(qtbot, capture.field.control, words)
        capture.restricted.setChecked(True)
        review.go("A5")
        review.go("A4")
        assert capture.restricted.isChecked() is is_ticked
