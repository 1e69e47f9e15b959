"""Sam's letter goes to a translator and back, is issued in two languages, and then changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.document_kind import DocumentKind
from models.issuing import issued_pdf
from models.open_review import OpenReview
from models.review_sheet import ReviewSheet
from tests import sample
from tests.letters.reading import faults, whole_text
from tests.letters.translated_letters import ALL_ARE_BORN_FREE
from tests.real_program import Program, make_sam, running
from tests.typing_keys import type_text
from ui.letter.composer_page import ComposerPage

LEFT = Qt.MouseButton.LeftButton
ARABIC = ALL_ARE_BORN_FREE["ar"]
CHECKED = "Amina Haddad, qualified translator"
WARM = "You have been kind"
EQUAL = "متساوين في الكرامة"  # words that no line of the page parts


@pytest.fixture
def story(qtbot: QtBot, tmp_path: Path) -> Iterator["Story"]:
    made = make_sam(tmp_path / "record")
    with running(qtbot, tmp_path / "record") as program:
        program.waymark.window.resize(1366, 768)
        program.unlock()
        yield Story(program, made)


class Story:
    """Nadia, with Sam's finished review, in the composer."""

    def __init__(self, program: Program, made: sample.Sample) -> None:
        self.program, self.made = program, made
        desk = program.waymark.desk
        assert desk is not None
        self.database = desk.database
        sample.write_what_was_said(self.database, made)
        with self.database.saving(made.iro_id) as session:
            OpenReview(session, made.review_id).finish(desk.now(), "17:10", sample.calendar())
        program.waymark.places.open_letter(made.review_id)

    @property
    def page(self) -> ComposerPage:
        page = self.program.page
        assert isinstance(page, ComposerPage)
        return page

    @property
    def sheet(self) -> ReviewSheet:
        return sample.sheet(self.database, self.made)

    def click(self, control: QWidget) -> None:
        self.program.qtbot.mouseClick(control, LEFT)


def test_a_letter_in_two_languages(story: Story, tmp_path: Path) -> None:
    _choose_arabic(story)
    _it_cannot_go_out_yet(story)
    file = _save_the_file(story, tmp_path)
    _translate(file)
    _bring_it_in(story, file)
    _say_who_checked(story)
    pdf = _issue(story)
    read = whole_text(pdf)
    assert f"{WARM} to the new boy in your class." in read
    assert EQUAL in read
    assert faults(pdf, tmp_path) == []
    _a_note_that_changes_is_flagged(story)


def _choose_arabic(story: Story) -> None:
    box = story.page.bar.language
    box.setFocus()
    for mark in "Ara":
        story.program.qtbot.keyClick(box, mark)
    story.program.at_rest()
    assert story.sheet.making.letter.language == "ar"
    assert story.page.language.title.said == "In Arabic"
    assert "No translator has checked them yet" in story.page.language.fixed.said


def _it_cannot_go_out_yet(story: Story) -> None:
    story.click(story.page.bar.finish_button)
    rows = story.page.finish.rows
    assert {"untranslated", "unchecked"} <= set(rows)
    assert story.page.finish.issue.issue_button.is_off
    story.click(story.page.finish.back_button)


def _save_the_file(story: Story, folder: Path) -> Path:
    out = folder / "to the translator"
    out.mkdir()
    with story.program.qtbot.waitSignal(story.page.language.told):
        story.page.language.file.save_into(out)
    (file,) = out.iterdir()
    assert "Sam" not in file.name
    return file


def _translate(file: Path) -> None:
    """Fill in the third column, as somebody with a word processor does."""
    document = Document(str(file))
    for row in document.tables[0].rows[1:]:
        if not row.cells[2].text.strip():
            row.cells[2].paragraphs[0].add_run(ARABIC)
    document.save(str(file))


def _bring_it_in(story: Story, file: Path) -> None:
    with story.program.qtbot.waitSignal(story.page.language.told) as told:
        story.page.language.file.bring(file)
    assert told.args[0].endswith("lines were brought in.")
    story.program.at_rest()
    assert {row.words for row in story.sheet.making.translations} == {ARABIC}


def _say_who_checked(story: Story) -> None:
    page = story.page
    page.check()
    assert "untranslated" not in page.finish.rows
    story.click(page.finish.rows["unchecked"].go_button)
    assert page.language.checked_by.control.hasFocus()
    type_text(story.program.qtbot, page.language.checked_by.control, CHECKED)
    page.check()
    assert "unchecked" not in page.finish.rows
    assert story.sheet.making.letter.words_checked_by == CHECKED


def _issue(story: Story) -> bytes:
    page = story.page
    for key, row in list(page.finish.rows.items()):
        if row.is_waiting:
            page.meeting.set_aside(key, "It is so.")
    story.click(page.finish.issue.issue_button)
    story.program.qtbot.waitUntil(
        lambda: story.sheet.latest_document(DocumentKind.LETTER) is not None
    )
    story.program.at_rest()
    latest = story.sheet.latest_document(DocumentKind.LETTER)
    assert latest is not None
    with story.database.reading() as connection:
        return issued_pdf(connection, latest.id)


def _a_note_that_changes_is_flagged(story: Story) -> None:
    page = story.page
    page.write()
    note = next(row for row in page.lines.rows() if row.line.says_again == "note")
    before = note.line.words
    note.editor.control.selectAll()
    type_text(story.program.qtbot, note.editor.control, "You sleep well.")
    page.flush()
    page.meeting.catch_up()
    story.program.at_rest()
    assert "has changed since it was translated" in page.language.lacks.said
    story.click(page.language.lines_button)
    row = page.translation.rows[note.line.id]
    assert row.flag.isVisible()
    assert row.before.said == f"It was: {before}"
    assert row.english.said == "You sleep well."
    assert row.editor.text() == ARABIC
