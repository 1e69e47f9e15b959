"""A session turned this way and that: settings, paths, transactions, cursors, two at once."""

import json
from typing import Any

import psycopg
import pytest
from psycopg import errors

from models.record import new_id
from models.sync.server_declared import SETTINGS_OF_A_LOGIN
from tests.hostile.office import SECRET, Office
from tests.models.sync.server.handing_in import HandingIn, row

ZERO = "00000000-0000-0000-0000-000000000000"
READ = json.dumps({"what": "rows", "after": [0, ZERO]})
# What a session may set for itself before it asks; none of it may change what is answered.
SETTINGS = (
    "search_path = pg_temp, public, waymark, pg_catalog", "search_path = ''",
    "row_security = on", "check_function_bodies = off",
    "waymark.authority = '991'", "waymark.act = 'administrator'", "waymark.act = 'council'",
    "waymark.role = 'manager'", "waymark.login = 'postgres'", "waymark.erasing = 'yes'",
    "waymark.\"case\" = '{other}'", "waymark.person = '{kim}'", "transform_null_equals = on",
    "bytea_output = 'escape'", "datestyle = 'German, DMY'", "intervalstyle = 'iso_8601'",
    "timezone = 'Pacific/Kiritimati'", "standard_conforming_strings = off",
    "extra_float_digits = -15", "xmloption = content", "array_nulls = off",
    "plan_cache_mode = force_generic_plan", "enable_seqscan = off", "jit = off",
    "default_transaction_deferrable = on", "lc_messages = 'C'", "client_encoding = 'UTF8'",
    "application_name = 'postgres'", "statement_timeout = 0", "lock_timeout = 0",
    "idle_in_transaction_session_timeout = 0", "work_mem = '64kB'", "from_collapse_limit = 1",
    "join_collapse_limit = 1", "geqo_threshold = 2", "constraint_exclusion = on",
    "session_authorization = DEFAULT", "role = NONE", "seed = 0.5", "quote_all_identifiers = on",
    "backslash_quote = on", "escape_string_warning = off", "lo_compat_privileges = off",
)  # fmt: skip


def _read(connection: psycopg.Connection[Any], asked: str = READ) -> str:
    row_ = connection.execute("SELECT waymark.pull(%s::jsonb)", (asked,)).fetchone()
    assert row_ is not None
    return str(row_[0])


def test_no_setting_changes_what_is_read(office: Office) -> None:
    connection = office.council.connect("ruth")
    plain = _read(connection)
    assert f"{SECRET}-own" in plain
    tried = 0
    for setting in SETTINGS:
        words = setting.format(other=office.case("other"), kim=office.person("kim"))
        for how in ("SET", "SET LOCAL"):
            with connection.transaction(force_rollback=True):
                try:
                    connection.execute(f"{how} {words}".encode())
                except (errors.InsufficientPrivilege, errors.CantChangeRuntimeParam):
                    continue  # not theirs to set at all
                assert _read(connection) == plain, words
                tried += 1
    assert tried > 60


def test_row_level_security_is_not_turned_off_but_the_door_is_shut(office: Office) -> None:
    connection = office.council.connect("ruth")
    with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
        connection.execute("SET LOCAL row_security = off")
        _read(connection)


@pytest.mark.parametrize("level", ["REPEATABLE READ", "SERIALIZABLE"])
def test_nobody_reads_on_in_a_transaction_that_began_before(office: Office, level: str) -> None:
    connection = office.council.connect("ruth")
    for name in ("pull", "push", "hello", "digest", "receipt", "park"):
        with pytest.raises(psycopg.Error) as refused, connection.transaction():
            connection.execute(f"SET TRANSACTION ISOLATION LEVEL {level}".encode())
            connection.execute(f"SELECT waymark.{name}(%s::jsonb)".encode(), (READ,))
        assert refused.value.sqlstate == "WM003", name


@pytest.mark.parametrize("how", ["taken", "over", "revoked"])
@pytest.mark.parametrize("kept", ["transaction", "cursor", "prepared"])
def test_what_was_opened_before_gives_nothing_after(office: Office, how: str, kept: str) -> None:
    login, own = "ruth", office.case("own")
    connection = office.council.connect(login)
    ask = f"SELECT waymark.pull('{READ}') FROM generate_series(1, 9)"  # noqa: S608 ours
    with connection.transaction(force_rollback=True):
        if kept == "cursor":
            connection.execute(f"DECLARE c CURSOR FOR {ask}".encode())
            assert SECRET in str(connection.execute("FETCH 1 FROM c").fetchall())
        elif kept == "prepared":
            connection.execute(f"PREPARE p_{how} AS {ask}".encode())
            assert SECRET in str(connection.execute(f"EXECUTE p_{how}".encode()).fetchone())
        else:
            assert SECRET in _read(connection)
        try:
            _end(office, how, own, office.person(login))
            if kept == "cursor":
                told = str(connection.execute("FETCH ALL FROM c").fetchall())
            elif kept == "prepared":
                told = str(connection.execute(f"EXECUTE p_{how}".encode()).fetchall())
            else:
                told = _read(connection)
            assert SECRET not in told
        finally:
            _end(office, "", own, office.person(login))


