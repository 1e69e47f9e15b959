"""An administrator sets the shared database up from a terminal, and reads what was done."""

import re
from pathlib import Path

import pytest

from tests.postgres import PostgresServer
from tests.sample import AUTHORITY
from tests.ui.commands.conftest import Terminal
from ui.commands.command_line import run

CHILD = "019a0000-0000-7000-8000-00000000c001"


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


def test_a_file_without_a_password_is_refused(council: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "password"
    words = ["add-person", council.login("ruth"), "--name", "Ruth", "--role", "manager"]
    for content in (None, b"", b"\nsecond", b"\xff"):
        if content is not None:
            file.write_bytes(content)
        code, said = council.do(*words, "--password-file", str(file))
        assert (code, "no password to read" in said) == (1, True), content


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


def test_a_login_that_outlived_its_person_is_given_back_to_them(council: Terminal) -> None:
    login = council.login("late")
    words = ["add-person", login, "--name", "Late", "--role", "manager"]
    code, said = council.do(*words, "--existing-login")
    assert (code, f"no login {login}" in said) == (1, True)
    council.admin.execute(f'CREATE ROLE "{login}" LOGIN IN ROLE waymark_steward'.encode())
    code, said = council.do(*words)
    assert (code, "--existing-login" in said) == (1, True)
    code, said = council.do(*words, "--existing-login")
    assert (code, "keeps the password" in said) == (0, True), said
    assert council.do("check")[0] == 0
    assert council.do(*words, "--existing-login")[0] == 1
    more = council.login("more")
    council.admin.execute(f'CREATE ROLE "{more}" LOGIN CREATEROLE'.encode())
    words[1] = more
    code, said = council.do(*words, "--existing-login")
    assert (code, "That login cannot be used" in said) == (1, True)


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
    council.add("nadia", "iro")
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
    assert re.search(r"Council stands at change 1, hash [0-9a-f]{64}\.", said)
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


def test_the_words_of_every_act_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    for words in ([], ["add-person"], ["recover"], ["allocate"]):
        with pytest.raises(SystemExit) as ended:
            run(["shared-database", *words, "--help"])
        assert ended.value.code == 0
    assert "--password-file" in capsys.readouterr().out
