"""Draws the pages of the copy that is shown, away from the window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from letters.engine.pace import paced
from letters.releasing import CheckedCopy
from models.problems import Problem
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet
from models.sending import copy_pages
from ui.meeting.meeting import Meeting
from ui.meeting.paper_pages import PagePicture, PageSize, draw_pages
from ui.send.copies_cuts import Places, cuts_of_paper, places_of_cuts
from ui.send.copies_page import CopyShown, CutShown, Frame
from ui.send.copies_words import cut_words

PAUSE_MS = 30


@dataclass(frozen=True)
class Wanted:
    """One copy as it is to be shown; `whole` is where everything stands in the file's copy.

    `released_id` is the released copy whose pages are to be shown in place of those just made.
    """

    copy: CheckedCopy
    reader: Reader
    whole: Places | None = None
    released_id: str = ""

    @property
    def mark(self) -> bytes:
        """What tells these pages from others."""
        return self.released_id.encode() or self.copy.made.rendered.pdf


class CopyDrawing(QObject):
    """`drawn` tells of each copy that is new; a copy that is drawn already is not drawn again."""

    drawn = Signal(object, object)  # the Wanted, and the CopyShown

    def __init__(self, meeting: Meeting, width: Callable[[], int]) -> None:
        super().__init__(meeting)
        self._meeting, self._width = meeting, width
        self._wanted: Wanted | None = None
        self._is_drawing = False
        self._last: tuple[bytes, int, tuple[PagePicture, ...]] = (b"", 0, ())
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._draw)

    @property
    def is_at_rest(self) -> bool:
        """Whether what is wanted is drawn."""
        return not (self._is_drawing or self._pause.isActive())

    def show(self, wanted: Wanted | None) -> None:
        """Draw this copy next; nothing for none."""
        self._wanted = wanted
        if wanted is not None:
            self._pause.start()

    def draw_again(self) -> None:
        """Draw the same copy as wide as it now is."""
        if self._wanted is not None:
            self._pause.start()

    def _draw(self) -> None:
        wanted, width = self._wanted, self._width()
        if wanted is None or self._is_drawing:
            return
        if self._last[:2] == (wanted.mark, width):
            self._tell(wanted, self._last[2])
            return
        self._is_drawing = True
        background, database = self._meeting.desk.background, self._meeting.desk.database

        def draw() -> tuple[Wanted, int, tuple[PagePicture, ...]]:
            pdf = wanted.copy.made.rendered.pdf
            if wanted.released_id:
                with database.reading() as connection:
                    pdf = copy_pages(connection, wanted.released_id)
            with paced(background.pace.breathe):
                return wanted, width, draw_pages(pdf, PageSize(width))

        background.run(draw, self._take, self._fail)

    def _take(self, found: tuple[Wanted, int, tuple[PagePicture, ...]]) -> None:
        wanted, width, pages = found
        self._is_drawing = False
        self._last = (wanted.mark, width, pages)
        if wanted is self._wanted and width == self._width():
            self._tell(wanted, pages)
        else:
            self._pause.start()

    def _fail(self, failure: Exception) -> None:
        self._is_drawing = False
        if not isinstance(failure, Problem):
            raise failure
        self._meeting.troubled.emit(failure)

    def _tell(self, wanted: Wanted, pages: tuple[PagePicture, ...]) -> None:
        if wanted.released_id:
            self.drawn.emit(wanted, CopyShown(pages, is_released=True))
            return
        frames, cuts = frames_of(wanted), cuts_of(wanted, self._meeting.sheet)
        self.drawn.emit(wanted, CopyShown(pages, frames, cuts))


def frames_of(wanted: Wanted) -> tuple[Frame, ...]:
    """A frame for each line of what nobody has answered for yet."""
    return tuple(
        Frame(hit.key, hit.page, left, top, right - left, bottom - top)
        for hit in wanted.copy.unanswered
        if hit.page is not None
        for left, top, right, bottom in hit.boxes
    )


def cuts_of(wanted: Wanted, sheet: ReviewSheet) -> tuple[CutShown, ...]:
    """A box for each part that is left out, beside where it would stand."""
    made = wanted.copy.made
    own = made.rendered.places
    cuts = cuts_of_paper(made.cuts, own, wanted.whole)
    places = places_of_cuts(cuts, own, sheet)
    shown = [
        CutShown(str(made.cuts.index(cut)), page, top, cut_words(cut, sheet))
        for cut, (page, top) in zip(cuts, places, strict=True)
    ]
    return tuple(sorted(shown, key=lambda each: (each.page, each.top)))
