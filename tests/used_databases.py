"""Databases that a test has used, made empty for the next: far quicker than making new ones."""

import contextlib
from collections.abc import Iterator
from typing import Any, Final

import psycopg
from psycopg import errors

Connection = psycopg.Connection[Any]
APPEND_ONLY: Final = ("batch", "change", "held", "held_settled", "link", "opened")
IN_LINKS: Final = ("held", "held_settled", "opened")
STAY: Final = ("step", "registry")
# Everything but rows that a test may have changed: the version of each line of the catalogue.
_PICTURE: Final = " UNION ALL ".join(
    f"SELECT '{name}', x.{oid}::text, x.xmin::text FROM {name} x WHERE {which}"  # noqa: S608 ours
    for name, oid, which in (
        ("pg_class", "oid", "x.oid >= 16384"),
        ("pg_attribute", "attrelid", "x.attrelid >= 16384"),
        ("pg_proc", "oid", "x.oid >= 16384"),
        ("pg_type", "oid", "x.oid >= 16384"),
        ("pg_policy", "oid", "true"),
        ("pg_trigger", "oid", "true"),
        ("pg_namespace", "oid", "true"),
        ("pg_default_acl", "oid", "true"),
        ("pg_database", "oid", "x.datname = current_database()"),
    )
)
_KEPT: Final = (
    "SELECT (SELECT md5(string_agg(r::text, '' ORDER BY r::text)) FROM waymark.registry r)"
    " || (SELECT string_agg(s.number::text, ',' ORDER BY s.number) FROM waymark.step s)"
)


def picture(connection: Connection) -> str:
    """Give what stands for everything in a database but its councils' rows."""
    words = f"SELECT md5(string_agg(p::text, '' ORDER BY p::text)) FROM ({_PICTURE}) p"  # noqa: S608 ours
    catalogue = connection.execute(words.encode()).fetchone()
    rows = connection.execute(_KEPT.encode()).fetchone()
    assert catalogue is not None and rows is not None
    return f"{catalogue[0]}{rows[0]}"


def empty(connection: Connection, before: str) -> bool:
    """Delete every row of every council; False where more than rows was changed."""
    try:
        _end_other_sessions(connection)
        if picture(connection) != before:
            return False
        with connection.transaction():
            connection.execute("SET LOCAL lock_timeout = '5s'")
            _delete_all(connection)
    except (errors.UndefinedTable, errors.LockNotAvailable, errors.DeadlockDetected):
        return False
    return True


def _end_other_sessions(connection: Connection) -> None:
    connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )


def back_up(connection: Connection) -> None:
    """Keep every row as it stands, for as long as this connection lasts."""
    for table in _tables(connection):
        connection.execute(f"CREATE TEMP TABLE kept_{table} AS TABLE waymark.{table}".encode())


def put_back(connection: Connection) -> None:
    """Let every row be as it was when it was backed up, as a restore from a backup does."""
    with _triggers_asleep(connection):
        for table in _tables(connection):
            connection.execute(f"DELETE FROM waymark.{table}".encode())  # noqa: S608 ours
            connection.execute(f"INSERT INTO waymark.{table} TABLE kept_{table}".encode())


def _delete_all(connection: Connection) -> None:
    with _triggers_asleep(connection):
        for table in _tables(connection):
            if table not in STAY:
                connection.execute(f"DELETE FROM waymark.{table}".encode())  # noqa: S608 ours


def _tables(connection: Connection) -> list[str]:
    words = "SELECT tablename FROM pg_tables WHERE schemaname = 'waymark' ORDER BY 1"
    return [row[0] for row in connection.execute(words)]


@contextlib.contextmanager
def _triggers_asleep(connection: Connection) -> Iterator[None]:
    """Let rows go that are never taken away otherwise; afterwards all is watched as before."""
    for table in APPEND_ONLY:
        _alter(connection, table, "DISABLE TRIGGER USER")
    yield
    for table in APPEND_ONLY:
        for trigger in ("stays", "stays_whole"):
            _alter(connection, table, f"ENABLE ALWAYS TRIGGER {trigger}")
    for table in IN_LINKS:
        _alter(connection, table, "ENABLE ALWAYS TRIGGER into_link")


def _alter(connection: Connection, table: str, how: str) -> None:
    connection.execute(f"ALTER TABLE waymark.{table} {how}".encode())
