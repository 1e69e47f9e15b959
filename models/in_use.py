"""The lock that lets one copy of Waymark at a time open a record."""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from models.disk_problems import told
from models.problems import AlreadyOpen

LOCK_NAME = "in-use.lock"


class InUse:
    """Holds the folder of a record until released, or until the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        """Hold the folder, or say who does.

        Raises: AlreadyOpen, FolderMissing, FolderReadOnly.
        """
        with told(folder):
            handle = os.open(folder / LOCK_NAME, os.O_RDWR | os.O_CREAT, 0o600)
        if not _locked(handle):
            os.close(handle)
            raise AlreadyOpen
        self._handle: int | None = handle

    @contextlib.contextmanager
    def released_on_failure(self) -> Iterator[None]:
        """Keep the folder unless what is done inside fails."""
        try:
            yield
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Let another copy open the record; a second call does nothing."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
