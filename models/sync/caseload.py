"""Which children's records the shared database gives this person, as this laptop knows it."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final  # Any: a cell of the driver

from models.plain_reading import Connection
from models.sync.greeting import Case

NOTHING, NEWEST, WHOLE = "nothing", "newest", "whole"
GONE: Final = ""
"""The kind of a child who is this person's no more, until the record has left the laptop."""


@dataclass(frozen=True)
class Fetching:
    """How much of one child's record has come, and where a fetch of it stopped.

    `after` is the seq and id of the last row that came, and `without` the reviews that came with
    the newest part.
    """

    case_id: str
    has: str
    after: tuple[int, str] | None = None
    without: tuple[str, ...] = ()


def note_cases(connection: Connection, cases: Collection[Case]) -> None:
    """Take over what hello said: who is new, who is here for another reason, who is gone."""
    for each in cases:
        until = None if each.until is None else each.until.isoformat()
        connection.execute(
            "INSERT INTO shared_case (case_id, kind, granted_seq, until, restricted, has)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (case_id) DO UPDATE SET"
            " has = CASE WHEN granted_seq = excluded.granted_seq THEN has ELSE excluded.has END,"
            " after = CASE WHEN granted_seq = excluded.granted_seq THEN after END,"
            " kind = excluded.kind, granted_seq = excluded.granted_seq, until = excluded.until,"
            " restricted = excluded.restricted",
            (each.case_id, each.kind, each.granted_seq, until, each.restricted, NOTHING),
        )
    named = json.dumps([each.case_id for each in cases])
    connection.execute(
        "UPDATE shared_case SET kind = ? WHERE case_id NOT IN (SELECT value FROM json_each(?))",
        (GONE, named),
    )


def note_all_gone(connection: Connection) -> None:
    """Nobody of whom anything is here is this person's any more."""
    connection.execute(
        "INSERT OR IGNORE INTO shared_case (case_id, kind, granted_seq, restricted, has)"
        " SELECT case_id, ?, 0, 0, ? FROM child",
        (GONE, NOTHING),
    )
    note_cases(connection, ())


def gone(connection: Connection) -> list[str]:
    """The children who are this person's no more and of whom something may still be here."""
    found = connection.execute("SELECT case_id FROM shared_case WHERE kind = ?", (GONE,))
    return [case_id for (case_id,) in found.fetchall()]


def count(connection: Connection) -> int:
    """How many children are known, those who are gone among them."""
    return int(connection.execute("SELECT count(*) FROM shared_case").fetchone()[0])


def still_to_fetch(connection: Connection, up_to_seq: int) -> list[Fetching]:
    """The cases granted up to here that are not whole, the nearest next review first.

    Those granted later come with the ordinary pages, but for what is fetched again. Where no day
    is known yet they stand in the order in which the shared database named them.
    """
    found = connection.execute(
        "SELECT c.case_id, c.has, c.after FROM shared_case AS c LEFT JOIN child"
        " ON child.id = c.case_id WHERE c.kind <> ? AND c.has <> ?"
        " AND (c.granted_seq <= ? OR c.after IS NOT NULL)"
        " ORDER BY child.review_due_on IS NULL, child.review_due_on, c.rowid",
        (GONE, WHOLE, up_to_seq),
    )
    return [_fetching(*row) for row in found.fetchall()]


def note_fetched(connection: Connection, now: Fetching) -> None:
    """Remember how far a fetch has come."""
    place = now.after or (0, "")
    after = None if now.has == WHOLE else json.dumps([*place, list(now.without)])
    connection.execute(
        "UPDATE shared_case SET has = ?, after = ? WHERE case_id = ?",
        (now.has, after, now.case_id),
    )


def note_whole(connection: Connection, from_seq: int, up_to_seq: int) -> None:
    """Cases granted in between came with the ordinary pages, but those that are fetched again."""
    connection.execute(
        "UPDATE shared_case SET has = ? WHERE granted_seq > ? AND granted_seq <= ?"
        " AND after IS NULL",
        (WHOLE, from_seq, up_to_seq),
    )


def note_same(connection: Connection, cases: Collection[str]) -> None:
    """These are here already, as the council has them."""
    connection.execute(
        "UPDATE shared_case SET has = ?, after = NULL"
        " WHERE case_id IN (SELECT value FROM json_each(?))",
        (WHOLE, json.dumps(sorted(cases))),
    )


def whole_cases(connection: Connection) -> list[str]:
    """The cases of which everything has come."""
    found = connection.execute(
        "SELECT case_id FROM shared_case WHERE kind <> ? AND has = ?", (GONE, WHOLE)
    )
    return [case_id for (case_id,) in found.fetchall()]


def fetch_again(connection: Connection, cases: Collection[str]) -> None:
    """Let these be fetched from their beginning."""
    connection.execute(
        "UPDATE shared_case SET has = ?, after = ?"
        " WHERE case_id IN (SELECT value FROM json_each(?))",
        (NOTHING, json.dumps([0, "", []]), json.dumps(list(cases))),
    )


def fetch_all_again(connection: Connection) -> None:
    """Let everything be fetched from its beginning."""
    connection.execute("UPDATE shared_case SET has = ?, after = NULL", (NOTHING,))


def _fetching(case_id: str, has: str, after: Any) -> Fetching:
    if after is None:
        return Fetching(case_id, has)
    seq, row_id, without = json.loads(after)
    return Fetching(case_id, has, (int(seq), row_id) if row_id else None, tuple(without))
