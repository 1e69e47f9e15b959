"""From the review to its letter and back; locked and unlocked, the letter is there again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from models.letters_written import begin_letter
from tests import sample
from tests.real_program import PASSPHRASE, Program, copy_of, make_sam, now, running
from tests.typing_keys import type_text
from ui.letter.composer_page import ComposerPage
from ui.meeting.review_page import ReviewPage
from ui.record_place import open_record


@pytest.fixture(scope="module")
def sam_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sample.Sample]:
    """Make a record in which Sam's review is written from beginning to end."""
    folder = tmp_path_factory.mktemp("sam") / "record"
    made = make_sam(folder)
    database = open_record(folder, PASSPHRASE, now=now)
    sample.write_what_was_said(database, made)
    database.close()
    return folder, made


def _composer(program: Program) -> ComposerPage:
    page = program.page
    assert isinstance(page, ComposerPage)
    return page


def test_the_letter_is_opened_from_the_review_and_left_to_the_same_step(
    qtbot: QtBot, sam_made: tuple[Path, sample.Sample], tmp_path: Path
) -> None:
    with running(qtbot, copy_of(sam_made[0], tmp_path / "record")) as program:
        program.unlock()
        program.waymark.open_review(sam_made[1].review_id)
        review = program.page
        assert isinstance(review, ReviewPage)
        review.go("A7")
        program.press(Qt.Key.Key_E, ctrl=True)
        page = _composer(program)
        row = next(each for each in page.lines.rows() if each.line.says_again == "note")
        row.enter()
        line, row_words = row.line.id, row.line.original
        qtbot.mouseClick(row.go_button, Qt.MouseButton.LeftButton)
        review = program.page
        assert isinstance(review, ReviewPage)
        assert review.step == "A4"
        box = program.waymark.window.focusWidget()
        assert isinstance(box, QTextEdit)
        assert box.toPlainText() == row_words
        program.press(Qt.Key.Key_E, ctrl=True)
        page = _composer(program)
        assert page.typing.line == line, "back in the line that was left"
        program.press(Qt.Key.Key_E, ctrl=True)
        review = program.page
        assert isinstance(review, ReviewPage)
        assert review.step == "A4"


def test_the_summing_up_leads_to_where_the_letter_is_checked(
    qtbot: QtBot, sam_made: tuple[Path, sample.Sample], tmp_path: Path
) -> None:
    with running(qtbot, copy_of(sam_made[0], tmp_path / "record")) as program:
        program.unlock()
        program.waymark.places.open_review(sam_made[1].review_id, "A12")
        program.control("check_letter").setFocus()
        program.press(Qt.Key.Key_Return)
        page = _composer(program)
        assert page.words.currentWidget() is page.finish
        focused = program.waymark.window.focusWidget()
        assert focused is not None
        assert page.finish.isAncestorOf(focused)
        page.leave()
        review = program.page
        assert isinstance(review, ReviewPage)
        assert review.step == "A12"


def test_what_is_half_typed_is_there_again_after_a_lock(
    qtbot: QtBot, sam_made: tuple[Path, sample.Sample], tmp_path: Path
) -> None:
    with running(qtbot, copy_of(sam_made[0], tmp_path / "record")) as program:
        program.unlock()
        program.waymark.places.open_letter(sam_made[1].review_id)
        row = _composer(program).lines.rows()[4]
        row.enter()
        type_text(qtbot, row.editor.control, " And then")
        key = row.line.id
        program.waymark.lock()
        program.unlock()
        page = _composer(program)
        again = next(each for each in page.lines.rows() if each.line.id == key)
        assert again.editor.text().endswith(" And then")
        focused = program.waymark.window.focusWidget()
        assert focused is again.editor.control
        assert isinstance(focused, QTextEdit)
        assert focused.textCursor().position() == len(again.editor.text())


def test_a_letter_for_another_moment_is_written_and_left_to_the_child(
    qtbot: QtBot, sam_made: tuple[Path, sample.Sample], tmp_path: Path
) -> None:
    with running(qtbot, copy_of(sam_made[0], tmp_path / "record")) as program:
        program.unlock()
        desk, sam = program.waymark.desk, sam_made[1]
        letter_id = desk.save(lambda session: begin_letter(session, sam.child_id, "thanks"))
        program.waymark.places.open_other_letter(letter_id)
        page = _composer(program)
        row = page.lines.rows()[0]
        row.enter()
        type_text(qtbot, row.editor.control, " Hello.")
        page.meeting.choose("band", "C")
        page.leave()
        assert program.page.objectName() == "child_page"
        program.waymark.places.open_other_letter(letter_id)
        page = _composer(program)
        assert page.meeting.setting.band == "C"
        assert page.lines.rows()[0].editor.text().endswith(" Hello.")
