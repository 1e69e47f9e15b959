"""In the meeting too, the words for the letter are looked at for the child they are for."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.database import Database
from tests import sample
from tests.typing_keys import type_text
from tests.ui.meeting.conftest import (  # noqa: F401 - fixtures that pytest finds by their names
    clock,
    database,
    desk,
    filled,
    sam,
)
from ui.desk import Desk
from ui.meeting.meeting import Meeting
from ui.meeting.note_editor import NoteEditor
from ui.meeting.step_page import StepPage
from ui.plain.reader_of_letter import looking_in


def test_the_name_of_the_council_is_no_misspelt_word(desk: Desk, sam: sample.Sample) -> None:  # noqa: F811
    meeting = Meeting(desk, sam.review_id)
    council = replace(meeting.sheet.council, name="Wrenshire County Council")
    meeting.sheet = replace(meeting.sheet, council=council)
    reader = looking_in(meeting).reader
    assert reader is not None
    assert {"Wrenshire", "Wrenshire County Council"} <= reader.names
    assert not {"County", "Council"} & reader.names


def test_a_note_is_looked_at_for_the_child_as_it_is_written_for_the_letter(
    qtbot: QtBot,
    database: Database,  # noqa: F811
    desk: Desk,  # noqa: F811
    sam: sample.Sample,  # noqa: F811
) -> None:
    sample.write_whole_review(database, sam)
    meeting = Meeting(desk, sam.review_id)
    page = StepPage(meeting, "A4")
    qtbot.addWidget(page)
    told = next(each for each in meeting.sheet.notes if each.in_letter and not each.restricted)
    editor = NoteEditor(page, told)
    qtbot.addWidget(editor)
    editor.show()
    name = meeting.sheet.child.full_name
    editor.letter_words.control.selectAll()
    type_text(qtbot, editor.letter_words.control, f"{name} asked about permanence.")
    looking_in(meeting).look()
    qtbot.waitUntil(lambda: not desk.background.is_busy)
    assert [mark.finding.words for mark in editor.letter_words.marks] == ["permanence"]
    editor.letter_words.control.setFocus()
    qtbot.keyClick(editor.letter_words.control, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert editor.letter_words.text() == f"{name} asked about a home for good."
