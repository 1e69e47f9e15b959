"""The pages of a letter that are shown and given out: what was issued while nothing is changed."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from letters.letter import Letter
from letters.papers import Paper, compose, paper
from letters.pdf import render
from letters.words_of import words_of
from models.document_kind import DocumentKind
from models.issuing import issued_words
from models.problems import Problem
from models.review_sheet import DocumentOnSheet, ReviewSheet
from ui.desk import Desk
from ui.issued_pages import issued_pages
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.line_places import found_by_line


@dataclass(frozen=True)
class Issued:
    """The newest issued version, and its plain words."""

    document: DocumentOnSheet
    words: str


@dataclass(frozen=True)
class OutPages:
    """A PDF, and which issued version it is; 0 for a draft."""

    pdf: bytes
    version: int = 0


def issued_of(letter: LetterInHand) -> Issued | None:
    """What was issued of a letter last."""
    latest = letter.latest
    if latest is None:
        return None
    with letter.desk.database.reading() as connection:
        return Issued(latest, issued_words(connection, latest.id))


def as_issued(sheet: ReviewSheet, kind: DocumentKind, issued: Issued) -> Paper | None:
    """The issued version made again, its lines found on its pages; none if anything is changed."""
    latest = issued.document
    before = tuple(each for each in sheet.documents if each.id != latest.id)
    day = latest.issued_at.astimezone().date()
    made = compose(replace(sheet, documents=before), kind, day, latest.reason)
    if not isinstance(made, Letter) or made.missing or words_of(made) != issued.words:
        return None
    try:
        again = Paper(made, render(found_by_line(made)))
    except Problem:
        return None
    return again if hashlib.sha256(again.rendered.pdf).hexdigest() == latest.digest else None


def out_pages(letter: LetterInHand, *, wants_issued: bool = False) -> Callable[[], OutPages]:
    """Give the work that makes the pages as they are shown; it holds values only."""
    sheet, kind, today = letter.sheet, letter.kind, letter.desk.today()
    issued, desk = issued_of(letter), letter.desk

    def make() -> OutPages:
        if issued and (wants_issued or as_issued(sheet, kind, issued)):
            return OutPages(read_issued(desk, issued), issued.document.version)
        return OutPages(paper(sheet, kind, today, draft=True).rendered.pdf)

    return make


def read_issued(desk: Desk, issued: Issued) -> bytes:
    """The pages exactly as they were issued."""
    return issued_pages(desk.database, issued.document.id)
