"""The pages of the letter, drawn again with each pause between keys, before anything is saved."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from letters.letter import Letter
from letters.papers import Paper, compose
from letters.pdf import render
from models.letter_as_typed import LineTyped, with_typed
from models.problems import Problem
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.line_places import found_by_line
from ui.meeting.live_paper import LivePaper
from ui.meeting.paper_pages import DrawnPaper, PageSize, drawn
from ui.overriding import override

QUIET_SECONDS = 0.03
"""The page follows at once: whoever writes the letter looks at it."""


class LiveLetter(LivePaper):
    """Follows what is typed in the lines; `not_drawn` tells why there are no pages."""

    not_drawn = Signal(object)  # a Problem

    def __init__(
        self,
        letter: LetterInHand,
        typed: Callable[[], Iterable[LineTyped]],
        size: Callable[[], PageSize | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(letter, letter.kind, size, parent, quiet_seconds=QUIET_SECONDS)
        self._letter, self._typed = letter, typed

    @override
    def task(self, size: PageSize) -> Callable[[], DrawnPaper]:
        sheet = with_typed(self._letter.sheet, self._typed())
        kind, today = self.kind, self._letter.desk.today()

        def draw() -> DrawnPaper:
            document = compose(sheet, kind, today)
            if isinstance(document, Letter):
                document = found_by_line(document)
            return drawn(Paper(document, render(document, draft=True)), size)

        return draw

    @override
    def tell(self, problem: Problem) -> None:
        self.not_drawn.emit(problem)
