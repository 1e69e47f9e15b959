"""Writes papers into a folder that a person chose, such as on a stick: whole files or none."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from models.atomic_file import write_whole
from models.disk_problems import told

_OURS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:pdf|docx|eml|ics)")


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    """Write each file under its name, giving the name once it is there whole.

    Raises: a Problem of the disk; ValueError for a name that might name somebody.
    """
    for name, content in files:
        if _OURS.fullmatch(name) is None:
            raise ValueError("a file goes out under a name of ours")
        with told(folder):
            write_whole(folder / name, content)
        yield name
