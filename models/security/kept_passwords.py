"""Passwords kept in the operating system's keyring, where there is one; nowhere else, ever.

Only the system's own keyrings are used, named here: a backend that a setting or another package
brings could be a plain file.
"""

import contextlib
import hashlib
import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from models.problems import N_, Problem
from models.sync.server_address import ServerAddress

SERVICE = "Waymark"
T = TypeVar("T")
KEYRINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
    "linux": (
        ("keyring.backends.SecretService", "Keyring"),
        ("keyring.backends.kwallet", "DBusKeyring"),
    ),
}


class Backend(Protocol):
    """What a keyring of the system does."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """Give a password, or nothing."""

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep a password."""

    def delete_password(self, service: str, username: str, /) -> None:
        """Let go of a password."""


class NoKeyring(Problem):
    """There is no keyring on this computer, so no password is kept."""

    what = N_("This computer has no keyring to keep passwords in.")
    kept = N_("Nothing was written anywhere.")
    next = N_("Waymark asks for the password each time it starts.")


class KeyringShut(Problem):
    """The keyring is there and does not do as asked, as when it is locked."""

    what = N_("The keyring of this computer is locked or does not answer.")
    kept = N_("Nothing was written anywhere.")
    next = N_("Unlock it and try again, or type the password each time.")


class Keyring:
    """The keyring of this computer. It may ask its owner something: not for the window."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def find(self, name: str) -> str:
        """Give the password kept under this name, or nothing. Raises: KeyringShut."""
        return _asked(lambda: self._backend.get_password(SERVICE, name)) or ""

    def keep(self, name: str, password: str) -> None:
        """Keep a password, in the place of an earlier one. Raises: KeyringShut."""
        _asked(lambda: self._backend.set_password(SERVICE, name, password))

    def forget(self, name: str) -> None:
        """Let go of a password, if there is one. Raises: KeyringShut."""
        if self.find(name):
            _asked(lambda: self._backend.delete_password(SERVICE, name))


def keyring_here(platform: str = sys.platform) -> Keyring | None:
    """Give the keyring of this computer, or nothing where it has none."""
    for module, name in KEYRINGS.get(platform, ()):
        try:
            kind = getattr(importlib.import_module(module), name)
            if kind.priority > 0:  # raises where the system lacks what it needs
                return Keyring(kind())
        except Exception:  # noqa: BLE001, S112 - each keyring has errors of its own for "not here"
            continue
    return None


def loads_here(platform: str = sys.platform) -> bool:
    """Whether the code for this system's keyrings came along, whether or not one is running."""
    for module, name in KEYRINGS.get(platform, ()):
        getattr(importlib.import_module(module), name)
    return True


def keyring_or_say() -> Keyring:
    """Give the keyring of this computer. Raises: NoKeyring."""
    found = keyring_here()
    if found is None:
        raise NoKeyring
    return found


def name_of_record(folder: Path) -> str:
    """The name under which the passphrase of the record in this folder is kept."""
    place = hashlib.sha256(str(folder.absolute()).encode("utf-8", "surrogateescape")).hexdigest()
    return f"record {place[:32]}"


def name_of_login(address: ServerAddress, login: str) -> str:
    """The name under which the password of a login to a shared database is kept."""
    return f"{login}@{address.short}"


def _asked(act: Callable[[], T]) -> T:
    with contextlib.suppress(Exception):  # each keyring has errors of its own; some hold the name
        return act()
    raise KeyringShut
