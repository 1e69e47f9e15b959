"""Writes a file afresh without what was deleted from it, so that no freed page keeps a word."""

from models.encrypted_file import Driver


def write_afresh(connection: Driver) -> bool:
    """Leave nothing of what is deleted, in the file or beside it; False: somebody was reading.

    Rows that have no number of their own may be numbered anew.
    """
    connection.execute("VACUUM")
    busy, _waiting, _taken = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
