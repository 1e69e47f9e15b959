"""What is done to a letter while it is made: begun, worded, a line left out, a warning waived."""

from datetime import date
from typing import Any, TypeVar  # Any: a choice may hold any kind of value

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.child import Child
from models.editing import begin_anew, find, put
from models.letter import ChildLetter, LetterLine, LetterTranslation, LetterWaiver
from models.one_id import one_id
from models.problems import N_, Problem
from models.record import Refused
from models.review import Review
from models.together import write_for_child

K = TypeVar("K", LetterLine, LetterWaiver, LetterTranslation)


class NoReasonGiven(Problem):
    """Something was left out of a letter, or a warning set aside, without saying why."""

    what = N_("This needs a reason.")
    kept = N_("The letter is as it was.")
    next = N_("Say why in a few words.")


def id_of_letter(review_id: str) -> str:
    """The id that the letter of a review has, or will have."""
    return one_id(ChildLetter.__tablename__, review_id)


def letter_of_review(session: Session, review_id: str) -> str:
    """The id of the letter of a review, begun now where nothing was chosen yet."""
    found = session.scalars(
        select(ChildLetter.id).where(
            ChildLetter.review_id == review_id,
            ChildLetter.template == "review",
            ChildLetter.removed_at.is_(None),
        )
    ).first()
    if found is not None:
        return found
    review = session.get(Review, review_id)
    if review is None:
        raise Refused("no review with that id")
    letter = _like_the_last(session, review.child_id)
    letter.id = id_of_letter(review_id)
    letter.review_id, letter.writer_id = review_id, review.chair_id
    session.add(letter)
    session.flush()
    return letter.id


def begin_letter(
    session: Session,
    child_id: str,
    template: str,
    about_on: date | None = None,
    review_id: str | None = None,
) -> str:
    """Begin a letter for another moment, set as the child's last one was. Gives its id."""
    letter = _like_the_last(session, child_id)
    letter.template, letter.about_on, letter.review_id = template, about_on, review_id
    letter.writer_id = session.info["by"]
    session.add(letter)
    session.flush()
    return letter.id


# How it is given is asked each time: a letter to where a child no longer lives is opened there.
_SET_AS_BEFORE = (
    "band", "typeface", "text_size", "paper", "with_pictures", "picture_set", "language",
    "arrangement", "own_digits", "with_photo", "with_code", "read_with",
)  # fmt: skip


def _like_the_last(session: Session, child_id: str) -> ChildLetter:
    child = session.get(Child, child_id)
    if child is None:
        raise Refused("no child with that id")
    before = session.scalars(
        select(ChildLetter)
        .where(ChildLetter.child_id == child_id, ChildLetter.removed_at.is_(None))
        .order_by(ChildLetter.created_at.desc())
    ).first()
    same = {field: getattr(before, field) for field in _SET_AS_BEFORE} if before else {}
    return ChildLetter(
        authority_id=child.authority_id, case_id=child.case_id, child_id=child_id, **same
    )


def choose(session: Session, letter_id: str, field: str, value: Any) -> None:
    """Set how a letter is set: its band, typeface, size, paper and what goes with it."""
    put(session, ChildLetter.__tablename__, letter_id, field, value)


def write_line(
    session: Session, letter_id: str, key: str, words: str, proposed: str, row_id: str = ""
) -> str:
    """Keep what the IRO wrote for a line; empty words give the line back to the proposal.

    A new line gets `row_id`, where it was typed under that id before it was saved.
    """
    line = _line(session, letter_id, key, row_id)
    line.words, line.proposed = words, proposed if words.strip() else ""
    session.flush()
    return line.id


def say_to_child(
    session: Session, letter_id: str, place: tuple[str, str], key: str, words: str, proposed: str
) -> None:
    """Keep how a note or a decision is said to the child, and what was proposed at the time."""
    table, row_id = place
    row = find(session, table, row_id)
    if getattr(row, "shared_key", ""):
        write_for_child(session, table, row_id, words)
    else:
        put(session, table, row_id, "letter_words", words)
    accept_proposal(session, letter_id, key, proposed if words.strip() else "")


def accept_proposal(session: Session, letter_id: str, key: str, proposed: str) -> None:
    """Note that the proposal that stands beside the IRO's words has been seen."""
    line = _line(session, letter_id, key)
    if line.proposed != proposed:
        line.proposed = proposed


def leave_out(session: Session, letter_id: str, key: str, why: str) -> None:
    """Leave a line out of the letter on purpose.

    Raises: NoReasonGiven.
    """
    if not why.strip():
        raise NoReasonGiven
    line = _line(session, letter_id, key)
    line.left_out, line.left_out_why, line.taken_in = True, why.strip(), False


def put_back(session: Session, letter_id: str, key: str) -> None:
    """Take a line into the letter again, though its design holds no more."""
    line = _line(session, letter_id, key)
    line.left_out, line.left_out_why, line.taken_in = False, "", True


def waive(session: Session, letter_id: str, check: str, why: str) -> None:
    """Set a warning aside, with the reason.

    Raises: NoReasonGiven.
    """
    if not why.strip():
        raise NoReasonGiven
    found = _one(session, LetterWaiver, letter_id, check=check)
    found.why = why.strip()


def heed_again(session: Session, letter_id: str, check: str) -> None:
    """Let a warning that was set aside stand again."""
    waiver = session.scalars(
        select(LetterWaiver).where(
            LetterWaiver.letter_id == letter_id, LetterWaiver.check == check
        )
    ).first()
    if waiver is not None:
        waiver.remove(session.info["by"], session.info["at"])


def write_translation(
    session: Session,
    letter_id: str,
    place: tuple[str, str],
    original: str,
    words: str,
    row_id: str = "",
) -> None:
    """Keep a line, by its language and key, as a translator gave it, with its English.

    A new one gets `row_id`, where it was typed under that id before it was saved.
    """
    language, key = place
    found = _one(session, LetterTranslation, letter_id, row_id, language=language, key=key)
    found.original, found.words = original, words


def _line(session: Session, letter_id: str, key: str, row_id: str = "") -> LetterLine:
    return _one(session, LetterLine, letter_id, row_id, key=key)


def _one(session: Session, kind: type[K], letter_id: str, row_id: str = "", **named: str) -> K:
    """The row of this letter with these names, brought back empty or made where there is none."""
    chosen = select(kind).filter_by(letter_id=letter_id, **named)
    found = session.scalars(chosen).first()
    if found is None:
        letter = session.get(ChildLetter, letter_id)
        if letter is None:
            raise Refused("no letter with that id")
        found = kind(
            authority_id=letter.authority_id, case_id=letter.case_id, letter_id=letter_id,
            **({"id": row_id} if row_id else {}), **named,
        )  # fmt: skip
        session.add(found)
    if found.removed_at is not None:
        begin_anew(found)
    return found
