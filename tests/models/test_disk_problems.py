"""A disk that is full, read-only, unplugged or busy: clear words, nothing lost."""

import contextlib
import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from models import disk_problems, encrypted_file
from models.database import Database
from models.problems import (
    DamagedRecord,
    DiskFault,
    DiskFull,
    FolderMissing,
    FolderReadOnly,
    RecordBusy,
)
from tests.models import opened
from tests.sample import KEY

ROOT = Path(__file__).parents[2]
OWN_MOUNTS = ("unshare", "--user", "--map-root-user", "--mount")


def _can_mount() -> bool:
    if sys.platform != "linux" or shutil.which("unshare") is None:
        return False
    return subprocess.run([*OWN_MOUNTS, "true"], check=False, capture_output=True).returncode == 0


@pytest.mark.skipif(not _can_mount(), reason="this system lets a test mount no disk of its own")
def test_on_a_real_disk_that_is_full_read_only_or_unplugged_nothing_is_lost(
    tmp_path: Path,
) -> None:
    ended = subprocess.run(
        [*OWN_MOUNTS, sys.executable, "-W", "error", "-m", "tests.models.small_disk", tmp_path],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_file_that_may_grow_no_more_is_a_full_disk_and_typing_goes_on(tmp_path: Path) -> None:
    database = opened.create(tmp_path / "record")
    row_id = opened.add_staff(database, "before")
    pages = database._writer.execute("PRAGMA page_count").fetchone()[0]
    database._writer.execute(f"PRAGMA max_page_count={pages + 2}")
    opened.note(database, row_id, "x" * 50_000)
    with pytest.raises(DiskFull):
        opened.save(database, row_id, "x" * 50_000)
    assert not (tmp_path / "record" / "reserve.bin").exists()
    assert opened.days(database, row_id) == "before"
    database._writer.execute("PRAGMA max_page_count=1000000")
    database.put_back(database.unsaved())
    assert opened.days(database, row_id) == "x" * 50_000
    database.close()


def test_a_file_that_another_program_holds_is_busy_and_the_text_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(encrypted_file, "BUSY_MILLISECONDS", 20)
    database = opened.create(tmp_path / "record")
    row_id = opened.add_staff(database, "before")
    with contextlib.closing(encrypted_file.connect(tmp_path / "record/record.db", KEY)) as other:
        other.execute("BEGIN IMMEDIATE")
        opened.note(database, row_id, "after")
        with pytest.raises(RecordBusy):
            opened.save(database, row_id, "after")
        assert opened.days(database, row_id) == "before"
        other.rollback()
    database.put_back(database.unsaved())
    assert opened.days(database, row_id) == "after"
    database.close()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (5, RecordBusy),
        (261, RecordBusy),
        (10, DiskFault),
        (778, DiskFault),
        (11, DamagedRecord),
        (267, DamagedRecord),
        (13, DiskFull),
        (14, DiskFault),
        (26, DamagedRecord),
        (8, None),
        (1, None),
        (19, None),
    ],
)
def test_each_answer_of_the_driver_has_its_words(
    tmp_path: Path, code: int, kind: type[Exception] | None
) -> None:
    error = dbapi2.OperationalError("what the driver says")
    error.sqlite_errorcode = code
    assert disk_problems.kind_of(error, tmp_path) is kind
    if kind is not None:
        assert disk_problems.kind_of(error, tmp_path / "gone") is FolderMissing


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ENOSPC", DiskFull),
        ("EACCES", FolderReadOnly),
        ("EROFS", FolderReadOnly),
        ("EIO", DiskFault),
        ("ENOENT", FolderMissing),
        ("EBADF", None),
    ],
)
def test_each_answer_of_the_system_has_its_words(
    tmp_path: Path, name: str, kind: type[Exception] | None
) -> None:
    error = OSError(getattr(errno, name), "words")
    assert disk_problems.kind_of(error, tmp_path) is kind


def test_our_own_mistakes_pass_through_unchanged(tmp_path: Path) -> None:
    with pytest.raises(KeyError), disk_problems.told(tmp_path):
        raise KeyError("ours")
    database = Database.create(tmp_path / "record", KEY, opened.Clock())
    with pytest.raises(dbapi2.OperationalError), database.reading() as connection:
        connection.execute("SELECT no_such_field FROM child")
    database.close()
