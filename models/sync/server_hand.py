"""How an administrator's connection becomes the owner of the shared tables for a moment."""

import contextlib
from collections.abc import Iterator
from typing import Any  # psycopg gives rows of any type

import psycopg
from psycopg import errors

from models.sync.server_problems import MayNotAdminister, NotInstalled

Connection = psycopg.Connection[Any]


def by_itself(connection: Connection) -> None:
    """Let every statement stand by itself, so that each step is a transaction of its own."""
    if not connection.autocommit:
        connection.autocommit = True


@contextlib.contextmanager
def as_owner(connection: Connection) -> Iterator[None]:
    """One transaction as the owner of the tables."""
    with connection.transaction():
        connection.execute("SET LOCAL ROLE waymark_owner")
        connection.execute("SET LOCAL search_path = pg_catalog, pg_temp")
        yield


@contextlib.contextmanager
def acting_for(connection: Connection, authority_id: int) -> Iterator[None]:
    """One transaction as the owner, which sees everything of this one council."""
    with as_owner(connection):
        _set(connection, "authority", str(authority_id))
        _set(connection, "act", "council")
        yield


@contextlib.contextmanager
def administering(connection: Connection) -> Iterator[None]:
    """One transaction as the owner, which sees which councils, people and logins there are."""
    with as_owner(connection):
        _set(connection, "act", "administrator")
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


def _set(connection: Connection, setting: str, value: str) -> None:
    connection.execute("SELECT set_config(%s, %s, true)", (f"waymark.{setting}", value))
