"""Acts on the map: a worry statement is paired with its goal, parted from it, carried on."""

from collections.abc import Mapping
from typing import Any, Final  # Any: the fields of a new note

from sqlalchemy import select

from models.open_review import OpenReview
from models.record import Refused
from models.review import Review
from models.rules.note_sorts import COLUMN_OF, Sort
from models.signs import Note

STEP: Final = "A8"
_CARRIED: Final = ("words", "letter_words", "life_area", "restricted", "restriction_kinds",
                   "in_letter")  # fmt: skip


def make_pair(review: OpenReview, worry: str, goal: str = "", **fields: Any) -> str:
    """Write a worry statement, and its goal if there is one; fields as in Note. Gives its id."""
    worry_id = _write(review, Sort.WORRY_STATEMENT, worry, fields)
    if goal.strip():
        write_goal(review, worry_id, goal, **fields)
    return worry_id


def write_goal(review: OpenReview, worry_id: str, words: str, **fields: Any) -> str:
    """Write the goal of a worry statement that has none. Gives the goal's id."""
    worry = _statement(review, worry_id)
    if _living(review, worry.goal_id) is not None:
        raise Refused("this worry statement has a goal")
    worry.goal_id = _write(review, Sort.GOAL, words, fields)
    review.session.flush()
    return worry.goal_id


def pair(review: OpenReview, worry_id: str, goal_id: str) -> None:
    """Join two notes that are there already; each takes the sort that a pair needs.

    Raises: Refused for a note under another column, or a goal that is another's.
    """
    worry, goal = _note(review, worry_id), _note(review, goal_id)
    for note, sort in ((worry, Sort.WORRY_STATEMENT), (goal, Sort.GOAL)):
        if note.column != COLUMN_OF[sort]:
            raise Refused(f"a {sort} stands under another column")
    if any(other.id != worry.id for other in _with_goal(review, goal.id)):
        raise Refused("this goal belongs to another worry statement")
    worry.sort, goal.sort, worry.goal_id = Sort.WORRY_STATEMENT, Sort.GOAL, goal.id
    review.session.flush()


def unpair(review: OpenReview, worry_id: str) -> None:
    """Part a worry statement from its goal; both stay."""
    _note(review, worry_id).goal_id = None
    review.session.flush()


def carry_on(review: OpenReview, earlier_id: str) -> str:
    """Take a worry statement of an earlier review up again, with its goal. Gives the new id.

    The new notes have the same words and keep the first note's id, so that the scale goes on.
    """
    earlier = _earlier(review, earlier_id)
    if earlier.sort != Sort.WORRY_STATEMENT:
        raise Refused("only a worry statement is carried on")
    worry_id = _again(review, earlier)
    goal = review.session.get(Note, earlier.goal_id) if earlier.goal_id else None
    if goal is not None and goal.removed_at is None and goal.sort == Sort.GOAL:
        pair(review, worry_id, _again(review, goal))
    return worry_id


def _again(review: OpenReview, earlier: Note) -> str:
    """One note of an earlier review in this one; the note that is there already, if there is."""
    first = earlier.carried_from or earlier.id
    found = review.session.scalars(
        select(Note).where(
            Note.review_id == review.review.id,
            Note.carried_from == first,
            Note.removed_at.is_(None),
        )
    ).first()
    if found is not None:
        return found.id
    fields = {name: getattr(earlier, name) for name in _CARRIED}
    words = fields.pop("words")
    return _write(review, Sort(earlier.sort), words, {**fields, "carried_from": first})


def _write(review: OpenReview, sort: Sort, words: str, fields: Mapping[str, Any]) -> str:
    given = {"step": STEP, **fields, "sort": sort}
    return review.add_note(COLUMN_OF[sort], words.strip(), **given)


def _note(review: OpenReview, note_id: str) -> Note:
    found = _living(review, note_id)
    if found is None:
        raise Refused("no note of this review with that id")
    return found


def _statement(review: OpenReview, note_id: str) -> Note:
    found = _note(review, note_id)
    if found.sort != Sort.WORRY_STATEMENT:
        raise Refused("this note is not a worry statement")
    return found


def _living(review: OpenReview, note_id: str | None) -> Note | None:
    found = review.session.get(Note, note_id) if note_id else None
    is_here = found is not None and found.review_id == review.review.id
    return found if is_here and found is not None and found.removed_at is None else None


def _with_goal(review: OpenReview, goal_id: str) -> list[Note]:
    wanted = select(Note).where(
        Note.review_id == review.review.id,
        Note.goal_id == goal_id,
        Note.sort == Sort.WORRY_STATEMENT,
        Note.removed_at.is_(None),
    )
    return list(review.session.scalars(wanted))


def _earlier(review: OpenReview, note_id: str) -> Note:
    """A living note of an earlier review of the same child."""
    found = review.session.get(Note, note_id)
    its = review.session.get(Review, found.review_id) if found is not None else None
    if found is None or its is None or found.removed_at is not None:
        raise Refused("no note with that id")
    if its.child_id != review.review.child_id or its.number >= review.review.number:
        raise Refused("no note of an earlier review of this child with that id")
    return found
