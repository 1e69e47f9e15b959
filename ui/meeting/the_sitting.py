"""The other children of a sitting, and what of this record stands in theirs too."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from models.together import InTheSitting, also_in, in_the_sitting
from ui.caseload.record_changes import changes_of
from ui.language import _

if TYPE_CHECKING:
    from ui.meeting.meeting import Meeting

SHARED: Final = frozenset({"note", "decision", "review", "child"})


class TheSitting(QObject):
    """Read when it is asked for and kept until the record changes; empty for one child alone."""

    def __init__(self, meeting: "Meeting") -> None:
        super().__init__(meeting)
        self._meeting = meeting
        self._others: tuple[InTheSitting, ...] | None = None
        self._also: dict[str, dict[str, tuple[str, ...]]] = {}
        changes_of(meeting.desk.database).changed.connect(self._forget)

    @property
    def others(self) -> tuple[InTheSitting, ...]:
        """The other children whose reviews are held with this one."""
        if self._others is None:
            with self._meeting.desk.database.reading() as connection:
                self._others = in_the_sitting(connection, self._meeting.review_id)
        return self._others

    def also_in(self, table: str, row_id: str) -> tuple[str, ...]:
        """The names of those in whose records this note or decision also stands."""
        if not self.others:
            return ()
        if table not in self._also:
            with self._meeting.desk.database.reading() as connection:
                self._also[table] = also_in(connection, table, self._meeting.review_id)
        return self._also[table].get(row_id, ())

    def also_words(self, table: str, row_id: str) -> str:
        """Say in whose records it also stands; nothing where it stands here alone."""
        names = self.also_in(table, row_id)
        if len(names) == 1:
            return _("Also in {name}’s record").format(name=names[0])
        several = _("Also in the records of {names}").format(names=", ".join(names))
        return several if names else ""

    def _forget(self, tables: frozenset[str]) -> None:
        if tables & SHARED:
            self._others, self._also = None, {}
