"""Rights hold twice: no door but the functions, and rows that nobody else's function gives."""

import subprocess
import uuid
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import errors, sql

from models.sync.server_declared import APPEND_ONLY
from models.sync.server_steps import check
from tests.postgres import find_programs
from tests.shared_council import COUNCIL_ID, SharedCouncil

NOBODYS = uuid.UUID(int=0)
SAM, KIT, ELM = (uuid.UUID(int=number) for number in (0xA1, 0xA2, 0xA3))
# What stands in every table for one case of one person; {a} council, {c} case, {p} person.
FILLING = (
    "INSERT INTO waymark.child_case (authority_id, case_id, made_by) VALUES ({a}, '{c}', '{p}')",
    "INSERT INTO waymark.access (authority_id, case_id, person_id, kind, granted_seq)"
    " VALUES ({a}, '{c}', '{p}', 'allocated', 1)",
    "INSERT INTO waymark.row SELECT {a}, md5('{a}{c}')::uuid, '{c}', 'child', NULL, 1, 1,"
    " '{{\"given_name\": \"secret\"}}', '{p}', now(), '{p}', now(), 1",
    "INSERT INTO waymark.change SELECT {a}, 900 + get_byte(uuid_send('{c}'), 15), 1, '{c}',"
    " 'child', md5('{a}{c}')::uuid, 1, '{p}', NULL, md5('{c}op')::uuid,"
    " '{{\"given_name\": [null, \"secret\"]}}', 'grain', 'hash', now(), 0, now(), 1",
    "INSERT INTO waymark.part VALUES ({a}, '{c}', repeat('0', 64), 1, 1, 'secret')",
    "INSERT INTO waymark.held VALUES ({a}, md5('{c}held')::uuid, '{p}', NULL, '{c}', 'no_access',"
    ' \'{{"set": {{"words": "secret"}}}}\')',
    "INSERT INTO waymark.opened VALUES ({a}, md5('{c}open')::uuid, '{c}', '{p}', NULL, 'open', '',"
    " now())",
    "INSERT INTO waymark.device (authority_id, device_id, person_id)"
    " VALUES ({a}, md5('{p}')::uuid, '{p}')",
    "INSERT INTO waymark.batch VALUES ({a}, md5('{p}')::uuid, 1, '{p}', 'hash', 1,"
    ' \'{{"results": [{{"op": "1", "row": [1, "child", "x", "{c}", 1, {{"a": "secret"}}]}}]}}\')',
    "INSERT INTO waymark.parked VALUES ({a}, md5('{p}')::uuid, 1, '{p}', 1, '{{}}')",
)  # fmt: skip
OF_ONE_PERSON = ("access", "row", "change", "part", "held", "opened", "device", "batch", "parked",
                 "child_case")  # fmt: skip


def _fill(council: SharedCouncil, case: uuid.UUID, person: str, authority: int) -> None:
    for words in FILLING:
        council.admin.execute(words.format(a=authority, c=case, p=person).encode())


@pytest.fixture
def filled(council: SharedCouncil) -> SharedCouncil:
    """Two IROs with a child each, a manager and business support with Sam, another council."""
    ruth = council.person("ruth")
    kim = council.person("kim")
    _fill(council, SAM, ruth.id, council.authority_id)
    _fill(council, KIT, kim.id, council.authority_id)
    council.second_council(991)
    eve = council.person("eve", "iro", 991)
    _fill(council, ELM, eve.id, 991)
    for login, role in (("mary", "manager"), ("bob", "business_support"), ("stew", "steward")):
        council.person(login, role)
    council.admin.execute("DELETE FROM waymark.access WHERE case_id = %s AND kind <> 'allocated'",
                          (KIT,))  # fmt: skip
    council.admin.execute(
        "CREATE FUNCTION waymark.forgetful(of_table text) RETURNS SETOF jsonb LANGUAGE plpgsql"
        " SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN"
        " PERFORM waymark._enter();"
        " RETURN QUERY EXECUTE format('SELECT to_jsonb(t) FROM waymark.%I t', of_table);"
        " END $$"
    )
    _door(council, "forgetful(text)")
    return council


def _door(council: SharedCouncil, function: str) -> None:
    council.admin.execute(f"ALTER FUNCTION waymark.{function} OWNER TO waymark_owner".encode())
    council.admin.execute(
        f"GRANT EXECUTE ON FUNCTION waymark.{function} TO waymark_client".encode()
    )


