"""Draws the pages of the copy that is shown, away from the window."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from letters.engine.pace import paced
from letters.releasing import CheckedCopy
from models.readers_of_papers import Reader
from models.review_sheet import ReviewSheet
from ui.meeting.meeting import Meeting
from ui.meeting.paper_pages import PagePicture, PageSize, draw_pages
from ui.send.copies_cuts import Places, cuts_of_paper, places_of_cuts
from ui.send.copies_page import CopyShown, CutShown, Frame
from ui.send.copies_words import cut_words

PAUSE_MS = 30


@dataclass(frozen=True)
class Wanted:
    """One copy as it is to be shown; `whole` is where everything stands in the file's copy."""

    copy: CheckedCopy
    reader: Reader
    whole: Places | None = None


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
        pdf = wanted.copy.made.rendered.pdf
        if self._last[:2] == (pdf, width):
            self._tell(wanted, self._last[2])
            return
        self._is_drawing = True
        background, sheet = self._meeting.desk.background, self._meeting.sheet

        def draw() -> tuple[Wanted, int, tuple[PagePicture, ...], ReviewSheet]:
            with paced(background.pace.breathe):
                return wanted, width, draw_pages(pdf, PageSize(width)), sheet

        background.run(draw, self._take, self._fail)

    def _take(self, found: tuple[Wanted, int, tuple[PagePicture, ...], ReviewSheet]) -> None:
        wanted, width, pages, _sheet = found
        self._is_drawing = False
        self._last = (wanted.copy.made.rendered.pdf, width, pages)
        if wanted is self._wanted and width == self._width():
            self._tell(wanted, pages)
        else:
            self._pause.start()

    def _fail(self, failure: Exception) -> None:
        self._is_drawing = False
        raise failure

    def _tell(self, wanted: Wanted, pages: tuple[PagePicture, ...]) -> None:
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
