"""Moments as they stand in file names: UTC, to the second, in an order that sorts."""

from datetime import UTC, datetime

_SHAPE = "%Y-%m-%dT%H-%M-%SZ"


def in_file_name(moment: datetime) -> str:
    """Write a moment so that every file system takes it."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC).strftime(_SHAPE)


def from_file_name(stamp: str) -> datetime | None:
    """Read it back; anything else gives nothing."""
    try:
        return datetime.strptime(stamp, _SHAPE).replace(tzinfo=UTC)
    except ValueError:
        return None
