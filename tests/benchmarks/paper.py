"""The paper: letters and minutes, each of another review, beside two other ways to set them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import TypeVar

from letters import papers
from models.database import Database
from models.document_kind import DocumentKind
from models.review_sheet import ReviewSheet
from tests import demo_record
from tests.benchmarks import bare_paper, batch, demo_sheets, typst_paper
from tests.benchmarks.new_process import NewProcess
from tests.benchmarks.timing import Figure, beside

T = TypeVar("T")
FIRST_LETTER_MS = 235
LETTER, MINUTES = DocumentKind.LETTER, DocumentKind.MINUTES


def figures(
    record: Path, processes: NewProcess, repeats: int, many_letters: int
) -> Iterator[Figure]:
    """All figures of the paper, from the reviews of a closed record of the demo council."""
    database = Database.open(record, demo_record.KEY, lambda: demo_record.NOW)
    try:
        letters = demo_sheets.two_page_letters(database, 6 * repeats + 2)
        half = len(letters) // 2
        yield _beside_bare("two-page letter", LETTER, letters[:half], 3)
        yield _beside_typst("two-page letter", LETTER, letters[half:], 0.4)
        yield from batch.figures(database, repeats, many_letters)
        minutes = demo_sheets.eight_page_minutes(database, 2 * repeats + 2)
        half = len(minutes) // 2
        yield _beside_bare("eight-page minutes", MINUTES, minutes[:half], 2)
        yield _beside_typst("eight-page minutes", MINUTES, minutes[half:], 0.4)
    finally:
        database.close()
    for kind, when in (("cold", "cold"), ("warm", "after idle time")):
        asked = ("first_letter", str(record), letters[0].id, kind)
        times = [processes.seen(*asked)["ms"] for _ in range(repeats)]
        what = f"first letter in a new process, {when}"
        yield Figure(what, median(times), "", None, FIRST_LETTER_MS)


def _paper(sheet: ReviewSheet, kind: DocumentKind) -> papers.Paper:
    return papers.paper(sheet, kind, demo_record.TODAY)


def _beside_bare(
    what: str, kind: DocumentKind, sheets: Sequence[ReviewSheet], aim: float
) -> Figure:
    drawn = [bare_paper.read(_paper(sheet, kind).rendered.pdf) for sheet in sheets]
    ours, theirs = _each(sheets, lambda sheet: _paper(sheet, kind)), _each(drawn, bare_paper.draw)
    return beside(what, ours, "drawn bare", theirs, aim, len(sheets) - 1)


def _beside_typst(
    what: str, kind: DocumentKind, sheets: Sequence[ReviewSheet], aim: float
) -> Figure:
    typst = typst_paper.Typst()
    sources = [typst_paper.source_of(_paper(sheet, kind).document) for sheet in sheets]
    ours, theirs = _each(sheets, lambda sheet: _paper(sheet, kind)), _each(sources, typst.set)
    return beside(what, ours, "typst", theirs, aim, len(sheets) - 1)


def _each(things: Sequence[T], act: Callable[[T], object]) -> Callable[[], object]:
    """Do it to the next of them each time, so that nothing is only remembered."""
    waiting = iter(things)
    return lambda: act(next(waiting))
