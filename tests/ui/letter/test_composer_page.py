"""The letter is written beside its page: what is typed is seen at once and kept in its place."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.database import Database
from models.editing import put
from tests import sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.letter.conftest import Compose, Read, line
from ui.desk import Desk
from ui.letter.composer_page import ComposerPage
from ui.letter.line_row import LineRow
from ui.regions import go_round

NIGHTS = "Sam sleeps"


def _note(page: ComposerPage) -> LineRow:
    """The line of the note about the nights, however it is proposed."""
    sheet = page.meeting.sheet
    note = next(each for each in sheet.notes if each.words.startswith(NIGHTS))
    return next(row for row in page.lines.rows() if row.place[1] == note.id)


def _select_all(qtbot: QtBot, row: LineRow) -> None:
    row.editor.control.setFocus(Qt.FocusReason.OtherFocusReason)
    row.editor.control.selectAll()


def test_a_note_is_said_to_the_child_in_words_of_its_own(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page = compose()
    row = _note(page)
    before = row.line.words
    assert row.editor.label.said == "How I will say it to Sam"
    _select_all(qtbot, row)
    type_text(qtbot, row.editor.control, "You sleep well now.")
    assert page.flush()
    note = next(each for each in read().notes if each.words.startswith(NIGHTS))
    assert note.letter_words == "You sleep well now."
    assert read().making.line[f"note/{note.id}"].proposed == before
    assert row.origin.said == f"The note: {note.words}"


def test_a_newer_proposal_is_offered_and_never_put_over_the_words(
    qtbot: QtBot, compose: Compose, read: Read, desk: Desk, sam: sample.Sample
) -> None:
    page = compose()
    row = _note(page)
    _select_all(qtbot, row)
    type_text(qtbot, row.editor.control, "You sleep well now.")
    page.flush()
    note = row.place[1]
    page.meeting.save(lambda session: put(session, "note", note, "words", "The dog barks."))
    assert row.editor.text() == "You sleep well now."
    assert "The dog barks." in row.newer.words.said
    qtbot.mouseClick(row.newer.keep_button, Qt.MouseButton.LeftButton)
    assert row.newer.isHidden()
    assert row.editor.text() == "You sleep well now."
    page.meeting.save(lambda session: put(session, "note", note, "words", "The cat purrs."))
    qtbot.mouseClick(row.newer.use_button, Qt.MouseButton.LeftButton)
    assert row.editor.text() == "The cat purrs."
    assert not next(each for each in read().notes if each.id == note).letter_words


def test_any_other_line_is_reworded_and_given_back(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page = compose()
    row = line(page, "Thank you for coming")
    proposed = row.line.words
    _select_all(qtbot, row)
    type_text(qtbot, row.editor.control, "We met in the garden.")
    page.flush()
    (kept,) = read().making.lines
    assert (kept.key, kept.words, kept.proposed) == (
        row.line.id, "We met in the garden.", proposed,
    )  # fmt: skip
    row.use_proposal()
    assert row.editor.text() == proposed
    assert not any(each.words for each in read().making.lines)


def test_words_are_in_the_journal_under_the_row_they_are_saved_in(
    qtbot: QtBot, compose: Compose, read: Read, database: Database
) -> None:
    page = compose()
    row = line(page, "Thank you for coming")
    type_text(qtbot, row.editor.control, "Hello. ")
    page.flush()
    (kept,) = read().making.lines
    places = {(each.table, each.row_id, each.field) for each in database.journal.newest()}
    assert ("letter_line", kept.id, "words") in places
    assert database.unsaved() == []


def test_an_emptied_line_stays_empty_until_it_is_left(qtbot: QtBot, compose: Compose) -> None:
    page = compose()
    row = line(page, "Thank you for coming")
    proposed = row.line.words
    _select_all(qtbot, row)
    qtbot.keyClick(row.editor.control, Qt.Key.Key_Backspace)
    page.flush()
    assert row.editor.text() == ""
    _note(page).enter()
    assert row.editor.text() == proposed


def test_a_line_is_left_out_with_a_reason_and_put_back(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page = compose()
    row = _note(page)
    key = row.line.id
    row.enter()
    assert row.out_button.isVisible()
    qtbot.keyClick(row.out_button, Qt.Key.Key_Return)
    why = row.leaving.why.control
    assert why.hasFocus()
    qtbot.keyClick(why, Qt.Key.Key_Return)
    assert row.leaving.why.has_error
    type_text(qtbot, why, "Sam knows.\n")
    assert read().making.line[key].left_out_why == "Sam knows."
    assert key not in {each.line.id for each in page.lines.rows()}
    back = page.window().focusWidget()
    assert back is not None and back.objectName() == "put_back"
    qtbot.keyClick(back, Qt.Key.Key_Return)
    assert not read().making.line[key].left_out
    assert key in {each.line.id for each in page.lines.rows()}


def test_the_childs_own_words_cannot_be_written_and_can_be_left_out(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page = compose()
    card = page.lines.cards["L4"]
    assert card.property("kind") == "child"
    assert card.written() == []
    own = page.lines.findChild(object, "own_row")
    own.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.mouseClick(own.out_button, Qt.MouseButton.LeftButton)
    type_text(qtbot, own.leaving.why.control, "Sam asked me to.\n")
    assert [each.left_out_why for each in read().making.lines] == ["Sam asked me to."]


def test_the_page_follows_the_typing_before_it_is_saved(qtbot: QtBot, compose: Compose) -> None:
    page = compose()
    live = page.preview.live
    qtbot.waitUntil(lambda: live.paper is not None and live.is_at_rest)
    before = live.paper
    row = line(page, "Thank you for coming")
    row.enter()
    type_text(qtbot, row.editor.control, " Hello.")
    qtbot.waitUntil(lambda: live.paper is not before and live.is_at_rest)
    assert page.preview.sheet.marked == row.line.id
    assert page.preview.sheet.marks()


def test_a_click_on_the_page_leads_to_the_line(qtbot: QtBot, compose: Compose) -> None:
    page = compose()
    sheet, live = page.preview.sheet, page.preview.live
    qtbot.waitUntil(lambda: live.paper is not None and live.is_at_rest)
    row = line(page, "Thank you for coming")
    sheet.mark(row.line.id)
    where = sheet.marks()[0].center().toPoint()
    sheet.mark("")
    qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=where)
    assert row.editor.control.hasFocus()


def test_the_keys_turn_the_page(qtbot: QtBot, compose: Compose) -> None:
    page = compose()
    sheet, live = page.preview.sheet, page.preview.live
    qtbot.waitUntil(lambda: live.paper is not None and live.is_at_rest)
    line(page, "Thank you for coming").enter()
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_PageDown)
    assert sheet.number == 2
    qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_PageUp)
    assert sheet.number == 1


def test_undo_takes_back_what_was_done_to_the_letter(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page = compose()
    page.meeting.choose("band", "C")
    assert read().making.letter.band == "C"
    page.acts().undo()
    assert read().making.letter.band == ""
    page.acts().redo()
    assert read().making.letter.band == "C"


def test_where_there_is_little_room_a_button_swaps_the_page_and_the_words(
    qtbot: QtBot, compose: Compose
) -> None:
    page = compose(width=1000, height=600)
    assert page.preview.isHidden()
    qtbot.mouseClick(page.bar.letter_button, Qt.MouseButton.LeftButton)
    assert page.preview.isVisible()
    assert page.preview.sheet.hasFocus()
    assert not page.lines.isVisible()
    qtbot.mouseClick(page.bar.letter_button, Qt.MouseButton.LeftButton)
    assert page.lines.isVisible()


def test_f6_goes_round_the_parts_and_every_control_has_a_name(
    qtbot: QtBot, compose: Compose
) -> None:
    page = compose()
    qtbot.waitUntil(lambda: page.preview.live.paper is not None)
    assert unnamed(page) == []
    seen = [go_round(page.regions(), 1) for _turn in range(3)]
    assert seen == [page.preview, page.bar, page.words]
