"""Reads the chair's released copies again when the record changes, and holds what must not go."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from models.database import Database
from models.plain_reading import Connection
from models.problems import Problem
from models.sending_queue import CopyLine, CopyState, read_copies
from ui.caseload.record_changes import changes_of
from ui.desk import Desk

if TYPE_CHECKING:  # the check is slow to load
    from ui.send.reading_again import Finds, Known

PAUSE_MS: Final = 1500
_NOT_GONE: Final = (
    "not exists (select 1 from delivery d where d.copy_id = paper_copy.id "
    "and d.removed_at is null "
    "and d.step in ('posted', 'emailed', 'handed', 'filed', 'withdrawn')) "
    "and (paper_copy.released_by = ? or paper_copy.case_id in "
    "(select id from child where iro_id = ?))"
)
_SAY_NOTHING_OF_PEOPLE: Final = frozenset({"delivery", "draft", "looked", "laptop_fact"})
"""A change of nothing but these changes nothing of who may read what."""


class CopiesWatch(QObject):
    """Works for one open record; what other laptops bring counts like what is typed here."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: Known = {}
        self._is_reading = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.read)
        changes_of(desk.database).changed.connect(self._follow)
        self._pause.start()

    def end(self) -> None:
        """Read nothing any more, as when the record is locked."""
        self._pause.stop()
        changes_of(self._desk.database).changed.disconnect(self._follow)
        self.deleteLater()

    def read(self) -> None:
        """Read what waits again, away from the window."""
        if self._is_reading:
            self._pause.start()
            return
        self._is_reading = True
        desk, known = self._desk, self._known
        database, me, breathe = desk.database, desk.me.id, desk.background.pace.breathe
        desk.background.run(
            lambda: _found(database, me, known, breathe),
            self._hold, self._refuse,
        )  # fmt: skip

    def _follow(self, tables: frozenset[str]) -> None:
        if tables - _SAY_NOTHING_OF_PEOPLE:
            self._pause.start()

    def _hold(self, found: "Finds") -> None:
        self._is_reading = False
        if not found:
            return
        from ui.send.reading_again import hold_found

        try:
            hold_found(self._desk, found)
        except Problem:  # it is refused again when it is to be printed or sent
            self._known.clear()

    def _refuse(self, failure: Exception) -> None:
        self._is_reading = False
        if not isinstance(failure, Problem):
            raise failure


def _found(database: Database, me: str, known: "Known", breathe: Callable[[], None]) -> "Finds":
    """What is found in the copies that wait; where none does, nothing is loaded."""
    with database.reading() as connection:
        copies = _waiting(connection, me)
    if not copies:
        return {}
    from ui.send.reading_again import found_in

    return found_in(database, copies, known, breathe)


def _waiting(connection: Connection, me: str) -> tuple[CopyLine, ...]:
    """The copies that this chair released, or of a child whose IRO they are, and that wait."""
    found = read_copies(connection, _NOT_GONE, (me, me))
    return tuple(each for each in found if each.is_waiting and each.state is not CopyState.STOPPED)
