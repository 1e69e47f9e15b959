"""Notes moved, split and made into decisions; their positions stay dense, 1 for the first."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from models.open_review import OpenReview
from models.record import Refused
from models.rules.note_sorts import COLUMN_OF
from models.signs import Note
from models.wishes import Wish

Said = Note | Wish
KINDS: dict[str, type[Said]] = {"note": Note, "wish": Wish}
_COLUMN_OF = {str(sort): column for sort, column in COLUMN_OF.items()}


@dataclass(frozen=True)
class Spot:
    """Where a note is put: a column of a step, and beside which note; without one, last.

    `sort` is the kind of answer it becomes; None leaves the one it is, if the column has it.
    """

    step: str
    column: str
    beside: str = ""
    is_after: bool = False
    sort: str | None = None


def move_to(review: OpenReview, table: str, row_id: str, spot: Spot) -> None:
    """Put a note somewhere else.

    A kind of answer that the new column does not have is taken off.
    """
    order = _in_order(review, KINDS[table])
    moved = _one(order, row_id)
    is_there = (moved.step, moved.column) == (spot.step, spot.column)
    is_there = is_there and (not isinstance(moved, Note) or spot.sort in (None, moved.sort))
    if spot.beside == row_id or (is_there and not spot.beside):
        return
    moved.step, moved.column = spot.step, spot.column
    if isinstance(moved, Note):
        moved.sort = _sort_in(spot, moved.sort)
    order.remove(moved)
    place = next((number for number, one in enumerate(order) if one.id == spot.beside), None)
    order.insert(len(order) if place is None else place + int(spot.is_after), moved)
    _number(review, order)


def _sort_in(spot: Spot, sort: str) -> str:
    """The kind of answer a note is once it stands there."""
    if spot.sort is not None:
        return spot.sort
    return sort if _COLUMN_OF.get(sort, spot.column) == spot.column else ""


def split(review: OpenReview, table: str, row_id: str, at: int) -> str:
    """Part a note in two where the cursor stands; gives the id of the second, which follows it.

    Both keep who said it, what it is about, where it stands and whether it is restricted. The
    child's own words are parted without touching a letter.

    Raises: Refused where one of the halves would have no words.
    """
    order = _in_order(review, KINDS[table])
    whole = _one(order, row_id)
    first, second = whole.words[:at], whole.words[at:]
    if isinstance(whole, Note):
        first, second = first.rstrip(), second.lstrip()
    if not first.strip() or not second.strip():
        raise Refused("each half of a note needs words")
    made_id = _second(review, whole, second)
    whole.words = first
    order = _in_order(review, KINDS[table])
    made = _one(order, made_id)
    order.remove(made)
    order.insert(order.index(whole) + 1, made)
    _number(review, order)
    return made_id


def make_decision(review: OpenReview, note_id: str) -> str:
    """Add a decision with the words of a note, which stays; gives the decision's id."""
    note = _one(_in_order(review, Note), note_id)
    if not isinstance(note, Note):
        raise Refused("only a note is made into a decision")
    return review.decide(
        note.words,
        note_id=note.id,
        life_area=note.life_area,
        restricted=note.restricted,
        in_letter=note.in_letter or not note.shared_key,  # a copy waits until it is written
    )


def _second(review: OpenReview, whole: Said, words: str) -> str:
    fields = {"step": whole.step, "life_area": whole.life_area, "in_letter": whole.in_letter}
    if isinstance(whole, Wish):
        return review.add_wish(
            words,
            column=whole.column,
            way=whole.way,
            heard_by=whole.heard_by,
            heard_on=whole.heard_on,
            private=whole.private,
            made_by_child=whole.made_by_child,
            question=whole.question,
            **fields,
        )
    return review.add_note(
        whole.column,
        words,
        said_by=whole.said_by,
        person_id=whole.person_id,
        restricted=whole.restricted,
        restriction_kinds=list(whole.restriction_kinds),
        sort=whole.sort,
        shared_key=whole.shared_key,
        **fields | ({"in_letter": False} if whole.shared_key else {}),
    )


def _in_order(review: OpenReview, kind: type[Said]) -> list[Said]:
    wanted = select(kind).where(kind.review_id == review.review.id, kind.removed_at.is_(None))
    found: list[Said] = list(review.session.scalars(wanted))
    return sorted(found, key=lambda one: (one.position, one.id))


def _one(order: Sequence[Said], row_id: str) -> Said:
    found = next((one for one in order if one.id == row_id), None)
    if found is None:
        raise Refused("no such words in this review")
    return found


def _number(review: OpenReview, order: Sequence[Said]) -> None:
    """Number them from 1, touching only those whose number changes."""
    for position, one in enumerate(order, start=1):
        if one.position != position:
            one.position = position
    review.session.flush()
