"""Automatic backups: whole encrypted copies, checked before they count, thinned as they age."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from models.atomic_file import settle
from models.disk_problems import told
from models.encrypted_file import Driver, connect_copy, connect_untouched, waiting_pages
from models.integrity import look, row_counts
from models.private_files import make_folder
from models.problems import N_, DamagedRecord, DiskFull
from models.stamps import from_file_name, in_file_name

FOLDER_NAME = "backups"
EVERY = timedelta(hours=1)
HOURLY, DAILY, WEEKLY = 24, 14, 8
_MAKING = ".making"


class NoRoomForBackup(DiskFull):
    """The disk has no room for another backup."""

    what = N_("The disk is too full for an automatic backup.")
    kept = N_("Your record is saved; the earlier backups are still there.")


class BackupFailed(DamagedRecord):
    """A backup did not pass its check, so it was not kept."""

    what = N_("An automatic backup did not come out right, so it was not kept.")
    kept = N_("Your record has not been changed; the earlier backups are still there.")
    next = N_("Tell your system administrator that the disk may be failing.")


@dataclass(frozen=True, order=True)
class Backup:
    """One backup and the moment it was taken."""

    taken_at: datetime
    path: Path


def every(folder: Path) -> list[Backup]:
    """Give the backups of this record, newest first."""
    found = (
        Backup(moment, path)
        for path in (folder / FOLDER_NAME).glob("*.db")
        if (moment := from_file_name(path.stem)) is not None
    )
    return sorted(found, reverse=True)


def take(folder: Path, key: bytes | bytearray, source: Driver, at: datetime) -> Backup:
    """Copy the record as the source sees it now, check the copy afresh, only then count it.

    Raises: NoRoomForBackup, BackupFailed, DiskFault, FolderMissing, FolderReadOnly.
    """
    place = folder / FOLDER_NAME
    moment = _after_the_last(folder, at)
    making = place / (in_file_name(moment) + _MAKING)
    try:
        with told(folder):
            make_folder(place)
            _clear(place.glob(f"*{_MAKING}*"))
            counted = _copy(source, making, key)
        _check(making, key, counted)
        with told(folder):
            settle(making)
            done = making.replace(making.with_suffix(".db"))
            settle(place)
    except DiskFull:
        raise NoRoomForBackup from None
    finally:
        _clear(place.glob(f"*{_MAKING}*"))
    return Backup(moment, done)


def newest_good(folder: Path, key: bytes | bytearray) -> Backup | None:
    """Give the newest backup that passes its check."""
    for backup in every(folder):
        try:
            look(backup.path, key)
        except DamagedRecord:
            continue
        return backup
    return None


def is_due(folder: Path, now: datetime) -> bool:
    """Whether the newest backup is an hour old, missing, or from a clock that was ahead."""
    newest = next(iter(every(folder)), None)
    return newest is None or newest.taken_at > now or now - newest.taken_at >= EVERY


def is_behind(folder: Path, record: Path) -> bool:
    """Whether the record was written to after its newest backup, by the clock of the disk."""
    newest = next(iter(every(folder)), None)
    if newest is None:
        return True
    if waiting_pages(record):
        return True
    return record.stat().st_mtime_ns > newest.path.stat().st_mtime_ns


def thin(folder: Path) -> list[Path]:
    """Let go of backups beyond 24 hourly, 14 daily and 8 weekly; give those that went."""
    backups = every(folder)
    keep = {
        backup.path
        for number, bucket in (
            (HOURLY, lambda at: (at.date(), at.hour)),
            (DAILY, lambda at: at.date()),
            (WEEKLY, lambda at: at.isocalendar()[:2]),
        )
        for backup in _newest_of_each(backups, bucket)[:number]
    }
    gone = [backup.path for backup in backups if backup.path not in keep]
    with told(folder):
        _clear(gone)
    return gone


def keep_only_newest(folder: Path) -> list[Path]:
    """Let go of every backup but the newest, as when a child's record was taken off the laptop."""
    gone = [backup.path for backup in every(folder)[1:]]
    with told(folder):
        _clear(gone)
    return gone


def _newest_of_each(backups: list[Backup], bucket: Callable[[datetime], object]) -> list[Backup]:
    """Give one backup for each hour, day or week that has any, newest first."""
    first: dict[object, Backup] = {}
    for backup in backups:
        first.setdefault(bucket(backup.taken_at), backup)
    return list(first.values())


def _after_the_last(folder: Path, at: datetime) -> datetime:
    """Give a stamp later than every other, even where the clock was set back."""
    newest = next(iter(every(folder)), None)
    if newest is None:
        return at
    return max(at, newest.taken_at + timedelta(seconds=1))


def _copy(source: Driver, to: Path, key: bytes | bytearray) -> dict[str, int]:
    """Copy the record and give its counts; counting first holds the moment for the copy too."""
    counted = row_counts(source)
    target = connect_copy(to, key)
    try:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
    finally:
        target.close()
    return counted


def _check(path: Path, key: bytes | bytearray, counted: dict[str, int]) -> None:
    try:
        look(path, key)
        fresh = connect_untouched(path, key)
        try:
            copied = row_counts(fresh)
        finally:
            fresh.close()
    except DamagedRecord:
        raise BackupFailed from None
    if copied != counted:
        raise BackupFailed


def _clear(paths: Iterable[Path]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
