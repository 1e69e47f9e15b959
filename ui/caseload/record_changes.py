"""Tells the pages of the window's thread which tables a commit changed, whoever saved."""

from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from models.database import Database


class RecordChanges(QObject):
    """One for each open record; a page that goes is let go of by itself."""

    changed = Signal(object)  # the names of the tables, as a frozenset


_KNOWN: "WeakKeyDictionary[Database, RecordChanges]" = WeakKeyDictionary()


def changes_of(database: Database) -> RecordChanges:
    """Give the one that tells of this record."""
    if database not in _KNOWN:
        changes = RecordChanges()
        database.listen(changes.changed.emit)
        _KNOWN[database] = changes
    return _KNOWN[database]
