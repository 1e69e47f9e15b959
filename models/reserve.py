"""Room set aside on the disk, given up when the disk is full so that typing can go on."""

import os
from pathlib import Path

RESERVE_NAME = "reserve.bin"
RESERVE_BYTES = 4 * 1024 * 1024
_CHUNK = 256 * 1024


class Reserve:
    """One file of random bytes, so that no file system can store it in less room."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / RESERVE_NAME

    @property
    def is_there(self) -> bool:
        """Whether there is room to give up."""
        return self._path.exists()

    def set_aside(self) -> bool:
        """Make the file if it is missing and the disk has room for it; say whether it is there."""
        if self.is_there:
            return True
        making = self._path.with_suffix(".making")
        try:
            self._write(making)
            making.replace(self._path)
        except OSError:
            making.unlink(missing_ok=True)
            return False
        return True

    def release(self) -> bool:
        """Give the room up; say whether there was any."""
        if not self.is_there:
            return False
        self._path.unlink(missing_ok=True)
        return True

    @staticmethod
    def _write(path: Path) -> None:
        with path.open("wb") as file:
            for _ in range(RESERVE_BYTES // _CHUNK):
                file.write(os.urandom(_CHUNK))
            file.flush()
            os.fsync(file.fileno())
