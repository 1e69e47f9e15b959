"""Run in a mount space of its own: a small real disk that is filled, made read-only, unplugged."""

import shutil
import subprocess
import sys
from pathlib import Path

from models.database import Database
from models.problems import DiskFull, FolderMissing, FolderReadOnly, NoRoomAtAll, RecordMissing
from models.security import unlock
from models.security.key_file import Cost
from tests.models import opened

MEGABYTES = 12
LONG = "A long paragraph of what was said at the kitchen table. " * 400  # 22 kB


def disk(place: Path, command: str) -> None:
    """Mount, change or take away the small disk."""
    options = {"mount": f"size={MEGABYTES}m", "read-only": "remount,ro", "writable": "remount,rw"}
    if command == "unplug":
        subprocess.run(["umount", "--lazy", place], check=True)
        return
    subprocess.run(["mount", "-t", "tmpfs", "-o", options[command], "waymark", place], check=True)


def fill(place: Path) -> Path:
    """Fill the disk to its last byte."""
    filler = place / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(b"f" * size)
            except OSError:
                continue
    return filler


def type_until_full(database: Database, row_id: str) -> str:
    """Type as a window does until the record can take no more; give the text refused."""
    for number in range(2000):
        text = f"{number} {LONG}"
        opened.note(database, row_id, text)
        try:
            opened.save(database, row_id, text)
        except NoRoomAtAll:
            raise
        except DiskFull:
            return text
    raise AssertionError("the disk was never full")


def refused_again(database: Database, row_id: str) -> None:
    """The room that is left belongs to the journal."""
    try:
        opened.save(database, row_id, "y")
    except DiskFull:
        return
    raise AssertionError("a save took the room set aside for typing")


def type_until_nothing_is_left(database: Database, row_id: str) -> None:
    """Type until not even the journal takes a word; that is told as it is."""
    for number in range(2000):
        try:
            opened.note(database, row_id, f"{number} {LONG}")
        except NoRoomAtAll as problem:
            assert "leave Waymark open" in problem.sentences()[1]
            return
    raise AssertionError("the journal was never full")


def a_full_disk_loses_nothing(place: Path) -> None:
    """Fill the disk while typing; what was refused is in the journal and comes back."""
    folder = place / "record"
    database = opened.create(folder)
    row_id = opened.add_staff(database, "before")
    filler = fill(place)
    before = shutil.disk_usage(place).free
    refused = type_until_full(database, row_id)
    assert not (folder / "reserve.bin").exists()
    assert shutil.disk_usage(place).free > before, "the reserve gave no room"
    for number in range(20):
        opened.note(database, row_id, f"{refused} and {number}")
        refused_again(database, row_id)
    assert [lost.typed.text for lost in database.unsaved()] == [f"{refused} and 19"]
    type_until_nothing_is_left(database, row_id)
    filler.unlink()
    last = database.journal.newest()[0].text
    database.put_back(database.unsaved())
    assert opened.days(database, row_id) == last
    database.check_thoroughly()
    assert (folder / "reserve.bin").exists()
    database.close()
    shutil.rmtree(folder)


def a_disk_full_to_the_last_byte_is_told_truly(place: Path) -> None:
    """With the reserve spent too, the words do not promise room that is not there."""
    folder = place / "record"
    database = opened.create(folder)
    row_id = opened.add_staff(database, "before")
    (folder / "reserve.bin").unlink()
    filler = fill(place)
    held = None
    for number in range(2000):
        try:
            opened.save(database, row_id, f"{number} {LONG}")
        except DiskFull as problem:
            assert "leave Waymark open" in problem.sentences()[1]
            break
        held = f"{number} {LONG}"
    assert opened.days(database, row_id) == (held or "before")
    try:
        database.back_up()
    except DiskFull as problem:
        assert "backup" in problem.what
    else:
        raise AssertionError("a backup was taken on a full disk")
    filler.unlink()
    opened.save(database, row_id, "after")
    database.back_up()
    database.close()
    again = opened.reopen(folder)
    assert opened.days(again, row_id) == "after"
    again.close()
    shutil.rmtree(folder)


def a_full_disk_takes_no_new_record_and_no_half_key(place: Path) -> None:
    """A record that has no room is not begun; a passphrase that has none is not changed."""
    folder = place / "record"
    quick = Cost(1, 64, 1)
    key = unlock.create(folder, "blue horse seven lamp", quick)
    filler = fill(place)
    for act in (
        lambda: Database.create(folder, key, opened.Clock()).close(),
        lambda: unlock.change_passphrase(
            folder, "blue horse seven lamp", "nine green kettles", quick
        ),
    ):
        try:
            act()
        except DiskFull:
            continue
        raise AssertionError("there was room")
    filler.unlink()
    assert unlock.unlock(folder, "blue horse seven lamp") == key
    Database.create(folder, key, opened.Clock()).close()
    shutil.rmtree(folder)


def a_read_only_disk_is_told_in_words(place: Path) -> None:
    """Neither opening nor saving pretends on a disk that lets nothing be written."""
    folder = place / "record"
    database = opened.create(folder)
    database.close()
    disk(place, "read-only")
    for act in (lambda: opened.reopen(folder), lambda: opened.create(place / "other")):
        try:
            act()
        except FolderReadOnly:
            continue
        raise AssertionError("it opened")
    disk(place, "writable")
    opened.reopen(folder).close()


def an_unplugged_disk_is_told_in_words(place: Path) -> None:
    """A disk that vanishes while the record is open is missed at the next save."""
    folder = place / "record"
    database = opened.reopen(folder)
    row_id = opened.add_staff(database, "before")
    disk(place, "unplug")
    try:
        opened.save(database, row_id, "after")
    except (FolderMissing, RecordMissing):
        return
    raise AssertionError("it saved to nowhere")


if __name__ == "__main__":
    here = Path(sys.argv[1])
    disk(here, "mount")
    a_full_disk_loses_nothing(here)
    a_disk_full_to_the_last_byte_is_told_truly(here)
    a_full_disk_takes_no_new_record_and_no_half_key(here)
    a_read_only_disk_is_told_in_words(here)
    an_unplugged_disk_is_told_in_words(here)
