"""Where each council's chain of changes stands: to be noted down away from the server."""

from dataclasses import dataclass
from typing import Any  # psycopg gives rows of any type

import psycopg

from models.sync.server_hand import acting_for, administering, told

Connection = psycopg.Connection[Any]


@dataclass(frozen=True)
class Head:
    """The newest change of one council, and the hash over everything up to it."""

    authority_id: int
    council: str
    seq: int
    hash: str


def heads(connection: Connection) -> list[Head]:
    """Give the head of each council of this database. Raises: MayNotAdminister, NotInstalled."""
    with told(), administering(connection):
        councils = connection.execute(
            "SELECT authority_id, name FROM waymark.authority ORDER BY authority_id"
        ).fetchall()
    return [_head(connection, number, name) for number, name in councils]


def _head(connection: Connection, authority_id: int, council: str) -> Head:
    with told(), acting_for(connection, authority_id):
        row = connection.execute(
            "SELECT seq, pg_catalog.encode(head, 'hex') FROM waymark.clock"
            " WHERE authority_id = %s",
            (authority_id,),
        ).fetchone()
    seq, found = row if row is not None else (0, "")
    return Head(authority_id, council, seq, found)
