"""What stands in the way of the record is told in words; nothing of it is written over."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.database import Database
from models.security import unlock
from tests import sample
from tests.real_program import PASSPHRASE, Program, copy_of, make_sam, now, running
from tests.typing_keys import type_text
from ui import record_place
from ui.parts.notices import Notice
from ui.unlock.first_run_page import FirstRunPage

SINCE = "Typed after the backup was taken."


@pytest.fixture(scope="module")
def sam_made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, sample.Sample]:
    folder = tmp_path_factory.mktemp("sam") / "record"
    return folder, make_sam(folder)


@pytest.fixture
def folder(sam_made: tuple[Path, sample.Sample], tmp_path: Path) -> Path:
    return copy_of(sam_made[0], tmp_path / "record")


def test_a_second_copy_on_the_same_record_says_so(qtbot: QtBot, folder: Path) -> None:
    with _held_elsewhere(folder), running(qtbot, folder) as program:
        program.type_passphrase()
        notice = _told(program, "Waymark is already open with this record")
        assert notice.accessibleDescription()
        assert program.waymark.desk is None
        assert program.door.passphrase.control.hasFocus()


def test_a_folder_that_is_gone_is_told_and_a_folder_that_is_back_opens(
    qtbot: QtBot, folder: Path
) -> None:
    with running(qtbot, folder) as program:
        folder.rename(folder.with_name("unplugged"))
        program.type_passphrase()
        _told(program, "The folder where your record is cannot be found")
        folder.with_name("unplugged").rename(folder)
        program.unlock()


def test_a_record_from_a_newer_waymark_is_refused_untouched(qtbot: QtBot, folder: Path) -> None:
    _write(folder, "PRAGMA user_version=999")
    before = _digests(folder)
    with running(qtbot, folder) as program:
        program.type_passphrase()
        notice = _told(program, "Your record was last opened by a newer version of Waymark")
        assert "Install the newer version" in notice.accessibleDescription()
        assert not notice.action.isVisible()
        assert program.waymark.desk is None
    assert _digests(folder) == before


def test_a_damaged_record_is_left_as_it_is_and_one_click_puts_the_backup_back(
    qtbot: QtBot, folder: Path, sam_made: tuple[Path, sample.Sample]
) -> None:
    sam = sam_made[1]
    _back_up_then_type(folder, sam)
    damaged = _damage(folder / "record.db")
    before = _digests(folder)
    with running(qtbot, folder) as program:
        program.type_passphrase()
        notice = _told(program, "Your record is damaged and cannot be used as it is")
        assert _digests(folder) == before
        with qtbot.waitSignal(program.waymark.opened):
            qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
        done = _told(program, "The backup is in place, and 1 text typed since is back in it.")
        assert "kept beside it" in done.accessibleDescription()
        assert program.waymark.desk is not None
        with program.waymark.desk.database.reading() as connection:
            (kept,) = connection.execute(
                "select iro_view from review where id = ?", (sam.review_id,)
            ).fetchone()
        assert kept == SINCE
    aside = [path for path in folder.iterdir() if "record" in path.name and path.is_file()]
    assert damaged in [hashlib.sha256(path.read_bytes()).hexdigest() for path in aside]


def test_damage_that_shows_only_when_the_first_page_is_read_is_no_dead_end(
    qtbot: QtBot,
    folder: Path,
    sam_made: tuple[Path, sample.Sample],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _back_up_then_type(folder, sam_made[1])
    opened = record_place.open_record
    damaged: list[str] = []

    def open_then_damage(place: Path, *words: Any, **more: Any) -> Database:
        database = opened(place, *words, **more)
        if not damaged:
            damaged.append(_damage(place / "record.db"))
        return database

    monkeypatch.setattr(record_place, "open_record", open_then_damage)
    with running(qtbot, folder) as program:
        program.type_passphrase()
        notice = _told(program, "Your record is damaged and cannot be used as it is")
        assert program.waymark.desk is None
        qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
        assert program.door.passphrase.has_error  # it was emptied when the record opened
        type_text(qtbot, program.door.passphrase.control, PASSPHRASE)
        notice = _told(program, "Your record is damaged and cannot be used as it is")
        with qtbot.waitSignal(program.waymark.opened):
            qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
        _told(program, "The backup is in place, and 1 text typed since is back in it.")


def test_a_record_that_is_gone_from_its_folder_comes_back_from_its_backup(
    qtbot: QtBot, folder: Path, sam_made: tuple[Path, sample.Sample]
) -> None:
    _back_up_then_type(folder, sam_made[1])
    (folder / "record.db").unlink()
    with running(qtbot, folder) as program:
        program.type_passphrase()
        notice = _told(program, "Your record is not in its folder")
        with qtbot.waitSignal(program.waymark.opened):
            qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)
        _told(program, "The backup is in place, and 1 text typed since is back in it.")


def test_without_a_good_backup_none_is_promised(qtbot: QtBot, folder: Path) -> None:
    _damage(folder / "record.db")
    with running(qtbot, folder) as program:
        program.type_passphrase()
        notice = _told(program, "Your record is damaged and cannot be used as it is")
        assert not notice.action.isVisible()
        assert "Put back" not in notice.accessibleDescription()
        assert "system administrator" in notice.accessibleDescription()


def test_a_record_without_its_key_asks_for_help_and_never_for_a_new_beginning(
    qtbot: QtBot, folder: Path
) -> None:
    for name in ("key.json", "key.json.copy"):
        (folder / name).unlink()
    before = _digests(folder)
    with running(qtbot, folder) as program:
        program.type_passphrase()
        _told(program, "The file that unlocks your work is missing or damaged")
    assert _digests(folder) == before


def test_a_first_run_that_was_cut_off_half_made_begins_again(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "record"
    with monkeypatch.context() as cut:
        cut.setattr("models.first_run.begin_record", _cut_off)
        with pytest.raises(ZeroDivisionError):
            record_place.make_record(folder, "Nadia", "Penhallow", PASSPHRASE)
    assert not record_place.has_record(folder)
    with running(qtbot, folder) as program:
        page = program.waymark.door._page
        assert isinstance(page, FirstRunPage)
        page.name.set_text("Nadia Brightwell")
        page.council.set_text("Penhallow")
        type_text(qtbot, page.passphrase.control, "another horse seven lamp")
        with qtbot.waitSignal(program.waymark.opened):
            type_text(qtbot, page.again.control, "another horse seven lamp\n")
        assert record_place.has_record(folder)


def test_a_record_that_is_there_is_never_made_anew(folder: Path) -> None:
    before = _digests(folder)
    with pytest.raises(record_place.RecordExists):
        record_place.make_record(folder, "Nadia", "Penhallow", PASSPHRASE)
    assert _digests(folder) == before


def _cut_off(*_anything: object) -> None:
    raise ZeroDivisionError


def _told(program: Program, title: str) -> Notice:
    def told() -> list[Notice]:
        notices = program.waymark.window.findChildren(Notice)
        return [each for each in notices if each.accessibleName() == title and each.isVisible()]

    program.qtbot.waitUntil(lambda: len(told()) == 1)
    return told()[0]


def _digests(folder: Path) -> dict[str, str]:
    """Everything in the folder that holds something; not what a look leaves beside, empty."""
    files = [each for each in folder.rglob("*") if each.is_file() and each.stat().st_size]
    files = [each for each in files if each.suffix not in (".lock", ".db-shm")]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _opened(folder: Path) -> Database:
    return Database.open(folder, unlock.unlock(folder, PASSPHRASE), now)


def _write(folder: Path, statement: str) -> None:
    database = _opened(folder)
    database._writer.execute(statement)
    database.close()


def _back_up_then_type(folder: Path, sam: sample.Sample) -> None:
    """Take a backup, then type one more text, as the windows do."""
    from models.editing import put

    database = _opened(folder)
    database.back_up()
    database.journal.note(
        table="review", row_id=sam.review_id, field="iro_view", text=SINCE, at=now(), by=sam.iro_id
    )
    with database.saving(sam.iro_id) as session:
        put(session, "review", sam.review_id, "iro_view", SINCE)
    database.close()


def _damage(path: Path) -> str:
    """Spoil every page after the first; gives the digest of what is left."""
    content = bytearray(path.read_bytes())
    for place in range(4096 + 100, len(content), 4096):
        content[place : place + 16] = os.urandom(16)
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()


_HOLD = """
import sys
from pathlib import Path
from ui.record_place import open_record
database = open_record(Path(sys.argv[1]), sys.argv[2])
print("open", flush=True)
sys.stdin.read()
database.close()
"""


class _held_elsewhere:  # noqa: N801 it reads as a clause
    """Another process has the record open meanwhile."""

    def __init__(self, folder: Path) -> None:
        self._words = [sys.executable, "-c", _HOLD, str(folder), PASSPHRASE]

    def __enter__(self) -> None:
        self._process = subprocess.Popen(
            self._words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "open\n"

    def __exit__(self, *_failure: object) -> None:
        self._process.communicate("")
