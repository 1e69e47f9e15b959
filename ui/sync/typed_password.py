"""A password that was typed, kept in memory while the program runs, for one record only."""

from pathlib import Path
from typing import Final

_UNKNOWN: Final = (Path(), "", "")
Of = tuple[Path, str, str]
"""The folder of the record, and the address and the login that the password is for."""


class TypedPassword:
    """After a lock the same record, unlocked by its passphrase, goes on with it.

    It is written over when it is forgotten; what Qt and the driver copied of it is not.
    """

    def __init__(self) -> None:
        self._of: Of = _UNKNOWN
        self._held = bytearray()

    def keep(self, of: Of, password: str) -> None:
        """Keep it in place of the one before."""
        self.forget()
        self._of, self._held = of, bytearray(password.encode())

    def find(self, of: Of) -> str:
        """Give it for this record, address and login; for any other it is forgotten."""
        if of != self._of:
            self.forget()
        return self._held.decode()

    def forget(self) -> None:
        """Write over it."""
        self._held[:] = bytes(len(self._held))
        self._held = bytearray()
        self._of = _UNKNOWN
