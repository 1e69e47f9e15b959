"""A translator's words are typed line by line beside their English, and a change is flagged."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from letters.papers import for_translator
from letters.translating.translation_file import translation_file
from letters.two_languages import State, TwoLines
from models.database import Database
from models.document_kind import DocumentKind
from tests import sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.letter.conftest import Compose, Read, line
from tests.ui.parts.test_file_drop import drop_on, files
from ui.letter.composer_page import ComposerPage
from ui.letter.translation_row import TranslationRow

WARM = "You have been kind"
WORDS = "كنتِ طيبة."
RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft


def _in(page: ComposerPage, qtbot: QtBot, language: str = "ar") -> None:
    """Choose the language and go to its lines."""
    page.meeting.choose("language", language)
    with qtbot.waitSignal(page.language.counted):
        pass
    qtbot.mouseClick(page.language.lines_button, Qt.MouseButton.LeftButton)
    assert page.words.currentWidget() is page.translation
    qtbot.waitUntil(lambda: page.translation.is_whole)


def _row(page: ComposerPage, english: str) -> TranslationRow:
    rows = page.translation.rows.values()
    return next(row for row in rows if row.line.english.startswith(english))


def _lines(sheet_of: Read) -> dict[str, TwoLines]:
    both = for_translator(sheet_of(), DocumentKind.LETTER, sample.REVIEW_ON)
    return {each.key: each for each in both.lines}


def test_a_line_is_typed_beside_its_english_and_kept_with_it(
    qtbot: QtBot, compose: Compose, read: Read, database: Database
) -> None:
    page = compose()
    _in(page, qtbot)
    row = _row(page, WARM)
    control = row.editor.control
    assert control.layoutDirection() == RIGHT_TO_LEFT
    assert control.document().firstBlock().textDirection() == RIGHT_TO_LEFT
    assert control.accessibleName().startswith(f"Line {row.line.label} in Arabic: {WARM}")
    assert unnamed(page) == []
    row.enter()
    assert page.preview.sheet.marked == row.line.key
    type_text(qtbot, control, WORDS)
    assert page.flush()
    (kept,) = read().making.translations
    assert (kept.language, kept.key, kept.original, kept.words) == (
        "ar", row.line.key, row.line.english, WORDS,
    )  # fmt: skip
    places = {(each.table, each.row_id, each.field) for each in database.journal.newest()}
    assert ("letter_translation", kept.id, "words") in places
    assert database.unsaved() == []
    assert _lines(read)[row.line.key].state is State.TRANSLATED


def test_what_is_typed_is_on_the_page_before_it_is_saved(qtbot: QtBot, compose: Compose) -> None:
    page = compose()
    _in(page, qtbot)
    live = page.preview.live
    qtbot.waitUntil(lambda: live.paper is not None and live.is_at_rest)
    row = _row(page, WARM)
    row.enter()
    type_text(qtbot, row.editor.control, WORDS)
    assert [each.words for each in page.typing.lines()] == [WORDS]
    key = row.line.key
    qtbot.waitUntil(lambda: key not in {gap.field for gap in live.paper.missing})


def test_english_that_changed_is_flagged_with_the_old_and_the_new(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page = compose()
    _in(page, qtbot)
    row = _row(page, WARM)
    old = row.line.english
    row.enter()
    type_text(qtbot, row.editor.control, WORDS)
    page.flush()
    page.write()
    english = line(page, WARM)
    english.editor.control.selectAll()
    type_text(qtbot, english.editor.control, "You helped a new boy.")
    page.flush()
    page.meeting.catch_up()
    qtbot.waitUntil(lambda: "has changed" in page.language.lacks.said)
    page.translate()
    row = page.translation.rows[row.line.key]
    assert row.flag.isVisible()
    assert row.before.said == f"It was: {old}"
    assert row.english.said == "You helped a new boy."
    assert row.editor.text() == WORDS
    qtbot.mouseClick(row.fits_button, Qt.MouseButton.LeftButton)
    assert _lines(read)[row.line.key].state is State.TRANSLATED
    qtbot.waitUntil(lambda: row.line.state is State.TRANSLATED)
    page.translation.back_button.setFocus()
    assert row.flag.isHidden()


def test_fixed_words_are_bettered_and_come_back_when_the_field_is_emptied(
    qtbot: QtBot, compose: Compose, read: Read
) -> None:
    page = compose()
    _in(page, qtbot)
    assert "title" not in page.translation.rows
    page.translate("title")
    row = page.translation.rows["title"]
    assert page.translation.every.isChecked()
    fixed = row.editor.text()
    assert fixed
    row.editor.control.selectAll()
    type_text(qtbot, row.editor.control, WORDS)
    page.flush()
    assert _lines(read)["title"].words == WORDS
    row.editor.control.selectAll()
    qtbot.keyClick(row.editor.control, Qt.Key.Key_Backspace)
    page.flush()
    page.meeting.catch_up()
    qtbot.waitUntil(lambda: row.line.state is State.FIXED)
    page.translation.back_button.setFocus()
    assert row.editor.text() == fixed


def test_a_file_is_dropped_and_it_is_said_what_came(
    qtbot: QtBot, compose: Compose, read: Read, tmp_path: Path
) -> None:
    page = compose()
    _in(page, qtbot, "so")
    setting, lines = page.meeting.setting, list(_lines(read).values())
    given = [_with_words(each, place) for place, each in enumerate(lines)]
    file = tmp_path / "back.docx"
    file.write_bytes(translation_file(given, "so", setting.id))
    row = next(iter(page.translation.rows.values()))
    with qtbot.waitSignal(page.language.told) as told:
        assert drop_on(row.editor.control.viewport(), files(file))
    assert "lines were brought in. 1 line still has no words: " in told.args[0]
    assert page.translation.came.isVisible()
    assert page.translation.came.title.said.endswith("lines were brought in.")
    assert len(read().making.translations) == len(lines) - 1
    qtbot.waitUntil(lambda: page.translation.summary.said.startswith("1 line is still"))


def _with_words(each: TwoLines, place: int) -> TwoLines:
    words = f"Erayo {place}" if place else ""
    return TwoLines(each.key, each.label, each.english, words, State.TRANSLATED)


def test_several_files_at_once_are_refused_in_words(
    qtbot: QtBot, compose: Compose, tmp_path: Path
) -> None:
    page = compose()
    _in(page, qtbot, "so")
    with qtbot.waitSignal(page.meeting.troubled):
        drop_on(page.translation, files(tmp_path / "a.docx", tmp_path / "b.docx"))
    assert page.notices.isVisible()


def test_in_english_again_there_is_nothing_to_translate(qtbot: QtBot, compose: Compose) -> None:
    page = compose()
    _in(page, qtbot, "so")
    page.meeting.choose("language", "en-GB")
    assert page.words.currentWidget() is page.lines


def test_undo_leads_back_to_the_line(qtbot: QtBot, compose: Compose, read: Read) -> None:
    page = compose()
    _in(page, qtbot)
    row = _row(page, WARM)
    row.enter()
    type_text(qtbot, row.editor.control, WORDS)
    page.flush()
    page.write()
    page.acts().undo()
    assert not any(each.words for each in read().making.translations)
    assert page.words.currentWidget() is page.translation
    focused = QApplication.focusWidget()
    assert focused is page.translation.rows[row.line.key].editor.control


def test_the_checks_lead_to_the_line_and_to_who_checked(qtbot: QtBot, compose: Compose) -> None:
    page = compose(finished=True)
    page.meeting.choose("language", "ar")
    page.check()
    rows = page.finish.rows
    assert rows["untranslated"].words.said.startswith("Lines of the letter that have no words")
    rows["untranslated"].go_button.click()
    qtbot.waitUntil(lambda: isinstance(_row_with_keyboard(), TranslationRow))
    page.check()
    page.finish.rows["unchecked"].go_button.click()
    assert page.language.checked_by.control.hasFocus()


def _row_with_keyboard() -> object:
    focused = QApplication.focusWidget()
    return focused.parentWidget().parentWidget() if focused else None
