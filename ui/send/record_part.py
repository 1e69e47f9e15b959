"""Part 3 after a meeting: the record as its pages, mended where it stands, and approved."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from letters.paragraph import Source
from models.document_kind import DocumentKind
from ui.appearance import appearance
from ui.language import _
from ui.meeting.meeting import Meeting
from ui.meeting.paper_pages import DrawnPaper
from ui.overriding import override
from ui.parts.scrolling_page import ScrollingPage
from ui.send.after_clocks import ClockLines
from ui.send.approve_card import ApproveCard
from ui.send.paper_beside import PaperBeside
from ui.send.seen_card import SeenCard
from ui.send.source_editor import SourceEditor

BESIDE_PX = 1000


class RecordPart(QWidget):
    """The pages at the left; at the right the words that were clicked on, and approving."""

    source_asked = Signal(object)  # where in the meeting words are changed
    part_asked = Signal(str)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.setObjectName("record_part")
        self.paper = PaperBeside(
            meeting, DocumentKind.MINUTES, _("The record"), lambda now: now.finalised_on is None
        )
        self.page = ScrollingPage(20)
        self.seen = SeenCard(meeting)
        self.approve_card = ApproveCard(meeting)
        self.editor = SourceEditor(meeting)
        self.clocks = ClockLines(meeting, ("T35", "T36", "T37", "T34"))
        for part in (self.seen, self.editor, self.approve_card, self.clocks):
            self.page.column.addWidget(part)
        self.page.column.addStretch(1)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self.paper, 7)
        self._line.addWidget(self.page, 4)
        self._connect()

    def _connect(self) -> None:
        self.paper.source_clicked.connect(self.editor.begin)
        self.editor.begun.connect(self._show_place)
        self.paper.drawn.connect(self._note_drawn)
        self.editor.meeting_asked.connect(self.source_asked)
        self.editor.amend_asked.connect(lambda: self.part_asked.emit("decisions"))

    def show_sheet(self) -> None:
        """Show how everything stands now."""
        self.editor.show_sheet()
        self.approve_card.show_sheet()
        self.clocks.show_sheet()
        self.seen.show_sheet()
        if self._meeting.sheet.finalised_on is None:
            self.approve_card.look_for_disagreements()

    def first_field(self) -> QWidget:
        """What takes the keyboard on coming here."""
        return self.paper.view

    def flush(self) -> bool:
        """Save now what still waits."""
        flushed = [self.editor.flush(), self.clocks.flush()]
        return all(flushed)

    def _show_place(self, source: Source) -> None:
        self.paper.view.mark(source)
        self.page.ensureWidgetVisible(self.editor)

    def _note_drawn(self, drawn: DrawnPaper) -> None:
        self.editor.offer(drawn.places)
        self.approve_card.show_missing([gap.words for gap in drawn.missing])

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= appearance().px(BESIDE_PX)
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)
