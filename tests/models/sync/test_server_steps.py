"""A database becomes a shared one, goes on and back by steps, and tells what is wrong with it."""

from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from psycopg import errors, sql

from models.record import new_id
from models.sync import server_steps
from models.sync.registry import ROLES
from models.sync.server_people import add_person, revoke_person
from models.sync.server_problems import (
    AlreadyInstalled,
    BadLogin,
    BadPerson,
    ChangedStep,
    LoginTaken,
    MayNotAdminister,
    NewerSharedDatabase,
    NobodyOfThatLogin,
    NotInstalled,
    PostgresTooNew,
    PostgresTooOld,
    WeakDatabasePassword,
    WouldLoseRows,
)
from models.sync.server_steps import check, downgrade, install, steps, steps_taken, upgrade
from tests.postgres import PostgresServer
from tests.shared_council import COUNCIL, COUNCIL_ID, SharedCouncil

PASSWORD = "a long password of ours"
NEWEST = steps()[-1].number
# What the shared database is made of, as PostgreSQL itself describes it.
DESCRIBED = (
    "SELECT 'column', c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod) || ' '"
    " || a.attnotnull || ' ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')"
    " || coalesce(a.attacl::text, '') FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
    " LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
    " WHERE c.relnamespace = 'waymark'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped"
    " UNION ALL SELECT 'relation', c.relname, c.relkind::text || coalesce(c.relacl::text, '')"
    " || c.relrowsecurity || c.relforcerowsecurity || coalesce(c.reloptions::text, '')"
    " FROM pg_class c WHERE c.relnamespace = 'waymark'::regnamespace"
    " UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'waymark'"
    " UNION ALL SELECT 'function', p.oid::regprocedure::text, md5(pg_get_functiondef(p.oid))"
    " || coalesce(p.proacl::text, '') FROM pg_proc p"
    " WHERE p.pronamespace = 'waymark'::regnamespace"
    " UNION ALL SELECT 'policy', tablename || '.' || policyname, roles::text || cmd"
    " || coalesce(qual, '') || coalesce(with_check, '') FROM pg_policies"
    " WHERE schemaname = 'waymark'"
    " UNION ALL SELECT 'trigger', c.relname || '.' || t.tgname, pg_get_triggerdef(t.oid)"
    " || t.tgenabled::text FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
    " WHERE c.relnamespace = 'waymark'::regnamespace"
    " UNION ALL SELECT 'constraint', c.conrelid::regclass || '.' || c.conname,"
    " pg_get_constraintdef(c.oid) FROM pg_constraint c"
    " WHERE c.connamespace = 'waymark'::regnamespace"
    " UNION ALL SELECT 'defaults', d.defaclobjtype::text, d.defaclacl::text FROM pg_default_acl d"
    " ORDER BY 1, 2"
)

Connection = psycopg.Connection[Any]


def _described(connection: Connection) -> list[tuple[Any, ...]]:
    return connection.execute(DESCRIBED.encode()).fetchall()


@pytest.fixture
def empty(postgres: PostgresServer) -> Iterator[Connection]:
    """An administrator's connection to a database with nothing in it."""
    name = f"empty_{new_id().replace('-', '')}"
    with psycopg.connect(_address(postgres, "postgres"), autocommit=True) as first:
        first.execute(f"CREATE DATABASE {name}".encode())
        with psycopg.connect(_address(postgres, name), autocommit=True) as connection:
            yield connection
        first.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _address(postgres: PostgresServer, database: str, login: str = "postgres") -> str:
    return f"host=127.0.0.1 port={postgres.port} dbname={database} user={login}"


def _codes(connection: Connection) -> set[str]:
    return {finding.code for finding in check(connection)}


def test_an_empty_database_is_made_into_a_shared_one_with_its_council(empty: Connection) -> None:
    assert steps_taken(empty) == ()
    made = install(empty, COUNCIL, 7, COUNCIL_ID)
    assert (made.authority_id, made.council_id) == (7, COUNCIL_ID)
    assert steps_taken(empty) == tuple(step.number for step in steps())
    assert check(empty) == []
    assert upgrade(empty) == ()
    with pytest.raises(AlreadyInstalled):
        install(empty, COUNCIL, 7)
    assert install(empty, "Elmford Council", 8).authority_id == 8
    assert check(empty) == []


