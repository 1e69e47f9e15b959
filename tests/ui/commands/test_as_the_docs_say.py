"""The shared database set up word for word as docs/shared-database.md says, by no superuser."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from tests.postgres import PostgresServer
from ui.commands import administrators_login
from ui.commands.command_line import run

DOCS = Path("docs/shared-database.md").read_text(encoding="utf-8")
ADMIN, DATABASE = "waymark_admin", "waymark"
Do = Callable[..., tuple[int, str]]


def _said_in_docs(begins: str) -> str:
    (line,) = re.findall(rf"^ *({begins}.*;)$", DOCS, re.MULTILINE)
    return str(line).replace("…", "a long password of ours")


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """A server of its own: roles belong to a whole server, and here they have the docs' names."""
    made = PostgresServer()
    with psycopg.connect(made.address(), autocommit=True) as superuser:
        superuser.execute(_said_in_docs("create role waymark_admin").encode())
    yield made
    made.stop()


@pytest.fixture
def do(
    server: PostgresServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Do]:
    """Run a command as the docs' administrator, upon a database that they just set up."""
    monkeypatch.setattr(administrators_login, "keyring_here", lambda: None)

    def done(act: str, *words: str) -> tuple[int, str]:
        url = server.address(DATABASE, ADMIN)
        code = run(["shared-database", act, url, *words, "--without-tls"])
        told = capsys.readouterr()
        return code, told.out + told.err

    with psycopg.connect(server.address(), autocommit=True) as superuser:
        superuser.execute(_said_in_docs("create database waymark").encode())
        code, said = done("init", "--council", "Wrenshire County Council")
        assert code == 0, said
        yield done
        superuser.execute(f"DROP DATABASE {DATABASE} WITH (FORCE)".encode())


def test_a_database_set_up_as_the_docs_say_passes_its_check(
    do: Do, server: PostgresServer
) -> None:
    with psycopg.connect(server.address(DATABASE, ADMIN), autocommit=True) as admin:
        admin.execute(_said_in_docs("create role waymark_dump").encode())
    login = re.findall(r"add-person URL (\S+) --name \"(.*?)\" --role (\w+)", DOCS)[0]
    assert do("add-person", login[0], "--name", login[1], "--role", login[2])[0] == 0
    code, said = do("check")
    assert (code, "stands at change" in said) == (0, True), said
    with psycopg.connect(server.address(DATABASE), autocommit=True) as superuser:
        superuser.execute("ALTER ROLE waymark_client CREATEDB")
        assert do("check")[0] == 1
        superuser.execute("ALTER ROLE waymark_client NOCREATEDB")


def test_going_back_is_refused_before_anything_was_done(do: Do, server: PostgresServer) -> None:
    for step in ("0", "2"):
        with psycopg.connect(server.address(DATABASE), autocommit=True) as superuser:
            superuser.execute(
                "INSERT INTO waymark.device (authority_id, device_id, person_id, told_seq)"
                " VALUES (1, gen_random_uuid(), gen_random_uuid(), 7) ON CONFLICT DO NOTHING"
            )
            code, said = do("back-out", "--to-step", step)
            assert (code, "would throw away" in said, "--lose-rows" in said) == (1, True, True)
            assert superuser.execute("SELECT count(*) FROM waymark.step").fetchone() == (5,)
            assert superuser.execute(
                "SELECT bool_and(relforcerowsecurity) FROM pg_class"
                " WHERE relnamespace = 'waymark'::regnamespace AND relkind = 'r'"
            ).fetchone() == (True,)
        assert do("check")[0] == 0
    assert do("back-out", "--to-step", "2", "--lose-rows")[0] == 0
    assert do("upgrade")[0] == 0
    assert do("check")[0] == 0


def test_a_council_has_a_name_and_a_number(do: Do, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = do("init", "--council", " ", "--number", "2")
    assert (code, "name is empty" in said) == (1, True)
    for number in ("0", "32768", "two"):
        with pytest.raises(SystemExit):
            do("init", "--council", "Elmford", "--number", number)
        assert "number from 1 to 32767" in capsys.readouterr().err
