"""Writes a file afresh without what was deleted from it, so that no freed page keeps a word."""

from typing import Final

from models.encrypted_file import BUSY_MILLISECONDS, Driver

_PATIENCE_MILLISECONDS: Final = 100  # nobody who types waits while somebody reads


def write_afresh(connection: Driver) -> bool:
    """Leave nothing of what is deleted, in the file or beside it; False: somebody was reading.

    Rows that have no number of their own may be numbered anew.
    """
    connection.execute(f"PRAGMA busy_timeout={_PATIENCE_MILLISECONDS}")
    try:
        if not _take_in_waiting_pages(connection):
            return False
        connection.execute("VACUUM")
        return _take_in_waiting_pages(connection)
    finally:
        connection.execute(f"PRAGMA busy_timeout={BUSY_MILLISECONDS}")


def _take_in_waiting_pages(connection: Driver) -> bool:
    busy, _waiting, _taken = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
