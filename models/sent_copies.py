"""Copies of a note or a decision in the records of the brothers and sisters of one sitting.

What is done to one of them is done to no other by itself, only when it is asked for.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.children_named import named_in
from models.council import LaptopFact
from models.decision import Decision
from models.editing import find
from models.open_review import OpenReview
from models.plain_reading import Connection
from models.record import Refused
from models.review import Review
from models.signs import Note
from models.together import children_of, same_person

TABLES: Final = ("note", "decision")
_SAME: Final = {
    "note": "copy.words = own.words",
    "decision": "copy.what = own.what and copy.who = own.who and copy.by_when is own.by_when",
}
Shareable = Note | Decision


@dataclass(frozen=True)
class CopyThere:
    """A copy in another child's record, seen from the one of this record, `own_id`."""

    own_id: str
    key: str
    is_gone_here: bool
    is_restricted_here: bool
    id: str
    review_id: str
    called: str
    is_restricted: bool
    is_same: bool

    @property
    def is_left_open(self) -> bool:
        """Whether what is restricted here can still be read there."""
        return self.is_restricted_here and not self.is_gone_here and not self.is_restricted


def copies_there(connection: Connection, table: str, review_id: str) -> tuple[CopyThere, ...]:
    """Every copy in the other records of the sitting, in the order of the children's names.

    What was taken out here and sent here again counts as standing here.
    """
    if table not in TABLES:
        raise Refused("only notes and decisions are shared")
    rows = connection.execute(
        "select own.id, coalesce(nullif(own.shared_key, ''), own.id), "  # noqa: S608 - our names
        "own.removed_at is not null, own.restricted, copy.id, copy.review_id, "
        "coalesce(nullif(c.chosen_name, ''), c.given_name), copy.restricted, "
        f"{_SAME[table]} from {table} own "
        "join review here on here.id = own.review_id and here.together_id <> '' "
        "join review there on there.together_id = here.together_id and there.id <> here.id "
        "and there.removed_at is null "
        f"join {table} copy on copy.review_id = there.id and copy.removed_at is null and "
        "coalesce(nullif(copy.shared_key, ''), copy.id) = "
        "coalesce(nullif(own.shared_key, ''), own.id) "
        "join child c on c.id = there.child_id where own.review_id = ? order by 7, 1, 5",
        (review_id,),
    ).fetchall()
    found = [
        CopyThere(own, key, bool(gone), bool(held), copy, there, name, bool(kept), bool(same))
        for own, key, gone, held, copy, there, name, kept, same in rows
    ]
    standing = {each.key for each in found if not each.is_gone_here}
    return tuple(each for each in found if not each.is_gone_here or each.key not in standing)


def also_in(copies: Iterable[CopyThere]) -> dict[str, tuple[str, ...]]:
    """The children in whose records each note or decision of this one also stands, by its id."""
    found: dict[str, tuple[str, ...]] = {}
    for each in copies:
        known = found.get(each.own_id, ())
        if not each.is_gone_here and each.called not in known:
            found[each.own_id] = (*known, each.called)
    return found


def said_otherwise(copies: Collection[CopyThere]) -> tuple[CopyThere, ...]:
    """The copies that say something else; not those that were parted in two, here or there."""
    here = Counter((each.key, each.id) for each in copies if not each.is_gone_here)
    there = Counter((each.own_id, each.review_id) for each in copies)
    return tuple(
        each
        for each in copies
        if not each.is_same
        and not each.is_gone_here
        and here[each.key, each.id] == there[each.own_id, each.review_id] == 1
    )


def restrict_there(session: Session, table: str, row_id: str) -> tuple[str, ...]:
    """Restrict the copies of a restricted note or decision; gives the ids of those it changed."""
    own = _shareable(session, table, row_id)
    changed = [each for each in _copies_of(session, own) if not each.restricted]
    for copy in changed:
        copy.restricted = True
        if isinstance(copy, Note) and isinstance(own, Note) and not copy.restriction_kinds:
            copy.restriction_kinds = list(own.restriction_kinds)
    return tuple(each.id for each in changed)


def open_there(session: Session, table: str, copy_ids: Iterable[str]) -> None:
    """Take it back that these copies were restricted."""
    for copy_id in copy_ids:
        _shareable(session, table, copy_id).restricted = False


