"""A passphrase in the computer's keyring opens the record at the start, and never after a lock."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.security.kept_passwords import Keyring, name_of_record
from tests.models.security.test_kept_passwords import InMemory
from tests.real_program import PASSPHRASE, Program, copy_of, make_sam, running
from ui.unlock import kept_passphrase


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sam") / "record"
    make_sam(folder)
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    return copy_of(made, tmp_path / "record")


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keyring]:
    monkeypatch.setattr(InMemory, "held", {})
    here = Keyring(InMemory())
    monkeypatch.setattr(kept_passphrase, "keyring_here", lambda: here)
    yield here


def _until_offered(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: program.door.keep_tick.isVisibleTo(program.door))


def test_a_ticked_passphrase_is_kept_and_opens_the_record_at_the_next_start(
    qtbot: QtBot, folder: Path, keyring: Keyring
) -> None:
    name = name_of_record(folder)
    with running(qtbot, folder) as program:
        _until_offered(qtbot, program)
        program.door.keep_tick.click()
        program.unlock()
        qtbot.waitUntil(lambda: keyring.find(name) == PASSPHRASE)
    with running(qtbot, folder) as program:
        qtbot.waitUntil(lambda: program.waymark.desk is not None)
        program.waymark.lock()
        _until_offered(qtbot, program)
        assert program.waymark.desk is None
        assert program.door.passphrase.text() == ""
        assert program.door.keep_tick.isChecked()
        program.door.keep_tick.click()
        program.unlock()
        qtbot.waitUntil(lambda: keyring.find(name) == "")


def test_a_kept_passphrase_that_no_longer_fits_is_told_and_typed_anew(
    qtbot: QtBot, folder: Path, keyring: Keyring
) -> None:
    keyring.keep(name_of_record(folder), "an older passphrase")
    with running(qtbot, folder) as program:
        qtbot.waitUntil(lambda: not program.door.unlock_button.is_off)
        qtbot.waitUntil(lambda: program.door.passphrase.text() != "")
        qtbot.waitUntil(lambda: not program.door.unlock_button.is_off)
        assert program.waymark.desk is None
        program.door.passphrase.clear()
        program.unlock()
        qtbot.waitUntil(lambda: keyring.find(name_of_record(folder)) == PASSPHRASE)


def test_without_a_keyring_it_says_that_the_passphrase_is_asked_for_each_time(
    qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_passphrase, "keyring_here", lambda: None)
    with running(qtbot, folder) as program:
        door = program.door
        qtbot.waitUntil(lambda: door.no_keyring.isVisibleTo(door))
        assert not door.keep_tick.isVisibleTo(door)
        program.unlock()
