"""A letter in another language says what is unchecked, and goes to a translator and back."""

from pathlib import Path

from docx import Document
from pytestqt.qtbot import QtBot

from models.database import Database
from tests.typing_keys import type_text
from tests.ui.letter.conftest import Compose, Read


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


def test_it_goes_to_a_translator_and_comes_back(
    qtbot: QtBot, compose: Compose, read: Read, tmp_path: Path
) -> None:
    page = compose()
    page.meeting.choose("language", "so")
    panel = page.language
    folder = tmp_path / "out"
    folder.mkdir()
    with qtbot.waitSignal(panel.told):
        panel.save_into(folder)
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
        panel.bring(file)
    assert told.args == [f"{filled} lines were brought in. Still without words: 0."]
    assert len(read().making.translations) == filled


def test_a_file_that_is_none_is_refused_in_words(
    qtbot: QtBot, compose: Compose, tmp_path: Path
) -> None:
    page = compose()
    page.meeting.choose("language", "so")
    wrong = tmp_path / "notes.docx"
    wrong.write_text("no table", encoding="utf-8")
    with qtbot.waitSignal(page.meeting.troubled):
        page.language.bring(wrong)
    assert page.notices.isVisible()
