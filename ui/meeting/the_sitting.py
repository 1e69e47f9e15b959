"""The other children of a sitting, and what of this record stands in theirs too."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from models.children_named import Called, named_in
from models.together import InTheSitting, also_in, in_the_sitting
from ui.caseload.record_changes import changes_of
from ui.language import _

if TYPE_CHECKING:
    from ui.meeting.meeting import Meeting

SHARED: Final = frozenset({"note", "decision", "review", "child"})


def all_named(names: Sequence[str]) -> str:
    """Name several people in one row: "Max, Theo and Sam"."""
    words, *others = names
    for name in others[:-1]:
        words = _("{names}, {name}").format(names=words, name=name)
    return _("{names} and {last}").format(names=words, last=others[-1]) if others else words


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

    def told_of(self, words: str, review_ids: Collection[str]) -> str:
        """Ask whether words that name a child are for the others to read; nothing if they do not.

        `review_ids` are the reviews of the others into whose records the words would go.
        """
        readers = [each for each in self.others if each.id in review_ids]
        named = named_in(words, self._children(), {each.child_id for each in readers})
        if not readers or not named:
            return ""
        asks = _("These words name {names}. Send only what {readers} may read.")
        return asks.format(
            names=all_named(named), readers=all_named([each.called for each in readers])
        )

    def _children(self) -> tuple[Called, ...]:
        own = self._meeting.sheet.child
        first = Called(own.id, own.called, own.given_name, own.family_name)
        rest = (
            Called(each.child_id, each.called, each.given_name, each.family_name)
            for each in self.others
        )
        return (first, *rest)

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
        several = _("Also in the records of {names}")
        return several.format(names=all_named(names)) if names else ""

    def _forget(self, tables: frozenset[str]) -> None:
        if tables & SHARED:
            self._others, self._also = None, {}
