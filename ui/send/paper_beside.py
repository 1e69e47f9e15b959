"""A paper of the review beside what is done with it: as it went out last, or as it is now."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from letters.papers import paper
from models.document_kind import DocumentKind
from models.review_sheet import ReviewSheet
from ui.language import _
from ui.meeting.live_paper import LivePaper
from ui.meeting.meeting import Meeting
from ui.meeting.pages_view import PagesView
from ui.meeting.paper_pages import DrawnPaper, PageSize, drawn
from ui.overriding import override
from ui.parts.words import Words

WIDEST_PX = 900


class _Following(LivePaper):
    """Draws the version that went out last while nothing in it has changed, else the next."""

    def __init__(
        self,
        meeting: Meeting,
        kind: DocumentKind,
        size: Callable[[], PageSize | None],
        is_new: Callable[[ReviewSheet], bool],
    ) -> None:
        super().__init__(meeting, kind, size)
        self._of, self._is_new = meeting, is_new

    @override
    def task(self, size: PageSize) -> Callable[[], DrawnPaper]:
        sheet, kind, today = self._of.sheet, self.kind, self._of.desk.today()
        latest = sheet.latest_document(kind)
        if latest is None or self._is_new(sheet):
            return lambda: drawn(paper(sheet, kind, today, draft=True), size)
        rest = tuple(each for each in sheet.documents if each.id != latest.id)
        before, day = replace(sheet, documents=rest), latest.issued_at.astimezone().date()
        return lambda: drawn(paper(before, kind, day, reason=latest.reason), size)


class PaperBeside(QFrame):
    """Drawn again after each change; a click on words says where they come from."""

    source_clicked = Signal(object)
    drawn = Signal(object)  # a DrawnPaper

    def __init__(
        self,
        meeting: Meeting,
        kind: DocumentKind,
        name: str,
        is_new: Callable[[ReviewSheet], bool],
    ) -> None:
        super().__init__()
        self._meeting, self._kind, self._name, self._is_new = meeting, kind, name, is_new
        self.setProperty("part", "desk")
        self.heading = Words(name, "label", wrap=True)
        self.view = PagesView(name)
        self.view.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.live = _Following(meeting, kind, self._size, is_new)
        self.live.setParent(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 0)
        column.addWidget(self.heading)
        column.addWidget(self.view, 1)
        self.live.drawn.connect(self._show)
        self.view.source_clicked.connect(self.source_clicked)

    def _size(self) -> PageSize | None:
        if not self.isVisible():
            return None
        room = min(self.view.viewport().width() - 12, WIDEST_PX)
        return PageSize(max(200, round(room * self.devicePixelRatioF())))

    def _show(self, paper: DrawnPaper) -> None:
        sheet = self._meeting.sheet
        latest = sheet.latest_document(self._kind)
        said = _("{paper}, as it would be now").format(paper=self._name)
        if latest is not None and not self._is_new(sheet):
            said = _("{paper}, version {number}").format(paper=self._name, number=latest.version)
        self.heading.say(said)
        self.view.show_paper(paper)
        self.drawn.emit(paper)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.live.draw_soon()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.live.draw_soon()
