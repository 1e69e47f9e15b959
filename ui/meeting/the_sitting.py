"""The other children of a sitting, and what of this record stands in theirs too."""

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from models.children_named import Called, named_in
from models.quick_note import ALL, Named
from models.sent_copies import CopyThere, also_in, copies_there, said_otherwise
from models.together import InTheSitting, in_the_sitting, standing_equal
from ui.caseload.record_changes import changes_of
from ui.language import _

if TYPE_CHECKING:
    from ui.meeting.meeting import Meeting

SHARED: Final = frozenset({"note", "decision", "review", "sitting", "child"})


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
        self._equal: tuple[InTheSitting, ...] | None = None
        self._copies: dict[str, tuple[CopyThere, ...]] = {}
        changes_of(meeting.desk.database).changed.connect(self._forget)

    @property
    def others(self) -> tuple[InTheSitting, ...]:
        """The other children whose reviews are held with this one."""
        if self._others is None:
            with self._meeting.desk.database.reading() as connection:
                self._others = in_the_sitting(connection, self._meeting.review_id)
        return self._others

    @property
    def equal(self) -> tuple[InTheSitting, ...]:
        """Those of them whose review is as far on as this one."""
        if not self.others:
            return ()
        if self._equal is None:
            with self._meeting.desk.database.reading() as connection:
                self._equal = standing_equal(connection, self._meeting.review_id)
        return self._equal

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

    def as_named(self) -> tuple[Named, ...]:
        """The others as a quick line may name them, and all of them at once."""
        others = [
            Named(each.id, tuple(dict.fromkeys((each.called, each.given_name))))
            for each in self.others
        ]
        return (*others, Named(ALL, (_("all"),))) if others else ()

    def meant(self, keys: Sequence[str]) -> tuple[str, ...]:
        """The reviews that a quick line names, each of them where it says all."""
        if ALL in keys:
            return tuple(each.id for each in self.others)
        return tuple(keys)

    def sent_words(self, words: str, review_ids: Collection[str]) -> tuple[str, str]:
        """Say for whom else words are, and whether they name a child."""
        names = [each.called for each in self.others if each.id in review_ids]
        if not names:
            return "", ""
        also = _("Also for {names}").format(names=all_named(names))
        return also, self.told_of(words, review_ids)

    def _children(self) -> tuple[Called, ...]:
        own = self._meeting.sheet.child
        first = Called(own.id, own.called, own.given_name, own.family_name)
        rest = (
            Called(each.child_id, each.called, each.given_name, each.family_name)
            for each in self.others
        )
        return (first, *rest)

    def copies(self, table: str) -> tuple[CopyThere, ...]:
        """The copies of this record's notes or decisions that stand in the others."""
        if not self.others:
            return ()
        if table not in self._copies:
            with self._meeting.desk.database.reading() as connection:
                self._copies[table] = copies_there(connection, table, self._meeting.review_id)
        return self._copies[table]

    def also_in(self, table: str, row_id: str) -> tuple[str, ...]:
        """The names of those in whose records this note or decision also stands."""
        return also_in(self.copies(table)).get(row_id, ())

    def left_open(self, table: str, row_id: str) -> tuple[str, ...]:
        """The names of those in whose records it can be read though it is restricted here."""
        return _names(
            each for each in self.copies(table) if each.own_id == row_id and each.is_left_open
        )

    def said_otherwise(self, table: str, row_id: str) -> tuple[str, ...]:
        """The names of those in whose records it says something else."""
        others = said_otherwise(self.copies(table))
        return _names(each for each in others if each.own_id == row_id)

    def also_words(self, table: str, row_id: str) -> str:
        """Say in whose records it also stands; nothing where it stands here alone."""
        names = self.also_in(table, row_id)
        if not names:
            return ""
        if self.said_otherwise(table, row_id):
            one = _("Also in {name}’s record, in other words")
            several = _("Also in the records of {names}, in other words")
        else:
            one, several = _("Also in {name}’s record"), _("Also in the records of {names}")
        return (
            one.format(name=names[0])
            if len(names) == 1
            else several.format(names=all_named(names))
        )

    def _forget(self, tables: frozenset[str]) -> None:
        if tables & SHARED:
            self._others, self._equal, self._copies = None, None, {}


def _names(copies: Iterable[CopyThere]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.called for each in copies))
