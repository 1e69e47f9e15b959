"""A person's login in a program of their own: what PostgreSQL itself is asked, and says."""

from typing import Final

import psycopg
import pytest
from psycopg import sql

from models.sync.server_declared import DOORS
from tests.hostile.office import ROLES, SECRET, Office

PEOPLE: Final = (*ROLES, "eve", "moe")
REFUSED: Final = "42501"  # insufficient privilege
NOT_THERE: Final = "42501 0A000 58P01"  # or the server has no such thing to give
ALONE: Final = "42501 25001"  # or not within a transaction, which every try is
UNKNOWN: Final = "42501 42883 42601 22023"  # or there is no such thing

VERBS: Final = {
    "select": "SELECT * FROM waymark.{}", "count": "SELECT count(*) FROM waymark.{}",
    "exists": "SELECT EXISTS (SELECT FROM waymark.{})", "table": "TABLE waymark.{}",
    "one column": "SELECT ctid FROM waymark.{}",
    "no column": "SELECT FROM waymark.{}",
    "insert": "INSERT INTO waymark.{} DEFAULT VALUES",
    "insert nothing": "INSERT INTO waymark.{} SELECT * FROM waymark.{} WHERE false",
    "update": "UPDATE waymark.{} SET authority_id = 1", "delete": "DELETE FROM waymark.{}",
    "merge": "MERGE INTO waymark.{} t USING (SELECT 1) s ON false WHEN MATCHED THEN DELETE",
    "truncate": "TRUNCATE waymark.{}", "share": "LOCK waymark.{} IN ACCESS SHARE MODE",
    "lock": "LOCK waymark.{} IN ACCESS EXCLUSIVE MODE",
    "for update": "SELECT FROM waymark.{} FOR UPDATE",
    "copy out": "COPY waymark.{} TO STDOUT", "copy in": "COPY waymark.{} FROM STDIN",
    "analyse": "EXPLAIN ANALYZE SELECT * FROM waymark.{}",
    "cursor": "DECLARE c CURSOR FOR SELECT * FROM waymark.{}",
    "in a block": "DO $$ BEGIN PERFORM FROM waymark.{}; END $$",
    "drop": "DROP TABLE waymark.{}", "alter": "ALTER TABLE waymark.{} ADD mine int",
    "disable": "ALTER TABLE waymark.{} DISABLE ROW LEVEL SECURITY",
    "unforce": "ALTER TABLE waymark.{} NO FORCE ROW LEVEL SECURITY",
    "triggers off": "ALTER TABLE waymark.{} DISABLE TRIGGER ALL",
    "own it": "ALTER TABLE waymark.{} OWNER TO CURRENT_USER",
    "policy": "CREATE POLICY mine ON waymark.{} USING (true)",
    "rule": "CREATE RULE mine AS ON SELECT TO waymark.{} DO INSTEAD NOTHING",
    "index": "CREATE INDEX ON waymark.{} ((1))", "comment": "COMMENT ON TABLE waymark.{} IS ''",
    "statistics": "CREATE STATISTICS mine ON authority_id, ctid FROM waymark.{}",
    "grant": "GRANT ALL ON waymark.{} TO CURRENT_USER",
}  # fmt: skip

