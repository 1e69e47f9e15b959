"""An administrator sets the shared database up from a terminal, and reads what was done."""

import contextlib
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from models.security.kept_passwords import Keyring
from models.sync import server_steps
from tests.models.security.test_kept_passwords import InMemory
from tests.postgres import PostgresServer
from tests.sample import AUTHORITY
from tests.shared_council import template_of
from ui.commands import administrators_login
from ui.commands.command_line import run

numbers = itertools.count(1)
OF_ONE = ("init", "add-person", "revoke", "allocate")
CHILD = "019a0000-0000-7000-8000-00000000c001"


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


def test_a_database_is_set_up_and_says_what_comes_next(terminal: Terminal) -> None:
    code, said = terminal.do("init", "--council", "Wyrdale Council", "--number", "901")
    assert code == 0
    assert "Wyrdale Council is ready (council number 901)" in said
    assert "add-person" in said
    found = terminal.admin.execute("SELECT authority_id, name FROM waymark.authority").fetchall()
    assert found == [(901, "Wyrdale Council")]


def test_the_same_council_is_not_set_up_twice(council: Terminal) -> None:
    code, said = council.do("init", "--council", "Wyrdale Council")
    assert (code, "of this council already" in said) == (1, True)


def test_what_is_up_to_date_is_said_to_be(council: Terminal) -> None:
    code, said = council.do("upgrade")
    assert (code, "up to date already" in said) == (0, True)


def test_a_database_that_is_none_of_ours_is_refused(terminal: Terminal) -> None:
    for words in (["upgrade"], ["revoke", "ann"], ["allocate", "W1", "ann"]):
        code, said = terminal.do(*words)
        assert (code, "not a shared database of Waymark yet" in said) == (1, True), words


def test_a_newer_shared_database_is_left_alone(council: Terminal) -> None:
    council.admin.execute("INSERT INTO waymark.step (number, name) VALUES (900, 'later')")
    code, said = council.do("upgrade")
    assert (code, "A newer version of Waymark" in said) == (1, True)


def test_a_person_gets_a_login_and_a_password_that_lets_them_in(council: Terminal) -> None:
    login = council.login("nadia")
    code, said = council.do("add-person", login, "--name", "Nadia", "--role", "iro")
    assert code == 0
    (password,) = re.findall(r"told this once: (\S+)", said)
    assert len(password) >= 16
    kept = council.admin.execute(
        "SELECT rolpassword FROM pg_authid WHERE rolname = %s", (login,)
    ).fetchone()
    assert kept is not None
    assert str(kept[0]).startswith("SCRAM-SHA-256$")


def test_a_password_is_read_from_a_file_and_not_said_again(
    council: Terminal, tmp_path: Path
) -> None:
    file = tmp_path / "password"
    file.write_text("a long password of hers\nand a second line")
    words = ["add-person", council.login("ruth"), "--name", "Ruth", "--role", "manager"]
    code, said = council.do(*words, "--password-file", str(file))
    assert (code, "long password" in said) == (0, False)


@pytest.mark.parametrize("content", [None, "", "\nsecond", "\xff"])
def test_a_file_without_a_password_is_refused(
    council: Terminal, tmp_path: Path, content: str | None
) -> None:
    file = tmp_path / "password"
    if content is not None:
        file.write_bytes(content.encode("latin-1"))
    words = ["add-person", council.login("ruth"), "--name", "Ruth", "--role", "manager"]
    code, said = council.do(*words, "--password-file", str(file))
    assert (code, "no password to read" in said) == (1, True)


def test_a_login_that_is_taken_wrong_or_of_no_council_is_refused(council: Terminal) -> None:
    login = council.login("nadia")
    words = ["--name", "Nadia", "--role", "iro"]
    assert council.do("add-person", login, *words)[0] == 0
    for logins, more, sentence in (
        (login, [], "is taken on this database server"),
        ("Nadia T", [], "That login cannot be used"),
        (council.login("other"), ["--number", "7"], "no council of number 7"),
    ):
        code, said = council.do("add-person", logins, *words, *more)
        assert (code, sentence in said) == (1, True), sentence


