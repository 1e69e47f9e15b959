"""People of the shared database: a login for each, what it opens, and taking it away."""

import re
import secrets
import uuid
from dataclasses import dataclass, field
from typing import Any, Final  # Any: psycopg gives rows of any type

import psycopg
from psycopg import errors, sql

from models.record import new_id
from models.sync import server_declared as declared
from models.sync.registry import MANAGER, ROLES, SUPPORT
from models.sync.server_hand import acting_for, told
from models.sync.server_problems import (
    BadLogin,
    BadPerson,
    LoginTaken,
    NobodyOfThatLogin,
    NoSuchLogin,
    NotInstalled,
    WeakDatabasePassword,
)

Connection = psycopg.Connection[Any]
LEAST_PASSWORD: Final = 16
LONGEST_NAME: Final = 200
_LOGIN: Final = re.compile(r"(?!pg_|waymark)[a-z][a-z0-9._-]{1,59}")


@dataclass(frozen=True)
class Added:
    """A person who was added; the password is told once and kept nowhere by the program."""

    person_id: str
    login: str
    password: str = field(repr=False)


def add_person(
    connection: Connection,
    login: str,
    name: str,
    role: str,
    password: str = "",
    authority_id: int = 1,
) -> Added:
    """Give a person a login of their own, and the cases that their role brings.

    Raises: BadLogin, BadPerson, WeakDatabasePassword, LoginTaken, MayNotAdminister, NotInstalled.
    """
    _check_person(login, name, role, password)
    added = Added(new_id(), login, password or secrets.token_urlsafe(18))
    with told(), connection.transaction():
        _make_login(connection, added, declared.group_of(role))
        with acting_for(connection, authority_id):
            _add(connection, authority_id, added, name.strip(), role)
    return added


def attach_person(
    connection: Connection,
    login: str,
    name: str,
    role: str,
    password: str = "",
    authority_id: int = 1,
) -> Added:
    """Add a person to a login that is on the server and is nobody's, as after a restoring.

    Without a password it keeps the one it has.
    Raises: BadLogin, BadPerson, WeakDatabasePassword, LoginTaken, NoSuchLogin, MayNotAdminister,
    NotInstalled.
    """
    _check_person(login, name, role, password)
    added = Added(new_id(), login, password)
    with told(), connection.transaction():
        _take_login(connection, added, declared.group_of(role))
        with acting_for(connection, authority_id):
            _add(connection, authority_id, added, name.strip(), role)
    return added


def revoke_person(connection: Connection, login: str, authority_id: int = 1) -> str:
    """Take every case from a person; they can still hand in what waits on their laptop.

    Gives the person's id. Raises: NobodyOfThatLogin, MayNotAdminister, NotInstalled.
    """
    with told(), acting_for(connection, authority_id):
        found = connection.execute(
            "SELECT person_id FROM waymark.login WHERE login = %s AND authority_id = %s",
            (login, authority_id),
        ).fetchone()
        if found is None:
            raise NobodyOfThatLogin(values={"login": login})
        _revoke(connection, authority_id, found[0])
    return str(found[0])


def _check_person(login: str, name: str, role: str, password: str) -> None:
    if not _LOGIN.fullmatch(login):
        raise BadLogin
    if role not in ROLES or not 0 < len(name.strip()) <= LONGEST_NAME:
        raise BadPerson(values={"roles": ", ".join(ROLES)})
    if password and len(password) < LEAST_PASSWORD:
        raise WeakDatabasePassword(values={"least": str(LEAST_PASSWORD)})


def _take_login(connection: Connection, added: Added, group: str) -> None:
    """Make a login that is there as narrow as a new one; one that may do more is left alone."""
    may_more = connection.execute(
        "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls"
        " FROM pg_catalog.pg_roles WHERE rolname = %s",
        (added.login,),
    ).fetchone()
    if may_more is None:
        raise NoSuchLogin(values={"login": added.login})
    if may_more[0]:
        raise BadLogin
    login = sql.Identifier(added.login)
    limit = sql.Literal(declared.CONNECTIONS_OF_ONE_PERSON)
    connection.execute(sql.SQL("ALTER ROLE {} LOGIN CONNECTION LIMIT {}").format(login, limit))
    if added.password:
        words = sql.SQL("ALTER ROLE {} PASSWORD {}")
        connection.execute(words.format(login, sql.Literal(_proof(connection, added))))
    for each in {declared.CLIENT, declared.STEWARD} - {group}:
        connection.execute(sql.SQL("REVOKE {} FROM {}").format(sql.Identifier(each), login))
    connection.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(group), login))


