"""What an administrator does to the shared database: installs it, and brings it up or back.

Each works on a psycopg connection of an administrator, in autocommit. The steps are files of
resources/shared_database, taken in the order of their numbers, each in one transaction; they
are taken back together in one.
"""

import uuid
from dataclasses import dataclass
from functools import cache
from typing import Any, Final  # Any: psycopg gives rows of any type

import psycopg
from psycopg import sql

import resources
from models.record import new_id
from models.sync import server_declared as declared
from models.sync.server_check import Finding, check
from models.sync.server_hand import acting_for, administering, as_owner, by_itself, told
from models.sync.server_people import LONGEST_NAME, Added, add_person, revoke_person
from models.sync.server_problems import (
    AlreadyInstalled,
    BadCouncil,
    ChangedStep,
    NewerSharedDatabase,
    NotInstalled,
    PostgresTooNew,
    PostgresTooOld,
    WouldLoseRows,
)
from models.sync.server_sources import FOLDER, registry_rows

Connection = psycopg.Connection[Any]
_MADE_HERE: Final = ("step", "registry")  # filled by installing, so nothing is lost with them


@dataclass(frozen=True)
class Step:
    """One numbered step of the schema."""

    number: int
    name: str

    def words(self, way: str) -> str:
        """Give the SQL of this step; `way` is up or down."""
        return resources.text(f"{FOLDER}/{self.number:04}_{self.name}.{way}.sql")


@dataclass(frozen=True)
class Installed:
    """The council as it stands in the shared database."""

    authority_id: int
    council_id: str


@cache
def steps() -> tuple[Step, ...]:
    """Give every step that this program knows, in order."""
    found = resources.path(FOLDER).glob("*.up.sql")
    named = sorted(path.name.removesuffix(".up.sql").split("_", 1) for path in found)
    return tuple(Step(int(number), name) for number, name in named)


def install(
    connection: Connection, council: str, authority_id: int = 1, council_id: str | None = None
) -> Installed:
    """Make this database a shared one, and the council in it; a second council may be added.

    Raises: BadCouncil, PostgresTooOld, MayNotAdminister, AlreadyInstalled, NewerSharedDatabase.
    """
    _check_name(council)
    upgrade(connection, from_nothing=True)
    return add_council(connection, council, authority_id, council_id)


def add_council(
    connection: Connection, council: str, authority_id: int, council_id: str | None = None
) -> Installed:
    """Make one more council in a shared database.

    Raises: BadCouncil, AlreadyInstalled, MayNotAdminister, NotInstalled.
    """
    _check_name(council)
    with told(), administering(connection):
        found = connection.execute(
            "SELECT FROM waymark.authority WHERE authority_id = %s", (authority_id,)
        ).fetchone()
    if found is not None:
        raise AlreadyInstalled
    installed = Installed(authority_id, str(uuid.UUID(council_id or new_id())))
    with told(), acting_for(connection, authority_id):
        _make_council(connection, installed, council.strip())
    return installed


def _check_name(council: str) -> None:
    if not 0 < len(council.strip()) <= LONGEST_NAME:
        raise BadCouncil(values={"most": str(LONGEST_NAME)})


def upgrade(connection: Connection, from_nothing: bool = False) -> tuple[int, ...]:
    """Take every step that was not taken yet, and put the register and the rights right.

    Raises: PostgresTooOld, MayNotAdminister, NotInstalled, NewerSharedDatabase.
    """
    by_itself(connection)
    _check_version(connection)
    taken = steps_taken(connection)
    if not taken and not from_nothing:
        raise NotInstalled
    if set(taken) - {step.number for step in steps()}:
        raise NewerSharedDatabase
    waiting = [step for step in steps() if step.number not in taken]
    with told():
        _make_roles(connection)
        for step in waiting:
            _take(connection, step)
        _fill_registry(connection)
        settle_rights(connection)
    return tuple(step.number for step in waiting)


def downgrade(connection: Connection, to: int, lose_rows: bool = False) -> tuple[int, ...]:
    """Take back every step after this number, the newest first; 0 takes everything away.

    Raises: ChangedStep, NewerSharedDatabase, MayNotAdminister; WouldLoseRows unless told.
    """
    if to != 0 and to not in {step.number for step in steps()}:
        raise ChangedStep(values={"number": str(to), "most": str(steps()[-1].number)})
    by_itself(connection)
    taken = steps_taken(connection)
    if set(taken) - {step.number for step in steps()}:
        raise NewerSharedDatabase
    back = [step for step in reversed(steps()) if step.number > to and step.number in taken]
    with told(), connection.transaction():  # all of them, or none
        for step in back:
            _take_back(connection, step, lose_rows)
    return tuple(step.number for step in back)


def steps_taken(connection: Connection) -> tuple[int, ...]:
    """Give the numbers of the steps that this database has; none where it is not a shared one."""
    there = "SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'waymark'"
    with told():
        if connection.execute(there).fetchone() is None:
            return ()
        with as_owner(connection):
            rows = connection.execute("SELECT number FROM waymark.step ORDER BY number")
            return tuple(row[0] for row in rows)


def settle_rights(connection: Connection) -> None:
    """Give each door to those who may use it, and close the rest of the database to everybody."""
    database = sql.Identifier(connection.info.dbname)
    with connection.transaction():
        connection.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
        connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
        for group in declared.MAY_CONNECT:
            connection.execute(
                sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
                    database, sql.Identifier(group)
                )
            )
    with as_owner(connection):
        _open_doors(connection)


