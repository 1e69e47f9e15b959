"""Brings an older file up to date in numbered steps; a newer one is refused untouched."""

from collections.abc import Sequence
from typing import Protocol

from models.encrypted_file import Driver
from models.problems import NewerRecord

LATEST = 1


class Step(Protocol):
    """One numbered step: a module of `models.upgrades`."""

    def apply(self, connection: Driver) -> None:
        """Change the schema, and the rows it holds, by single statements."""
        ...


def schema_of(connection: Driver) -> int:
    """Give the number of the last step this file has had."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def refuse_newer(schema: int, latest: int = LATEST) -> None:
    """Refuse a file that knows more than this program. Raises: NewerRecord."""
    if schema > latest:
        raise NewerRecord


def bring_up_to_date(connection: Driver, steps: Sequence[Step] | None = None) -> int:
    """Take the steps this file lacks, each in one transaction; give how many were taken.

    Raises: NewerRecord.
    """
    if steps is None:
        from models.upgrades import STEPS  # only an old file needs them in memory

        steps = STEPS
    done = schema_of(connection)
    refuse_newer(done, len(steps))
    connection.execute("PRAGMA foreign_keys=OFF")  # no use inside a transaction
    try:
        for number, step in enumerate(steps[done:], start=done + 1):
            _take(connection, step, number)
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
    return len(steps) - done


def _take(connection: Driver, step: Step, number: int) -> None:
    connection.execute("BEGIN EXCLUSIVE")
    try:
        step.apply(connection)
        if not connection.in_transaction:
            raise RuntimeError(f"step {number} committed by itself")
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise RuntimeError(f"step {number} broke a reference")
        connection.execute(f"PRAGMA user_version={number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