def test_a_child_is_allocated_and_taken_from_whoever_had_them(council: Terminal) -> None:
    for name in ("nadia", "ruth"):
        assert (
            council.do("add-person", council.login(name), "--name", name, "--role", "iro")[0] == 0
        )
    _make_child(council)
    for name in ("nadia", "ruth", "ruth"):
        code, said = council.do("allocate", "W040210", council.login(name))
        assert (code, f"allocated to {council.login(name)}" in said) == (0, True)
    found = council.admin.execute(
        "SELECT l.login, a.kind, a.revoked_seq IS NULL FROM waymark.access a"
        " JOIN waymark.login l ON l.person_id = a.person_id ORDER BY l.login"
    ).fetchall()
    assert found == [
        (council.login("nadia"), "allocated", False),
        (council.login("ruth"), "allocated", True),
    ]
    changed = council.admin.execute(
        "SELECT r.row_version, r.server_seq, c.seq FROM waymark.row r, waymark.clock c"
        " WHERE r.id = %s",
        (CHILD,),
    ).fetchone()
    assert changed is not None
    assert (changed[0], changed[1] == changed[2]) == (3, True)


def _add(council: Terminal, name: str, role: str) -> None:
    code, said = council.do("add-person", council.login(name), "--name", name, "--role", role)
    assert code == 0, said


def _make_child(council: Terminal) -> None:
    council.admin.execute(
        "INSERT INTO waymark.row (authority_id, id, case_id, table_name, row_version, server_seq,"
        " data, created_by, created_at, updated_by, updated_at, schema_v) SELECT %(at)s, %(id)s,"
        " %(id)s, 'child', 1, 1, '{\"identifier\": \"W040210\"}', %(id)s, now(), %(id)s, now(), 1",
        {"id": CHILD, "at": AUTHORITY},
    )


def test_a_child_that_is_not_there_or_an_unfit_person_is_said(council: Terminal) -> None:
    assert (
        council.do("add-person", council.login("ann"), "--name", "A", "--role", "steward")[0] == 0
    )
    _make_child(council)
    for child, login, sentence in (
        ("W999", council.login("ann"), "cannot be allocated"),
        ("W040210", "nobody", "has the login nobody"),
    ):
        code, said = council.do("allocate", child, login)
        assert (code, sentence in said) == (1, True), sentence


def test_a_revoked_person_reads_nothing_and_may_still_hand_in(council: Terminal) -> None:
    login = council.login("nadia")
    _add(council, "nadia", "iro")
    code, said = council.do("revoke", login)
    assert (code, "can still be handed in" in said) == (0, True)
    assert _may_log_in(council, login)
    code, said = council.do("revoke", login, "--close-login")
    assert (code, "can no longer be handed in" in said) == (0, True)
    assert not _may_log_in(council, login)
    code, said = council.do("revoke", "nobody")
    assert (code, "has the login nobody" in said) == (1, True)


def _may_log_in(council: Terminal, login: str) -> bool:
    found = council.admin.execute(
        "SELECT rolcanlogin FROM pg_roles WHERE rolname = %s", (login,)
    ).fetchone()
    return found == (True,)


def test_a_whole_database_passes_its_check_and_an_open_one_does_not(council: Terminal) -> None:
    code, said = council.do("check")
    assert (code, "every right is as declared" in said) == (0, True), said
    council.admin.execute("GRANT SELECT ON waymark.row TO PUBLIC")
    code, said = council.do("check")
    assert (code, "not as" in said) == (1, True)


def test_steps_are_taken_back_and_only_known_ones(council: Terminal) -> None:
    code, said = council.do("back-out", "--to-step", "99")
    assert (code, "no step 99" in said) == (1, True)
    code, said = council.do("back-out", "--to-step", "2")
    assert (code, "Steps taken back:" in said) == (0, True), said
    assert council.do("upgrade")[0] == 0


