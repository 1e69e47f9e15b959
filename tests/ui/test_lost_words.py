"""After a cut, what was typed is back before any page shows it; what has no place is shown."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests import sample
from tests.real_program import PASSPHRASE, Program, make_sam, now, running
from ui.parts.notices import Notice
from ui.record_place import open_record

VIEW = "The plan is right, and he knows"
LOST = "Words of a note that is gone"
BACK = "1 text you were typing when Waymark was cut off is back."
NO_PLACE = "These words have no place in the record any more. Copy what you need."


@pytest.fixture
def sam(tmp_path: Path) -> sample.Sample:
    return make_sam(tmp_path / "before")


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path, sam: sample.Sample) -> Iterator[Program]:
    """Start on what a process leaves that was cut off between the journal and the record."""
    database = open_record(tmp_path / "before", PASSPHRASE, now=now)
    for table, row_id, field, text in (
        ("review", sam.review_id, "iro_view", VIEW),
        ("note", "gone", "words", LOST),
    ):
        database.journal.note(
            table=table, row_id=row_id, field=field, text=text, at=now(), by=sam.iro_id
        )
    shutil.copytree(tmp_path / "before", tmp_path / "cut")
    database.close()
    with running(qtbot, tmp_path / "cut") as started:
        started.unlock()
        yield started


def test_what_was_typed_is_back_and_said_once(program: Program, sam: sample.Sample) -> None:
    assert len(_notices(program, BACK)) == 1
    assert program.waymark.desk is not None
    with program.waymark.desk.database.reading() as connection:
        row = connection.execute(
            "select iro_view from review where id = ?", (sam.review_id,)
        ).fetchone()
    assert row == (VIEW,)
    program.press(Qt.Key.Key_L, ctrl=True)
    program.unlock()
    assert _notices(program, BACK) == []


def test_words_without_a_place_are_shown_until_they_are_read(program: Program) -> None:
    (notice,) = _notices(program, NO_PLACE)
    assert notice.accessibleDescription() == LOST
    assert program.waymark.desk is not None
    database = program.waymark.desk.database
    assert [each.typed.text for each in database.unsaved()] == [LOST]
    program.qtbot.mouseClick(notice.close_button, Qt.MouseButton.LeftButton)
    assert database.unsaved() == []


def test_words_not_yet_read_are_shown_again_after_a_lock(program: Program) -> None:
    program.press(Qt.Key.Key_L, ctrl=True)
    program.at_rest()
    assert _notices(program, NO_PLACE) == []
    program.unlock()
    assert len(_notices(program, NO_PLACE)) == 1


def _notices(program: Program, title: str) -> list[Notice]:
    found = program.waymark.window.findChildren(Notice)
    return [each for each in found if each.accessibleName() == title and each.isVisible()]
