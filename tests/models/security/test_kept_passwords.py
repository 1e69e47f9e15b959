"""Passwords are kept in the system's own keyring or nowhere, and a shut one is said in words."""

import sys
import types
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.security import kept_passwords
from models.security.kept_passwords import Keyring, KeyringShut, NoKeyring
from models.sync.server_address import server_address

ADDRESS = server_address("postgresql://db.wrenshire.example/waymark")
PASSWORD = "Zoë’s boats are 🚤 blue"


class InMemory:
    """A keyring as the system's are, for as long as a test."""

    priority = 5
    is_shut = False
    held: dict[tuple[str, str], str] = {}  # noqa: RUF012 shared, as the system's is

    def get_password(self, service: str, username: str) -> str | None:
        self._open()
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._open()
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._open()
        del self.held[service, username]

    def _open(self) -> None:
        if self.is_shut:
            raise RuntimeError(f"locked: {self.held}")


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[Keyring]:
    """Give a keyring that the program finds on a system of its own."""
    module = types.ModuleType("test_keyring")
    module.InMemory = InMemory  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "test_keyring", module)
    monkeypatch.setitem(
        kept_passwords.KEYRINGS, "test", (("no.such", "X"), ("test_keyring", "InMemory"))
    )
    monkeypatch.setattr(InMemory, "held", {})
    found = kept_passwords.keyring_here("test")
    assert found is not None
    yield found


def test_a_password_comes_back_until_it_is_forgotten(keyring: Keyring) -> None:
    name = kept_passwords.name_of_login(ADDRESS, "nadia")
    assert keyring.find(name) == ""
    keyring.keep(name, "an older one")
    keyring.keep(name, PASSWORD)
    assert keyring.find(name) == PASSWORD
    keyring.forget(name)
    keyring.forget(name)
    assert keyring.find(name) == ""


def test_each_login_and_each_record_has_a_name_of_its_own(tmp_path: Path) -> None:
    other = server_address("postgresql://db.wrenshire.example:6000/waymark")
    names = {
        kept_passwords.name_of_login(ADDRESS, "nadia"),
        kept_passwords.name_of_login(ADDRESS, "ruth"),
        kept_passwords.name_of_login(other, "nadia"),
        kept_passwords.name_of_record(tmp_path / "one"),
        kept_passwords.name_of_record(tmp_path / "two"),
    }
    assert len(names) == 5
    assert not any(str(tmp_path) in name for name in names)


@pytest.mark.parametrize("act", ["find", "keep", "forget"])
def test_a_shut_keyring_is_said_without_its_words(
    keyring: Keyring, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring.keep("name", PASSWORD)
    monkeypatch.setattr(InMemory, "is_shut", True)
    with pytest.raises(KeyringShut) as shut:
        getattr(keyring, act)("name", *([PASSWORD] if act == "keep" else []))
    assert shut.value.__context__ is None
    assert PASSWORD not in repr(shut.value)


def test_a_keyring_that_the_system_lacks_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(kept_passwords.KEYRINGS, "test", (("no.such.module", "Keyring"),))
    assert kept_passwords.keyring_here("test") is None
    assert kept_passwords.keyring_here("a system of tomorrow") is None


def test_without_a_keyring_it_is_said_that_nothing_was_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kept_passwords, "keyring_here", lambda: None)
    with pytest.raises(NoKeyring) as without:
        kept_passwords.keyring_or_say()
    assert "each time" in without.value.sentences()[2]


def test_only_the_systems_own_keyrings_are_used_whatever_is_set(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    named = {module for each in kept_passwords.KEYRINGS.values() for module, _ in each}
    assert named == {
        *("keyring.backends.Windows", "keyring.backends.macOS"),
        *("keyring.backends.SecretService", "keyring.backends.kwallet"),
    }
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody'}")
    assert kept_passwords.keyring_here("linux") is None
