"""A letter is issued when its review is finished, no gap is left and each warning is answered."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from letters.plain.checking import FindingKind
from models.database import Database
from models.document_kind import DocumentKind, file_name
from models.editing import put
from tests import sample
from tests.typing_keys import type_text
from tests.ui.letter.conftest import Compose, Read
from ui.letter.composer_page import ComposerPage
from ui.letter.shown_lines import shown_blocks


def _answer_all(page: ComposerPage) -> None:
    for key, row in list(page.finish.rows.items()):
        if row.is_waiting:
            page.meeting.set_aside(key, "It is so.")


def test_nothing_is_issued_before_the_review_is_finished(qtbot: QtBot, compose: Compose) -> None:
    page = compose()
    qtbot.mouseClick(page.bar.finish_button, Qt.MouseButton.LeftButton)
    issue = page.finish.issue
    assert issue.issue_button.is_off
    assert issue.issue_button.reason.said == "It can be issued when the review is finished."


def test_a_warning_is_set_aside_with_a_reason_and_heeded_again(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page = compose(finished=True)
    page.check()
    assert page.finish.rows, "the sample letter has something to look at"
    key, row = next(iter(page.finish.rows.items()))
    qtbot.mouseClick(row.aside_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(row.why.control, Qt.Key.Key_Return)
    assert row.why.has_error
    type_text(qtbot, row.why.control, ".\n")
    assert row.why.has_error, "a dot is no reason"
    row.why.set_text("")
    type_text(qtbot, row.why.control, "Sam likes it so.\n")
    assert read().making.waived[key].why == "Sam likes it so."
    assert not row.is_waiting
    assert row.because.said == "Set aside, because: Sam likes it so."
    qtbot.keyClick(row.heed_button, Qt.Key.Key_Return)
    assert read().making.waived == {}
    assert row.is_waiting


def test_what_may_harm_stands_first_and_plain_words_are_set_aside_together(
    qtbot: QtBot, compose: Compose, read: Read, database: Database
) -> None:
    page = compose()
    note = next(each for each in read().notes if each.in_letter and not each.restricted)
    words = "Your PEP and your CAMHS are at 14 Mill Lane."
    with database.saving(page.meeting.desk.me.id) as session:
        put(session, "note", note.id, "letter_words", words)
    page.meeting.reload()
    page.check()
    finish = page.finish
    first = next(iter(finish.rows))
    assert first.startswith("address/")
    assert finish.first.isVisible()
    group = finish.groups[FindingKind.HARD_WORD]
    hard = [key for key, row in finish.rows.items() if key.startswith("hard_word/")]
    assert group.keys == tuple(hard)
    qtbot.keyClick(group.aside_button, Qt.Key.Key_Return)
    type_text(qtbot, group.why.control, "Yes\n")
    assert group.why.has_error
    type_text(qtbot, group.why.control, ", Sam knows them\n")
    assert {read().making.waived[key].why for key in hard} == {"Yes, Sam knows them"}
    assert not group.isVisible()
    assert finish.rows[first].is_waiting, "an address is looked at alone"
    assert finish.rows[first].go_button.hasFocus()


def test_it_is_issued_when_everything_is_answered_and_saved_as_a_file(
    qtbot: QtBot, compose: Compose, read: Read, tmp_path: Path, sam: sample.Sample
) -> None:
    page = compose(finished=True)
    page.check()
    waiting = [row for row in page.finish.rows.values() if row.is_waiting]
    assert page.finish.issue.issue_button.is_off == bool(waiting)
    _answer_all(page)
    qtbot.mouseClick(page.finish.issue.issue_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: read().latest_document(DocumentKind.LETTER) is not None)
    qtbot.waitUntil(page.finish.issue.reason.isVisible)
    assert "Version 1 was issued" in page.bar.standing.said
    with qtbot.waitSignal(page.out.told):
        page.out.save_into(tmp_path)
    assert (tmp_path / file_name("letter", sam.review_id, 1)).read_bytes().startswith(b"%PDF")


def test_a_draft_is_saved_as_a_draft(
    qtbot: QtBot, compose: Compose, tmp_path: Path, sam: sample.Sample
) -> None:
    page = compose()
    with qtbot.waitSignal(page.out.told):
        page.out.save_into(tmp_path)
    assert (tmp_path / file_name("letter", sam.review_id, 0, draft=True)).exists()


def test_the_way_from_a_warning_leads_to_its_line(qtbot: QtBot, compose: Compose) -> None:
    page = compose()
    page.check()
    named = {row.line.id for row in page.lines.rows()}
    for key, row in page.finish.rows.items():
        lines = [each for each in named if f"/{each}/" in key]
        if lines:
            row.go_button.click()
            assert page.words.currentWidget() is page.lines
            focused = page.window().focusWidget()
            assert page.lines.isAncestorOf(focused)
            return


def test_a_block_is_called_as_it_is_in_the_letter(compose: Compose, read: Read) -> None:
    page = compose()
    page.meeting.put("review", page.meeting.review_id, "home_line", "You live with Jo on 3/5/26.")
    page.check()
    shown = {block.id: block.title for block in shown_blocks(page.meeting.composed(), read())}
    where = [row.where.said for key, row in page.finish.rows.items() if "/L10/" in key]
    assert where
    assert all(words.startswith(shown["L10"]) for words in where)
