"""Puts a damaged file aside, untouched and under a name of its own."""

from datetime import datetime
from itertools import count
from pathlib import Path

from models.atomic_file import settle
from models.stamps import in_file_name

_PARTS = ("-wal", "-shm", "")  # the waiting pages first: they belong to the damaged file only


def set_aside(path: Path, at: datetime) -> Path:
    """Rename the file, and the parts SQLite keeps beside it; give where it is now."""
    aside = _free_name(path, at)
    for ending in _PARTS:
        part = path.with_name(path.name + ending)
        if part.exists():
            part.replace(aside.with_name(aside.name + ending))
    settle(path.parent)
    return aside


def let_go(folder: Path) -> None:
    """Remove what was put aside, when no copy of a child's record may stay on the laptop."""
    for aside in folder.glob("*-damaged-*"):
        aside.unlink()


def _free_name(path: Path, at: datetime) -> Path:
    stem = f"{path.stem}-damaged-{in_file_name(at)}"
    for number in count(1):
        tail = "" if number == 1 else f"-{number}"
        name = path.with_name(f"{stem}{tail}{path.suffix}")
        if not any(name.with_name(name.name + ending).exists() for ending in _PARTS):
            return name
    raise AssertionError("count() never ends")