def _given(council: SharedCouncil, login: str, table: str) -> list[dict[str, Any]]:
    rows = council.connect(login).execute("SELECT waymark.forgetful(%s)", (table,))
    return [row[0] for row in rows]


def test_a_fresh_shared_database_is_as_declared(council: SharedCouncil) -> None:
    council.person("ruth")
    council.person("stew", "steward")
    assert check(council.admin) == []


def test_a_function_that_forgets_its_where_gives_nobody_what_is_not_theirs(
    filled: SharedCouncil,
) -> None:
    for table in OF_ONE_PERSON:
        for login, case in (("ruth", SAM), ("kim", KIT), ("eve", ELM)):
            rows = _given(filled, login, table)
            mine = filled.people[login].id
            assert {row.get("person_id", mine) for row in rows} <= {mine, str(NOBODYS)}, table
            assert {row.get("case_id", str(case)) for row in rows} <= {str(case), str(NOBODYS)}
            assert rows, f"{table} must give {login} her own"
    assert len(_given(filled, "ruth", "login")) == 1
    for table in ("authority", "clock", "person", "link", "row", "change"):
        assert {row["authority_id"] for row in _given(filled, "eve", table)} == {991}, table


def test_each_role_is_given_by_a_forgetful_function_only_what_it_works_with(
    filled: SharedCouncil,
) -> None:
    def cases(login: str, table: str) -> set[str]:
        rows = _given(filled, login, table)
        return {row["case_id"] for row in rows} - {str(NOBODYS)}

    for table in ("row", "change", "part"):
        assert cases("mary", table) == cases("bob", table) == {str(SAM)}, table
        assert cases("stew", table) == set(), table
    assert cases("mary", "child_case") == {str(SAM), str(KIT)}
    assert cases("mary", "held") == cases("mary", "opened") == {str(SAM)}
    assert cases("bob", "held") == cases("bob", "opened") == set()
    assert not _given(filled, "mary", "batch") and not _given(filled, "mary", "parked")


@pytest.mark.parametrize(
    "ended", ["revoked_seq = 5", "until = now() - interval '1 second'"], ids=["taken", "over"]
)
def test_access_that_has_ended_gives_nothing(filled: SharedCouncil, ended: str) -> None:
    words = f"UPDATE waymark.access SET {ended} WHERE case_id = %s AND kind = 'allocated'"  # noqa: S608 a test's own words
    filled.admin.execute(words.encode(), (SAM,))
    for table in ("row", "change", "part"):
        assert {row["case_id"] for row in _given(filled, "ruth", table)} <= {str(NOBODYS)}


def test_a_revoked_person_is_given_nothing_and_not_even_the_council(filled: SharedCouncil) -> None:
    filled.admin.execute("UPDATE waymark.person SET revoked_at = now() WHERE id = %s",
                         (filled.people["ruth"].id,))  # fmt: skip
    for table in ("row", "change", "part"):
        assert _given(filled, "ruth", table) == []


def test_settings_made_by_hand_change_nothing(filled: SharedCouncil) -> None:
    connection = filled.connect("ruth")
    kim = filled.people["kim"].id
    for setting, value in (("authority", "991"), ("person", kim), ("role", "manager"),
                           ("act", "administrator"), ("case", str(KIT)), ("erasing", "yes"),
                           ("login", "postgres")):  # fmt: skip
        connection.execute("SELECT set_config(%s, %s, false)", (f"waymark.{setting}", value))
    assert {row["case_id"] for row in _given(filled, "ruth", "part")} == {str(SAM)}
    assert len(_given(filled, "ruth", "authority")) == 1


def test_a_function_cannot_write_into_a_case_or_council_that_is_not_the_callers(
    filled: SharedCouncil,
) -> None:
    filled.admin.execute(
        "CREATE FUNCTION waymark.careless(words text) RETURNS void LANGUAGE plpgsql"
        " SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$ BEGIN"
        " PERFORM waymark._enter(); EXECUTE words; END $$"
    )
    _door(filled, "careless(text)")
    kim, ruth = filled.people["kim"].id, filled.people["ruth"].id
    for words in FILLING[2:5]:
        for authority, case in ((filled.authority_id, KIT), (991, ELM), (991, SAM)):
            forged = words.format(a=authority, c=case, p=ruth).replace("md5('", "md5('x")
            with pytest.raises(errors.InsufficientPrivilege, match="row-level security"):
                filled.connect("ruth").execute("SELECT waymark.careless(%s)", (forged,))
    for table in ("device", "opened", "access", "parked"):
        words = f"UPDATE waymark.{table} SET person_id = '{kim}'"  # noqa: S608 a test's own words
        with pytest.raises((errors.InsufficientPrivilege, errors.RaiseException, psycopg.Error)):
            filled.connect("ruth").execute("SELECT waymark.careless(%s)", (words,))
    changed = 'UPDATE waymark.row SET data = \'{"given_name": "stolen"}\''
    filled.connect("ruth").execute("SELECT waymark.careless(%s)", (changed,))
    stolen = (
        "SELECT array_agg(DISTINCT case_id::text) FROM waymark.row WHERE data::text ~ 'stolen'"
    )
    assert set(filled.one(stolen)) == {str(SAM), str(NOBODYS)}