def test_every_step_back_and_forth_leaves_the_same(empty: Connection) -> None:
    upgrade(empty, from_nothing=True)
    pictures = [_described(empty)]
    for step in reversed(steps()[1:]):
        assert downgrade(empty, step.number - 1) == (step.number,)
        pictures.append(_described(empty))
    numbers = [step.number for step in steps()]
    assert steps_taken(empty) == (1,)
    assert upgrade(empty) == tuple(numbers[1:])
    assert _described(empty) == pictures[0]
    for place, step in enumerate(reversed(steps()[1:])):
        downgrade(empty, step.number - 1)
        assert _described(empty) == pictures[place + 1], step
    assert downgrade(empty, 0) == (1,)
    assert steps_taken(empty) == ()
    upgrade(empty, from_nothing=True)
    assert _described(empty) == pictures[0]


def test_going_back_loses_no_rows_unless_told(council: SharedCouncil) -> None:
    with pytest.raises(WouldLoseRows) as told:
        downgrade(council.admin, 0)
    assert "rows: 1" in told.value.sentences()[0]
    assert 1 in steps_taken(council.admin)
    assert council.one("SELECT count(*) FROM waymark.row") == 1
    assert 1 in downgrade(council.admin, 0, lose_rows=True)
    with pytest.raises(NotInstalled):
        add_person(council.admin, f"late-{council.number}", "Late", "iro", PASSWORD)


def test_what_a_newer_waymark_did_is_left_alone(council: SharedCouncil) -> None:
    council.admin.execute("INSERT INTO waymark.step (number, name) VALUES (99, 'later')")
    for act in (upgrade, lambda connection: downgrade(connection, 0)):
        with pytest.raises(NewerSharedDatabase):
            act(council.admin)
    with pytest.raises(NewerSharedDatabase):
        install(council.admin, COUNCIL, 5)


def test_a_wrong_step_and_a_database_of_something_else_are_told(empty: Connection) -> None:
    with pytest.raises(ChangedStep):
        downgrade(empty, NEWEST + 1)
    assert downgrade(empty, 0) == ()
    for act in (upgrade, check):
        with pytest.raises(NotInstalled):
            act(empty)
    with pytest.raises(NotInstalled):
        revoke_person(empty, "ruth")


def test_a_step_that_fails_leaves_nothing_half_done(
    empty: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = server_steps.Step.words

    def broken(step: server_steps.Step, way: str) -> str:
        ending = "SELECT 1 / 0;" if step.number == 2 else ""
        return words(step, way) + ending

    monkeypatch.setattr(server_steps.Step, "words", broken)
    with pytest.raises(errors.DivisionByZero):
        install(empty, COUNCIL)
    assert steps_taken(empty) == (1,)
    monkeypatch.undo()
    install(empty, COUNCIL)
    assert check(empty) == []


@pytest.mark.parametrize(
    ("version", "problem"), [(140012, PostgresTooOld), (190000, PostgresTooNew)]
)
def test_a_server_of_another_age_is_told(
    empty: Connection, monkeypatch: pytest.MonkeyPatch, version: int, problem: type[Exception]
) -> None:
    monkeypatch.setattr(psycopg.ConnectionInfo, "server_version", version)
    with pytest.raises(problem):
        install(empty, COUNCIL)


def test_a_login_without_the_rights_is_told(council: SharedCouncil) -> None:
    council.person("ruth")
    connection = council.connect("ruth")
    with pytest.raises(MayNotAdminister):
        upgrade(connection)
    with pytest.raises(MayNotAdminister):
        add_person(connection, "mallory", "Mallory", "manager", PASSWORD)
    with pytest.raises(MayNotAdminister):
        check(connection)


def test_an_administrator_needs_not_be_a_superuser(
    empty: Connection, postgres: PostgresServer
) -> None:
    name, admin = empty.info.dbname, f"keeper_{new_id()[-12:]}"
    who = sql.Identifier(admin)
    there = empty.execute("SELECT FROM pg_roles WHERE rolname = 'waymark_owner'").fetchone()
    if there is None:
        upgrade(empty, from_nothing=True)
        downgrade(empty, 0)
    empty.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEROLE").format(who))
    empty.execute(sql.SQL("ALTER DATABASE {} OWNER TO {}").format(sql.Identifier(name), who))
    empty.execute(sql.SQL("GRANT waymark_owner TO {}").format(who))
    for group in ("waymark_client", "waymark_steward"):
        empty.execute(
            sql.SQL("GRANT {} TO {} WITH ADMIN OPTION").format(sql.Identifier(group), who)
        )
    try:
        with psycopg.connect(_address(postgres, name, admin), autocommit=True) as connection:
            install(connection, COUNCIL, 7)
            login = f"ruth-{admin[-12:]}"
            added = add_person(connection, login, "Ruth", "iro", PASSWORD, 7)
            assert check(connection) == []
            revoke_person(connection, added.login, 7)
            connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(login)))
    finally:
        empty.execute(sql.SQL("ALTER DATABASE {} OWNER TO postgres").format(sql.Identifier(name)))
        empty.execute(sql.SQL("DROP OWNED BY {}").format(who))
        empty.execute(sql.SQL("DROP ROLE {}").format(who))


