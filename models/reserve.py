"""Room set aside on the disk, given up when the disk is full so that typing can go on."""

import os
import shutil
from pathlib import Path

from models.private_files import make_file

RESERVE_NAME = "reserve.bin"
RESERVE_BYTES = 4 * 1024 * 1024
AMPLE_BYTES = RESERVE_BYTES + 1024 * 1024
_CHUNK = 256 * 1024


class Reserve:
    """One file of random bytes, so that no file system can store it in less room."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / RESERVE_NAME
        self._is_there = self._path.exists()

    def set_aside(self) -> bool:
        """Make the file if it was given up and there is ample room; say whether it is there."""
        if not self._is_there:
            self._is_there = self._make()
        return self._is_there

    def release(self) -> bool:
        """Give the room up; say whether there was any."""
        self._is_there = False
        try:
            self._path.unlink()
        except OSError:
            return False
        return True

    def _make(self) -> bool:
        making = self._path.with_suffix(".making")
        try:
            if shutil.disk_usage(self._path.parent).free < AMPLE_BYTES:
                return False
            self._write(making)
            making.replace(self._path)
        except OSError:
            making.unlink(missing_ok=True)
            return False
        return True

    @staticmethod
    def _write(path: Path) -> None:
        with os.fdopen(make_file(path), "wb") as file:
            for _ in range(RESERVE_BYTES // _CHUNK):
                file.write(os.urandom(_CHUNK))
            file.flush()
            os.fsync(file.fileno())