def _proof(connection: Connection, added: Added) -> str:
    """What goes to the server instead of the password, so that no log holds it."""
    return connection.pgconn.encrypt_password(
        added.password.encode(), added.login.encode(), b"scram-sha-256"
    ).decode()


def _make_login(connection: Connection, added: Added, group: str) -> None:
    words = sql.SQL(
        "CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS"
        " CONNECTION LIMIT {} PASSWORD {} IN ROLE {}"
    ).format(
        sql.Identifier(added.login),
        sql.Literal(declared.CONNECTIONS_OF_ONE_PERSON),
        sql.Literal(_proof(connection, added)),
        sql.Identifier(group),
    )
    try:
        connection.execute(words)
        for setting, value in declared.SETTINGS_OF_A_LOGIN.items():
            connection.execute(
                sql.SQL("ALTER ROLE {} SET {} = {}").format(
                    sql.Identifier(added.login), sql.Identifier(setting), sql.Literal(value)
                )
            )
    except (errors.DuplicateObject, errors.UniqueViolation) as problem:
        raise LoginTaken(values={"login": added.login}) from problem
    except errors.UndefinedObject as problem:
        raise NotInstalled from problem


def _add(connection: Connection, authority_id: int, added: Added, name: str, role: str) -> None:
    person = uuid.UUID(added.person_id)
    try:
        connection.execute(
            "INSERT INTO waymark.login (login, authority_id, person_id) VALUES (%s, %s, %s)",
            (added.login, authority_id, person),
        )
    except errors.UniqueViolation as problem:
        raise LoginTaken(values={"login": added.login}) from problem
    connection.execute(
        "INSERT INTO waymark.person (authority_id, id, role) VALUES (%s, %s, %s)",
        (authority_id, person, role),
    )
    made = connection.execute(
        "SELECT waymark._found(%s::smallint, 'staff_member', %s,"
        " jsonb_build_object('name', %s::text, 'role', %s::text))",
        (authority_id, person, name, role),
    ).fetchone()
    if role in (MANAGER, SUPPORT) and made is not None:
        _give_every_case(connection, authority_id, person, role, made[0])


def _give_every_case(
    connection: Connection, authority_id: int, person: uuid.UUID, role: str, seq: int
) -> None:
    """A manager and business support have every case of the council that is not restricted."""
    connection.execute(
        "INSERT INTO waymark.access (authority_id, case_id, person_id, kind, granted_seq)"
        " SELECT c.authority_id, c.case_id, %(person)s, %(role)s, %(seq)s"
        " FROM waymark.child_case c JOIN waymark.authority a USING (authority_id)"
        " WHERE c.authority_id = %(authority)s AND NOT c.restricted"
        " AND (%(role)s = 'manager' OR a.support_reads)",
        {"authority": authority_id, "person": person, "role": role, "seq": seq},
    )


def _revoke(connection: Connection, authority_id: int, person: uuid.UUID) -> None:
    noted = connection.execute(
        "SELECT waymark._note(%s::smallint, '_person', %s, 0,"
        " '{\"revoked\": [null, true]}'::jsonb)",
        (authority_id, person),
    ).fetchone()
    seq = noted[0] if noted is not None else 0
    connection.execute(
        "UPDATE waymark.person SET revoked_at = clock_timestamp()"
        " WHERE authority_id = %s AND id = %s AND revoked_at IS NULL",
        (authority_id, person),
    )
    connection.execute(
        "UPDATE waymark.access SET revoked_seq = %s"
        " WHERE authority_id = %s AND person_id = %s AND revoked_seq IS NULL",
        (seq, authority_id, person),
    )
    connection.execute(
        "UPDATE waymark.device SET state = 'revoked' WHERE authority_id = %s AND person_id = %s",
        (authority_id, person),
    )