def test_a_person_gets_a_login_of_their_own_and_what_their_role_brings(
    council: SharedCouncil,
) -> None:
    cases = [new_id(), new_id()]
    for case, restricted in zip(cases, (False, True), strict=True):
        council.admin.execute(
            "INSERT INTO waymark.child_case (authority_id, case_id, restricted, made_by)"
            " VALUES (%s, %s, %s, %s)",
            (council.authority_id, case, restricted, COUNCIL_ID),
        )
    people = {role: council.person(role.replace("_", "-"), role) for role in ROLES}
    for role, person in people.items():
        found = council.one("SELECT data FROM waymark.row WHERE id = %s", person.id)
        assert (found["role"], set(found)) == (role, {"name", "role"})
        had = council.one(
            "SELECT array_agg(case_id::text) FROM waymark.access WHERE person_id = %s", person.id
        )
        assert had == ([cases[0]] if role in ("manager", "business_support") else None)
        limit = council.one("SELECT rolconnlimit FROM pg_roles WHERE rolname = %s", person.login)
        assert limit == 6
    steward = "SELECT pg_has_role(%s, 'waymark_steward', 'MEMBER')"
    assert council.one(steward, people["steward"].login)
    assert not council.one(steward, people["manager"].login)


def test_a_password_is_made_when_none_is_given_and_reaches_the_server_as_a_proof_only(
    council: SharedCouncil,
) -> None:
    login = f"kim-{council.number}"
    added = add_person(council.admin, login, "Kim", "iro", authority_id=council.authority_id)
    council.people["kim"] = type(council.person("ruth"))(login, added.person_id)
    assert len(added.password) >= 16 and added.password not in repr(added)
    kept = council.one("SELECT rolpassword FROM pg_authid WHERE rolname = %s", login)
    assert kept.startswith("SCRAM-SHA-256$")


@pytest.mark.parametrize(
    ("login", "name", "role", "password", "problem"),
    [
        ("Ruth", "Ruth", "iro", PASSWORD, BadLogin),
        ("r", "Ruth", "iro", PASSWORD, BadLogin),
        ("pg_ruth", "Ruth", "iro", PASSWORD, BadLogin),
        ("waymark_owner", "Ruth", "iro", PASSWORD, BadLogin),
        ('ruth"; DROP TABLE x', "Ruth", "iro", PASSWORD, BadLogin),
        ("ruth\n", "Ruth", "iro", PASSWORD, BadLogin),
        ("x" * 61, "Ruth", "iro", PASSWORD, BadLogin),
        ("postgres", "Ruth", "iro", PASSWORD, LoginTaken),
        ("ruth", " ", "iro", PASSWORD, BadPerson),
        ("ruth", "R" * 201, "iro", PASSWORD, BadPerson),
        ("ruth", "Ruth", "owner", PASSWORD, BadPerson),
        ("ruth", "Ruth", "iro", "fifteen letters", WeakDatabasePassword),
    ],
)
def test_who_cannot_be_added_is_told_why(
    postgres: PostgresServer, login: str, name: str, role: str, password: str,
    problem: type[Exception],
) -> None:  # fmt: skip
    with (
        psycopg.connect(_address(postgres, "postgres"), autocommit=True) as connection,
        pytest.raises(problem),
    ):
        add_person(connection, login, name, role, password)