# Each line: what is tried, and the code that the server answers with.
PROBES: Final[dict[str, tuple[str, str]]] = {
    "become the owner": ("SET ROLE waymark_owner", REFUSED),
    "become the backup": ("SET ROLE waymark_backup", REFUSED),
    "become the auditor": ("SET ROLE waymark_audit", REFUSED),
    "become the superuser": ("SET ROLE postgres", REFUSED),
    "be somebody else": ("SET SESSION AUTHORIZATION {kim}", REFUSED),
    "be the superuser": ("SET SESSION AUTHORIZATION postgres", REFUSED),
    "take a colleague's role": ("SET ROLE {kim}", REFUSED),
    "join the owner": ("GRANT waymark_owner TO CURRENT_USER", REFUSED),
    "join the stewards": ("GRANT waymark_steward TO CURRENT_USER", REFUSED),
    "pass on one's own group": ("GRANT waymark_client TO {kim}", REFUSED),
    "a superuser": ("ALTER ROLE CURRENT_USER SUPERUSER", REFUSED),
    "past row-level security": ("ALTER ROLE CURRENT_USER BYPASSRLS", REFUSED),
    "more connections": ("ALTER ROLE CURRENT_USER CONNECTION LIMIT -1", REFUSED),
    "a login": ("CREATE ROLE mine LOGIN", REFUSED),
    "a colleague's password": ("ALTER ROLE {kim} PASSWORD 'x'", REFUSED),
    "a colleague's settings": ("ALTER ROLE {kim} SET search_path = mine", REFUSED),
    "a colleague dropped": ("DROP ROLE {kim}", REFUSED),
    "the owner's settings": ("ALTER ROLE waymark_owner SET search_path = mine", REFUSED),
    "the database's settings": ("ALTER DATABASE {database} SET search_path = mine", REFUSED),
    "the database renamed": ("ALTER DATABASE {database} RENAME TO mine", REFUSED),
    "the database dropped": ("DROP DATABASE {database}", ALONE),
    "another database": ("CREATE DATABASE mine", ALONE),
    "a schema": ("CREATE SCHEMA mine", REFUSED),
    "a table in public": ("CREATE TABLE public.mine (a int)", REFUSED),
    "a table in the schema": ("CREATE TABLE waymark.mine (a int)", REFUSED),
    "a temporary table": ("CREATE TEMP TABLE mine (a int)", REFUSED),
    "a temporary table, by its schema": ("CREATE TABLE pg_temp.mine (a int)", REFUSED),
    "a temporary view": ("CREATE TEMP VIEW mine AS SELECT 1", REFUSED),
    "a temporary function": ("CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql"
                             " AS 'SELECT 1'", REFUSED),
    "a temporary sequence": ("CREATE TEMP SEQUENCE mine", REFUSED),
    "a shadow of the table of logins": ("SELECT 1 AS login INTO TEMP login", REFUSED),
    "a shadow of a type": ("CREATE TYPE pg_temp.uuid AS (a int)", REFUSED),
    "a shadow of a domain": ("CREATE DOMAIN pg_temp.text AS int", REFUSED),
    "a shadow of sha256": ("CREATE FUNCTION pg_temp.sha256(bytea) RETURNS bytea LANGUAGE sql"
                           " AS 'SELECT $1'", REFUSED),
    "an operator": ("CREATE OPERATOR public.= (LEFTARG = uuid, RIGHTARG = uuid,"
                    " FUNCTION = pg_catalog.uuid_ne)", REFUSED),
    "an operator in pg_catalog": ("CREATE OPERATOR pg_catalog.=== (LEFTARG = uuid,"
                                  " RIGHTARG = uuid, FUNCTION = pg_catalog.uuid_ne)", REFUSED),
    "an operator of their own schema": ("CREATE OPERATOR pg_temp.= (LEFTARG = uuid,"
                                        " RIGHTARG = uuid, FUNCTION = pg_catalog.uuid_ne)",
                                        REFUSED),
    "a cast": ("CREATE CAST (text AS jsonb) WITH INOUT AS IMPLICIT", "42501"),
    "an aggregate": ("CREATE AGGREGATE public.sum(text) (SFUNC = textcat, STYPE = text)", REFUSED),
    "a collation": ("CREATE COLLATION public.mine (LOCALE = 'C')", REFUSED),
    "an extension": ("CREATE EXTENSION dblink", NOT_THERE),
    "a file as a table": ("CREATE EXTENSION file_fdw", NOT_THERE),
    "another language": ("CREATE LANGUAGE plpython3u", NOT_THERE),
    "a foreign server": ("CREATE SERVER mine FOREIGN DATA WRAPPER postgres_fdw", "42704"),
    "a foreign wrapper": ("CREATE FOREIGN DATA WRAPPER mine", REFUSED),
    "an event trigger": ("CREATE EVENT TRIGGER mine ON ddl_command_start"
                         " EXECUTE FUNCTION waymark._stays()", REFUSED),
    "a publication": ("CREATE PUBLICATION mine", REFUSED),
    "a publication of everything": ("CREATE PUBLICATION mine FOR ALL TABLES", REFUSED),
    "a subscription": ("CREATE SUBSCRIPTION mine CONNECTION '' PUBLICATION x", ALONE),
    "a replication slot": ("SELECT pg_create_logical_replication_slot('x', 'pgoutput')",
                           REFUSED),
    "a table space": ("CREATE TABLESPACE mine LOCATION '/tmp'", ALONE),
    "a door changed": ("CREATE OR REPLACE FUNCTION waymark.pull(request jsonb) RETURNS jsonb"
                       " LANGUAGE plpgsql AS 'BEGIN RETURN request; END'", REFUSED),
    "a door's settings": ("ALTER FUNCTION waymark.pull(jsonb) RESET search_path", REFUSED),
    "a door for the steward": ("SELECT waymark.erase('{{}}')", REFUSED),
    "recovering": ("SELECT waymark.recover('{{\"act\": \"begin\"}}')", REFUSED),
    "copy to a file": ("COPY (SELECT 1) TO '/tmp/mine'", REFUSED),
    "copy from a file": ("COPY waymark.row FROM '/etc/passwd'", REFUSED),
    "copy to a program": ("COPY (SELECT 1) TO PROGRAM 'id'", REFUSED),
    "a file": ("SELECT pg_read_file('/etc/passwd')", REFUSED),
    "a binary file": ("SELECT pg_read_binary_file('PG_VERSION')", REFUSED),
    "a folder": ("SELECT pg_ls_dir('.')", REFUSED),
    "the log": ("SELECT pg_ls_logdir()", REFUSED),
    "the log of writes": ("SELECT pg_ls_waldir()", REFUSED),
    "a file as a large object": ("SELECT lo_import('/etc/passwd')", REFUSED),
    "a large object as a file": ("SELECT lo_export(1, '/tmp/mine')", REFUSED),
    "every password": ("SELECT rolpassword FROM pg_authid", REFUSED),
    "every user mapping": ("SELECT * FROM pg_user_mapping", REFUSED),
    "raw statistics": ("SELECT * FROM pg_statistic", REFUSED),
    "raw extended statistics": ("SELECT * FROM pg_statistic_ext_data", REFUSED),
    "a colleague ended": ("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                          " WHERE usename = 'postgres'", REFUSED),
    "a colleague's call stopped": ("SELECT pg_cancel_backend(pid) FROM pg_stat_activity"
                                   " WHERE usename = 'postgres'", REFUSED),
    "the settings read anew": ("SELECT pg_reload_conf()", REFUSED),
    "the statistics forgotten": ("SELECT pg_stat_reset()", REFUSED),
    "triggers that do not fire": ("SET session_replication_role = replica", REFUSED),
    "the server's memory": ("ALTER SYSTEM SET work_mem = '1GB'", ALONE),
    "more in the log": ("SET log_statement = 'all'", REFUSED),
    "a library": ("LOAD '/tmp/mine.so'", REFUSED),
    "a library at the start": ("SET session_preload_libraries = 'x'", REFUSED),
    "the past of a page": ("SELECT get_raw_page('waymark.row', 0)", UNKNOWN),
    "a link to oneself": ("SELECT dblink_connect('x')", UNKNOWN),
    "vacuumed": ("VACUUM waymark.row", ALONE),
    "the catalogue written": ("UPDATE pg_catalog.pg_class SET relrowsecurity = false", REFUSED),
    "a policy dropped": ("DROP POLICY theirs ON waymark.row", REFUSED),
    "a trigger dropped": ("DROP TRIGGER stays ON waymark.change", REFUSED),
    "a trigger of one's own": ("CREATE TRIGGER mine BEFORE UPDATE ON waymark.row EXECUTE FUNCTION"
                               " suppress_redundant_updates_trigger()", REFUSED),
    "a foreign key to find what is there": ("CREATE TABLE public.mine (a int REFERENCES"
                                            " waymark.authority)", REFUSED),
    "the schema dropped": ("DROP SCHEMA waymark CASCADE", REFUSED),
    "the schema's owner": ("ALTER SCHEMA waymark OWNER TO CURRENT_USER", REFUSED),
    "default rights": ("ALTER DEFAULT PRIVILEGES FOR ROLE waymark_owner GRANT ALL ON TABLES"
                       " TO PUBLIC", REFUSED),
    "everything reassigned": ("REASSIGN OWNED BY waymark_owner TO CURRENT_USER", REFUSED),
    "everything dropped": ("DROP OWNED BY waymark_owner", REFUSED),
    "a security label": ("SECURITY LABEL ON ROLE CURRENT_USER IS 'x'", UNKNOWN),
    "a checkpoint": ("CHECKPOINT", REFUSED),
    "a refusal that tells": ("SELECT waymark.pull((SELECT data FROM waymark.row LIMIT 1))",
                             REFUSED),
}  # fmt: skip


def _tried(office: Office, login: str, words: str) -> str:
    """The code that the server answers with; nothing where it did as it was asked."""
    connection = office.council.connect(login)
    try:
        with connection.transaction(force_rollback=True):
            connection.execute(words.encode()).fetchall()
    except psycopg.ProgrammingError as refused:
        return refused.sqlstate or ""
    except psycopg.Error as refused:
        return refused.sqlstate or type(refused).__name__
    return ""


@pytest.mark.parametrize("login", ["ruth", "mary", "bob", "stew", "gone", "nobody"])
def test_no_table_is_touched_by_any_verb(office: Office, login: str) -> None:
    tables = [row[0] for row in office.council.admin.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'waymark'")]  # fmt: skip
    answers = {
        (table, verb): _tried(office, login, words.format(table, table))
        for table in tables
        for verb, words in VERBS.items()
    }
    assert len(answers) > 500
    unlike = {("step", "update"), ("registry", "update"), ("login", "update")}
    for cell, code in answers.items():
        assert code == REFUSED or (cell in unlike and code == "42703"), cell


@pytest.mark.parametrize("name", PROBES)
def test_what_a_login_tries_is_refused(office: Office, name: str) -> None:
    words, code = PROBES[name]
    kim = sql.Identifier(office.council.people["kim"].login).as_string(None)
    asked = words.format(kim=kim, database=office.council.database)
    logins = ("ruth", "mary", "gone") if "steward" in name or name == "recovering" else PEOPLE
    for login in logins:
        answered = _tried(office, login, asked)
        assert answered in code.split(), f"{login}: {name}"


def test_no_right_is_held_on_anything_but_the_doors(office: Office) -> None:
    rights = (
        "SELECT 'table', c.relname FROM pg_class c WHERE relnamespace = 'waymark'::regnamespace"
        " AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND (has_table_privilege(%(who)s, c.oid,"
        " 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')"
        " OR has_any_column_privilege(%(who)s, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES'))"
        " UNION ALL SELECT 'function', p.proname FROM pg_proc p"
        " WHERE p.pronamespace = 'waymark'::regnamespace"
        " AND has_function_privilege(%(who)s, p.oid, 'EXECUTE')"
        " UNION ALL SELECT 'type', t.typname FROM pg_type t WHERE t.typtype = 'c'"
        " AND t.typnamespace = 'waymark'::regnamespace AND t.typrelid IN (SELECT oid FROM"
        " pg_class WHERE relkind = 'c') AND has_type_privilege(%(who)s, t.oid, 'USAGE')"
        " UNION ALL SELECT 'create', n.nspname FROM pg_namespace n"
        " WHERE has_schema_privilege(%(who)s, n.oid, 'CREATE')"
        " UNION ALL SELECT 'database', datname FROM pg_database WHERE datname = current_database()"
        " AND has_database_privilege(%(who)s, oid, 'CREATE, TEMP')"
    )
    for login in PEOPLE:
        group = {"waymark_client"} | (
            {"waymark_steward"} if ROLES.get(login) == "steward" else set()
        )
        doors = {("function", name) for name, who in DOORS.items() if who in group}
        who = {"who": office.council.people[login].login}
        assert set(office.council.admin.execute(rights.encode(), who)) == doors, login


def test_no_function_but_the_doors_runs_whatever_it_is_given(office: Office) -> None:
    functions = office.council.admin.execute(
        "SELECT p.oid::regprocedure::text, p.proname, p.pronargs FROM pg_proc p"
        " WHERE p.pronamespace = 'waymark'::regnamespace"
    ).fetchall()
    closed = [(name, count) for _, name, count in functions if name not in DOORS]
    assert len(closed) > 60
    for name, count in closed:
        nulls = ", ".join(["NULL"] * count)
        for login in ("ruth", "mary", "stew"):
            for words in (f"SELECT waymark.{name}({nulls})", f"CALL waymark.{name}({nulls})"):
                assert _tried(office, login, words) in (REFUSED, "42809", "42883"), (login, words)


def test_statistics_tell_no_word(office: Office) -> None:
    office.run("ANALYZE waymark.row")
    office.run("ANALYZE waymark.change")
    connection = office.council.connect("ruth")
    views = connection.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'pg_catalog'::regnamespace"
        " AND relkind IN ('v', 'r') AND has_table_privilege(oid, 'SELECT')"
    ).fetchall()
    assert len(views) > 60
    for (view,) in views:
        words = sql.SQL("SELECT v::text FROM pg_catalog.{} v").format(sql.Identifier(view))
        try:
            with connection.transaction(force_rollback=True):
                told = str(connection.execute(words).fetchall())
        except psycopg.Error as refused:
            told = str(refused)
        assert SECRET not in told, view
    assert (
        connection.execute("SELECT 1 FROM pg_stats WHERE schemaname = 'waymark'").fetchall() == []
    )
