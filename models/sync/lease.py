"""How long a laptop may show what it holds without having been in touch with the council."""

from dataclasses import replace
from datetime import datetime, timedelta

from models.plain_reading import Connection
from models.sync.greeting import Greeting
from models.sync.standing import REVOKED, Standing, standing_of, write_standing

NOTE_EVERY = timedelta(seconds=30)


def lease_left(standing: Standing, now: datetime) -> timedelta:
    """How much of the lease is left by this laptop's clock; nothing or less: it is over.

    Time that was counted stays counted: a clock that is put back makes no lease longer.
    """
    if standing.state == REVOKED or standing.lease_until is None:
        return timedelta(0)
    began = standing.last_server_time or standing.lease_until
    return standing.lease_until - began - timedelta(seconds=_spent(standing, now))


def look_at_clock(connection: Connection, now: datetime) -> None:
    """Note what the clock says, in the transaction that is open; call it now and then."""
    standing = standing_of(connection)
    last = standing.latest_local_time
    if last is not None and timedelta(0) <= now - last < NOTE_EVERY:
        return
    write_standing(
        connection,
        replace(standing, latest_local_time=now, lease_spent_seconds=_spent(standing, now)),
    )


def begin(standing: Standing, told: Greeting, now: datetime) -> Standing:
    """The standing with a new lease, counted from the server's own time."""
    return replace(
        standing,
        last_server_time=told.server_time,
        lease_until=told.server_time + timedelta(days=told.lease_days),
        latest_local_time=now,
        lease_spent_seconds=0.0,
        clock_ahead_seconds=(now - told.server_time).total_seconds(),
    )


def _spent(standing: Standing, now: datetime) -> float:
    """The seconds of the lease that have passed; going back takes none of them away."""
    last = standing.latest_local_time
    since = timedelta(0) if last is None else max(now - last, timedelta(0))
    return standing.lease_spent_seconds + since.total_seconds()
