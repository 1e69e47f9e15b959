"""How sharing stands, for the words and pages that tell it: read in one moment, no waiting."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from models.plain_reading import Connection
from models.sync.changes import waiting_changes
from models.sync.first_fetch import progress
from models.sync.held import held_count
from models.sync.lease import lease_left
from models.sync.leaving import waits_to_be_seen
from models.sync.sealing import batches_waiting
from models.sync.standing import OPEN, clock_offset, read_standing

DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class SharingState:
    """What a window says of sharing.

    `waiting` are changes that the council has not acknowledged; `last_shared_at` is when the
    shared database last knew that everything was handed over. `lease_left_days` is nothing on
    a laptop that works alone; 0 or less says that the lease is over. `clock_ahead` is how far
    this laptop's clock was ahead of the server's. `held_news` is how much held work of others
    waits for this person to decide on it.
    """

    alone: bool
    waiting: int = 0
    last_shared_at: datetime | None = None
    needs_you: int = 0
    held: int = 0
    lease_left_days: int | None = None
    role: str = ""
    first_fetch: tuple[int, int] | None = None
    state: str = OPEN
    purge_waits: tuple[str, ...] = ()
    council: str = ""
    url: str = ""
    login: str = ""
    laptop: str = ""
    clock_ahead: timedelta = timedelta(0)
    held_news: int = 0


def read_state(connection: Connection, now: datetime) -> SharingState:
    """Read it."""
    standing = read_standing(connection)
    needs_you = _count(connection, "conflict WHERE outcome = '' AND removed_at IS NULL")
    if standing is None:
        return SharingState(alone=True, needs_you=needs_you)
    waiting, batches = waiting_changes(connection), batches_waiting(connection)
    return SharingState(
        alone=False,
        waiting=waiting or batches,
        last_shared_at=standing.receipt_at,
        needs_you=needs_you,
        held=held_count(connection),
        lease_left_days=math.ceil(lease_left(standing, now) / DAY),
        role=standing.role,
        first_fetch=progress(connection),
        state=standing.state,
        purge_waits=tuple(waits_to_be_seen(connection)),
        council=standing.council,
        url=standing.url,
        login=standing.login,
        laptop=standing.laptop,
        clock_ahead=clock_offset(standing),
        held_news=standing.held_news,
    )


def _count(connection: Connection, of: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {of}").fetchone()[0])  # noqa: S608 - our own words
