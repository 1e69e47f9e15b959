"""A letter in another language says what is unchecked, and goes to a translator and back."""

from pathlib import Path

from docx import Document
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from models.database import Database
from models.editing import put
from tests import sample
from tests.typing_keys import type_text
from tests.ui.letter.conftest import Compose, Read
from ui.desk import Desk


def test_in_english_there_is_nothing_to_say(compose: Compose) -> None:
    assert compose().language.isHidden()


def test_a_language_whose_words_nobody_checked_says_so(
    qtbot: QtBot, compose: Compose, read: Read, database: Database
) -> None:
    page = compose()
    page.meeting.choose("language", "pl")
    panel = page.language
    assert panel.isVisible()
    assert panel.title.said == "In Polish"
    qtbot.waitUntil(panel.lacks.isVisible)
    assert "for a translator" in panel.lacks.said
    type_text(qtbot, panel.checked_by.control, "Ewa Nowak")
    page.flush()
    panel.arrangements.answers["after"].click()
    letter = read().making.letter
    assert (letter.words_checked_by, letter.arrangement) == ("Ewa Nowak", "after")
    assert database.unsaved() == []


def test_it_says_when_two_columns_cannot_hold_the_type(qtbot: QtBot, compose: Compose) -> None:
    page = compose()
    page.meeting.choose("language", "pl")
    page.meeting.choose("arrangement", "beside")
    with qtbot.waitSignal(page.language.counted):
        page.meeting.choose("text_size", "18")
    qtbot.waitUntil(page.language.no_room.isVisible)
    page.meeting.choose("arrangement", "after")
    qtbot.waitUntil(page.language.no_room.isHidden)


def test_it_goes_to_a_translator_and_comes_back(
    qtbot: QtBot, compose: Compose, read: Read, tmp_path: Path
) -> None:
    page = compose()
    page.meeting.choose("language", "so")
    panel = page.language
    folder = tmp_path / "out"
    folder.mkdir()
    with qtbot.waitSignal(panel.told):
        panel.file.save_into(folder)
    (file,) = folder.iterdir()
    assert file.name == "letter-for-translation-so.docx"
    document = Document(str(file))
    filled = 0
    for row in document.tables[0].rows[1:]:
        if not row.cells[2].text.strip():
            row.cells[2].paragraphs[0].add_run(f"Somali words {filled}")
            filled += 1
    document.save(str(file))
    with qtbot.waitSignal(panel.told) as told:
        panel.file.bring(file)
    assert told.args == [f"{filled} lines were brought in."]
    assert len(read().making.translations) == filled


def test_a_file_that_is_none_is_refused_in_words(
    qtbot: QtBot, compose: Compose, tmp_path: Path
) -> None:
    page = compose()
    page.meeting.choose("language", "so")
    wrong = tmp_path / "notes.docx"
    wrong.write_text("no table", encoding="utf-8")
    with qtbot.waitSignal(page.meeting.troubled):
        page.language.file.bring(wrong)
    assert page.notices.isVisible()


def test_numbers_may_be_in_the_digits_of_a_language_that_has_its_own(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page = compose()
    page.meeting.choose("language", "pl")
    assert page.language.own_digits.isHidden()
    page.meeting.choose("language", "ar")
    assert "٠١٢٣" in page.language.own_digits.text()
    qtbot.mouseClick(page.language.own_digits, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert read().making.letter.own_digits


def test_the_interpreter_of_the_record_is_named(
    compose: Compose, desk: Desk, sam: sample.Sample
) -> None:
    page = compose()
    page.meeting.choose("language", "ti")
    assert page.language.interpreter.said == "No interpreter is named in Sam’s record."
    page.meeting.save(
        lambda session: put(session, "child", sam.child_id, "interpreter", "Selam Tesfay")
    )
    assert page.language.interpreter.said.endswith("with Sam: Selam Tesfay")
