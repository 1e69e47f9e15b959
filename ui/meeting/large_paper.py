"""A paper of the review in the place of the step, large enough to be read."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from models.document_kind import DocumentKind
from ui.language import _
from ui.meeting.live_paper import LivePaper
from ui.meeting.meeting import Meeting
from ui.meeting.pages_view import PagesView
from ui.meeting.paper_pages import DrawnPaper, PageSize
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.words import Words


class LargePaper(QFrame):
    """Follows the typing as the pane does; Esc or the button goes back."""

    left = Signal()
    open_asked = Signal()
    source_clicked = Signal(object)

    def __init__(self, meeting: Meeting, kind: DocumentKind) -> None:
        super().__init__()
        self.kind = kind
        self.setProperty("part", "desk")
        words = {
            DocumentKind.LETTER: _("{name}’s letter").format(name=meeting.name),
            DocumentKind.MINUTES: _("The minutes"),
        }
        self.heading = Words(words[kind], "h2")
        self.missing = Words("", "label", "due", wrap=True)
        self.back_button = SmallButton(_("Back to the meeting"), "arrow-left")
        self.back_button.setObjectName("back_to_meeting")
        self.open_button = SmallButton(_("Open the letter"), "note-pencil")
        self.open_button.setObjectName("open_letter_large")
        self.view = PagesView(words[kind])
        self.live = LivePaper(meeting, kind, self._size, self)
        self._build()
        self.live.drawn.connect(self._show)
        self.view.source_clicked.connect(self.source_clicked)
        self.back_button.clicked.connect(self.left)
        self.open_button.clicked.connect(self.open_asked)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(24, 10, 24, 10)
        head.addWidget(self.heading, 1)
        head.addWidget(self.open_button)
        head.addWidget(self.back_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        self.missing.setContentsMargins(24, 0, 24, 0)
        column.addWidget(self.missing)
        column.addWidget(self.view, 1)
        self.view.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.missing.hide()
        self.open_button.setVisible(self.kind is DocumentKind.LETTER)

    def _size(self) -> PageSize | None:
        if not self.isVisible():
            return None
        room = min(self.view.viewport().width() - 24, 1_000)
        return PageSize(max(200, round(room * self.devicePixelRatioF())))

    def _show(self, paper: DrawnPaper) -> None:
        self.view.show_paper(paper)
        lacks = [gap.words for gap in paper.missing]
        self.missing.say(_("Still missing: {gaps}").format(gaps="; ".join(lacks)))
        self.missing.setVisible(bool(lacks))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.live.draw_soon()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.live.draw_soon()