def _open_doors(connection: Connection) -> None:
    there = connection.execute(
        "SELECT proname FROM pg_catalog.pg_proc WHERE pronamespace = 'waymark'::regnamespace"
    )
    for (name,) in [row for row in there if row[0] in declared.DOORS]:
        door = sql.SQL("FUNCTION waymark.{}(jsonb)").format(sql.Identifier(name))
        group = sql.Identifier(declared.DOORS[name])
        connection.execute(sql.SQL("REVOKE ALL ON {} FROM PUBLIC").format(door))
        connection.execute(sql.SQL("GRANT EXECUTE ON {} TO {}").format(door, group))


def _check_version(connection: Connection) -> None:
    version = connection.info.server_version // 10_000
    values = {
        "version": str(version),
        "least": str(declared.LEAST_POSTGRES),
        "most": str(declared.MOST_POSTGRES),
    }
    if version < declared.LEAST_POSTGRES:
        raise PostgresTooOld(values=values)
    if version > declared.MOST_POSTGRES:
        raise PostgresTooNew(values=values)


def _make_roles(connection: Connection) -> None:
    there = {row[0] for row in connection.execute("SELECT rolname FROM pg_catalog.pg_roles")}
    with connection.transaction():
        for group in declared.GROUPS:
            if group not in there:
                words = sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(group))
                connection.execute(words)
        if declared.STEWARD not in there:
            connection.execute("GRANT waymark_client TO waymark_steward")
        kind = "SET" if connection.info.server_version >= 160_000 else "MEMBER"
        may = connection.execute("SELECT pg_catalog.pg_has_role('waymark_owner', %s)", (kind,))
        if not may.fetchone()[0]:  # type: ignore[index]  # a SELECT of one value gives a row
            connection.execute("GRANT waymark_owner TO CURRENT_USER")


def _take(connection: Connection, step: Step) -> None:
    with connection.transaction():
        connection.execute(step.words("up").encode())
        connection.execute("SET LOCAL ROLE waymark_owner")
        connection.execute(
            "INSERT INTO waymark.step (number, name) VALUES (%s, %s)", (step.number, step.name)
        )


def _take_back(connection: Connection, step: Step, lose_rows: bool) -> None:
    before = _filled(connection)
    connection.execute(step.words("down").encode())
    after = _filled(connection)
    lost = max((rows - after.get(each, 0) for each, rows in before.items()), default=0)
    if lost > 0 and not lose_rows:
        raise WouldLoseRows(values={"number": str(step.number), "rows": str(lost)})
    if ("step", "number") in after:
        with as_owner(connection):
            connection.execute("DELETE FROM waymark.step WHERE number = %s", (step.number,))


def _filled(connection: Connection) -> dict[tuple[str, str], int]:
    """Count what each column of each table holds, over all councils.

    The owner is held to row-level security too, so it is lifted while they count.
    """
    with connection.transaction(force_rollback=True):
        connection.execute("SET LOCAL ROLE waymark_owner")
        forced = connection.execute(
            "SELECT c.relname FROM pg_catalog.pg_class c"
            " WHERE c.relnamespace = to_regnamespace('waymark') AND c.relforcerowsecurity"
        ).fetchall()
        for (table,) in forced:
            words = sql.SQL("ALTER TABLE waymark.{} NO FORCE ROW LEVEL SECURITY")
            connection.execute(words.format(sql.Identifier(table)))
        return _counted(connection)


def _counted(connection: Connection) -> dict[tuple[str, str], int]:
    columns = connection.execute(
        "SELECT c.relname, array_agg(a.attname) FROM pg_catalog.pg_class c"
        " JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid"
        " WHERE c.relnamespace = to_regnamespace('waymark') AND c.relkind = 'r'"
        " AND a.attnum > 0 AND NOT a.attisdropped GROUP BY c.relname"
    ).fetchall()
    found: dict[tuple[str, str], int] = {}
    for table, names in columns:
        counts = sql.SQL(", ").join(sql.SQL("count({})").format(sql.Identifier(n)) for n in names)
        words = sql.SQL("SELECT {} FROM waymark.{}").format(counts, sql.Identifier(table))
        row = connection.execute(words).fetchone() if table not in _MADE_HERE else None
        found |= {(table, name): row[i] if row else 0 for i, name in enumerate(names)}
    return found


def _fill_registry(connection: Connection) -> None:
    with as_owner(connection), connection.cursor() as cursor:
        cursor.execute("DELETE FROM waymark.registry")
        cursor.executemany(
            "INSERT INTO waymark.registry VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
            registry_rows(),
        )


def _make_council(connection: Connection, installed: Installed, name: str) -> None:
    connection.execute(
        "INSERT INTO waymark.authority (authority_id, name, council_id) VALUES (%s, %s, %s)",
        (installed.authority_id, name, installed.council_id),
    )
    connection.execute(
        "INSERT INTO waymark.clock (authority_id) VALUES (%s)", (installed.authority_id,)
    )
    connection.execute(
        "SELECT waymark._found(%s::smallint, 'council', %s, jsonb_build_object('name', %s::text))",
        (installed.authority_id, installed.council_id, name),
    )


__all__ = [
    "Added",
    "Finding",
    "Installed",
    "Step",
    "add_council",
    "add_person",
    "check",
    "downgrade",
    "install",
    "revoke_person",
    "settle_rights",
    "steps",
    "steps_taken",
    "upgrade",
]
