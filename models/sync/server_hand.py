"""How an administrator's connection becomes the owner of the shared tables for a moment."""

import contextlib
from collections.abc import Iterator
from typing import Any  # psycopg gives rows of any type

import psycopg
from psycopg import errors

from models.sync.server_problems import MayNotAdminister, NotInstalled

Connection = psycopg.Connection[Any]


@contextlib.contextmanager
def as_owner(connection: Connection) -> Iterator[None]:
    """One transaction as the owner of the tables."""
    with connection.transaction():
        connection.execute("SET LOCAL ROLE waymark_owner")
        yield


@contextlib.contextmanager
def acting_for(connection: Connection, authority_id: int) -> Iterator[None]:
    """One transaction as the owner, which sees everything of this one council."""
    with as_owner(connection):
        for setting, value in (("authority", str(authority_id)), ("act", "council")):
            connection.execute(
                "SELECT pg_catalog.set_config(%s, %s, true)", (f"waymark.{setting}", value)
            )
        yield


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Tell what the server refuses an administrator in words they can act on."""
    try:
        yield
    except (errors.InsufficientPrivilege, errors.InvalidGrantor) as problem:
        raise MayNotAdminister from problem
    except (errors.UndefinedTable, errors.InvalidSchemaName) as problem:
        raise NotInstalled from problem
