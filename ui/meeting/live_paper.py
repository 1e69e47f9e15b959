"""Draws a paper again after each pause in typing, never twice at once."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from letters.engine.pace import paced
from models.document_kind import DocumentKind
from models.problems import Problem
from ui.meeting.meeting import Meeting
from ui.meeting.paper_pages import DrawnPaper, PageSize, draw_paper
from ui.pace import QUIET_SECONDS

PAUSE_MS: Final = 60


class LivePaper(QObject):
    """Follows one review; `drawn` tells each time the pages are new."""

    drawn = Signal(object)  # a DrawnPaper

    def __init__(
        self,
        meeting: Meeting,
        kind: DocumentKind,
        size: Callable[[], PageSize | None],
        parent: QObject | None = None,
        *,
        quiet_seconds: float = QUIET_SECONDS,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        super().__init__(parent)
        self._quiet_seconds = quiet_seconds
        self._meeting, self.kind, self._size = meeting, kind, size
        self._is_drawing = self._is_stale = False
        self.paper: DrawnPaper | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(pause_ms)
        self._pause.timeout.connect(self.draw)
        meeting.changed.connect(self.draw_soon)

    @property
    def is_at_rest(self) -> bool:
        """Whether the pages show all that was typed."""
        return not (self._is_drawing or self._is_stale or self._pause.isActive())

    def draw_soon(self) -> None:
        """Draw after the next pause."""
        self._pause.start()

    def draw(self) -> None:
        """Draw now, or as soon as the drawing under way is done; nothing while it is hidden."""
        size = self._size()
        if size is None:
            return
        if self._is_drawing:
            self._is_stale = True
            return
        self._is_drawing, self._is_stale = True, False
        draw, background = self.task(size), self._meeting.desk.background

        def drawn() -> DrawnPaper:
            with paced(lambda: background.pace.breathe(self._quiet_seconds)):
                return draw()

        background.run(drawn, self._show, self._fail)

    def task(self, size: PageSize) -> Callable[[], DrawnPaper]:
        """Give the work that makes the pages; it holds values only and no window."""
        sheet, kind = self._meeting.sheet_with_draft(), self.kind
        today = self._meeting.desk.today()
        return lambda: draw_paper(sheet, kind, today, size)

    def _show(self, paper: DrawnPaper) -> None:
        self._is_drawing = False
        self.paper = paper
        self.drawn.emit(paper)
        if self._is_stale:
            self.draw()

    def _fail(self, failure: Exception) -> None:
        self._is_drawing = False
        if not isinstance(failure, Problem):
            raise failure
        self.tell(failure)
        if self._is_stale:
            self.draw()

    def tell(self, problem: Problem) -> None:
        """Say why there are no pages."""
        self._meeting.troubled.emit(problem)