def test_kept_work_is_not_thrown_away_unless_told(council: Terminal) -> None:
    code, said = council.do("back-out", "--to-step", "0")
    assert (code, "would throw away" in said) == (1, True)
    assert council.do("back-out", "--to-step", "0", "--lose-rows")[0] == 0
    gone = "SELECT FROM pg_namespace WHERE nspname = 'waymark'"
    assert council.admin.execute(gone).fetchone() is None


def test_a_login_without_the_right_is_told_which_one_it_lacks(
    council: Terminal, postgres: PostgresServer
) -> None:
    login = council.login("plain")
    council.admin.execute(f'CREATE ROLE "{login}" LOGIN')
    council.admin.execute(f'GRANT CONNECT ON DATABASE command_{council.number} TO "{login}"')
    url = postgres.address(f"command_{council.number}", login)
    for words in (["upgrade"], ["add-person", "b.b", "--name", "B", "--role", "iro"]):
        code, said = council.do(*words, url=url)
        assert code == 1
        assert "owns the database and may create roles" in said, said


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
    terminal: Terminal, url: str, sentence: str
) -> None:
    code, said = terminal.do("check", url=url)
    assert (code, sentence in said, "secret" in said) == (1, True, False)


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


def test_the_words_of_every_act_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([], ["add-person"], ["recover"], ["allocate"]):
        with pytest.raises(SystemExit) as ended:
            run(["shared-database", *words, "--help"])
        assert ended.value.code == 0
    assert "--password-file" in capsys.readouterr().out


def _steward(council: Terminal, postgres: PostgresServer) -> str:
    _add(council, "ada", "steward")
    return postgres.address(f"command_{council.number}", council.login("ada"))


def test_a_restored_database_is_brought_up_to_date_in_stages(
    council: Terminal, postgres: PostgresServer
) -> None:
    steward = _steward(council, postgres)
    for stage, code, sentence in (
        ("replay", 1, "is not recovering"),
        ("status", 0, "everybody can share"),
        ("begin", 0, "laptops bring back"),
        ("status", 0, "Nothing is missing"),
        ("replay", 0, "0 batches were taken"),
        ("close", 0, "everybody can share"),
    ):
        found = council.do("recover", stage, url=steward)
        assert (found[0], sentence in found[1]) == (code, True), (stage, found)


def test_what_no_laptop_brought_back_is_said_and_given_up_only_when_told(
    council: Terminal, postgres: PostgresServer
) -> None:
    steward = _steward(council, postgres)
    assert council.do("recover", "begin", url=steward)[0] == 0
    council.admin.execute(
        "INSERT INTO waymark.device (authority_id, device_id, person_id, laptop, told_seq)"
        " SELECT authority_id, %s, person_id, 'WYR-0412', 40 FROM waymark.login",
        (CHILD,),
    )
    code, said = council.do("recover", "status", url=steward)
    assert "a laptop has told of change 40" in said
    assert re.search(r"Not brought back yet: \d+ to 40\.", said)
    assert "Laptop WYR-0412: last heard of" in said
    code, said = council.do("recover", "close", url=steward)
    assert (code, "--close-with-gaps" in said) == (1, True)
    code, said = council.do("recover", "close", "--close-with-gaps", url=steward)
    assert (code, "everybody can share" in said) == (0, True)


@pytest.mark.parametrize("role", ["manager", "iro", None])
def test_only_a_steward_recovers(
    council: Terminal, postgres: PostgresServer, role: str | None
) -> None:
    url = council.url
    if role is not None:
        _add(council, "ruth", role)
        url = postgres.address(f"command_{council.number}", council.login("ruth"))
    code, said = council.do("recover", "begin", url=url)
    assert (code, "Only a steward" in said) == (1, True)
