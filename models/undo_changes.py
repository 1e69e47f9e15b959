"""What one act changed in a review, as plain values that can be kept and put back."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, Final, NamedTuple  # Any: a field may hold any kind of value

from sqlalchemy import Date, String, Text, inspect

from models.edits import Edit
from models.every_record import BY_TABLE
from models.pending import plain
from models.record import Moment, Shared
from models.review import Review

PRESENCE: Final = "removed_at"
NEVER, THERE, AWAY = "never", "there", "removed"
OUT: Final = frozenset({"document", "paper_copy", "delivery"})
"""What is issued, released or sent cannot be called back."""
LONG: Final = 100
"""From so many characters on a column holds what is typed, not what is chosen."""

ONE_EACH: Final = frozenset(
    {"attendance", "participation", "decision_progress", "scale_answer", "step_mark",
     "right_explained", "matter_considered", "step_fact", "paper_received", "child_letter",
     "letter_line", "letter_waiver", "letter_translation"}
)  # fmt: skip
"""Rows that are made by the first answer typed into them, one for each question."""


class Change(NamedTuple):
    """One field of one row, before and after, as JSON keeps them.

    A row that comes or goes is a change of `removed_at` from one of NEVER, THERE and AWAY.
    """

    table: str
    row_id: str
    field: str
    before: Any
    after: Any

    @property
    def place(self) -> tuple[str, str, str]:
        """Where it is."""
        return self.table, self.row_id, self.field

    @property
    def row(self) -> tuple[str, str]:
        """Which row it is in."""
        return self.table, self.row_id

    @property
    def makes(self) -> bool:
        """Whether it is the making of a row."""
        return self.field == PRESENCE and self.before == NEVER


def changes_of(edits: Iterable[Edit], review_id: str, case_id: str) -> list[Change]:
    """Give what was changed by hand in this review: each place once, the first of it before."""
    found: dict[tuple[str, str, str], Change] = {}
    for edit in edits:
        if not _belongs(edit.row, review_id, case_id) or edit.field not in _kept(type(edit.row)):
            continue
        change = _change(edit)
        first = found.get(change.place)
        found[change.place] = change if first is None else first._replace(after=change.after)
    made = {each.row: each.after for each in found.values() if each.makes}
    changed = [
        each._replace(before=None) if each.row in made and each.field != PRESENCE else each
        for each in found.values()
        if each.before != each.after and made.get(each.row) != AWAY
    ]
    walls = [each for each in changed if is_wall(each)]
    return walls or sorted(changed, key=_order)


def is_wall(change: Change) -> bool:
    """Whether nothing before this can be undone: the review was moved on, or papers went out."""
    return change.table in OUT or (change.table, change.field) == ("review", "state")


def is_typed_text(change: Change) -> bool:
    """Whether it is of words that are typed letter by letter."""
    if change.field == PRESENCE:
        return False
    kind = _column(change.table, change.field).type
    return isinstance(kind, Text) or (isinstance(kind, String) and (kind.length or 0) >= LONG)


def held(row: Shared, field: str) -> Any:
    """Give what a row holds now, as a change would keep it."""
    if field == PRESENCE:
        return THERE if row.removed_at is None else AWAY
    return plain(getattr(row, field))


def as_held(table: str, field: str, kept: Any) -> Any:
    """Give a kept value as the row holds it."""
    kind = _column(table, field).type
    if kept is None:
        return None
    if isinstance(kind, Moment):
        return datetime.fromisoformat(kept)
    return date.fromisoformat(kept) if isinstance(kind, Date) else kept


def _change(edit: Edit) -> Change:
    table, row_id = edit.row.__tablename__, edit.row.id  # type: ignore[attr-defined]  # mapped
    if edit.field == PRESENCE:
        before = NEVER if edit.made else THERE if edit.before is None else AWAY
        return Change(table, row_id, PRESENCE, before, THERE if edit.after is None else AWAY)
    return Change(table, row_id, edit.field, plain(edit.before), plain(edit.after))


def _belongs(row: Shared, review_id: str, case_id: str) -> bool:
    """Whether a row is of this review, or of the child and nothing but the child."""
    if isinstance(row, Review):
        return row.id == review_id
    of_review = getattr(row, "review_id", None)
    return of_review == review_id if of_review is not None else row.case_id == case_id


def _kept(kind: type[Shared]) -> frozenset[str]:
    typed: frozenset[str] = getattr(kind, "TYPED", frozenset())
    return typed | ({PRESENCE, "state"} if kind is Review else {PRESENCE})


def _order(change: Change) -> tuple[bool, bool, str, str, str]:
    """What came or went first: it is what the act is called by."""
    return change.field != PRESENCE, change.table in ONE_EACH, *change.place


def _column(table: str, field: str) -> Any:  # SQLAlchemy's own kind of column
    return inspect(BY_TABLE[table]).column_attrs[field].columns[0]