def _end(office: Office, how: str, case: str, person: str) -> None:
    office.run("UPDATE waymark.access SET revoked_seq = %s, until = %s"
               " WHERE case_id = %s AND person_id = %s", 9 if how == "taken" else None,
               "2026-01-01T00:00:00Z" if how == "over" else None, case, person)  # fmt: skip
    office.run("UPDATE waymark.person SET revoked_at = CASE WHEN %s THEN now() END WHERE id = %s",
               how == "revoked", person)  # fmt: skip


def test_two_doors_in_one_statement_do_not_share_a_memory(office: Office) -> None:
    connection = office.council.connect("ruth")
    case = json.dumps({"what": "case", "case": office.case("other"), "after": [0, ZERO]})
    batch = HandingIn(office.council, "ruth").batch(
        row("note", office.case("own"), new_id(), {"words": "x"})
    )
    words = ("SELECT waymark.push(%s)::text, waymark.pull(%s)::text, waymark.digest(%s)::text,"
             " (SELECT waymark.pull(%s) WHERE waymark.pull(%s) IS NOT NULL)::text")  # fmt: skip
    digest = json.dumps({"cases": list(office.cases.values())})
    with connection.transaction(force_rollback=True):
        found = connection.execute(
            words.encode(), (json.dumps(batch), case, digest, case, READ)
        ).fetchone()
    assert found is not None
    assert "no_access" in found[1] and "no_access" in found[3]
    for standing in ("other", "restricted", "expired", "foreign"):
        assert f"{SECRET}-{standing}" not in str(found)
        assert office.case(standing) not in found[2]


def test_a_batch_taken_back_has_left_nothing(office: Office) -> None:
    before = office.council.one("SELECT seq FROM waymark.clock WHERE authority_id = 990")
    for _ in range(3):
        office.told("ruth", row("note", office.case("own"), new_id(), {"words": "x"}))
    assert office.council.one("SELECT seq FROM waymark.clock WHERE authority_id = 990") == before
    assert office.council.one("SELECT count(*) FROM waymark.batch") == 0


def test_a_login_begins_with_limits_and_others_wait_no_longer_than_those(office: Office) -> None:
    connection = office.council.connect("ruth")
    for setting, value in SETTINGS_OF_A_LOGIN.items():
        row_ = connection.execute("SELECT current_setting(%s)", (setting,)).fetchone()
        assert row_ is not None
        minutes = {"60s": "1min", "120s": "2min"}
        assert row_[0] == minutes.get(value, value), setting


def test_whoever_holds_the_order_keeps_others_waiting_only_as_long_as_they_want_to(
    office: Office,
) -> None:
    holder, waiting = office.council.connect("ruth"), office.council.connect("mary")
    batch = json.dumps(HandingIn(office.council, "ruth").batch())
    mine = json.dumps(HandingIn(office.council, "mary").batch())
    with holder.transaction(force_rollback=True):
        holder.execute("SELECT waymark.push(%s)", (batch,))
        with pytest.raises(errors.LockNotAvailable), waiting.transaction():
            waiting.execute("SET LOCAL lock_timeout = '20ms'")
            waiting.execute("SELECT waymark.push(%s)", (mine,))
        assert SECRET in _read(waiting), "reading waits for nobody"
    with waiting.transaction(force_rollback=True):
        waiting.execute("SELECT waymark.push(%s)", (mine,))


# What a direct login may still do, as docs/shared-database.md tells: a nuisance, and no child.
STILL = {
    "the names of logins": "SELECT rolname FROM pg_roles",
    "who is connected": "SELECT usename FROM pg_stat_activity",
    "how large a table is": "SELECT pg_total_relation_size('waymark.row')",
    "how many rows it was thought to have": "SELECT reltuples FROM pg_class WHERE relname = 'row'",
    "the source of a function": "SELECT prosrc FROM pg_proc WHERE proname = 'push'",
    "an advisory lock": "SELECT pg_advisory_xact_lock(7)",
    "a word to whoever listens": "NOTIFY waymark, 'x'",
    "listening": "LISTEN waymark",
    "sleeping": "SELECT pg_sleep(0.001)",
    "memory of their own": "SET work_mem = '1GB'",
    "work without end": "SELECT count(*) FROM generate_series(1, 1000)",
    "a large object of their own": "SELECT lo_from_bytea(0, 'x')",
    "a line in the log of writes": "SELECT pg_logical_emit_message(true, 'x', 'y')",
    "no limit to their own waiting": "SET idle_in_transaction_session_timeout = 0",
    "no limit for good": "ALTER ROLE CURRENT_USER SET idle_in_transaction_session_timeout = 0",
    "a password of their own": "ALTER ROLE CURRENT_USER PASSWORD 'x'",
}


@pytest.mark.parametrize("what", STILL)
def test_what_a_direct_login_may_still_do_is_known_and_tells_of_no_child(
    office: Office, what: str
) -> None:
    connection = office.council.connect("ruth")
    with connection.transaction(force_rollback=True):
        done = connection.execute(STILL[what].encode())
        told = str(done.fetchall()) if done.description else ""
    assert SECRET not in told
    assert office.case("other") not in told


def test_two_phase_commit_would_hold_the_order_for_ever_and_is_off(office: Office) -> None:
    assert office.council.one("SHOW max_prepared_transactions") == "0"
    with pytest.raises(psycopg.Error):
        connection = office.council.connect("ruth")
        with connection.transaction(force_rollback=True):
            connection.execute("PREPARE TRANSACTION 'mine'")
