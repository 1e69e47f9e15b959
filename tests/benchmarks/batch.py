"""A letter of each band alone, and many letters one after another, beside three other ways."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Any

from letters import papers
from letters.bands import BANDS, Band
from letters.letter import Letter
from models.database import Database
from models.document_kind import DocumentKind
from models.review_sheet import ReviewSheet
from tests import demo_record
from tests.benchmarks import bare_paper, demo_sheets, typst_paper, weasyprint_paper
from tests.benchmarks.timing import Figure, beside, once_ms

Source = Any  # what a peer draws from: each has its own
MOST_GOES_OF_THE_SLOW = 3
_WEASYPRINT, _WEASYPRINT_AIM = "WeasyPrint", 0.5


@dataclass(frozen=True)
class Peer:
    """Another way to set the words of a letter, and the most times of it that ours may take."""

    name: str
    source_of: Callable[[papers.Paper], Source]
    set: Callable[[Source], object]
    aim: float


def figures(database: Database, repeats: int, batch: int) -> Iterator[Figure]:
    """The figures of each band and of a batch; of a batch below six, so many bands."""
    peers = _peers()
    for band in tuple(Band)[:batch]:
        waiting = letters_of(database, (band,))
        for peer in peers:
            goes = repeats if peer.name != _WEASYPRINT else min(repeats, MOST_GOES_OF_THE_SLOW)
            yield _alone(band, peer, _next(waiting, goes + 1), goes)
    together = _next(letters_of(database, tuple(Band)), batch)
    for peer in peers:
        yield _together(peer, together)
    if not weasyprint_paper.is_here:
        ours = once_ms(lambda: [_paper(sheet) for sheet in together])
        yield Figure(_named(together), ours, _WEASYPRINT, None, _WEASYPRINT_AIM)


def _peers() -> tuple[Peer, ...]:
    typst = typst_paper.Typst()
    drawn_bare = Peer(
        "drawn bare", lambda made: bare_paper.read(made.rendered.pdf), bare_paper.draw, 3
    )
    by_typst = Peer("typst", lambda made: typst_paper.source_of(made.document), typst.set, 0.4)
    if not weasyprint_paper.is_here:
        return (drawn_bare, by_typst)
    printed = weasyprint_paper.WeasyPrint()
    by_weasyprint = Peer(
        _WEASYPRINT, lambda made: weasyprint_paper.source_of(_letter(made)), printed.set,
        _WEASYPRINT_AIM,
    )  # fmt: skip
    return (drawn_bare, by_typst, by_weasyprint)


def letters_of(database: Database, bands: Sequence[Band]) -> Iterator[ReviewSheet]:
    """Finished reviews told in each of these bands in turn, where the letter lacks nothing."""
    told = ([_told_in(band, sheet) for band in bands] for sheet in demo_sheets.finished(database))
    for sheet in chain.from_iterable(told):
        if not papers.compose(sheet, DocumentKind.LETTER, demo_record.TODAY).missing:
            yield sheet


def _told_in(band: Band, sheet: ReviewSheet) -> ReviewSheet:
    letter = replace(sheet.making.letter, band=band.value)
    return replace(sheet, making=replace(sheet.making, letter=letter))


def _next(waiting: Iterator[ReviewSheet], how_many: int) -> list[ReviewSheet]:
    found = list(islice(waiting, how_many))
    if len(found) < how_many:
        raise ValueError("the demo council has too few reviews for this benchmark")
    return found


def _alone(band: Band, peer: Peer, sheets: Sequence[ReviewSheet], repeats: int) -> Figure:
    """Ours and the peer's in turn, each time of another review."""
    sources = iter([peer.source_of(_paper(sheet)) for sheet in sheets])
    waiting = iter(sheets)
    return beside(
        f"letter, {BANDS[band].name.lower()}", lambda: _paper(next(waiting)), peer.name,
        lambda: peer.set(next(sources)), peer.aim, repeats,
    )  # fmt: skip


def _together(peer: Peer, sheets: Sequence[ReviewSheet]) -> Figure:
    """All of them, once each way."""
    sources = [peer.source_of(_paper(sheet)) for sheet in sheets]
    ours = once_ms(lambda: [_paper(sheet) for sheet in sheets])
    theirs = once_ms(lambda: [peer.set(source) for source in sources])
    return Figure(_named(sheets), ours, peer.name, theirs, peer.aim)


def _named(sheets: Sequence[ReviewSheet]) -> str:
    return f"{len(sheets)} letters of every band"


def _paper(sheet: ReviewSheet) -> papers.Paper:
    return papers.paper(sheet, DocumentKind.LETTER, demo_record.TODAY)


def _letter(made: papers.Paper) -> Letter:
    assert isinstance(made.document, Letter)
    return made.document