def test_a_login_is_given_once_and_a_failed_adding_leaves_none(council: SharedCouncil) -> None:
    ruth = council.person("ruth")
    with pytest.raises(LoginTaken):
        add_person(council.admin, ruth.login, "Other Ruth", "iro", PASSWORD, council.authority_id)
    login = f"nobody-{council.number}"
    with pytest.raises(psycopg.Error):
        add_person(council.admin, login, "No Council", "iro", PASSWORD, 123)
    assert council.one("SELECT count(*) FROM pg_roles WHERE rolname = %s", login) == 0
    assert check(council.admin) == []


def test_a_revoked_person_has_no_case_and_keeps_the_login_to_hand_in(
    council: SharedCouncil,
) -> None:
    council.admin.execute(
        "INSERT INTO waymark.child_case (authority_id, case_id, made_by) VALUES (990, %s, %s)",
        (COUNCIL_ID, COUNCIL_ID),
    )
    mary = council.person("mary", "manager")
    council.person("ruth", "manager")
    assert revoke_person(council.admin, mary.login, council.authority_id) == mary.id
    given = "SELECT count(*) FROM waymark.access WHERE revoked_seq IS NULL AND person_id = %s"
    assert council.one(given, mary.id) == 0
    assert council.one(given, council.people["ruth"].id) == 1
    assert council.one("SELECT revoked_at FROM waymark.person WHERE id = %s", mary.id)
    assert council.connect("mary").execute("SELECT 1").fetchone() == (1,)
    assert check(council.admin) == []
    with pytest.raises(NobodyOfThatLogin):
        revoke_person(council.admin, "somebody", council.authority_id)


