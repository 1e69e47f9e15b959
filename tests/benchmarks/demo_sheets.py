"""Reviews of the demo council whose papers have just so many pages, each of them different."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from letters import papers
from models.database import Database
from models.document_kind import DocumentKind
from models.reading_a_review import read_review
from models.review_sheet import ReviewSheet
from tests import demo_record

LETTER_PAGES, MINUTES_PAGES = 2, 8
FEWEST_TOGETHER, MOST_TOGETHER = 5, 10


def two_page_letters(database: Database, how_many: int) -> list[ReviewSheet]:
    """Finished reviews whose letter lacks nothing and is one sheet, both sides."""
    found = (
        sheet
        for sheet in finished(database)
        if not papers.compose(sheet, DocumentKind.LETTER, demo_record.TODAY).missing
        and _pages(sheet, DocumentKind.LETTER) == LETTER_PAGES
    )
    return _just(found, how_many)


def eight_page_minutes(database: Database, how_many: int) -> list[ReviewSheet]:
    """Reviews with the notes and decisions of others added, until the minutes fill eight pages."""
    sheets = list(finished(database))
    grown = (
        _grown(sheet, sheets[place + 1 : place + MOST_TOGETHER])
        for place, sheet in enumerate(sheets)
    )
    return _just((sheet for sheet in grown if sheet is not None), how_many)


def _just(found: Iterator[ReviewSheet], how_many: int) -> list[ReviewSheet]:
    sheets = list(islice(found, how_many))
    if len(sheets) < how_many:
        raise ValueError("the demo council has too few reviews for this benchmark")
    return sheets


def finished(database: Database) -> Iterator[ReviewSheet]:
    """Every finished review, the newest first."""
    with database.reading() as connection:
        found = connection.execute(
            "select id from review where state = 'finished' order by held_on desc, id"
        )
        for (review_id,) in found.fetchall():
            yield read_review(connection, review_id)


def _grown(sheet: ReviewSheet, others: list[ReviewSheet]) -> ReviewSheet | None:
    for count, other in enumerate(others):
        pages = _pages(sheet, DocumentKind.MINUTES) if count >= FEWEST_TOGETHER else 0
        if pages >= MINUTES_PAGES:
            return sheet if pages == MINUTES_PAGES else None
        decisions = (*sheet.decisions, *other.decisions)
        sheet = replace(
            sheet,
            notes=(*sheet.notes, *other.notes),
            decisions=tuple(replace(one, number=at) for at, one in enumerate(decisions, start=1)),
        )
    return None


def _pages(sheet: ReviewSheet, kind: DocumentKind) -> int:
    return papers.paper(sheet, kind, demo_record.TODAY).rendered.pages
