"""Only their owner may read the folder and the files of a record."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models import recovery
from models.security import unlock
from models.security.key_file import Cost
from tests.models import opened
from tests.sample import KEY

CHEAP = Cost(times=1, memory_kib=64, lanes=1)
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")


@pytest.fixture(autouse=True)
def _a_careless_system() -> Iterator[None]:
    before = os.umask(0o000)
    yield
    os.umask(before)


def _permissions(folder: Path) -> dict[str, str]:
    everything = [folder, *folder.rglob("*")]
    return {
        path.relative_to(folder.parent).as_posix(): oct(stat.S_IMODE(path.stat().st_mode))
        for path in everything
    }


def _open_to_others(folder: Path) -> dict[str, str]:
    found = _permissions(folder)
    return {
        name: mode
        for name, mode in found.items()
        if mode != ("0o700" if (folder.parent / name).is_dir() else "0o600")
    }


def test_a_record_in_use_its_journal_and_its_backups_are_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "record"
    unlock.create(folder, "four words to check", CHEAP)
    database = opened.create(folder)
    row_id = opened.add_staff(database, "before")
    opened.note(database, row_id, "what is being typed")
    database.back_up()
    names = set(_permissions(folder))
    assert {"record/record.db", "record/record.db-wal", "record/journal.db-wal"} <= names
    assert {"record/key.json", "record/reserve.bin", "record/backups"} <= names
    assert any(name.startswith("record/backups/") for name in names)
    assert _open_to_others(folder) == {}
    database.close()
    assert _open_to_others(folder) == {}


def test_a_record_put_back_from_its_backup_is_its_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "record"
    database = opened.create(folder)
    database.back_up()
    database.close()
    recovery.recover(folder, KEY, opened.Clock())
    assert any("damaged" in name for name in _permissions(folder))
    assert _open_to_others(folder) == {}
