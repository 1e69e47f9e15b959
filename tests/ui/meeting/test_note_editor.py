"""A note says what kind of answer it is; a good answer is stayed with, one question at a time."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from tests.sample import Sample
from tests.typing_keys import type_text
from ui.meeting.note_editor import NoteEditor
from ui.meeting.notes_page import NotesPage
from ui.meeting.review_page import ReviewPage

Read = Callable[[], ReviewSheet]
Open = Callable[..., ReviewPage]
CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
pytestmark = pytest.mark.usefixtures("begun")
Opened = tuple[NotesPage, NoteEditor]


@pytest.fixture
def opened(open_review: Open, database: Database, sam: Sample) -> Opened:
    with database.saving(sam.iro_id) as session:
        review = OpenReview(session, sam.review_id)
        note = review.add_note("going_well", "Sam sleeps", step="A4", sort="strength")
    page = open_review("A4").page()
    assert isinstance(page, NotesPage)
    slot = page.notes.slot(note)
    assert slot is not None
    slot.open_editor()
    editor = slot.editor()
    assert isinstance(editor, NoteEditor)
    return page, editor


def test_the_kind_of_answer_is_chosen_among_those_of_its_column(
    qtbot: QtBot, opened: Opened, read: Read
) -> None:
    _page, editor = opened
    assert editor.sorts.chosen() == "strength"
    qtbot.mouseClick(editor.sorts.chip("existing_safety"), LEFT)
    assert read().notes[0].sort == "existing_safety"
    with pytest.raises(KeyError):
        editor.sorts.chip("complicating")


def test_a_note_that_moves_to_another_column_loses_a_kind_that_is_not_of_it(
    qtbot: QtBot, opened: Opened, read: Read
) -> None:
    page, _editor = opened
    qtbot.mouseClick(_editor.columns.chip("worry"), LEFT)
    note = read().notes[0]
    assert (note.column, note.sort) == ("worry", "")
    slot = page.notes.slot(note.id)
    assert slot is not None


def test_the_questions_come_one_at_a_time_and_what_more_came_out_is_kept(
    qtbot: QtBot, opened: Opened, read: Read
) -> None:
    _page, editor = opened
    assert editor.ears.question.said == "When was it last a bit better?"
    qtbot.keyClick(editor.ears.next_button, Qt.Key.Key_Return)
    assert "What did Sam notice?" in editor.ears.question.said
    assert QApplication.focusWidget() is editor.ears.detail.control
    type_text(qtbot, editor.ears.detail.control, "Alma reads to her at eight")
    qtbot.keyClick(editor.ears.detail.control, Qt.Key.Key_Return, CTRL)
    assert read().notes[0].detail == "Alma reads to her at eight"


def test_what_else_closes_the_note_and_begins_the_next_going_well(
    qtbot: QtBot, opened: Opened
) -> None:
    page, editor = opened
    page.capture.column_chips.choose("worry")
    for _ in range(2):
        qtbot.mouseClick(editor.ears.next_button, LEFT)
    assert editor.ears.next_button.text() == "What else?"
    qtbot.mouseClick(editor.ears.next_button, LEFT)
    assert QApplication.focusWidget() is page.capture.field.control
    assert page.capture.column_chips.chosen() == "going_well"


def test_a_worry_is_not_asked_about_what_went_well(
    open_review: Open, database: Database, sam: Sample
) -> None:
    with database.saving(sam.iro_id) as session:
        worry = OpenReview(session, sam.review_id).add_note("worry", "Noise", step="A4")
    page = open_review("A4").page()
    assert isinstance(page, NotesPage)
    slot = page.notes.slot(worry)
    assert slot is not None
    slot.open_editor()
    editor = slot.editor()
    assert isinstance(editor, NoteEditor)
    assert editor.ears.isHidden()


def test_escape_closes_the_note_keeps_what_was_typed_and_stays_on_its_card(
    qtbot: QtBot, opened: Opened, read: Read
) -> None:
    page, editor = opened
    type_text(qtbot, editor.words.control, " well")
    qtbot.keyClick(editor.words.control, Qt.Key.Key_Escape)
    assert read().notes[0].words == "Sam sleeps well"
    slot = page.notes.slot(read().notes[0].id)
    assert slot is not None
    assert slot.editor_is_closed
    assert QApplication.focusWidget() is slot.card()
