"""What is on today: my reviews, the next ones, and everything that is due, in words."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from models.caseload import DueLine, ReviewLine, reviews_to_come, what_is_due
from models.rules.working_days import BeyondCalendar
from ui.appearance import appearance
from ui.caseload.due_list import DueList
from ui.caseload.find_child import FindChild
from ui.caseload.notice_area import NoticeArea
from ui.caseload.record_changes import changes_of
from ui.caseload.reminders_part import RemindersPart
from ui.caseload.review_cards import NextReviewRow, ReviewCard
from ui.caseload.sending_part import SendingPart
from ui.desk import Desk
from ui.language import _, day_in_words, ngettext
from ui.overriding import override
from ui.page import Page
from ui.parts.buttons import QuietButton
from ui.parts.cards import CardRows
from ui.parts.empty_state import EmptyState
from ui.parts.saved_state import PageSavedState
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.words import Words

WEEKS_AHEAD: Final = 4
NEXT_SHOWN: Final = 4
WIDE_PX: Final = 1000
BAR_PX: Final = 760
NOON, EVENING = 12, 18
PART_OF_CLOCK: Final = {
    "T31": "decisions", "T32": "answer", "T35": "record", "T33": "copies", "T36": "copies",
}  # fmt: skip
SHOWS: Final = frozenset({"paper_copy", "delivery",
                           "child", "review", "milestone", "wish", "attendance", "sitting",
                           "convening", "invitation", "returned_form", "care_period"})  # fmt: skip


class TodayPage(Page):
    """The first page; it reads plain statements only, so that it is painted at once."""

    child_opened = Signal(str)
    review_opened = Signal(str)
    send_opened = Signal(str)  # which list of the place Send
    after_opened = Signal(str, str)  # a review, and the part of what follows its meeting
    convening_opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Today"))
        self.setObjectName("today_page")
        self.setAccessibleName(_("Today"))
        self._is_fresh = True
        self._scrolling = ScrollingPage()
        self._desk = desk
        self._all_next = False
        self._reviews: tuple[ReviewLine, ...] = ()
        self._due: tuple[DueLine, ...] = ()
        self.date = Words("", "h1")
        self.summary = Words("", "body", "ink2", wrap=True)
        self.reviews_head = Words("", "h2", wrap=True)
        self.box = FindChild(desk)
        self.saved = PageSavedState()
        self.notices = NoticeArea()
        self.due = DueList(desk.today)
        self.due.setObjectName("due")
        self.reminders = RemindersPart(desk)
        self.sending = SendingPart(desk)
        self._left = QWidget()
        self._cards = QVBoxLayout()
        self.next = CardRows()
        self.cards: list[ReviewCard] = []
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self._connect()
        self.reload()

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scrolling)
        said = QVBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.date)
        said.addWidget(self.summary)
        self._bar.setSpacing(24)
        self._bar.addLayout(said, 1)
        self._bar.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self._bar.addWidget(self.saved, 0, Qt.AlignmentFlag.AlignTop)
        self._build_sides()
        self._scrolling.column.addLayout(self._bar)
        self._scrolling.column.addWidget(self.notices)
        self._scrolling.column.addSpacing(4)
        self._scrolling.column.addLayout(self._sides)
        self._scrolling.column.addStretch(1)

    def _build_sides(self) -> None:
        left, right = QVBoxLayout(self._left), QVBoxLayout()
        self._cards.setSpacing(12)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.reviews_head)
        left.addLayout(self._cards)
        left.addSpacing(16)
        left.addWidget(Words(_("Next reviews"), "h2"))
        left.addWidget(self.next)
        right.addWidget(self.reminders)
        right.addWidget(self.sending)
        right.addWidget(Words(_("What is due"), "h2"))
        right.addWidget(self.due)
        for side in (left, right):
            side.setSpacing(8)
            side.addStretch(1)
        self._sides.setSpacing(28)
        self._sides.addWidget(self._left, 716)
        self._sides.addLayout(right, 482)

    def _connect(self) -> None:
        self.box.child_opened.connect(self.child_opened)
        self.due.open_asked.connect(self._open_due)
        self.due.done_asked.connect(self._mark_done)
        self.reminders.review_asked.connect(self.review_opened)
        self.reminders.convening_asked.connect(self.convening_opened)
        self.reminders.child_asked.connect(self.child_opened)
        self.sending.send_asked.connect(self.send_opened)
        appearance().changed.connect(self._redraw)
        changes_of(self._desk.database).changed.connect(self._reload_if_shown)

    def reload(self) -> None:
        """Read everything again and show it."""
        desk, today, reach = self._desk, self._desk.today(), self._desk.reach()
        until = today + timedelta(weeks=WEEKS_AHEAD)
        whose = None if reach.works_for_others else desk.me.id
        self.due.may_mark = reach.sees_whole_reviews and reach.writes("milestone", "met_on")
        said = _("Reviews today") if reach.works_for_others else _("Your reviews today")
        self.reviews_head.say(said)
        with desk.database.reading() as connection:
            self._reviews = reviews_to_come(connection, whose, today, until)
            self.sending.read(connection)
            try:
                due = what_is_due(connection, whose, today, until, desk.calendar)
                self._due = due if reach.sees_whole_reviews else self.sending.of_these(due)
            except BeyondCalendar as end:
                self._tell_calendar_ends(end.last_day)
            told = {(line.clock, line.review_id or "") for line in self._due}
            self.reminders.read(connection, told)
        self._show()

    def _show(self) -> None:
        today = self._desk.today()
        self.due.show_due(self._due, self._desk.calendar)
        self.reminders.show_all()
        self.sending.show_all()
        self.date.say(day_in_words(today, today))
        self._show_cards()
        self._show_next()
        self.summary.say(self._greeting())

    @override
    def search(self) -> QWidget:
        return self.box

    @override
    def regions(self) -> list[QWidget]:
        return [self.box, self._left, self.reminders, self.sending, self.due]

    @override
    def enter(self) -> None:
        if not self._is_fresh:
            self.reload()
        self._is_fresh = False

    @override
    def help_words(self) -> str:
        return _(
            "Your reviews of today, the next ones, and what is due. In what is due, Enter opens, "
            "F1 says how the date was counted, and Done asks on which day it was done."
        )

    @property
    def _on_today(self) -> list[ReviewLine]:
        today = self._desk.today()
        return [
            line
            for line in self._reviews
            if line.state == "open" or (line.state == "planned" and line.booked_on == today)
        ]

    def _show_cards(self) -> None:
        _empty(self._cards)
        self.cards = []
        for place, line in enumerate(self._on_today):
            card = ReviewCard(line, self._desk.now(), is_next=place == 0)
            card.open_asked.connect(self.review_opened)
            self.cards.append(card)
            self._cards.addWidget(card)
        if not self.cards:
            nothing = CardRows()
            where = _("Reviews that are booked for today stand here.")
            nothing.add_row(EmptyState("sun-horizon", _("No review today"), where))
            self._cards.addWidget(nothing)

    def _show_next(self) -> None:
        self.next.clear()
        today = self._desk.today()
        lines = [line for line in self._reviews if line not in self._on_today]
        for line in lines if self._all_next else lines[:NEXT_SHOWN]:
            row = NextReviewRow(line, today, may_invite=self._desk.reach().makes("invitation"))
            row.invite_asked.connect(lambda review=line.id: self.convening_opened.emit(review))
            row.opened.connect(lambda child_id=line.child_id: self.child_opened.emit(child_id))
            self.next.add_row(row)
        if len(lines) > NEXT_SHOWN:
            self.next.add_row(self._more_or_fewer())
        if not lines:
            where = _("Reviews that are booked for the next 4 weeks stand here.")
            self.next.add_row(EmptyState("calendar-blank", _("No review booked"), where))

    def _more_or_fewer(self) -> QWidget:
        words = _("See fewer") if self._all_next else _("See the next 4 weeks")
        button = QuietButton(words)
        button.setObjectName("see_next_weeks")
        button.clicked.connect(self._toggle_next)
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(10, 2, 10, 2)
        line.addWidget(button)
        line.addStretch(1)
        return holder

    def _toggle_next(self) -> None:
        self._all_next = not self._all_next
        self._show_next()
        button = self.next.findChild(QuietButton, "see_next_weeks")
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _greeting(self) -> str:
        hour = self._desk.now().hour
        if hour < NOON:
            hello = _("Good morning, {name}.")
        else:
            hello = _("Good afternoon, {name}.") if hour < EVENING else _("Good evening, {name}.")
        name = next(iter(self._desk.me.name.split()), "")
        count = len(self._on_today)
        reviews = ngettext("{count} review today.", "{count} reviews today.", count)
        return _("{hello} {reviews} {due}").format(
            hello=hello.format(name=name),
            reviews=reviews.format(count=count) if count else _("No review today."),
            due=self.due.counted,
        )

    def _open_due(self, line: DueLine) -> None:
        if line.review_id is None:
            self.child_opened.emit(line.child_id)
        elif line.clock in PART_OF_CLOCK:
            self.after_opened.emit(line.review_id, PART_OF_CLOCK[line.clock])
        else:
            self.review_opened.emit(line.review_id)

    def _mark_done(self, line: DueLine, day: date) -> None:
        from ui.caseload.marking_done import mark_done, undo_done

        task = next(row.words.task for row in self.due.rows if row.line == line)
        if self.notices.attempt(lambda: mark_done(self._desk, line, day)):
            done = _("Marked as done: {task}").format(task=task)
            self.notices.offer_undo(
                done, lambda: self.notices.attempt(lambda: undo_done(self._desk, line))
            )
            self._scrolling.to_top()

    def _tell_calendar_ends(self, last_day: date) -> None:
        self.notices.say(
            _("The bank holidays are known only to {day}").format(
                day=day_in_words(last_day, self._desk.today())
            ),
            _("Dates after that cannot be counted. A newer Waymark knows more of them."),
            kind="due",
        )

    def _redraw(self) -> None:
        self._show()
        self._fit()

    def _fit(self) -> None:
        """Put the two sides below each other where there is no room beside."""
        wide = self.width() >= appearance().px(WIDE_PX)
        directions = QBoxLayout.Direction
        self._sides.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        beside = self.width() >= appearance().px(BAR_PX)
        self._bar.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self.box.setFixedWidth(appearance().px(280))

    def _reload_if_shown(self, tables: frozenset[str]) -> None:
        if tables & SHOWS and self.isVisible():
            self.reload()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _empty(column: QVBoxLayout) -> None:
    while (place := column.takeAt(0)) is not None:
        if (widget := place.widget()) is not None:
            widget.hide()
            widget.deleteLater()
