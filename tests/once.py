"""Makes something costly once for all the processes of a test run."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

LONGEST_WAIT_SECONDS = 120


def made_once(shared: Path, name: str, make: Callable[[Path], str]) -> tuple[Path, str]:
    """Give the folder that `make` filled, and what it gave; other processes wait for the first.

    `shared` is a folder that all of them see. What waits is a lock of SQLite, which is let go of
    however a process ends.
    """
    with closing(sqlite3.connect(shared / "once.db", timeout=LONGEST_WAIT_SECONDS)) as turns:
        turns.isolation_level = None
        turns.execute("CREATE TABLE IF NOT EXISTS made (name TEXT PRIMARY KEY, given TEXT)")
        turns.execute("BEGIN IMMEDIATE")
        row = turns.execute("SELECT given FROM made WHERE name = ?", (name,)).fetchone()
        given = make(shared / name) if row is None else str(row[0])
        turns.execute("INSERT OR REPLACE INTO made VALUES (?, ?)", (name, given))
        turns.execute("COMMIT")
    return shared / name, given
