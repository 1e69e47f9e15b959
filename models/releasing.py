"""Releasing one reader's copy of a paper: frozen with its digest, and only when it may go."""

from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy.orm import Session


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
    """Freeze one reader's copy; a later one takes the place of the first. Gives its id."""
    raise NotImplementedError


def withdraw(session: Session, copy_id: str, by: str, on: date, why: str) -> None:
    """Note that a released copy is not to be sent any more, and why."""
    raise NotImplementedError
