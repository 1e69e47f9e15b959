"""A hand on the writing connection, lent to sharing for one short transaction."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from models.encrypted_file import Driver


@dataclass
class Hand:
    """One transaction of sharing: plain statements, and what they touched.

    `changed` are the tables that windows are told of after the commit; `cases` are the children
    whose worked-out fields are to be worked out again; `settled` are the places (table, row,
    field) whose text in the journal is not to be offered as lost any more.
    """

    connection: Driver
    changed: set[str] = field(default_factory=set)
    cases: set[str] = field(default_factory=set)
    settled: set[tuple[str, str, str]] = field(default_factory=set)


@contextlib.contextmanager
def one_transaction(connection: Driver) -> Iterator[Hand]:
    """Lend the connection: all of it is kept, or nothing; rows may come before what they name."""
    connection.execute("PRAGMA foreign_keys=OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            hand = Hand(connection)
            yield hand
            connection.execute("COMMIT")
        finally:
            connection.rollback()  # does nothing after the commit
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
