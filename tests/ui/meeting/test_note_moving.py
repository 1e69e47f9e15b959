"""Notes are moved by keys and by mouse, split, and made into decisions; the keyboard stays."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from tests import sample
from tests.typing_keys import type_text
from ui.meeting.note_drag import NOTE_MIME, mime_of
from ui.meeting.note_slot import NoteSlot
from ui.meeting.review_page import ReviewPage
from ui.meeting.slot_list import MADE_AT_ONCE
from ui.parts.note_card import NoteCard

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Notes = dict[str, str]


@pytest.fixture
def notes(database: Database, sam: sample.Sample, begun: None) -> Notes:
    """Two worries and a good thing under Home, by their words."""
    made: Notes = {}
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        for column, words in (("worry", "one"), ("worry", "two"), ("going_well", "good")):
            made[words] = review.add_note(column, words, step="A4", life_area="home")
    return made


def _slot(page: ReviewPage, note_id: str) -> NoteSlot:
    slot = page.page().notes.slot(note_id)
    assert isinstance(slot, NoteSlot)
    return slot


def _focus(page: ReviewPage, note_id: str) -> NoteCard:
    card = _slot(page, note_id).card()
    card.setFocus()
    return card


def _press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, held)


def _words(read: Read, column: str = "worry", step: str = "A4") -> list[str]:
    return [note.words for note in read().notes if (note.column, note.step) == (column, step)]


def test_alt_up_and_down_move_a_note_and_the_keyboard_stays_on_it(
    qtbot: QtBot, open_review: Open, read: Read, notes: Notes
) -> None:
    page = open_review("A4")
    _focus(page, notes["two"])
    _press(qtbot, Qt.Key.Key_Up, ALT)
    assert _words(read) == ["two", "one"]
    assert QApplication.focusWidget() is _slot(page, notes["two"]).card()
    _press(qtbot, Qt.Key.Key_Up, ALT)
    assert _words(read) == ["two", "one"]
    _press(qtbot, Qt.Key.Key_Down, ALT)
    assert _words(read) == ["one", "two"]
    first, second = (_slot(page, notes[words]) for words in ("one", "two"))
    qtbot.waitUntil(lambda: first.y() < second.y())


def test_alt_left_and_right_put_a_note_into_another_column(
    qtbot: QtBot, open_review: Open, read: Read, notes: Notes
) -> None:
    page = open_review("A4")
    _focus(page, notes["one"])
    _press(qtbot, Qt.Key.Key_Right, ALT)
    assert _words(read, "next") == ["one"]
    assert QApplication.focusWidget() is _slot(page, notes["one"]).card()
    _press(qtbot, Qt.Key.Key_Left, ALT)
    _press(qtbot, Qt.Key.Key_Left, ALT)
    assert _words(read, "going_well") == ["good", "one"]


def _action(menu: QMenu, begins: str) -> None:
    found = next(one for one in menu.actions() if one.text().startswith(begins))
    found.trigger()


@pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen has no popups' keys
def test_the_menu_puts_a_note_into_another_step_and_it_can_be_brought_back(
    qtbot: QtBot, open_review: Open, read: Read, notes: Notes
) -> None:
    page = open_review("A4")
    card = _focus(page, notes["one"])
    qtbot.mouseClick(card.move_on, Qt.MouseButton.LeftButton)
    menu = page.findChild(QMenu, "note_menu")
    assert isinstance(menu, QMenu)
    _action(menu.findChild(QMenu, "note_steps"), "Health")
    menu.close()
    assert _words(read, step="A6") == ["one"]
    undo = page.notices.findChild(QWidget, "undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert _words(read) == ["one", "two"]


def test_a_decision_is_made_of_a_note_by_one_key_and_can_be_taken_back(
    qtbot: QtBot, open_review: Open, read: Read, notes: Notes
) -> None:
    page = open_review("A4")
    _focus(page, notes["two"])
    _press(qtbot, Qt.Key.Key_D, CTRL)
    decision = read().decisions[0]
    assert (decision.what, decision.note_id) == ("two", notes["two"])
    assert _words(read) == ["one", "two"]
    assert QApplication.focusWidget() is _slot(page, notes["two"]).card()
    qtbot.mouseClick(page.notices.findChild(QWidget, "undo"), Qt.MouseButton.LeftButton)
    assert read().decisions == ()


def test_a_note_is_split_where_the_cursor_stands(
    qtbot: QtBot, open_review: Open, read: Read, notes: Notes
) -> None:
    page = open_review("A4")
    slot = _slot(page, notes["one"])
    slot.open_editor()
    box = slot.editor().words.control
    type_text(qtbot, box, " 😀 is here. And then another")
    for _ in range(len("And then another")):
        _press(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier)
    _press(qtbot, Qt.Key.Key_Return, CTRL | SHIFT)
    assert _words(read) == ["one 😀 is here.", "And then another", "two"]
    focused = QApplication.focusWidget()
    assert isinstance(focused, NoteCard)
    assert focused.words.said == _words(read)[1]


def test_nothing_is_split_where_one_half_would_be_empty(
    qtbot: QtBot, open_review: Open, read: Read, notes: Notes
) -> None:
    page = open_review("A4")
    slot = _slot(page, notes["one"])
    slot.open_editor()
    _press(qtbot, Qt.Key.Key_Home, CTRL)
    _press(qtbot, Qt.Key.Key_Return, CTRL | SHIFT)
    assert not slot.editor_is_closed
    assert _words(read) == ["one", "two"]


def _drop(target: QWidget, at: QPoint, read: Read, note_id: str) -> bool:
    """Carry a note over a widget and let it go there; say whether it was taken."""
    row = next(note for note in read().notes if note.id == note_id)
    mime, move = mime_of(row), Qt.DropAction.MoveAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(at, move, mime, left, none))
    QApplication.sendEvent(target, QDragMoveEvent(at, move, mime, left, none))
    drop = QDropEvent(QPointF(at), move, mime, left, none)
    drop.setAccepted(False)
    QApplication.sendEvent(target, drop)
    return drop.isAccepted()


def test_a_note_is_dropped_into_another_column_and_before_another_note(
    qtbot: QtBot, open_review: Open, read: Read, notes: Notes
) -> None:
    page = open_review("A4")
    part = page.page().notes
    slot = _slot(page, notes["one"])
    top = slot.mapTo(part, QPoint(4, 2))
    assert _drop(part, top, read, notes["good"])
    assert _words(read) == ["good", "one", "two"]
    assert QApplication.focusWidget() is _slot(page, notes["good"]).card()


def test_a_note_is_dropped_on_a_step_that_holds_notes_and_on_no_other(
    qtbot: QtBot, open_review: Open, read: Read, notes: Notes
) -> None:
    page = open_review("A4")
    rail = page.steps.rail
    for step, taken in (("A1", False), ("A7", True)):
        at = rail.row(step).mapTo(rail, rail.row(step).rect().center())
        assert _drop(rail, at, read, notes["one"]) is taken, step
    assert _words(read, step="A7") == ["one"]


def test_what_is_dragged_carries_no_word_of_the_note(read: Read, notes: Notes) -> None:
    mime = mime_of(read().notes[0])
    assert mime.formats() == [NOTE_MIME]
    assert mime.data(NOTE_MIME).toStdString() in notes.values()


def test_pulling_a_card_with_the_mouse_begins_a_drag(
    qtbot: QtBot, open_review: Open, notes: Notes
) -> None:
    page = open_review("A4")
    slot = _slot(page, notes["one"])
    card = slot.card()
    card.drag_asked.disconnect()
    with qtbot.waitSignal(card.drag_asked):
        qtbot.mousePress(card, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
        qtbot.mouseMove(card, QPoint(60, 60))
    qtbot.mouseRelease(card, Qt.MouseButton.LeftButton)


def test_the_kind_of_answer_is_chosen_while_typing_and_stands_on_the_card(
    qtbot: QtBot, open_review: Open, read: Read, notes: Notes
) -> None:
    page = open_review("A4")
    capture = page.page().capture
    type_text(qtbot, capture.field.control, "He hit his head")
    qtbot.mouseClick(capture.column_chips.chip("worry"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(capture.said_by.chip("child"), Qt.MouseButton.LeftButton)
    assert capture.more_button.isHidden()
    qtbot.mouseClick(capture.said_by.chip("child"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(capture.more_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(capture.sorts.chip("harm"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(capture.add_button, Qt.MouseButton.LeftButton)
    note = read().notes[-1]
    assert (note.words, note.sort) == ("He hit his head", "harm")
    tags = [each.accessibleName() for each in _slot(page, note.id).card().findChildren(QWidget)]
    assert "What has happened" in tags
    assert capture.sorts.chosen() == capture.said_by.chosen() == ""


def test_many_notes_come_a_few_at_once_and_the_rest_when_nothing_else_is_done(
    qtbot: QtBot, open_review: Open, database: Database, sam: sample.Sample, notes: Notes
) -> None:
    many = MADE_AT_ONCE * 3
    with database.saving(sam.iro_id) as session:
        for number in range(many):
            OpenReview(session, sam.review_id).add_note("next", f"n {number}", step="A5")
    page = open_review()
    page.go("A5")
    slots = page.page().notes.lists["next"].slots
    assert len(slots.findChildren(NoteSlot)) < many
    qtbot.waitUntil(lambda: len(slots.findChildren(NoteSlot)) == many)

    def shown() -> list[str]:
        return [slot.row().words for slot in sorted(slots.slots.values(), key=lambda one: one.y())]

    qtbot.waitUntil(lambda: shown() == [f"n {number}" for number in range(many)])
