"""An administrator is let in with a password that never stands among the words of a command."""

import pytest

from models.security.kept_passwords import Keyring
from tests.models.security.test_kept_passwords import InMemory
from tests.postgres import PostgresServer
from tests.ui.commands.conftest import Terminal
from ui.commands import administrators_login
from ui.commands.command_line import run


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://ann:secret@127.0.0.1/waymark", "There is a password in that address"),
        ("https://127.0.0.1/waymark", "begins with postgresql://"),
        ("postgresql://db.wrenshire.example/waymark", "only reached over TLS"),
        ("postgresql://127.0.0.1:1/waymark", "does not answer"),
    ],
)
def test_a_wrong_address_is_said_before_anything_is_sent(
    capsys: pytest.CaptureFixture[str], url: str, sentence: str
) -> None:
    assert run(["shared-database", "check", url, "--without-tls"]) == 1
    said = capsys.readouterr().err
    assert (sentence in said, "secret" in said) == (True, False)


def test_a_database_that_is_not_there_is_to_be_made_first(
    terminal: Terminal, postgres: PostgresServer
) -> None:
    code, said = terminal.do("init", "--council", "W", url=postgres.address("not_there"))
    assert (code, "createdb" in said, "on this laptop" in said) == (1, True, False)


@pytest.mark.parametrize(("typed", "code"), [("right", 0), ("wrong", 1)])
def test_a_password_is_asked_for_and_kept_when_told(
    council: Terminal, monkeypatch: pytest.MonkeyPatch, typed: str, code: int
) -> None:
    monkeypatch.setattr(InMemory, "held", {})
    keyring = Keyring(InMemory())
    monkeypatch.setattr(administrators_login, "keyring_here", lambda: keyring)
    monkeypatch.setattr(administrators_login, "keyring_or_say", lambda: keyring)
    _wants_password(monkeypatch, "right")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("getpass.getpass", lambda _words: typed)
    assert council.do("upgrade", "--keep-password")[0] == code
    assert list(InMemory.held.values()) == (["right"] if code == 0 else [])
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    assert council.do("upgrade")[0] == code


def test_without_a_terminal_it_says_where_a_password_goes(
    council: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    _wants_password(monkeypatch, "right")
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    code, said = council.do("upgrade")
    assert (code, "PGPASSWORD or .pgpass" in said) == (1, True)


def _wants_password(monkeypatch: pytest.MonkeyPatch, right: str) -> None:
    real = administrators_login.connect_as_administrator

    def connect(url: str, password: str, tls: object) -> object:
        if password != right:
            raise administrators_login.link.LoginRefused
        return real(url, "", tls)

    monkeypatch.setattr(administrators_login, "connect_as_administrator", connect)
