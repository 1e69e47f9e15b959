"""A council's letters, changed with real keys: copied, broken, told each line, mended."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from letters.templates.shipped import shipped_text
from models.council import LaptopFact
from models.database import Database
from models.letter_moments import read_moments
from models.settings import Settings
from models.whose import OWNER
from tests import sample
from tests.typing_keys import type_text
from tests.ui.accessibility import unnamed
from tests.ui.at_desk import at_desk
from tests.ui.every_window import cut_off, settle
from tests.ui.shown import shown
from ui.appearance import appearance
from ui.desk import Desk
from ui.parts.notices import Notice
from ui.settings.letters.letters_part import LettersPart
from ui.settings.letters.template_page import FILE, READING, TemplatePage
from ui.settings.letters.templates_dialog import TemplatesDialog
from ui.settings.settings_dialog import SettingsDialog

Sam = tuple[Database, sample.Sample]
RETURN = Qt.Key.Key_Return


@pytest.fixture
def desk(sam: Sam, qapp: object) -> Iterator[Desk]:
    database, made = sam
    value = {"staff_id": made.iro_id, "authority_id": sample.AUTHORITY}
    with database.saving(made.iro_id) as session:
        session.add(LaptopFact(name=OWNER, value=value))
    with at_desk(database, made.iro_id, sample.NOW.astimezone()) as opened:
        yield opened


def council_id(desk: Desk) -> str:
    with desk.database.reading() as connection:
        return str(connection.execute("select id from council").fetchone()[0])


def kept(sam: Sam) -> dict[str, str]:
    with sam[0].reading() as connection:
        return dict(read_moments(connection, sam[1].child_id).of_council)


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> TemplatesDialog:
    made = TemplatesDialog(desk, council_id(desk))
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    shown(qtbot, made)
    return made


def change(qtbot: QtBot, dialog: TemplatesDialog, words: str, instead: str) -> None:
    """Find words in the file, and type others in their place."""
    text = dialog.page.text
    text.moveCursor(text.textCursor().MoveOperation.Start)
    assert text.find(words)
    qtbot.keyClick(text, Qt.Key.Key_Delete)
    type_text(qtbot, text, instead)


def line_of(page: TemplatePage, words: str) -> int:
    before, found, _after = page.text.toPlainText().partition(words)
    assert found
    return before.count("\n") + 1


def told(dialog: TemplatesDialog) -> list[str]:
    return [link.text() for link in dialog.page.faults.links]


def shown_notices(dialog: TemplatesDialog) -> list[Notice]:
    settle()
    return [each for each in dialog.notices.findChildren(Notice) if each.isVisible()]


def notices(dialog: TemplatesDialog) -> str:
    return " ".join(each.accessibleName() for each in shown_notices(dialog))


def test_it_is_opened_from_the_settings_and_closed_with_them(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    settings = SettingsDialog(Settings(tmp_path), None, desk)
    settings.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(settings)
    shown(qtbot, settings)
    (part,) = settings.findChildren(LettersPart)
    part.button.setFocus()
    qtbot.keyClick(part.button, Qt.Key.Key_Space)
    (opened,) = settings.findChildren(TemplatesDialog)
    qtbot.waitUntil(opened.isActiveWindow)
    assert opened.rows["hello"].hasFocus()
    assert settings.flush()
    opened.reject()


def test_a_copy_is_broken_told_its_line_mended_and_used(
    qtbot: QtBot, dialog: TemplatesDialog, sam: Sam
) -> None:
    qtbot.keyClick(dialog.rows["hello"], Qt.Key.Key_Down)
    qtbot.keyClick(dialog.rows["midpoint"], RETURN)
    page = dialog.page
    assert page.text.hasFocus()
    page.copy_button.click()
    assert 'key = "midpoint_2"' in page.text.toPlainText()
    change(qtbot, dialog, "On {midpoint_date} I checked how", "On {when} I looked how")
    change(qtbot, dialog, "What has been done", "")
    qtbot.keyClick(page.keep_button, RETURN)
    first, second = line_of(page, "{when}"), line_of(page, 'heading = ""')
    assert told(dialog) == [
        f"Line {first}: {{when}} is not known, so it cannot stand in curly brackets",
        f"Line {second}: heading is empty",
    ]
    assert kept(sam) == {}
    link = page.faults.links[0]
    assert link.hasFocus()
    qtbot.keyClick(link, RETURN)
    assert page.text.hasFocus()
    assert page.text.line == first
    assert "{when}" in page.text.textCursor().selectedText()
    change(qtbot, dialog, "{when}", "{midpoint_date}")
    change(qtbot, dialog, 'heading = ""', 'heading = "Done"')
    qtbot.keyClick(page.keep_button, RETURN)
    assert told(dialog) == []
    assert list(kept(sam)) == ["midpoint_2"]
    assert page.title.said == "After a midpoint check, another"
    page.back.click()
    assert dialog.rows["midpoint_2"].hasFocus()
    assert "Your council’s own" in dialog.rows["midpoint_2"].accessibleName()


def test_ours_is_changed_taken_back_and_put_back_to_how_it_came(
    qtbot: QtBot, dialog: TemplatesDialog, sam: Sam
) -> None:
    dialog.open_template("thanks")
    page = dialog.page
    assert page.keep_button.isHidden()
    change(qtbot, dialog, "Thank you, {name}", "Thanks, {name}")
    page.keep_button.click()
    assert "Changed by your council" in dialog.rows["thanks"].accessibleName()
    assert "Thanks, {name}" in kept(sam)["thanks"]
    (notice,) = shown_notices(dialog)
    notice.action.click()
    assert kept(sam) == {}
    assert page.text.toPlainText() == shipped_text("thanks")
    change(qtbot, dialog, "Thank you, {name}", "Ta, {name}")
    page.keep_button.click()
    page.back_button.click()
    assert kept(sam) == {}
    assert "As it came" in dialog.rows["thanks"].accessibleName()
    assert "as it came with Waymark" in notices(dialog)


def test_a_letter_of_the_councils_own_is_removed_with_a_way_back(
    dialog: TemplatesDialog, sam: Sam
) -> None:
    dialog.open_template("hello")
    dialog.page.copy()
    assert dialog.page.keep()
    assert "hello_2" in dialog.rows
    dialog.page.put_back()
    assert kept(sam) == {}
    assert "hello_2" not in dialog.rows
    (notice,) = shown_notices(dialog)
    notice.action.click()
    assert "hello_2" in dialog.rows


def test_what_is_half_typed_stays_until_it_is_right_or_given_up(
    qtbot: QtBot, dialog: TemplatesDialog, sam: Sam
) -> None:
    dialog.open_template("hello")
    change(qtbot, dialog, "waymark_letter = 1", "waymark_letter = ")
    dialog.close_button.click()
    assert dialog.isVisible()
    assert told(dialog)[0].startswith("Line 2:")
    dialog.page.back.click()
    assert dialog.page.isVisible()
    dialog.page.throw_button.click()
    assert dialog.page.text.toPlainText() == shipped_text("hello")
    dialog.close_button.click()
    assert not dialog.isVisible()
    assert kept(sam) == {}


def test_half_a_letter_is_still_there_after_the_record_was_locked(
    qtbot: QtBot, dialog: TemplatesDialog, desk: Desk, sam: Sam
) -> None:
    dialog.open_template("hello")
    change(qtbot, dialog, "waymark_letter = 1", "waymark_letter = x")
    assert dialog.flush(), "the record can be locked"
    again = TemplatesDialog(desk, council_id(desk))
    qtbot.addWidget(again)
    assert "waymark_letter = x" in again.page.text.toPlainText()
    assert again.page.is_changed
    change(qtbot, dialog, "waymark_letter = x", "waymark_letter = 1\n# ours")
    assert dialog.flush()
    assert "# ours" in kept(sam)["hello"]


def test_another_letters_key_cannot_be_taken(
    qtbot: QtBot, dialog: TemplatesDialog, sam: Sam
) -> None:
    dialog.open_template("hello")
    change(qtbot, dialog, 'key = "hello"', 'key = "thanks"')
    assert not dialog.page.keep()
    assert "another letter has the key thanks already" in told(dialog)[0]
    assert kept(sam) == {}


def test_a_letter_goes_to_a_file_and_comes_from_one(
    dialog: TemplatesDialog, sam: Sam, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "letter.toml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    dialog.open_template("hello")
    dialog.page.write_button.click()
    assert path.read_text(encoding="utf-8") == shipped_text("hello")
    assert "letter.toml" in notices(dialog)
    path.write_text(shipped_text("hello").replace('"hello"', '"welcome"'), encoding="utf-8")
    dialog.page.back.click()
    dialog.take_button.click()
    assert list(kept(sam)) == ["welcome"]
    path.write_text(shipped_text("hello").replace("{iro}", "{us}"), encoding="utf-8")
    dialog.take_button.click()
    assert "{us} is not known" in told(dialog)[0]
    assert "{us}" in dialog.page.text.toPlainText(), "it can be put right here"
    dialog.page.throw_button.click()
    for data in (b"\xff\xfe", b"#" * 200_000):
        path.write_bytes(data)
        dialog.take_button.click()
        assert "Line 1" in notices(dialog) or "too large" in notices(dialog)
    path.unlink()
    dialog.take_button.click()
    assert "could not be read or written" in notices(dialog)
    dialog.open_template("hello")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "a/b"), ""))
    dialog.page.write_button.click()
    assert "could not be read or written" in notices(dialog)


def test_how_it_reads_is_shown_for_each_band(dialog: TemplatesDialog, qtbot: QtBot) -> None:
    dialog.open_template("midpoint")
    page = dialog.page
    page.show_part(READING)
    told = page.reading.said
    assert "Dear Sam," in told
    assert "You write: What is going well for Sam?" in told
    assert "You may write: What is stuck" in told
    page.reading.bands.choose("D")
    page.reading.bands.chosen_changed.emit("D")
    assert "Half-way between your reviews" in page.reading.said
    dialog.open_template("decisions")
    page.show_part(READING)
    assert "Ask if you can sleep over at Nana Bea’s" in page.reading.said
    page.show_part(FILE)
    change(qtbot, dialog, "{name}", "{nobody}")
    page.show_part(READING)
    assert page.chooser.chosen() == FILE
    assert len(page.faults.links) == 1


@pytest.mark.parametrize("percent", [100, 200])
def test_every_control_has_a_name_and_no_word_is_cut(
    dialog: TemplatesDialog, qtbot: QtBot, percent: int
) -> None:
    appearance().apply("light", percent)
    for show in (lambda: None, lambda: dialog.open_template("hello"), _break(dialog)):
        show()
        settle()
        assert unnamed(dialog) == []
        assert cut_off(dialog) == []


def _break(dialog: TemplatesDialog) -> object:
    def act() -> None:
        dialog.page.text.setPlainText(shipped_text("hello").replace("{iro}", "{us}"))
        dialog.page.keep()

    return act
