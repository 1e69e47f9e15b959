"""A terminal at a real database, for the commands of an administrator."""

import contextlib
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import psycopg
import pytest

from models.sync import server_steps
from tests.postgres import PostgresServer
from tests.sample import AUTHORITY
from tests.shared_council import template_of
from ui.commands import administrators_login
from ui.commands.command_line import run

numbers = itertools.count(1)
OF_ONE = ("init", "add-person", "revoke", "allocate")


@dataclass
class Terminal:
    """One empty database, and what the commands said of it."""

    url: str
    admin: psycopg.Connection[tuple[object, ...]]
    number: int
    said: Callable[[], str]

    def do(self, *words: str, url: str = "") -> tuple[int, str]:
        """Give the exit code and everything that was said."""
        act, *more = words
        which = ["--number", str(AUTHORITY)] if act in OF_ONE and "--number" not in more else []
        code = run(["shared-database", act, url or self.url, *more, *which, "--without-tls"])
        return code, self.said()

    def login(self, name: str) -> str:
        """A login of this test only, as logins are the whole server's."""
        return f"{name}.{self.number}"

    def add(self, name: str, role: str) -> str:
        """Add a person, and give the address that they use."""
        login = self.login(name)
        code, said = self.do("add-person", login, "--name", name, "--role", role)
        assert code == 0, said
        return self.url.replace("//postgres@", f"//{login}@")


@pytest.fixture
def terminal(
    postgres: PostgresServer,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Terminal]:
    """Give a terminal at a database with nothing in it."""
    with _at_a_database(postgres, capsys, monkeypatch, "template1") as opened:
        yield opened


@pytest.fixture
def council(
    postgres: PostgresServer,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Terminal]:
    """Give a terminal at a shared database that is set up."""
    template = template_of(postgres)
    with _at_a_database(postgres, capsys, monkeypatch, template) as opened:
        server_steps.settle_rights(opened.admin)
        yield opened


@contextlib.contextmanager
def _at_a_database(
    postgres: PostgresServer,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    template: str,
) -> Iterator[Terminal]:
    monkeypatch.setattr(administrators_login, "keyring_here", lambda: None)
    number = next(numbers)
    name = f"command_{number}"

    def said() -> str:
        told = capsys.readouterr()
        return told.out + told.err

    with psycopg.connect(postgres.address(), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        with psycopg.connect(postgres.address(name), autocommit=True) as admin:
            yield Terminal(postgres.address(name), admin, number, said)
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")
        made = "SELECT rolname FROM pg_roles WHERE rolname LIKE %s"
        for (login,) in server.execute(made, (f"%.{number}",)).fetchall():
            server.execute(f'DROP ROLE "{login}"')
