"""Makes folders and files that only their owner may read, whatever the system's habit is."""

import os
from pathlib import Path

OWNER_FOLDER = 0o700
OWNER_FILE = 0o600


def make_folder(folder: Path) -> None:
    """Make a folder of the record, unless it is there; those above it are made as usual."""
    folder.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)


def make_file(path: Path) -> int:
    """Make or empty a file and open it for writing; gives its handle."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, OWNER_FILE)


def make_room_for(path: Path) -> None:
    """Make a file that SQLite will fill; one that is there stays as it is.

    The files that SQLite keeps beside it take their permissions from it.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, OWNER_FILE))


_BINARY = getattr(os, "O_BINARY", 0)  # on Windows only: line ends stay as they are
