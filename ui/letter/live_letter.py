"""The pages of the letter, drawn again with each pause between keys, before anything is saved."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from letters.decisions_sheet import DecisionsSheet
from letters.letter import Letter
from letters.minutes_form import Minutes
from letters.papers import Paper, compose
from letters.pdf import render
from models.letter_as_typed import LineTyped, with_typed
from models.problems import Problem
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.line_places import found_by_line
from ui.letter.out_pages import Issued, as_issued, issued_of, read_issued
from ui.meeting.live_paper import LivePaper
from ui.meeting.paper_pages import DrawnPaper, PageSize, draw_pages, drawn
from ui.overriding import override

QUIET_SECONDS, PAUSE_MS = 0.03, 20
"""The page follows at once: whoever writes the letter looks at it."""


@dataclass(frozen=True)
class DrawnLetter(DrawnPaper):
    """Pages of a letter, and which issued version they are; 0 for a draft."""

    version: int = 0


class LiveLetter(LivePaper):
    """Follows what is typed in the lines; `not_drawn` tells why there are no pages.

    While nothing has changed since a version was issued, that version is drawn; `wants_issued`
    asks for it even so.
    """

    not_drawn = Signal(object)  # a Problem

    def __init__(
        self,
        letter: LetterInHand,
        typed: Callable[[], Iterable[LineTyped]],
        size: Callable[[], PageSize | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(
            letter, letter.kind, size, parent, quiet_seconds=QUIET_SECONDS, pause_ms=PAUSE_MS
        )
        self._letter, self._typed = letter, typed
        self.wants_issued = False
        self._issued: Issued | None = None
        self._made: tuple[Letter | Minutes | DecisionsSheet, PageSize, DrawnLetter] | None = None

    @override
    def task(self, size: PageSize) -> Callable[[], DrawnPaper]:
        sheet = with_typed(self._letter.sheet, self._typed())
        kind, desk, today = self.kind, self._letter.desk, self._letter.desk.today()
        issued, wants_issued = self._latest(), self.wants_issued

        def draw() -> DrawnPaper:
            again = as_issued(sheet, kind, issued) if issued else None
            if issued and again:
                return _lettered(drawn(again, size), issued.document.version)
            if issued and wants_issued:
                pages = draw_pages(read_issued(desk, issued), size)
                return DrawnLetter(pages, {}, (), issued.document.version)
            document = compose(sheet, kind, today)
            if isinstance(document, Letter):
                document = found_by_line(document)
            return self._draft(document, size)

        return draw

    def _draft(self, document: Letter | Minutes | DecisionsSheet, size: PageSize) -> DrawnLetter:
        """The pages of a draft; those made last, where saving it has changed nothing in it."""
        if self._made is None or self._made[:2] != (document, size):
            made = drawn(Paper(document, render(document, draft=True)), size)
            self._made = (document, size, _lettered(made, 0))
        return self._made[2]

    def _latest(self) -> Issued | None:
        """What was issued last, its words read once."""
        latest = self._letter.latest
        if latest is None or self._issued is None or self._issued.document != latest:
            self._issued = issued_of(self._letter)
        return self._issued

    @override
    def tell(self, problem: Problem) -> None:
        self.not_drawn.emit(problem)


def _lettered(paper: DrawnPaper, version: int) -> DrawnLetter:
    return DrawnLetter(paper.pages, paper.places, paper.missing, version)
