"""What an administrator does for one login: allocates a child to it, and closes it for good."""

import json
import uuid
from typing import Any, Final  # Any: psycopg gives rows of any type

import psycopg
from psycopg import sql

from models.problems import N_, Problem
from models.sync.server_hand import acting_for, told
from models.sync.server_problems import NobodyOfThatLogin

Connection = psycopg.Connection[Any]
MAY_CHAIR: Final = "iro"


class NoSuchChild(Problem):
    """No child of the shared database is called so."""

    what = N_("There is no such child in the shared database.")
    kept = N_("Nothing has been changed.")
    next = N_("Name the child by the council's identifier, such as W040210, as it stands there.")


class NoSuchCouncil(Problem):
    """The shared database holds no council of this number."""

    what = N_("There is no council of number {number} in this shared database.")
    kept = N_("Nothing has been changed.")
    next = N_("Give the number that the council was made with: --number N.")


class CannotChair(Problem):
    """The person's role does not chair reviews, or they were taken out."""

    what = N_("The person with the login {login} cannot be allocated a child.")
    kept = N_("Nothing has been changed.")
    next = N_("Allocate the child to an IRO who has not been revoked.")


def refuse_unknown_council(connection: Connection, authority_id: int) -> None:
    """Refuse a number that no council here has.

    Raises: NoSuchCouncil, MayNotAdminister, NotInstalled.
    """
    with told(), acting_for(connection, authority_id):
        there = "SELECT FROM waymark.authority WHERE authority_id = %s"
        found = connection.execute(there, (authority_id,)).fetchone()
    if found is None:
        raise NoSuchCouncil(values={"number": str(authority_id)})


def allocate(connection: Connection, child: str, login: str, authority_id: int = 1) -> str:
    """Give a child to this person, and take them from whoever had them; gives the case's id.

    `child` is the council's identifier, or the id of the record.
    Raises: NoSuchChild, NobodyOfThatLogin, CannotChair, MayNotAdminister, NotInstalled.
    """
    with told(), acting_for(connection, authority_id):
        person = _who_chairs(connection, login, authority_id)
        row = connection.execute(
            "SELECT id, case_id, row_version, data->>'iro_id' FROM waymark.row"
            " WHERE authority_id = %s AND table_name = 'child' AND erased_at IS NULL"
            " AND %s IN (id::text, data->>'identifier') FOR UPDATE",
            (authority_id, child.strip()),
        ).fetchone()
        if row is None:
            raise NoSuchChild
        if row[3] != str(person):
            _give(connection, authority_id, row, person)
    return str(row[1])


def close_login(connection: Connection, login: str) -> None:
    """Let this login in no more: not even to hand in what waits on a laptop.

    Raises: MayNotAdminister.
    """
    with told():
        connection.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(sql.Identifier(login)))


def _who_chairs(connection: Connection, login: str, authority_id: int) -> uuid.UUID:
    row = connection.execute(
        "SELECT p.id, p.role, p.revoked_at FROM waymark.login l JOIN waymark.person p"
        " ON p.authority_id = l.authority_id AND p.id = l.person_id"
        " WHERE l.login = %s AND l.authority_id = %s",
        (login, authority_id),
    ).fetchone()
    if row is None:
        raise NobodyOfThatLogin(values={"login": login})
    person, role, revoked_at = row
    if role != MAY_CHAIR or revoked_at is not None:
        raise CannotChair(values={"login": login})
    if not isinstance(person, uuid.UUID):
        raise TypeError("a person's id is a uuid")
    return person


def _give(
    connection: Connection, authority_id: int, row: tuple[Any, ...], person: uuid.UUID
) -> None:
    """Change the child's row and the access to the case, under one number in the chain."""
    child, case, version, before = row
    patch = json.dumps({"iro_id": [before, str(person)]})
    noted = connection.execute(
        "SELECT waymark._note(%s::smallint, 'child', %s, %s, %s::pg_catalog.jsonb)",
        (authority_id, child, version + 1, patch),
    ).fetchone()
    values = {
        "authority": authority_id,
        "child": child,
        "case": case,
        "person": person,
        "new": json.dumps({"iro_id": str(person)}),
        "seq": noted[0] if noted is not None else 0,
    }
    connection.execute(
        "UPDATE waymark.row SET data = data || %(new)s::pg_catalog.jsonb,"
        " row_version = row_version + 1, server_seq = %(seq)s,"
        " updated_by = '00000000-0000-0000-0000-000000000000',"
        " updated_at = pg_catalog.clock_timestamp()"
        " WHERE authority_id = %(authority)s AND id = %(child)s",
        values,
    )
    connection.execute(
        "UPDATE waymark.access SET revoked_seq = %(seq)s WHERE authority_id = %(authority)s"
        " AND case_id = %(case)s AND kind = 'allocated' AND revoked_seq IS NULL",
        values,
    )
    connection.execute(
        "INSERT INTO waymark.access (authority_id, case_id, person_id, kind, granted_seq)"
        " VALUES (%(authority)s, %(case)s, %(person)s, 'allocated', %(seq)s)"
        " ON CONFLICT (authority_id, case_id, person_id) DO UPDATE SET kind = 'allocated',"
        " granted_seq = %(seq)s, revoked_seq = NULL, until = NULL, reason = '', granted_by = NULL",
        values,
    )
