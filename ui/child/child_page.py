"""One child: who they are, what has happened, the numbers, what is open, who is round them."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from letters.templates.shipped import names_of
from models.child_story import ChildStory, read_story
from models.conflicts_on_sheet import read_conflicts
from models.letter_moments import Moments, read_moments
from models.reading_letters import letters_of
from models.sync.roles import MANAGER
from ui.appearance import appearance
from ui.caseload.notice_area import NoticeArea
from ui.caseload.record_changes import changes_of
from ui.child.about_card import AboutCard
from ui.child.booking_acts import book_it
from ui.child.booking_panel import BookingPanel
from ui.child.case_line import CaseLine
from ui.child.child_head import ChildHead
from ui.child.letters_card import LettersCard
from ui.child.open_decisions import OpenDecisions
from ui.child.own_pictures_card import OwnPicturesCard
from ui.child.own_words_card import OwnWordsCard
from ui.child.part_notice import PartNotice
from ui.child.people_card import PeopleCard
from ui.child.scaling_card import ScalingCard
from ui.child.timeline import Timeline
from ui.child.timeline_words import due_explained, due_sentence, happenings
from ui.child.who_has_it_card import WhoHasItCard
from ui.child.write_panel import WritePanel
from ui.desk import Desk
from ui.language import _
from ui.meeting.both_versions import BothVersions
from ui.meeting.edge_line import EdgeLine
from ui.overriding import override
from ui.page import Page
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.protected.protected_card import ProtectedCard

THREE_COLUMNS_PX: Final = 1080
TWO_COLUMNS_PX: Final = 720
HEAD_PX: Final = 860
ACTS_PX: Final = 520
SAVED_PX: Final = 180
SHOWS: Final = frozenset(
    {"child", "person", "review", "decision", "decision_progress", "scale_answer", "milestone",
     "participation", "care_period", "attendance", "child_letter", "document",
     "letter_template", "conflict", "shared_case", "protected_fact", "paper_copy",
     "delivery"}
)  # fmt: skip


class ChildPage(Page):
    """Every fact is changed where it stands; Esc goes back to the list."""

    review_opened = Signal(str)
    convening_opened = Signal(str)  # the review to come that people are invited to
    after_opened = Signal(str)  # what follows the meeting of this review
    letter_opened = Signal(str)
    left = Signal()
    both_asked = Signal(str)  # a conflict: both of its versions are to be shown

    def __init__(self, desk: Desk, child_id: str) -> None:
        super().__init__()
        self.setObjectName("child_page")
        self._desk, self._child_id = desk, child_id
        self._is_fresh = True
        self._reach = desk.reach()
        self.head = ChildHead()
        self.part_notice = PartNotice()
        self.notices = NoticeArea()
        self.both = BothVersions()
        self.about = AboutCard(desk, child_id, self.notices)
        self.timeline = Timeline()
        self.scaling = ScalingCard()
        self.decisions = OpenDecisions()
        self.people = PeopleCard(desk, child_id, self.notices)
        self.protected = ProtectedCard(desk, child_id, self.notices)
        self.letters = LettersCard()
        self.own_words = OwnWordsCard(desk, child_id)
        self.own_pictures = OwnPicturesCard(desk, child_id)
        self.who_has_it = WhoHasItCard(desk, child_id)
        self.booking: BookingPanel | None = None
        self.writing: WritePanel | None = None
        self._scrolling = ScrollingPage()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._story = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()
        self.reload()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(CaseLine(self._desk, self._child_id))
        whole.addWidget(self._scrolling, 1)
        whole.addWidget(EdgeLine(self._desk))
        self._middle, self._right = QWidget(), QWidget()
        middle, right = QVBoxLayout(self._middle), QVBoxLayout(self._right)
        middle.addWidget(Words(_("What has happened"), "h2", wrap=True))
        middle.addWidget(self.timeline)
        for part in (
            *(self.scaling, self.decisions, self.letters, self.people),
            self.protected,
            *(self.who_has_it, self.own_words, self.own_pictures),
        ):
            right.addWidget(part)
            right.addSpacing(12)
        for column in (middle, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
            column.addStretch(1)
        self._story.addWidget(self._middle, 414)
        self._story.addWidget(self._right, 468)
        self._columns.addWidget(self.about, 296)
        self._columns.addLayout(self._story, 414 + 468 + 24)
        for line in (self._story, self._columns):
            line.setSpacing(24)
        for notice in (self.part_notice, self.notices, self.both):
            self._scrolling.column.addWidget(notice)
        self._scrolling.column.addLayout(self._columns)
        self._scrolling.column.addStretch(1)

    def _connect(self) -> None:
        self.head.left.connect(self.left)
        self.both.both_asked.connect(self.both_asked)
        self.head.review_asked.connect(self.open_review)
        self.head.letter_asked.connect(self.ask_for_the_moment)
        self.letters.letter_opened.connect(self.letter_opened)
        self.timeline.review_opened.connect(self.review_opened)
        self.timeline.booking_asked.connect(self.ask_for_the_day)
        self.timeline.after_asked.connect(self._open_after)
        self.timeline.inviting_asked.connect(self._open_convening)
        changes_of(self._desk.database).changed.connect(self._reload_if_shown)
        appearance().changed.connect(self._fit)

    def reload(self) -> None:
        """Read the child again and show what is different."""
        with self._desk.database.reading() as connection:
            self.story: ChildStory = read_story(connection, self._child_id)
            self.moments: Moments = read_moments(connection, self._child_id)
            letters = letters_of(connection, self._child_id)
            waiting = read_conflicts(connection, self.story.child.id, "")
        self.both.show_conflicts(waiting)
        story, today = self.story, self._desk.today()
        self.set_title(story.child.full_name)
        self.head.show_story(story, today)
        knows = self._reach.reads("child", "legal_status") or not story.child.in_care
        show_if(self.head.status, knows)  # who may not read it is not told that it is not known
        self.about.show_child(story.child, story.care)
        self._show_timeline()
        self.scaling.show_story(story)
        self.decisions.show_story(story, today)
        self.people.show_story(story)
        if self._reach.reads("protected_fact"):
            self.protected.show_story(story)
        self.own_words.show_child(story.child.called)
        self.own_pictures.show_child(story.child.called)
        show_if(self.who_has_it, self._reach.role == MANAGER)
        if self._reach.role == MANAGER:
            self.who_has_it.show_child(story.child.called)
        names = names_of(self.moments.of_council)
        self.letters.show_letters(letters, names, story.child.called)
        self._show_what_may_be_seen()

    def _show_timeline(self) -> None:
        """Show what has happened, when the next review is due, and the ways on from it."""
        story, today = self.story, self._desk.today()
        planned = story.planned
        self.timeline.show_due(
            due_sentence(story, today),
            self._due_explained(),
            can_book=self._can_book(),
            is_booked=planned is not None and planned.booked_on is not None,
        )
        may_invite = planned is not None and self._reach.makes("invitation")
        self.timeline.show_inviting(story.child.called if may_invite else "")
        self.timeline.show_happenings(
            happenings(story, today, tells_decisions=self._reach.reads("decision"))
        )
        finished = story.finished if self._reach.sees_whole_reviews else None
        self.timeline.show_after(finished.number if finished else 0)

    def _show_what_may_be_seen(self) -> None:
        """Leave out what this person may not read: it is not to look as if nothing were there."""
        reach, story = self._reach, self.story
        self.part_notice.show_child(story.child.called, is_part=not reach.sees_whole_reviews)
        for part, table in (
            *((self.scaling, "scale_answer"), (self.letters, "child_letter")),
            *((self.own_words, "plain_word"), (self.own_pictures, "letter_picture")),
            *((self.protected, "protected_fact"), (self.decisions, "decision")),
        ):
            show_if(part, reach.reads(table))
        show_if(self.head.write, reach.makes("child_letter"))
        if story.under_way is None and story.planned is None and not reach.makes("review"):
            self.head.start.hide()
        elif not reach.sees_whole_reviews:
            self.head.start.say(_("Open review {number}").format(number=story.next_number))

    def _can_book(self) -> bool:
        story, reach = self.story, self._reach
        may = story.planned is not None or reach.makes("review")
        return may and story.under_way is None and story.child.in_care

    def _due_explained(self) -> str:
        story = self.story
        said = due_explained(story, self._desk.calendar)
        is_waiting = story.under_way is None and story.planned is None and story.child.in_care
        if not is_waiting or self._reach.makes("review"):
            return said
        words = _("{explained} {name}’s IRO plans the review; then you can book it.")
        return words.format(explained=said, name=story.child.called).strip()

    def _open_after(self) -> None:
        if self.story.finished is not None:
            self.after_opened.emit(self.story.finished.id)

    def _open_convening(self) -> None:
        if self.story.planned is not None and self.flush():
            self.convening_opened.emit(self.story.planned.id)

    def open_review(self) -> None:
        """Open the review under way or planned; ask for the day of one that is not planned."""
        self.flush()
        coming = self.story.under_way or self.story.planned
        if coming is not None:
            self.review_opened.emit(coming.id)
            return
        words = _("Start review {number}").format(number=self.story.next_number)
        panel = self._ask(words, words)
        now = self._desk.now()
        panel.fill(self._desk.today(), f"{now:%H:%M}", self.story.child.lives_with)
        panel.booked.connect(self._start)

    def ask_for_the_day(self) -> None:
        """Ask for the day, time and place of the review to come."""
        number, planned = self.story.next_number, self.story.planned
        title = _("When and where is review {number}?").format(number=number)
        panel = self._ask(title, _("Book review {number}").format(number=number))
        if planned is not None:
            panel.fill(planned.booked_on, planned.booked_time, planned.place)
            panel.moves(planned.booked_on, self.story.child.review_due_on)
        panel.booked.connect(self._book)

    def _ask(self, title: str, do: str) -> BookingPanel:
        self._close_booking()
        self._close_writing()
        panel = self.booking = BookingPanel(self._desk, title, do)
        panel.closed.connect(self._close_booking)
        self.head.start.hide()  # one main thing to do at a time
        self._scrolling.column.insertWidget(0, panel)
        self._fit()
        self._scrolling.to_top()
        panel.day.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return panel

    def _close_booking(self) -> None:
        panel, self.booking = self.booking, None
        if panel is not None:
            self.head.start.show()
            self.head.start.setFocus(Qt.FocusReason.OtherFocusReason)
            panel.hide()
            panel.deleteLater()

    def ask_for_the_moment(self) -> None:
        """Ask which moment a letter is for."""
        self.flush()
        self._close_booking()
        self._close_writing()
        called = self.story.child.called
        panel = self.writing = WritePanel(self._desk, self._child_id, called, self.moments)
        panel.begun.connect(self._write)
        panel.closed.connect(self._close_writing)
        panel.failed.connect(self.notices.tell)
        self._scrolling.column.insertWidget(0, panel)
        panel.show()  # at once: the rows take keys that come in the same moment
        self._scrolling.to_top()
        panel.take_keyboard()

    def _write(self, letter_id: str) -> None:
        self._close_writing()
        self.letter_opened.emit(letter_id)

    def _close_writing(self) -> None:
        panel, self.writing = self.writing, None
        if panel is not None:
            self.head.write.setFocus(Qt.FocusReason.OtherFocusReason)
            panel.hide()
            panel.deleteLater()

    def _book(self, day: date, at: str, place: str) -> str:
        """Put it in the diary; gives the review's id, or nothing if that could not be done."""
        booked: list[str] = []
        panel = self.booking
        if panel is None:
            return ""

        def act() -> None:
            booked.append(book_it(self._desk, self._child_id, panel, day, at, place))

        if self.notices.attempt(act):
            self._close_booking()
        return booked[0] if booked else ""

    def _start(self, day: date, at: str, place: str) -> None:
        review_id = self._book(day, at, place)
        if review_id:
            self.review_opened.emit(review_id)

    @override
    def regions(self) -> list[QWidget]:
        return [self.head, self.about, self._middle, self._right]

    @override
    def enter(self) -> None:
        if not self._is_fresh:
            self.reload()
        self._is_fresh = False
        self.head.start.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def flush(self) -> bool:
        parts = (self.about, self.people, self.protected, self.own_words, self.own_pictures)
        flushed = [part.flush() for part in parts]  # each of them, whatever the others say
        return all(flushed)

    @override
    def help_words(self) -> str:
        return _(
            "Enter on a fact changes it where it stands; leaving it saves it. A review in what "
            "has happened opens with Enter. Esc goes back to the list of children."
        )

    def _reload_if_shown(self, tables: frozenset[str]) -> None:
        if tables & SHOWS and self.isVisible():
            self.reload()

    def _fit(self) -> None:
        """Use three columns, two or one, by the room there is for the size of the text."""
        directions = QBoxLayout.Direction
        width, looks = self.width(), appearance()
        three = width >= looks.px(THREE_COLUMNS_PX)
        two = width >= looks.px(TWO_COLUMNS_PX)
        self._story.setDirection(directions.LeftToRight if three else directions.TopToBottom)
        self._columns.setDirection(directions.LeftToRight if two else directions.TopToBottom)
        saved = 0 if looks.menu_replaces_rail else SAVED_PX
        self.head.lay_out(
            beside_name=width >= looks.px(HEAD_PX + saved),
            side_by_side=width >= looks.px(ACTS_PX + saved),
        )
        if self.booking is not None:
            self.booking.lay_out(wide=two)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.booking is not None:
                self._close_booking()
            elif self.writing is not None:
                self._close_writing()
            else:
                self.left.emit()
            return
        super().keyPressEvent(event)
