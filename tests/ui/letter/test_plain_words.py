"""In the composer each line is looked at for its reader, and one key takes what is suggested."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from letters.plain.checking import FindingKind
from models.database import Database
from models.plain_words import put_word
from models.whose_words import WantedWord, WhoseWords
from tests import sample
from tests.typing_keys import type_text
from tests.ui.letter.conftest import Compose, Read, line
from ui.desk import Desk
from ui.plain.reader_of_letter import reader_of

ALT = Qt.KeyboardModifier.AltModifier


def test_the_childs_own_word_is_suggested_used_saved_and_undone(
    qtbot: QtBot, compose: Compose, database: Database, sam: sample.Sample, desk: Desk, read: Read
) -> None:
    with database.saving(sam.iro_id) as session:
        wanted = WantedWord("permanence", "our house for ever")
        put_word(session, WhoseWords("child", sam.child_id), wanted)
    page = compose()
    row = page.lines.cards["L5"].written()[0]
    row.enter()
    row.editor.control.selectAll()
    type_text(qtbot, row.editor.control, "You asked about permanence.")
    page.looking.look()
    qtbot.waitUntil(lambda: not desk.background.is_busy)
    bar = row.editor.suggestions
    assert bar is not None
    assert bar.isVisible()
    assert bar.shown()[0].words.said == "For “permanence”, say our house for ever"
    qtbot.keyClick(row.editor.control, Qt.Key.Key_U, ALT)
    assert row.editor.text() == "You asked about our house for ever."
    assert page.flush()
    assert line(page, "You asked about our house").is_at_rest
    row.editor.control.undo()
    assert row.editor.text() == "You asked about permanence."
    page.looking.look()
    qtbot.waitUntil(lambda: not desk.background.is_busy and bool(row.editor.marks))
    explain = next(each for each in bar.buttons() if each.objectName() == "suggestion_explain")
    qtbot.mouseClick(explain, Qt.MouseButton.LeftButton)
    assert row.editor.text() == "You asked about permanence (our house for ever)."
    assert row.editor.control.hasFocus()


def test_another_band_reads_by_its_own_rule(compose: Compose) -> None:
    page = compose()
    page.meeting.choose("band", "A")
    reader = reader_of(page.meeting.composed(), page.meeting.sheet)
    assert reader is not None
    assert reader.rule.longest == 8
    assert "Sam" in reader.names
    rules = {row.editor.rule.longest for row in page.lines.rows() if row.editor.rule}
    assert rules == {8}


def test_the_help_tells_the_keys_and_what_the_measure_cannot_tell(compose: Compose) -> None:
    words = compose().help_words()
    for told in ("F7", "Alt+U", "Alt+E", "Alt+K", "not kindness", "American navy"):
        assert told in words


def test_fixed_words_of_rights_and_what_the_word_list_explains_are_left_alone(
    qtbot: QtBot, compose: Compose, desk: Desk
) -> None:
    page = compose()
    page.looking.look()
    qtbot.waitUntil(lambda: not desk.background.is_busy)
    words = [row.editor.text() for row in page.lines.cards["L12"].written()]
    assert any("advocate" in each for each in words)
    kinds = {m.finding.kind for row in page.lines.cards["L12"].written() for m in row.editor.marks}
    assert kinds <= {FindingKind.SPELLING}


def test_what_is_kept_is_remembered_and_asked_again_when_the_line_says_something_else(
    qtbot: QtBot, compose: Compose, desk: Desk, read: Read
) -> None:
    page = compose()
    row = page.lines.cards["L5"].written()[0]

    def look() -> None:
        page.looking.look()
        qtbot.waitUntil(lambda: not desk.background.is_busy)

    row.enter()
    row.editor.control.selectAll()
    type_text(qtbot, row.editor.control, "You asked about permanence.")
    look()
    qtbot.keyClick(row.editor.control, Qt.Key.Key_K, ALT)
    assert row.editor.marks == ()
    (kept,) = read().making.waivers
    assert kept.check.startswith(f"hard_word/{row.line.id}/")
    assert kept.why == f"{desk.me.name} kept it as it is"
    page.check()
    assert not page.finish.rows[kept.check].is_waiting
    page.write()
    row.enter()
    row.editor.control.go_to_end()
    type_text(qtbot, row.editor.control, " Good.")
    page.check()
    (again,) = (key for key in page.finish.rows if f"/{row.line.id}/" in key)
    assert again != kept.check
    assert not page.finish.rows[again].is_waiting, "kept with it while the line was written on"
    page.meeting.heed_again(again)
    look()
    assert [mark.finding.words for mark in row.editor.marks] == ["permanence"]


def test_what_was_kept_is_not_underlined_when_the_letter_is_opened_again(
    qtbot: QtBot, compose: Compose, desk: Desk
) -> None:
    page = compose()
    row = page.lines.cards["L5"].written()[0]
    row.enter()
    row.editor.control.selectAll()
    type_text(qtbot, row.editor.control, "You asked about permanence.")
    page.looking.look()
    qtbot.waitUntil(lambda: not desk.background.is_busy)
    qtbot.keyClick(row.editor.control, Qt.Key.Key_K, ALT)
    key = row.line.id
    fresh = compose()
    fresh.looking.look()
    qtbot.waitUntil(lambda: not desk.background.is_busy)
    assert fresh.lines.cards["L5"].row(key).editor.marks == ()
