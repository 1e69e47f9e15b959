"""Issuing a letter or minutes: the pages are frozen with their digest; a correction is new."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from models.after_review import mark_met
from models.conflicts_on_sheet import refuse_while_two_wait
from models.document import Document
from models.document_kind import DocumentKind
from models.letter import ChildLetter
from models.plain_reading import Connection
from models.problems import N_, Problem
from models.record import Refused
from models.review import Milestone, Review
from models.rules.timescales import RECORD_WRITTEN


class NoReason(Problem):
    """A correction was asked for without saying why."""

    what = N_("A new version needs a reason.")
    kept = N_("The version that was issued is unchanged.")
    next = N_("Say in a few words what was wrong, then issue it again.")


class TamperedDocument(Problem):
    """The stored pages are not the pages that were issued."""

    what = N_("The stored pages do not match the digest taken when they were issued.")
    kept = N_("Nothing was changed or sent.")
    next = N_("Tell your system administrator, and issue a new version.")


class PagesNotHere(Problem):
    """The pages were issued on another laptop and have not come to this one."""

    what = N_("The pages of this paper have not come to this laptop yet.")
    kept = N_("They are kept in the council's shared database. Nothing is lost.")
    next = N_("Connect and choose Share now, then open it again. Its words can be read meanwhile.")


@dataclass(frozen=True)
class Issue:
    """What is issued: the pages, their plain words and language. `reason` for a correction."""

    kind: DocumentKind
    pdf: bytes
    words: str
    language: str = "en-GB"
    reason: str = ""


def issue(session: Session, review_id: str, new: Issue, by: str, at: datetime) -> str:
    """Freeze a document; a second one of the same kind replaces the first. Gives its id.

    Raises: NoReason for a correction that does not say why, TwoVersionsWait.
    """
    review = session.get(Review, review_id)
    if review is None:
        raise Refused("no review with that id")
    refuse_while_two_wait(session, review.case_id, review_id)
    latest = _latest(session, Document.review_id == review_id, new.kind)
    document = _freeze(session, review, new, latest, by, at)
    document.review_id = review_id
    session.flush()
    _note_record_written(session, review, new.kind, at)
    return document.id


def issue_letter(session: Session, letter_id: str, new: Issue, by: str, at: datetime) -> str:
    """Freeze a letter that belongs to no review; a second one replaces the first. Gives its id.

    Raises: NoReason for a correction that does not say why, TwoVersionsWait.
    """
    letter = session.get(ChildLetter, letter_id)
    if letter is None:
        raise Refused("no letter with that id")
    refuse_while_two_wait(session, letter.case_id, letter.review_id or "")
    latest = _latest(session, Document.letter_id == letter_id, new.kind)
    document = _freeze(session, letter, new, latest, by, at)
    document.letter_id = letter_id
    session.flush()
    return document.id


def _freeze(
    session: Session, of: Review | ChildLetter, new: Issue, latest: Document | None,
    by: str, at: datetime,
) -> Document:  # fmt: skip
    if latest is not None and not new.reason.strip():
        raise NoReason
    document = Document(
        authority_id=of.authority_id,
        case_id=of.case_id,
        kind=new.kind,
        version=1 if latest is None else latest.version + 1,
        replaces_id=None if latest is None else latest.id,
        reason=new.reason.strip(),
        issued_at=at,
        issued_by=by,
        language=new.language,
        words=new.words,
        digest=hashlib.sha256(new.pdf).hexdigest(),
        pdf=new.pdf,
    )
    with session.no_autoflush:
        session.add(document)
    return document


def _latest(session: Session, of: ColumnElement[bool], kind: str) -> Document | None:
    return session.scalars(
        select(Document)
        .where(of, Document.kind == kind)
        .order_by(Document.version.desc())
        .limit(1)
    ).first()


def _note_record_written(session: Session, review: Review, kind: str, at: datetime) -> None:
    """The full record counts as written (T35) from the first minutes of a completed review."""
    if kind != DocumentKind.MINUTES or review.completed_on is None:
        return
    written = select(Milestone).where(
        Milestone.review_id == review.id, Milestone.clock == RECORD_WRITTEN.id
    )
    if session.scalars(written).first() is None:
        mark_met(session, review, RECORD_WRITTEN.id, at.date())


def issued_words(connection: Connection, document_id: str) -> str:
    """The plain words of an issued document.

    Raises: LookupError for no such id.
    """
    row = connection.execute("select words from document where id = ?", (document_id,)).fetchone()
    if row is None:
        raise LookupError(document_id)
    return str(row[0])


def issued_pdf(connection: Connection, document_id: str) -> bytes:
    """The pages exactly as issued.

    Raises: PagesNotHere while another laptop's pages have not come; TamperedDocument if they no
    longer match their digest; LookupError for no such id.
    """
    row = connection.execute(
        "select pdf, digest from document where id = ?", (document_id,)
    ).fetchone()
    if row is None:
        raise LookupError(document_id)
    if row[0] is None:
        raise PagesNotHere
    pdf = bytes(row[0])
    if hashlib.sha256(pdf).hexdigest() != row[1]:
        raise TamperedDocument
    return pdf
