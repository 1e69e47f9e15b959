"""Where this laptop stands with the shared database: one fact of the local file, in JSON."""

import json
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final  # Any: a fact of any kind, as JSON holds it

from models.plain_reading import Connection

SHARING: Final = "sharing"
OPEN, RECOVERING, RESTORED, REVOKED = "open", "recovering", "restored", "revoked"
Position = tuple[int, str]
NIL_CASE: Final = "00000000-0000-0000-0000-000000000000"


@dataclass(frozen=True)
class Standing:
    """What one laptop knows of its sharing; there is none on a laptop that works alone.

    `cursor` is up to where everything is in the tables. `witness` is a number of the shared
    database's chain and the hash seen there.
    `latest_local_time` is when the clock here was last looked at, and `lease_spent_seconds` how
    much of the lease had passed by then. `state` is open, recovering (the shared database is
    being filled again after a restore), restored (this laptop is to fetch everything and
    compare) or revoked. `was` are ids of before joining that the journal may still hold.
    `former` are the ids this device had before it was copied or put back, each with the number
    of the last batch under it that is known here.
    """

    authority: int
    person: str
    role: str
    council_id: str
    device: str
    council: str = ""
    url: str = ""
    login: str = ""
    laptop: str = ""
    next_n: int = 1
    epoch: str = ""
    cursor: Position = (0, "")
    witness: Position | None = None
    lease_until: datetime | None = None
    lease_spent_seconds: float = 0.0
    last_server_time: datetime | None = None
    latest_local_time: datetime | None = None
    clock_ahead_seconds: float = 0.0
    cases_hash: str = ""
    held_news: int = 0
    receipt_at: datetime | None = None
    receipt: tuple[int, str, int] | None = None
    state: str = OPEN
    was: tuple[tuple[str, str], ...] = ()
    former: tuple[tuple[str, int], ...] = ()


def read_standing(connection: Connection) -> Standing | None:
    """Read it; nothing on a laptop that works alone."""
    row = connection.execute("SELECT value FROM laptop_fact WHERE name = ?", (SHARING,)).fetchone()
    return None if row is None else _from_json(row[0])


def standing_of(connection: Connection) -> Standing:
    """Read it on a laptop that shares.

    Raises: NotShared.
    """
    standing = read_standing(connection)
    if standing is None:
        raise NotShared
    return standing


def write_standing(connection: Connection, standing: Standing) -> None:
    """Keep it, in the transaction that is open."""
    connection.execute(
        "INSERT INTO laptop_fact (name, value) VALUES (?, ?)"
        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (SHARING, json.dumps(vars(standing), default=_moment_text)),
    )


def change_standing(connection: Connection, **changes: Any) -> Standing:  # fields of Standing
    """Change some of it and leave the rest as it is in the file now."""
    standing = replace(standing_of(connection), **changes)
    write_standing(connection, standing)
    return standing


class NotShared(RuntimeError):
    """Sharing was asked of a laptop that works alone. A fault of the program."""


def on_wire(case_id: str) -> str:
    """A case as a request names it."""
    return case_id or NIL_CASE


def from_wire(case_id: str) -> str:
    """A case as the local tables name it."""
    return "" if case_id == NIL_CASE else case_id


_MOMENTS: Final = frozenset({"lease_until", "last_server_time", "latest_local_time", "receipt_at"})


def _moment_text(value: Any) -> str:  # what json cannot write by itself
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"a standing cannot hold a {type(value).__name__}")


@lru_cache(maxsize=32)  # one round reads the same text many times
def _from_json(text: str) -> Standing:
    """Fill it from JSON; what a newer program has added is let go."""
    kept: dict[str, Any] = json.loads(text)
    values = {each.name: kept[each.name] for each in fields(Standing) if each.name in kept}
    for name in _MOMENTS & values.keys():
        values[name] = values[name] and datetime.fromisoformat(values[name])
    for name in {"cursor", "witness", "receipt"} & values.keys():
        values[name] = values[name] and tuple(values[name])
    for name in ("was", "former"):
        values[name] = tuple((old, new) for old, new in values.get(name, ()))
    return Standing(**values)


def clock_offset(standing: Standing) -> timedelta:
    """How far this laptop's clock was ahead of the server's at the last round."""
    return timedelta(seconds=standing.clock_ahead_seconds)
