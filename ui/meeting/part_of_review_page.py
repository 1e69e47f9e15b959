"""A review as somebody sees it who may read a part of the record: nothing is shown as missing."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.problems import Problem
from ui.appearance import appearance
from ui.child.case_line import CaseLine
from ui.desk import Desk
from ui.language import _
from ui.meeting.edge_line import EdgeLine
from ui.meeting.meeting import Meeting
from ui.meeting.notice_line import NoticeLine
from ui.meeting.part_step import PartStep
from ui.meeting.review_bar import ReviewBar
from ui.overriding import override
from ui.page import Page
from ui.problem_box import sentences


class PartOfReviewPage(Page):
    """The bar and one page: the booking, who is asked, the copies that go out, the next review."""

    left = Signal()
    review_asked = Signal(str)

    def __init__(self, desk: Desk, review_id: str) -> None:
        self.meeting = Meeting(desk, review_id)
        sheet, child = self.meeting.sheet, self.meeting.sheet.child
        name = _("{called} {family}").format(called=child.called, family=child.family_name)
        super().__init__(_("{name}, review {number}").format(name=name, number=sheet.number))
        self.meeting.setParent(self)
        self.setObjectName("part_of_review_page")
        self.bar = ReviewBar(self.meeting, may_hand=False)
        self.notices = NoticeLine()
        self.part = PartStep(self.meeting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = CaseLine(desk, sheet.case_id)
        for each in (self.bar, line, self.notices):
            column.addWidget(each)
        column.addWidget(self.part, 1)
        column.addWidget(EdgeLine(desk))
        self.bar.left.connect(self.leave)
        self.part.review_asked.connect(self._go_to_another)
        self.meeting.undo_offered.connect(self.notices.offer_undo)
        self.meeting.troubled.connect(self._tell)
        appearance().changed.connect(self._fit)
        self._fit()

    @override
    def enter(self) -> None:
        self.meeting.reload()
        self.part.enter()

    @override
    def regions(self) -> list[QWidget]:
        return [self.bar, self.part]

    @override
    def flush(self) -> bool:
        return self.part.flush()

    @override
    def help_words(self) -> str:
        return _(
            "You see when and where the review is, who is asked to come, which papers go to "
            "whom, and the next review. What was said and decided is not shown. What you may "
            "change is a field or a button; everything else is changed by {name}’s IRO. "
            "Everything is saved as you type."
        ).format(name=self.meeting.name)

    def leave(self) -> None:
        """Save everything and go back."""
        self.flush()
        self.left.emit()

    def _go_to_another(self, review_id: str) -> None:
        self.flush()
        self.review_asked.emit(review_id)

    def _fit(self) -> None:
        """Say once where the work is safe: at large text the window's own bar says it."""
        self.bar.saved.setVisible(not appearance().menu_replaces_rail)

    def _tell(self, problem: Problem) -> None:
        what, kept, _next = sentences(problem)
        self.bar.saved.show_trouble(what.rstrip("."), kept)
        self.notices.tell(problem)
