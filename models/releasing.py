"""Releasing one reader's copy of a paper: frozen with its digest, and only when it may go."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.conflicts_on_sheet import OfSession, refuse_while_two_wait
from models.copy_of_sheet import sheet_for
from models.disclosure.tags import unresolved
from models.document_kind import DocumentKind
from models.issuing import NoReason
from models.paper_copy import Delivery, PaperCopy
from models.problems import N_, Problem
from models.readers_of_papers import Reader, reader_of
from models.reading_a_review import read_review
from models.record import Refused
from models.review import Review
from models.review_sheet import ReviewSheet
from models.sending_steps import SENT, Step


class DecisionsNotFinal(Problem):
    """A letter or a record was to be released before the decisions in it are final."""

    what = N_("The decisions are not final yet, so this copy cannot be released.")
    kept = N_("Everything you wrote is safe, and nothing was sent.")
    next = N_("Make the decisions final first, or release the decisions sheet alone.")


class HitsWait(Problem):
    """The check found something in the finished copy, and nobody has said why it may go."""

    what = N_("Something in this copy should perhaps not reach this person.")
    kept = N_("The copy has not been released.")
    next = N_("Leave each place out, or say why it may stay, then release it again.")


class TagsWait(Problem):
    """Something is restricted, and nobody has said from whom it is kept."""

    what = N_("Something is restricted, and nobody has said from whom it is kept.")
    kept = N_("The copy has not been released.")
    next = N_("Say for each restricted note or line from whom it is kept, then release it again.")


class WordsHaveChanged(Problem):
    """Words that were to be left out by hand have changed since, so that nothing is left out."""

    what = N_("Words that were to be left out of this copy have changed since.")
    kept = N_("The copy has not been released.")
    next = N_("Look at this copy again, and leave out what must not be in it.")


class NotTheirs(Problem):
    """Somebody does not get this kind of paper."""

    what = N_("This person does not get this paper.")
    kept = N_("Nothing was released.")
    next = N_("Change what they get first, and say why.")


@dataclass(frozen=True)
class NewCopy:
    """A copy to be released. `unanswered` are the keys of finds that nobody has answered for.

    `words` are its plain words, kept to tell the reader later what changed; `wanted` is how many
    people get this kind of paper of the review, without the council's own file.
    """

    kind: str
    reader: str
    reader_name: str
    role: str
    data: bytes = field(repr=False)
    words: str = field(repr=False)
    way: str
    address: str = ""
    email: str = ""
    format: str = "pdf"
    language: str = "en-GB"
    document_id: str | None = None
    due_on: date | None = None
    left_out: int = 0
    wanted: int = 0
    reason: str = ""
    unanswered: tuple[str, ...] = ()


def release(session: Session, review_id: str, new: NewCopy, by: str, at: datetime) -> str:
    """Freeze one reader's copy; a later one takes the place of the first. Gives its id.

    Raises: DecisionsNotFinal, HitsWait, TagsWait, WordsHaveChanged, NotTheirs; NoReason for a
    new version that does not say why; TwoVersionsWait.
    """
    review = session.get(Review, review_id)
    if review is None:
        raise Refused("no review with that id")
    refuse_while_two_wait(session, review.case_id, review_id)
    session.flush()
    _refuse_unready(read_review(OfSession(session), review_id), new)
    version = _latest_version(session, review_id, new)
    if version and not new.reason.strip():
        raise NoReason
    copy = _frozen(review, new, version + 1, by, at)
    session.add(copy)
    session.flush()
    return copy.id


def withdraw(session: Session, copy_id: str, by: str, on: date, why: str) -> None:
    """Note that a released copy is not to be sent any more, and why.

    Raises: NoReason; Refused for one that has gone.
    """
    copy = session.get(PaperCopy, copy_id)
    if copy is None or copy.removed_at is not None:
        raise Refused("no copy with that id")
    if not why.strip():
        raise NoReason
    steps = select(Delivery.step).where(Delivery.copy_id == copy_id, Delivery.removed_at.is_(None))
    if SENT & set(session.scalars(steps)):
        raise Refused("what has been sent cannot be withdrawn")
    session.add(
        Delivery(
            authority_id=copy.authority_id, case_id=copy.case_id, copy_id=copy_id,
            step=Step.WITHDRAWN, on=on, by=by, note=why.strip(),
        )
    )  # fmt: skip
    session.flush()


def _refuse_unready(sheet: ReviewSheet, new: NewCopy) -> None:
    """See that everything is settled that has to be before a copy goes."""
    reader = reader_of(sheet, new.reader)
    if reader is None or not reader.gets(new.kind):
        raise NotTheirs
    if new.kind != DocumentKind.DECISIONS and sheet.finalised_on is None:
        raise DecisionsNotFinal
    if new.unanswered:
        raise HitsWait
    _refuse_unsettled(sheet, reader, new.kind)


def _refuse_unsettled(sheet: ReviewSheet, reader: Reader, kind: str) -> None:
    if unresolved(sheet):
        raise TagsWait
    if sheet_for(sheet, reader, kind).lost:
        raise WordsHaveChanged


def _latest_version(session: Session, review_id: str, new: NewCopy) -> int:
    """The number of the newest version of this paper that the reader has, 0 before the first."""
    versions = select(PaperCopy.version).where(
        PaperCopy.review_id == review_id,
        PaperCopy.reader == new.reader,
        PaperCopy.kind == new.kind,
    )
    return max(session.scalars(versions), default=0)


def _frozen(review: Review, new: NewCopy, version: int, by: str, at: datetime) -> PaperCopy:
    return PaperCopy(
        authority_id=review.authority_id,
        case_id=review.case_id,
        review_id=review.id,
        document_id=new.document_id,
        reader=new.reader,
        reader_name=new.reader_name,
        role=new.role,
        kind=str(new.kind),
        format=new.format,
        version=version,
        language=new.language,
        way=new.way,
        address=new.address,
        email=new.email,
        due_on=new.due_on,
        left_out=new.left_out,
        wanted=new.wanted,
        reason=new.reason.strip(),
        released_at=at,
        released_by=by,
        words=new.words,
        digest=hashlib.sha256(new.data).hexdigest(),
        pages=new.data,
    )
