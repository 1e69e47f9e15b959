"""The disk fills up, or the drive is taken out, while somebody types: words, and nothing lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.database import Database
from tests import sample
from tests.real_program import Program, copy_of, make_sam, running
from tests.typing_keys import type_text
from ui.meeting.review_page import ReviewPage
from ui.parts.dialog import Question
from ui.parts.notices import Notice
from ui.parts.text_field import GrowingText

LONG = "We talked about it for a long time. " * 500
FULL = "The disk is full, so this could not be saved in the record"
NOT_LOCKED = "Waymark is not locked, because something you typed could not be saved"


@pytest.fixture(scope="module")
def sam_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sample.Sample]:
    folder = tmp_path_factory.mktemp("sam") / "record"
    return folder, make_sam(folder)


@pytest.fixture
def sam(sam_made: tuple[Path, sample.Sample]) -> sample.Sample:
    return sam_made[1]


@pytest.fixture
def program(
    qtbot: QtBot, sam_made: tuple[Path, sample.Sample], tmp_path: Path
) -> Iterator[Program]:
    with running(qtbot, copy_of(sam_made[0], tmp_path / "record")) as opened:
        opened.unlock()
        yield opened


@pytest.mark.parametrize(("step", "name"), [("A5", "capture_box"), ("A12", "iro_view_box")])
def test_on_a_full_disk_typing_goes_on_and_all_of_it_is_saved_when_there_is_room(
    program: Program, sam: sample.Sample, step: str, name: str
) -> None:
    _open(program, sam, step)
    _fill_the_disk(_database(program))
    _paste(program, name, LONG)
    notice = _told(program, FULL)
    assert "there is room set aside to go on typing" in notice.accessibleDescription()
    program.type(name, "And then he laughed.")
    assert _box(program, name).toPlainText() == LONG + "And then he laughed."
    assert LONG in _journalled(_database(program))
    _make_room(_database(program))
    program.type(name, " So did I.")
    wanted = LONG + "And then he laughed. So did I."
    program.qtbot.waitUntil(lambda: wanted in _kept(_database(program), sam))


def test_it_does_not_lock_over_words_that_nothing_took_and_says_so_once(
    program: Program, sam: sample.Sample
) -> None:
    _open(program, sam, "A12")
    _fill_the_disk(_database(program))
    _paste(program, "iro_view_box", LONG)
    _told(program, FULL)
    program.press(Qt.Key.Key_L, ctrl=True)
    program.press(Qt.Key.Key_L, ctrl=True)
    _told(program, NOT_LOCKED)
    assert not program.waymark.window.is_locked
    _make_room(_database(program))
    with program.qtbot.waitSignal(program.waymark.locked):
        program.waymark.idle.start(0.001)
    program.unlock()
    assert _box(program, "iro_view_box").toPlainText() == LONG


def test_closing_asks_before_words_are_lost(program: Program, sam: sample.Sample) -> None:
    _open(program, sam, "A12")
    _fill_the_disk(_database(program))
    _paste(program, "iro_view_box", LONG)
    _told(program, FULL)
    program.waymark.window.close()
    (question,) = program.waymark.window.findChildren(Question)
    assert question.isVisible()
    program.qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert program.waymark.window.isVisible()
    assert program.waymark.desk is not None
    _make_room(_database(program))


def test_a_drive_taken_out_while_typing_is_told_and_typing_goes_on_when_it_is_back(
    program: Program, sam: sample.Sample
) -> None:
    _open(program, sam, "A5")
    away = program.folder.with_name("unplugged")
    program.folder.rename(away)
    program.type("capture_box", "She said")
    program.waymark.window.flush()
    _told(program, "The folder where your record is cannot be found")
    away.rename(program.folder)
    program.type("capture_box", " yes.")
    program.qtbot.waitUntil(lambda: "She said yes." in _kept(_database(program), sam))


def _open(program: Program, sam: sample.Sample, step: str) -> None:
    program.waymark.open_review(sam.review_id)
    page = program.page
    assert isinstance(page, ReviewPage)
    page.go(step)
    program.at_rest()


def _database(program: Program) -> Database:
    assert program.waymark.desk is not None
    return program.waymark.desk.database


def _fill_the_disk(database: Database) -> None:
    """Let the record's file grow no more, as on a disk that is full."""
    pages = database._writer.execute("PRAGMA page_count").fetchone()[0]
    database._writer.execute(f"PRAGMA max_page_count={pages + 1}")


def _make_room(database: Database) -> None:
    database._writer.execute("PRAGMA max_page_count=1000000")


def _box(program: Program, name: str) -> GrowingText:
    box = program.control(name)
    assert isinstance(box, GrowingText)
    return box


def _paste(program: Program, name: str, words: str) -> None:
    QApplication.clipboard().setText(words)
    box = _box(program, name)
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    program.press(Qt.Key.Key_V, ctrl=True)
    QApplication.clipboard().clear()
    type_text(program.qtbot, box, "")
    assert box.toPlainText() == words


def _told(program: Program, title: str) -> Notice:
    def told() -> list[Notice]:
        notices = program.waymark.window.findChildren(Notice)
        return [each for each in notices if each.accessibleName() == title and each.isVisible()]

    program.qtbot.waitUntil(lambda: len(told()) == 1)
    return told()[0]


def _journalled(database: Database) -> str:
    return " ".join(typed.text for typed in database.journal.since())


def _kept(database: Database, sam: sample.Sample) -> str:
    """What the record itself holds of this review's typing."""
    with database.reading() as connection:
        (view,) = connection.execute(
            "select iro_view from review where id = ?", (sam.review_id,)
        ).fetchone()
        drafts = connection.execute(
            "select json_extract(value, '$.words') from laptop_fact where name like 'draft %'"
        ).fetchall()
    return " ".join([view or "", *(words or "" for (words,) in drafts)])
