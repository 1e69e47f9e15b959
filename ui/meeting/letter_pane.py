"""The letter growing beside the meeting: its pages, what it lacks, and the words just typed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from letters.paragraph import Source
from models.document_kind import DocumentKind
from models.review_sheet import DecisionOnSheet, WishOnSheet
from ui.language import _, ngettext
from ui.meeting.live_paper import LivePaper
from ui.meeting.meeting import Meeting
from ui.meeting.pages_view import PagesView
from ui.meeting.paper_pages import DrawnPaper, PageSize
from ui.meeting.words_being_typed import BEING_TYPED
from ui.overriding import override
from ui.parts.badges import Badge
from ui.parts.buttons import SmallButton
from ui.parts.words import Words

LEAST_WIDTH = 390
MARGIN = 16
CUT_MM = 11.0


class LetterPane(QFrame):
    """Follows the typing after a short pause, in the background."""

    open_asked = Signal()
    source_clicked = Signal(object)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.setProperty("part", "desk")
        self.setMinimumWidth(LEAST_WIDTH)
        title = _("{name}’s letter").format(name=meeting.name)
        self.heading = Words(title, "h3")
        self.badge = Badge("", "due")
        self.view = PagesView(title)
        self.place = Words("", "small", "ink2")
        self.open_button = SmallButton(_("Open the letter"), "note-pencil")
        self.open_button.setObjectName("open_letter")
        self.live = LivePaper(meeting, DocumentKind.LETTER, self._size, self)
        self._writing: Source | None = None
        self._build()
        self.live.drawn.connect(self._show)
        self.view.source_clicked.connect(self.source_clicked)
        self.view.page_changed.connect(lambda _number: self._show_place())
        self.open_button.clicked.connect(self.open_asked)
        meeting.writing.connect(self.mark)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN + 2, 12, MARGIN, 8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.badge)
        foot = QFrame()
        foot.setProperty("part", "foot")
        line = QHBoxLayout(foot)
        line.setContentsMargins(MARGIN, 10, MARGIN, 10)
        line.addWidget(self.place, 1)
        line.addWidget(self.open_button)
        inside = QVBoxLayout()
        inside.setContentsMargins(MARGIN, 0, 0, 0)
        inside.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(inside, 1)
        column.addWidget(foot)
        self.badge.hide()

    def mark(self, table: str, row_id: str, field: str) -> None:
        """Mark what is being written now."""
        self._writing = Source(table, row_id, field)
        self.view.mark(self._writing)

    def follow_draft(self) -> None:
        """Show and mark what is typed and not yet added."""
        self.live.draw_soon()
        typed = self._meeting.being_typed
        if typed is None:
            self._writing = None
            return
        if isinstance(typed, DecisionOnSheet):
            self._writing = Source("decision", BEING_TYPED, "what")
        else:
            table = "wish" if isinstance(typed, WishOnSheet) else "note"
            self._writing = Source(table, BEING_TYPED, "words")

    def _size(self) -> PageSize | None:
        if not self.isVisible():
            return None
        ratio = self.devicePixelRatioF()
        room = self.view.viewport().width() - 2
        return PageSize(max(120, round(room * ratio)), CUT_MM)

    def _show(self, paper: DrawnPaper) -> None:
        self.view.show_paper(paper)
        self.view.mark(self._writing)
        gaps = len(paper.missing)
        words = ngettext("{count} gap to fill", "{count} gaps to fill", gaps).format(count=gaps)
        self.badge.say(words)
        self.badge.setVisible(gaps > 0)
        self._show_place()

    def _show_place(self) -> None:
        paper = self.live.paper
        if paper is None:
            return
        about = _("Page {page} of about {pages}") if paper.missing else _("Page {page} of {pages}")
        self.place.say(about.format(page=self.view.page_in_view(), pages=len(paper.pages)))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.live.draw_soon()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.live.draw_soon()