WRONG = (
    ("GRANT SELECT ON waymark.row TO waymark_client", "extra_grant"),
    ("GRANT SELECT (data) ON waymark.row TO PUBLIC", "extra_grant"),
    ("GRANT SELECT (patch) ON waymark.change TO waymark_audit", "extra_grant"),
    ("GRANT DELETE ON waymark.row TO waymark_backup", "extra_grant"),
    ("GRANT CREATE ON SCHEMA waymark TO waymark_client", "extra_grant"),
    ("GRANT CREATE ON SCHEMA public TO PUBLIC", "extra_grant"),
    ("DO $$ BEGIN EXECUTE format('GRANT TEMP ON DATABASE %I TO PUBLIC', current_database());"
     " END $$", "extra_grant"),
    ("ALTER TABLE waymark.row NO FORCE ROW LEVEL SECURITY", "not_forced"),
    ("ALTER TABLE waymark.part DISABLE ROW LEVEL SECURITY", "not_forced"),
    ("ALTER TABLE waymark.row OWNER TO postgres", "wrong_owner"),
    ("DROP POLICY theirs ON waymark.part", "missing_policy"),
    ("CREATE POLICY more ON waymark.part USING (true)", "strange_policy"),
    ("ALTER POLICY theirs ON waymark.part TO PUBLIC", "strange_policy"),
    ("ALTER TABLE waymark.change DISABLE TRIGGER stays", "not_append_only"),
    ("DROP TRIGGER stays_whole ON waymark.opened", "not_append_only"),
    ("GRANT EXECUTE ON FUNCTION waymark._enter() TO PUBLIC", "open_function"),
    ("GRANT EXECUTE ON FUNCTION waymark._act(text) TO waymark_client", "open_function"),
    ("ALTER FUNCTION waymark._enter() RESET search_path", "strange_function"),
    ("CREATE FUNCTION waymark.extra() RETURNS int LANGUAGE sql AS 'SELECT 1'",
     "strange_function"),
    ("ALTER POLICY theirs ON waymark.row USING (true)", "altered_policy"),
    ("CREATE OR REPLACE FUNCTION waymark._has(p_authority smallint, p_case uuid) RETURNS boolean"
     " LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp"
     " AS 'BEGIN RETURN true; END'", "altered_function"),
    ("CREATE OR REPLACE FUNCTION waymark._stays() RETURNS trigger LANGUAGE plpgsql"
     " SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN NEW; END'", "altered_function"),
    ("UPDATE waymark.registry SET read_by = read_by || '{{business_support}}'"
     " WHERE table_name = 'note'", "altered_register"),
    ("DELETE FROM waymark.registry WHERE table_name = 'note'", "altered_register"),
    ("ALTER TABLE waymark.opened DISABLE TRIGGER into_link", "altered_trigger"),
    ("DROP TRIGGER into_link ON waymark.held", "altered_trigger"),
    ("CREATE OR REPLACE TRIGGER stays BEFORE UPDATE OR DELETE ON waymark.change FOR EACH ROW"
     " WHEN (false) EXECUTE FUNCTION waymark._stays();"
     " ALTER TABLE waymark.change ENABLE ALWAYS TRIGGER stays", "altered_trigger"),
    ("ALTER ROLE \"{ruth}\" CREATEROLE", "strange_login"),
    ("ALTER ROLE \"{ruth}\" CONNECTION LIMIT -1", "strange_login"),
    ("GRANT waymark_owner TO \"{ruth}\"", "strange_login"),
    ("GRANT waymark_steward TO \"{ruth}\"", "strange_login"),
    ("DELETE FROM waymark.person WHERE role = 'iro'", "login_without_person"),
    ("DELETE FROM waymark.login", "person_without_login"),
    ("UPDATE waymark.clock SET head = 'x'", "head_moved"),
    ("UPDATE waymark.clock SET seq = seq + 1", "head_moved"),
    ("UPDATE waymark.row SET row_version = 9", "row_differs"),
    ("UPDATE waymark.row SET case_id = gen_random_uuid()", "row_without_case"),
    ("INSERT INTO waymark.access VALUES (990, gen_random_uuid(), gen_random_uuid(), 'cover', 1)",
     "access_without_person"),
    ("INSERT INTO waymark.part VALUES (990, gen_random_uuid(), 'd', 1, 2, 'x')", "part_missing"),
    ("UPDATE waymark.row SET table_name = 'note', data ="
     " '{{\"review_id\": \"019a0000-0000-7000-8000-0000000000ff\"}}'", "row_orphaned"),
    ("{open} UPDATE waymark.change SET patch = '{{\"name\": [null, \"x\"]}}'", "change_altered"),
    ("{open} UPDATE waymark.change SET person_id = gen_random_uuid() WHERE seq = 1",
     "link_broken"),
    ("{open} DELETE FROM waymark.change WHERE seq = 1", "link_broken"),
    ("{open} DELETE FROM waymark.link WHERE seq = 1", "seq_missing"),
    ("{open} UPDATE waymark.change SET seq = 77 WHERE seq = 2", "change_unlinked"),
)  # fmt: skip


def test_whatever_is_not_as_it_should_be_is_found(council: SharedCouncil) -> None:
    ruth = council.person("ruth").login
    opened = (
        "ALTER TABLE waymark.change DISABLE TRIGGER stays;"
        " ALTER TABLE waymark.link DISABLE TRIGGER stays;"
    )
    for words, code in WRONG:
        with council.admin.transaction(force_rollback=True):
            words = words.format(ruth=ruth, open=opened) if "{" in words else words
            council.admin.execute(words.encode())
            assert code in _codes(council.admin), words
    assert check(council.admin) == []


def test_what_is_found_is_said_in_a_sentence(council: SharedCouncil) -> None:
    with council.admin.transaction(force_rollback=True):
        council.admin.execute("GRANT SELECT ON waymark.row TO PUBLIC")
        council.admin.execute("UPDATE waymark.clock SET head = 'x'")
        assert [finding.sentence() for finding in check(council.admin)] == [
            "PUBLIC may SELECT on row, and should not.",
            "The clock of council 990 does not stand at the end of its chain (1).",
        ]