def take_out_there(session: Session, table: str, row_id: str) -> tuple[str, ...]:
    """Take the copies out of the other records; gives their ids."""
    copies = _copies_of(session, _shareable(session, table, row_id))
    for copy in copies:
        if isinstance(copy, Decision):
            rest = [each for each in _decisions(session, copy.review_id) if each != copy.id]
            OpenReview(session, copy.review_id).take_out_decision(copy.id, rest)
        else:
            copy.remove(session.info["by"], session.info["at"])
    return tuple(each.id for each in copies)


def put_back_there(session: Session, table: str, copy_ids: Iterable[str]) -> None:
    """Take it back that these copies were taken out; a decision comes last."""
    for copy_id in copy_ids:
        copy = _shareable(session, table, copy_id)
        if isinstance(copy, Decision):
            order = [*_decisions(session, copy.review_id), copy.id]
            OpenReview(session, copy.review_id).put_in_decision(copy.id, order)
        else:
            copy.removed_by, copy.removed_at = None, None


def change_there(session: Session, table: str, row_id: str) -> None:
    """Let the copies say what this one says now.

    A copy whose words change leaves its child's letter until it is looked at for that child.
    """
    own = _shareable(session, table, row_id)
    copies = _copies_of(session, own)
    parted = Counter(each.review_id for each in copies)
    for copy in copies:
        if parted[copy.review_id] > 1:
            continue
        if isinstance(own, Note) and isinstance(copy, Note):
            copy.in_letter = copy.in_letter and copy.words == own.words
            copy.words = own.words
        elif isinstance(own, Decision) and isinstance(copy, Decision):
            _change_decision(session, own, copy)


def leave_there(session: Session, review_id: str, copy_ids: Iterable[str]) -> None:
    """Remember that these copies stay as they are though it is otherwise in this record."""
    fact = session.get(LaptopFact, _left(review_id))
    if fact is None:
        fact = LaptopFact(name=_left(review_id), value={})
        session.add(fact)
    fact.value = {**fact.value, **dict.fromkeys(copy_ids, True)}


def left_there(connection: Connection, review_id: str) -> frozenset[str]:
    """The ids of the copies that were left as they are."""
    rows = connection.execute(
        "select key from laptop_fact, json_each(laptop_fact.value) where name = ?",
        (_left(review_id),),
    ).fetchall()
    return frozenset(row[0] for row in rows)


def _left(review_id: str) -> str:
    return f"left_in_sitting {review_id}"


def _change_decision(session: Session, own: Decision, copy: Decision) -> None:
    other = OpenReview(session, copy.review_id)
    if copy.what != own.what:
        children = children_of(session, other.review.together_id)
        named = named_in(f"{own.what} {own.who}", children, {other.review.child_id})
        copy.in_letter = copy.in_letter and not named and not copy.letter_words.strip()
    copy.what, copy.who, copy.by_when = own.what, own.who, own.by_when
    copy.person_id = same_person(session, own.person_id, other)


def _shareable(session: Session, table: str, row_id: str) -> Shareable:
    found = find(session, table, row_id)
    if not isinstance(found, Note | Decision):
        raise Refused("only notes and decisions are shared")
    return found


def _copies_of(session: Session, own: Shareable) -> list[Shareable]:
    """The copies that stand in the other records of the sitting that `own` is in now."""
    together_id = OpenReview(session, own.review_id).review.together_id
    kind, key = type(own), own.shared_key or own.id
    wanted = (
        select(kind)
        .join(Review, Review.id == kind.review_id)
        .where(
            Review.together_id == together_id,
            Review.together_id != "",
            Review.id != own.review_id,
            Review.removed_at.is_(None),
            kind.removed_at.is_(None),
            (kind.shared_key == key) | (kind.id == key),
        )
        .order_by(kind.id)
    )
    return list(session.scalars(wanted))


def _decisions(session: Session, review_id: str) -> Sequence[str]:
    wanted = select(Decision.id).where(
        Decision.review_id == review_id, Decision.removed_at.is_(None)
    )
    return session.scalars(wanted.order_by(Decision.number)).all()
