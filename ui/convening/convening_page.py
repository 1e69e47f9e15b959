"""Calling one review together: the form, the list, the papers, and what came back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.problems import Problem
from ui.appearance import appearance
from ui.convening.convened_review import ConvenedReview
from ui.convening.invited_slot import InvitedRow, InvitedSlot
from ui.convening.list_card import ListCard
from ui.convening.meeting_card import MeetingCard
from ui.convening.papers_card import PapersCard
from ui.desk import Desk
from ui.language import _
from ui.meeting.add_person_card import AddPersonCard
from ui.meeting.notice_line import NoticeLine
from ui.meeting.review_keys import make_keys
from ui.meeting.slot_list import SlotList
from ui.overriding import override
from ui.page import Page
from ui.parts.buttons import QuietButton
from ui.parts.saved_state import PageSavedState
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.words import Words


class ConveningPage(Page):
    """Everything is saved as it is typed; notices stand over the page."""

    left = Signal()
    booking_asked = Signal(str)  # the review whose day or place is to be changed

    def __init__(self, desk: Desk, review_id: str) -> None:
        self.convened = ConvenedReview(desk, review_id)
        name = self.convened.name
        super().__init__(_("{name}, calling the review together").format(name=name))
        self.convened.setParent(self)
        self.setObjectName("convening_page")
        self.setAccessibleName(self.title())
        self.back = QuietButton(_("Back"), "arrow-left")
        self.back.setObjectName("back")
        self.heading = Words(_("{name}’s review: who comes").format(name=name), "h1", wrap=True)
        self.saved = PageSavedState()
        self.notices = NoticeLine()
        self._scrolling = ScrollingPage()
        self.meeting_card = MeetingCard(self.convened)
        self.list_card = ListCard(self.convened)
        self.people = SlotList(lambda reader: InvitedSlot(self.convened, reader))
        self.add_card = AddPersonCard(self.convened.meeting)
        may_add = desk.reach().makes("person") and not self.convened.meeting.is_finished
        show_if(self.add_card, may_add)
        self.papers = PapersCard(self.convened)
        self._build()
        self._connect()
        self.papers.show_form()
        self.people.show_rows([InvitedRow(line) for line in self.convened.lines])
        self._fit()

    def _build(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 12, 24, 0)
        bar.setSpacing(20)
        top = Qt.AlignmentFlag.AlignTop
        bar.addWidget(self.back, 0, top)
        bar.addWidget(self.heading, 1)
        bar.addWidget(self.saved, 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.notices)
        column.addWidget(self._scrolling, 1)
        inside = self._scrolling.column
        for part in (self.list_card, self.meeting_card):
            inside.addWidget(part)
        inside.addWidget(Words(_("Who is invited"), "h2", wrap=True))
        inside.addWidget(self.people)
        inside.addWidget(self.add_card)
        inside.addWidget(self.papers)
        inside.addStretch(1)

    def _connect(self) -> None:
        review_id = self.convened.review_id
        self.back.clicked.connect(self.leave)
        self.convened.changed.connect(self._show)
        self.convened.meeting.undo_offered.connect(self.notices.offer_undo)
        self.convened.meeting.troubled.connect(self._tell)
        self.papers.told.connect(self.notices.say)
        self.convened.papers_asked.connect(lambda reader: self.papers.print((reader,)))
        make_keys(self, {"Ctrl+P": self.go_to_print})
        appearance().changed.connect(self._fit)
        self.meeting_card.book_button.clicked.connect(lambda: self.booking_asked.emit(review_id))

    def _show(self) -> None:
        with self._scrolling.nothing_moves():
            self.meeting_card.show_form()
            self.list_card.show_form()
            self.papers.show_form()
            self.people.show_rows([InvitedRow(line) for line in self.convened.lines])

    @override
    def enter(self) -> None:
        self.convened.meeting.reload()
        self.convened.reload()

    @override
    def regions(self) -> list[QWidget]:
        return [self.list_card, self.meeting_card, *self.people.slots.values(), self.papers]

    @override
    def flush(self) -> bool:
        flushed = [slot.flush() for slot in self.people.slots.values()]
        return all([self.meeting_card.flush(), *flushed])

    @override
    def help_words(self) -> str:
        return _(
            "Say of everybody whether they are invited, or why not, which form they get and for "
            "which part they come. Then print or save the papers; each is checked for what its "
            "reader must not learn. Forms that come back are typed or attached here, and the IRO "
            "takes them into the review. Ctrl+P goes to the papers, F6 round the parts of the "
            "page. Everything is saved as you type."
        )

    def go_to_print(self) -> None:
        """Go to the button that prints."""
        self.flush()
        self.papers.print_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Save everything and go back."""
        self.flush()
        self.left.emit()

    def _fit(self) -> None:
        """Say once where the work is safe: at large text the window's own bar says it."""
        self.saved.setVisible(not appearance().menu_replaces_rail)

    def _tell(self, problem: Problem) -> None:
        self.notices.tell(problem)