PROBES = (
    "SELECT * FROM waymark.row", "SELECT count(*) FROM waymark.change", "TABLE waymark.login",
    "SELECT 1 FROM waymark.authority", "UPDATE waymark.row SET data = '{}'",
    "DELETE FROM waymark.access", "TRUNCATE waymark.change", "COPY waymark.row TO STDOUT",
    "INSERT INTO waymark.login VALUES ('x', 990, gen_random_uuid())", "LOCK waymark.clock",
    "SELECT waymark._enter()", "SELECT waymark._act('council')", "SELECT waymark._role()",
    "SELECT waymark._has(990::smallint, gen_random_uuid())",
    "SELECT waymark._forget(990::smallint, gen_random_uuid())",
    "SELECT waymark._link(990::smallint, 9)", "SELECT waymark._stays()",
    "SELECT waymark._note(990::smallint, 'x', gen_random_uuid(), 1, '{}')",
    "SELECT waymark._found(990::smallint, 'x', gen_random_uuid(), '{}')",
    "SET ROLE waymark_owner", "SET ROLE waymark_steward", "SET ROLE waymark_backup",
    "SET SESSION AUTHORIZATION postgres", "CREATE TABLE public.mine (a int)",
    "CREATE TEMP TABLE mine (a int)", "CREATE SCHEMA mine", "CREATE TABLE waymark.mine (a int)",
    "CREATE FUNCTION waymark.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "ALTER TABLE waymark.row DISABLE ROW LEVEL SECURITY", "DROP TRIGGER stays ON waymark.change",
    "CREATE POLICY mine ON waymark.row USING (true)", "GRANT waymark_owner TO CURRENT_USER",
)  # fmt: skip


def test_a_login_opens_nothing_but_the_doors(filled: SharedCouncil) -> None:
    for login in ("ruth", "mary", "bob", "stew"):
        connection = filled.connect(login)
        for probe in PROBES:
            if login == "stew" and "waymark_steward" in probe:
                continue  # their own group, which owns nothing
            with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
                connection.execute(probe.encode())


def test_a_login_of_nobody_is_told_so(filled: SharedCouncil) -> None:
    filled.admin.execute("DELETE FROM waymark.login WHERE person_id = %s",
                         (filled.people["ruth"].id,))  # fmt: skip
    with pytest.raises(psycopg.Error) as told:
        _given(filled, "ruth", "row")
    assert told.value.sqlstate == "WM001"


def test_the_auditor_and_the_backup_see_what_is_declared(filled: SharedCouncil) -> None:
    with filled.admin.transaction():
        filled.admin.execute("SET LOCAL ROLE waymark_audit")
        assert len(filled.admin.execute("SELECT * FROM waymark.opened").fetchall()) == 3
        assert filled.admin.execute("SELECT content_hash FROM waymark.change").fetchall()
    for secret in ("SELECT patch FROM waymark.change", "SELECT data FROM waymark.row"):
        with pytest.raises(errors.InsufficientPrivilege), filled.admin.transaction():
            filled.admin.execute("SET LOCAL ROLE waymark_audit")
            filled.admin.execute(secret.encode())
    with filled.admin.transaction():
        filled.admin.execute("SET LOCAL ROLE waymark_backup")
        kept = "SELECT count(*) FROM waymark.row WHERE table_name = 'child'"
        assert filled.one(kept) == 3


def test_what_was_accepted_is_not_changed_by_anybody(filled: SharedCouncil) -> None:
    filled.admin.execute(
        "INSERT INTO waymark.held_settled VALUES (990, gen_random_uuid(), 'added', %s)",
        (filled.people["ruth"].id,),
    )
    for table in APPEND_ONLY:
        for change in ("UPDATE waymark.{} SET authority_id = authority_id",
                       "DELETE FROM waymark.{}", "TRUNCATE waymark.{}"):  # fmt: skip
            for role in ("postgres", "waymark_owner"):
                _is_kept(filled, change.format(table), role)


