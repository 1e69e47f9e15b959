"""A hand on the writing connection, lent to sharing for one short transaction."""

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any  # what is pending of a field is JSON

from models.encrypted_file import Driver
from models.pending import typed_number
from models.typing_now import Place


@dataclass
class Hand:
    """One transaction of sharing, begun at a moment: plain statements, and what they touched.

    `changed` are the tables that windows are told of after the commit; `cases` are the children
    whose worked-out fields are to be worked out again; `settled` are places up to the number in
    the journal that is not to be offered as lost any more.
    """

    connection: Driver
    at: datetime
    changed: set[str] = field(default_factory=set)
    cases: set[str] = field(default_factory=set)
    settled: dict[Place, int] = field(default_factory=dict)

    def settle(self, table: str, row_id: str, name: str, change: Mapping[str, Any]) -> None:
        """Let the journal offer nothing of what a change had saved: the change is over."""
        number = typed_number({name: change}, name)
        if number:
            place = (table, row_id, name)
            self.settled[place] = max(number, self.settled.get(place, 0))


@contextlib.contextmanager
def one_transaction(connection: Driver, at: datetime) -> Iterator[Hand]:
    """Lend the connection: all of it is kept, or nothing; rows may come before what they name."""
    connection.execute("PRAGMA foreign_keys=OFF")
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            hand = Hand(connection, at)
            yield hand
            connection.execute("COMMIT")
        finally:
            connection.rollback()  # does nothing after the commit
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
