"""Undo and redo by real keys in the review window, in the frame with its Edit menu."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from models.database import Database
from models.editing import put
from models.every_record import BY_TABLE
from models.mapping import make_pair
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from models.settings import Settings
from models.sittings import Stop, adjourn
from models.undo_kind import StepKind
from tests import sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.pages_for_tests import PlainPage
from ui.appearance import appearance
from ui.desk import Desk
from ui.main_window import LEAST_HEIGHT_PX, LEAST_WIDTH_PX, MainWindow
from ui.meeting.meeting import Meeting
from ui.meeting.notes_page import NotesPage
from ui.meeting.review_page import ReviewPage
from ui.meeting.undo_words import kind_words
from ui.pace import Pace
from ui.parts.note_card import NoteCard
from ui.parts.text_field import GrowingText

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
Read = Callable[[], ReviewSheet]


@pytest.fixture
def frame(qtbot: QtBot, desk: Desk, sam: sample.Sample, begun: None) -> MainWindow:
    settings = Settings()
    settings.set("theme", "light")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    window.open(ReviewPage(desk, sam.review_id))
    review(window).go("A4")
    qtbot.wait(0)
    return window


def review(frame: MainWindow) -> ReviewPage:
    page = frame.pages.page()
    assert isinstance(page, ReviewPage)
    return page


def notes_page(frame: MainWindow) -> NotesPage:
    page = review(frame).pages["A4"]
    assert isinstance(page, NotesPage)
    return page


def press(qtbot: QtBot, frame: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = CTRL) -> None:
    """Press a key as the keyboard does: shortcuts first, then whatever has the focus."""
    window = frame.windowHandle()
    assert window is not None
    QTest.keyClick(window, key, held)
    qtbot.wait(0)


def undo(qtbot: QtBot, frame: MainWindow) -> None:
    press(qtbot, frame, Qt.Key.Key_Z)


def add_note(qtbot: QtBot, frame: MainWindow, words: str) -> None:
    page = review(frame)
    if page.step != "A4":
        page.go("A4")
    type_text(qtbot, notes_page(frame).capture.field.control, words)
    page._add()


def notice(frame: MainWindow) -> str:
    page = review(frame)
    return " ".join(each.title.said for each in page.notices._shown.values())


def test_ctrl_z_takes_back_the_note_that_was_added(
    qtbot: QtBot, frame: MainWindow, read: Read
) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    undo(qtbot, frame)
    assert read().notes == ()
    assert notice(frame) == "Undone: note added."
    assert QApplication.focusWidget() is notes_page(frame).capture.field.control


@pytest.mark.parametrize(("key", "held"), [(Qt.Key.Key_Y, CTRL), (Qt.Key.Key_Z, CTRL | SHIFT)])
def test_redo_brings_it_back_by_either_key(
    qtbot: QtBot, frame: MainWindow, read: Read, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    undo(qtbot, frame)
    press(qtbot, frame, key, held)
    (note,) = read().notes
    assert note.words == "Sam sleeps well."
    assert QApplication.focusWidget() is notes_page(frame).capture.field.control


@pytest.mark.parametrize("table", ["note", "decision", "pair"])
def test_what_is_typed_after_a_redo_is_a_new_note_and_alters_no_old_one(
    qtbot: QtBot, frame: MainWindow, read: Read, table: str
) -> None:
    page, step = review(frame), {"note": "A4", "decision": "A11", "pair": "A8"}[table]
    page.go(step)
    acts: dict[str, Callable[[OpenReview], object]] = {
        "pair": lambda record: make_pair(record, "Sam may be hit.", "Nobody is hit."),
        "decision": lambda record: record.decide("Ring the school", "Alma", None),
        "note": lambda record: record.add_note("going_well", "Sam sleeps well.", step="A4"),
    }
    page.meeting.act(acts[table])
    before = read()
    undo(qtbot, frame)
    assert (read().notes, read().decisions) == ((), ())
    press(qtbot, frame, Qt.Key.Key_Y)
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingText)
    assert box.toPlainText() == ""
    type_text(qtbot, box, "The garden is good")
    page.flush()
    said = ([note.words for note in before.notes], [one.what for one in before.decisions])
    after = read()
    assert ([note.words for note in after.notes], [one.what for one in after.decisions]) == said
    assert box.toPlainText() == "The garden is good"


def test_a_line_half_typed_keeps_the_keyboard_through_an_undo(
    qtbot: QtBot, frame: MainWindow, read: Read
) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    page = review(frame)
    page.line.open()
    type_text(qtbot, page.line.field.control, "Half")
    page.undoing.undo()
    assert read().notes == ()
    assert page.line.has_keyboard
    assert page.line.field.text() == "Half"


def test_space_on_a_card_opens_nothing_and_enter_opens_it_at_the_end(
    qtbot: QtBot, frame: MainWindow, read: Read
) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    card = notes_page(frame).findChild(NoteCard, f"card_{read().notes[0].id}")
    assert card is not None
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is card
    qtbot.keyClick(card, Qt.Key.Key_Return)
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingText)
    assert box.textCursor().atEnd()


def test_what_is_half_typed_is_taken_back_in_its_field_first(
    qtbot: QtBot, frame: MainWindow, read: Read
) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    box = notes_page(frame).capture.field.control
    type_text(qtbot, box, "And")
    while box.toPlainText():
        undo(qtbot, frame)
    assert len(read().notes) == 1
    undo(qtbot, frame)
    assert read().notes == ()


def test_words_taken_back_in_their_field_do_not_come_back_with_the_next_undo(
    qtbot: QtBot, frame: MainWindow, read: Read, sam: sample.Sample
) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    page = review(frame)
    page.go_to("A9", ("review", sam.review_id, "home_line"))
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingText)
    type_text(qtbot, box, "You live with Alma.")
    page.flush()
    assert read().home_line == "You live with Alma."
    while box.toPlainText():
        undo(qtbot, frame)
    page.flush()
    assert read().home_line == ""
    undo(qtbot, frame)
    assert read().home_line == ""
    assert read().notes == ()
    assert page.step == "A4"


def test_undo_keeps_what_is_half_typed_and_goes_to_the_step_that_changed(
    qtbot: QtBot, frame: MainWindow, read: Read, sam: sample.Sample
) -> None:
    page = review(frame)
    page.meeting.put("review", sam.review_id, "plan_agreed", "yes")
    type_text(qtbot, notes_page(frame).capture.field.control, "Sam")
    page.undoing.undo()
    assert read().plan_agreed == ""
    assert page.step == "A9"
    page.go("A4")
    assert notes_page(frame).capture.field.text() == "Sam"
    assert Meeting(page.meeting.desk, sam.review_id).drafts()["A4"]["words"] == "Sam"


def test_the_edit_menu_says_what_it_would_undo_and_never_what_was_typed(
    qtbot: QtBot, frame: MainWindow
) -> None:
    actions = frame.menus.actions
    add_note(qtbot, frame, "Sam sleeps well.")
    assert actions["undo"].text() == "&Undo: note added"
    assert not actions["redo"].isEnabled()
    actions["undo"].trigger()
    assert actions["redo"].text() == "&Redo: note added"


def test_the_edit_menu_is_off_away_from_a_review_and_while_it_is_locked(
    qtbot: QtBot, frame: MainWindow
) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    actions = frame.menus.actions
    screen = QWidget()
    frame.show_screen(screen)
    assert not actions["undo"].isEnabled()
    frame.hide_screen()
    assert actions["undo"].isEnabled()
    frame.add_place("today", "Today", lambda: PlainPage("Today"), icon="sun", chosen_icon="sun")
    frame.go("today")
    assert not actions["undo"].isEnabled()
    assert actions["undo"].text() == "&Undo"


def test_two_small_buttons_do_the_same_by_mouse(
    qtbot: QtBot, frame: MainWindow, read: Read
) -> None:
    page = review(frame)
    undo_button = page.findChild(QWidget, "undo_button")
    redo_button = page.findChild(QWidget, "redo_button")
    add_note(qtbot, frame, "Sam sleeps well.")
    assert undo_button.accessibleName() == "Undo: note added (Ctrl+Z)"
    qtbot.mouseClick(undo_button, LEFT)
    assert read().notes == ()
    qtbot.mouseClick(redo_button, LEFT)
    assert len(read().notes) == 1
    assert unnamed(page) == []


def test_the_buttons_fit_the_smallest_window(qtbot: QtBot, frame: MainWindow) -> None:
    frame.resize(LEAST_WIDTH_PX, LEAST_HEIGHT_PX)
    qtbot.wait(0)
    button = review(frame).findChild(QWidget, "redo_button")
    if button.isVisible():
        corner = button.mapTo(frame, button.rect().bottomRight())
        assert frame.rect().contains(corner)
        assert button.width() >= 32


def test_the_notice_undoes_the_act_itself_and_leaves_nothing_more_to_undo_of_it(
    qtbot: QtBot, frame: MainWindow, read: Read
) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    (note,) = read().notes
    page = review(frame)
    page.meeting.remove("note", note.id, "The note was removed.")
    qtbot.mouseClick(page.notices.findChild(QWidget, "undo"), LEFT)
    assert len(read().notes) == 1
    assert frame.menus.actions["undo"].text() == "&Undo: note added"
    assert frame.menus.actions["redo"].text() == "&Redo: note removed"


def test_the_notice_takes_back_its_own_act_and_no_later_one(
    qtbot: QtBot, frame: MainWindow, read: Read, sam: sample.Sample
) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    (note,) = read().notes
    page = review(frame)
    page.meeting.remove("note", note.id, "The note was removed.")
    page.meeting.put("review", sam.review_id, "plan_agreed", "yes")
    qtbot.mouseClick(page.notices.findChild(QWidget, "undo"), LEFT)
    assert len(read().notes) == 1
    assert read().plan_agreed == "yes"
    assert frame.menus.actions["undo"].text() == "&Undo: note brought back"


def test_the_notice_after_undo_does_it_again(qtbot: QtBot, frame: MainWindow, read: Read) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    undo(qtbot, frame)
    qtbot.mouseClick(review(frame).notices.findChild(QWidget, "redo"), LEFT)
    assert len(read().notes) == 1
    assert notice(frame) == "Redone: note added."


def test_what_moved_the_review_on_says_why_it_stays(
    qtbot: QtBot, frame: MainWindow, read: Read
) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    page = review(frame)
    page.meeting.act(lambda review: adjourn(review, Stop("17:00", words="No time left")))
    undo(qtbot, frame)
    assert read().state == "adjourned"
    assert len(read().notes) == 1
    assert notice(frame) == "The review was adjourned here"


def test_what_was_changed_since_is_left_and_said(
    qtbot: QtBot, frame: MainWindow, read: Read, database: Database
) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    (note,) = read().notes
    with database.saving("another") as session:
        put(session, "note", note.id, "words", "Sam sleeps badly.")
    undo(qtbot, frame)
    assert [each.words for each in read().notes] == ["Sam sleeps badly."]
    assert notice(frame).startswith("This was changed again since")


def test_steps_are_there_again_after_a_restart(
    qtbot: QtBot, frame: MainWindow, read: Read, desk: Desk, sam: sample.Sample
) -> None:
    add_note(qtbot, frame, "Sam sleeps well.")
    frame.open(ReviewPage(desk, sam.review_id))
    assert frame.menus.actions["undo"].text() == "&Undo: note added"
    frame.menus.actions["undo"].trigger()
    assert read().notes == ()


def test_every_kind_of_row_that_is_typed_has_words_of_its_own() -> None:
    typed = {table for table, kind in BY_TABLE.items() if getattr(kind, "TYPED", None)}
    typed -= {"council", "staff_member", "review", "care_period"}
    words = {table: kind_words(StepKind(table, "changed")) for table in typed}
    assert "review changed" not in words.values()
    assert kind_words(None) == ""


def test_beginning_by_mistake_is_still_taken_back_by_its_notice(
    qtbot: QtBot, desk: Desk, sam: sample.Sample, read: Read
) -> None:
    meeting = Meeting(desk, sam.review_id)
    calendar = desk.calendar
    meeting.act(lambda review: review.begin(sample.REVIEW_ON, "16:04", calendar))
    offered: list[Callable[[], object]] = []
    meeting.undo_offered.connect(lambda _words, take_back: offered.append(take_back))

    def take_back(review: OpenReview) -> None:
        review.take_back_begin(calendar)

    meeting.offer_undo("It has begun.", lambda: meeting.act(take_back))
    offered[0]()
    assert read().state == "planned"


def test_while_keys_come_the_record_has_the_words_and_the_pages_follow_in_the_pause(
    qtbot: QtBot, desk: Desk, sam: sample.Sample, begun: None, read: Read
) -> None:
    meeting = Meeting(desk, sam.review_id)
    Pace.last = time.monotonic()
    meeting.put_while_typing("review", sam.review_id, "warm_line", "You told a joke.")
    assert read().warm_line == "You told a joke."
    qtbot.waitUntil(lambda: meeting.sheet.warm_line == "You told a joke.")


def test_a_page_that_is_not_seen_shows_what_changed_when_it_is(
    qtbot: QtBot, frame: MainWindow, sam: sample.Sample
) -> None:
    page = review(frame)
    page.go("A9")
    page.go("A4")
    page.meeting.put("review", sam.review_id, "home_line", "You live with Alma.")
    page.go_to("A9", ("review", sam.review_id, "home_line"))
    box = QApplication.focusWidget()
    assert isinstance(box, GrowingText) and box.toPlainText() == "You live with Alma."


def test_at_double_text_undo_and_redo_are_there_for_the_mouse(
    qtbot: QtBot, frame: MainWindow, read: Read
) -> None:
    page = review(frame)
    add_note(qtbot, frame, "Sam sleeps well.")
    button = page.findChild(QWidget, "undo_button_large")
    assert isinstance(button, QWidget) and not button.isVisible()
    appearance().apply("light", 200)
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, LEFT)
    assert read().notes == ()
