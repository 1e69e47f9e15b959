"""Puts a small file in place whole or not at all, whatever is cut."""

import os
from pathlib import Path

from models.private_files import make_file


def write_whole(path: Path, content: bytes) -> None:
    """Write aside, let the disk settle, then take the name."""
    aside = path.with_name(path.name + ".making")
    with os.fdopen(make_file(aside), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
    settle(path.parent)


def settle(place: Path) -> None:
    """Let the disk settle a file's bytes, or a folder's names."""
    if place.is_dir() and os.name == "nt":
        return  # Windows settles the names of a folder itself
    handle = os.open(place, os.O_RDONLY if place.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