def _is_kept(council: SharedCouncil, change: str, role: str) -> None:
    with pytest.raises(psycopg.Error) as told, council.admin.transaction():
        council.admin.execute("SET LOCAL session_replication_role = replica")
        for setting, value in (("authority", "990"), ("act", "council")):
            council.admin.execute("SELECT set_config(%s, %s, true)", (f"waymark.{setting}", value))
        council.admin.execute(f"SET LOCAL ROLE {role}".encode())
        council.admin.execute(change.encode())
    assert told.value.sqlstate == "WM005", change


def test_a_backup_holds_everything_and_comes_back(filled: SharedCouncil, tmp_path: Path) -> None:
    server, back = filled.server, f"{filled.database}_back"
    saver, file = f"saver-{filled.number}", str(tmp_path / "backup")
    who = sql.Identifier(saver)
    at = ("-h", "127.0.0.1", "-p", str(server.port))
    filled.admin.execute(sql.SQL("CREATE ROLE {} LOGIN IN ROLE waymark_backup").format(who))
    filled.admin.execute(f"CREATE DATABASE {back}".encode())
    _run("pg_dump", *at, "-U", saver, "--enable-row-security", "-Fc", "-f", file, filled.database)
    _run("pg_restore", *at, "-U", "postgres", "-d", back, file)
    address = f"host=127.0.0.1 port={server.port} dbname={back} user=postgres"
    with psycopg.connect(address, autocommit=True) as restored:
        for table in (*OF_ONE_PERSON, "login", "person", "link", "registry", "clock"):
            words = f"SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM waymark.{table} t"  # noqa: S608 ours
            assert restored.execute(words.encode()).fetchone() == (filled.one(words),), table
    filled.admin.execute(f"DROP DATABASE {back} WITH (FORCE)".encode())
    filled.admin.execute(sql.SQL("DROP ROLE {}").format(who))


def _run(program: str, *arguments: str) -> None:
    subprocess.run([str(find_programs() / program), *arguments], check=True, capture_output=True)


def _steward(council: SharedCouncil, case: uuid.UUID, role: str = "steward") -> int:
    council.admin.execute(
        "CREATE OR REPLACE FUNCTION waymark.erase_it(of uuid, act text) RETURNS int"
        " LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$"
        " DECLARE who waymark.caller := waymark._enter(); BEGIN PERFORM waymark._act(act);"
        " RETURN waymark._forget(who.authority_id, of); END $$"
    )
    _door(council, "erase_it(uuid, text)")
    login = "stew" if role in ("steward", "council") else "ruth"
    words = "SELECT waymark.erase_it(%s, %s)"
    row = council.connect(login).execute(words, (case, role)).fetchone()
    assert row is not None
    return int(row[0])


def test_a_steward_takes_the_words_of_one_case_out_and_the_hashes_stay(
    filled: SharedCouncil,
) -> None:
    assert _steward(filled, SAM) == 1
    kept = filled.admin.execute(
        "SELECT case_id, patch, salt, content_hash FROM waymark.change"
        " WHERE case_id <> %s ORDER BY 1",
        (NOBODYS,),
    ).fetchall()
    assert [(row[0], row[1] is None, row[2] is None) for row in kept] == [
        (SAM, True, True), (KIT, False, False), (ELM, False, False)]  # fmt: skip
    assert all(row[3] == b"hash" for row in kept)
    assert filled.one("SELECT op FROM waymark.held WHERE case_id = %s", SAM) == {"erased": True}
    assert filled.one("SELECT count(*) FROM waymark.held WHERE op::text ~ 'secret'") == 2


def test_nobody_else_takes_words_out_and_a_legal_hold_wins(filled: SharedCouncil) -> None:
    for role in ("manager", "council"):
        with pytest.raises(psycopg.Error) as told:
            _steward(filled, SAM, role)
        assert told.value.sqlstate == "WM004"
    filled.admin.execute("UPDATE waymark.child_case SET legal_hold = true")
    with pytest.raises(psycopg.Error, match="not for this role"):
        _steward(filled, SAM)
    assert filled.one("SELECT count(*) FROM waymark.change WHERE patch IS NULL") == 0


def test_the_council_itself_stands_in_its_first_row(council: SharedCouncil) -> None:
    row = council.admin.execute("SELECT id, case_id, data, server_seq FROM waymark.row").fetchone()
    assert row == (uuid.UUID(COUNCIL_ID), NOBODYS, {"name": "Wyrdale Council"}, 1)
