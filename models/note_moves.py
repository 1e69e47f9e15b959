"""Notes moved, split and made into decisions; their positions stay dense, 1 for the first."""

from collections.abc import Sequence

from sqlalchemy import select

from models.open_review import OpenReview
from models.record import Refused
from models.rules.note_sorts import COLUMN_OF
from models.signs import Note
from models.wishes import Wish

Said = Note | Wish
KINDS: dict[str, type[Said]] = {"note": Note, "wish": Wish}
_COLUMN_OF = {str(sort): column for sort, column in COLUMN_OF.items()}


def move_by(review: OpenReview, table: str, row_id: str, by: int) -> bool:
    """Move a note so many places among those of its step and column; say whether it moved."""
    order = _in_order(review, KINDS[table])
    moved = _one(order, row_id)
    together = [one for one in order if _belongs(one) == _belongs(moved)]
    place = together.index(moved) + by
    if not 0 <= place < len(together) or by == 0:
        return False
    neighbour = together[place]
    order.remove(moved)
    order.insert(order.index(neighbour) + (1 if by > 0 else 0), moved)
    _number(review, order)
    return True


def move_to(
    review: OpenReview, table: str, row_id: str, *, step: str, column: str, before: str = ""
) -> None:
    """Put a note into a column of a step: before another note, or last of all.

    A kind of answer that the new column does not have is taken off.
    """
    order = _in_order(review, KINDS[table])
    moved = _one(order, row_id)
    is_elsewhere = _belongs(moved) != (step, column)
    if before == row_id or (not before and not is_elsewhere):
        return
    moved.step, moved.column = step, column
    if isinstance(moved, Note) and _COLUMN_OF.get(moved.sort, column) != column:
        moved.sort = ""
    order.remove(moved)
    place = next((number for number, one in enumerate(order) if one.id == before), len(order))
    order.insert(place, moved)
    _number(review, order)


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
        note.words, note_id=note.id, life_area=note.life_area, restricted=note.restricted
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
        **fields,
    )


def _belongs(one: Said) -> tuple[str, str]:
    return one.step, one.column


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
