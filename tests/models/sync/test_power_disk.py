"""The disk whose power is cut finds what is lost without syncs, and nothing where there are."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from models.encrypted_file import DriverError, connect, create
from tests.models.sync.power_disk import FULL, NEEDS_THE_DRIVER, AfterACut, PowerDisk
from tests.sample import KEY

CUTS = 40

pytestmark = NEEDS_THE_DRIVER


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[PowerDisk]:
    """A disk with one small file on it, its power on."""
    with closing(create(tmp_path / "record.db", KEY)) as connection:
        connection.execute("CREATE TABLE note (n INTEGER PRIMARY KEY, words TEXT)")
    with PowerDisk(tmp_path).plugged_in() as made:
        yield made


def _cut(disk: PowerDisk, synchronous: str, to: Path) -> tuple[int, int]:
    """Cut a session with this setting often; how many cuts lost a note, and damaged the file."""
    chance, told = Random(4), [(0, 0)]
    with closing(connect(disk.folder / "record.db", KEY)) as connection:
        connection.execute(f"PRAGMA synchronous={synchronous}")
        connection.execute("PRAGMA wal_autocheckpoint=10")
        for number in range(1, 40):
            words = "words " * chance.randint(1, 500)
            connection.execute("INSERT INTO note VALUES (?, ?)", (number, words))
            told.append((len(disk.log), number))
        after, lost, damaged = AfterACut(disk, chance), 0, 0
        to.mkdir()
        for at in sorted(chance.choices(range(len(disk.log) + 1), k=CUTS)):
            after.follow(at)
            found = _found(after.files(), to)
            lost += 0 <= found < max(number for place, number in told if place <= at)
            damaged += found < 0
    return lost, damaged


def _found(files: dict[str, bytes], to: Path) -> int:
    """The last note in what the cut has left; less than nothing, where it cannot be read."""
    for name in ("record.db", "record.db-wal"):
        (to / name).write_bytes(files.get(name, b""))
    try:
        with closing(connect(to / "record.db", KEY)) as connection:
            connection.execute("PRAGMA synchronous=OFF")
            if connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
                return -1
            last, count = connection.execute("SELECT max(n), count(*) FROM note").fetchone()
            return -1 if (last or 0) != count else count
    except DriverError:
        return -1


def test_what_is_synced_with_every_commit_is_never_lost(disk: PowerDisk, tmp_path: Path) -> None:
    assert _cut(disk, "FULL", tmp_path / "cut") == (0, 0)


def test_what_is_synced_now_and_then_is_lost_and_whole(disk: PowerDisk, tmp_path: Path) -> None:
    lost, damaged = _cut(disk, "NORMAL", tmp_path / "cut")
    assert lost > CUTS / 4 and damaged == 0


def test_a_disk_that_never_syncs_is_damaged(disk: PowerDisk, tmp_path: Path) -> None:
    lost, damaged = _cut(disk, "OFF", tmp_path / "cut")
    assert lost + damaged > CUTS / 2 and damaged > 0


def test_a_disk_that_is_full_says_so_at_the_write_that_was_asked_for(disk: PowerDisk) -> None:
    with closing(connect(disk.folder / "record.db", KEY)) as connection:
        connection.execute("INSERT INTO note VALUES (1, 'a')")
        disk.fail_after(0, FULL)
        with pytest.raises(DriverError, match="full"):
            connection.execute("INSERT INTO note VALUES (2, 'b')")
        disk.fail_after(None)
        assert connection.execute("SELECT count(*) FROM note").fetchone() == (1,)
