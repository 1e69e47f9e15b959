"""When the next review is, offered from the clocks, and when the chair sees the child before."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt

from models.day_checks import (
    is_over_a_year_on,
    wrong_midpoint,
    wrong_next_review,
    wrong_see_child,
)
from models.next_due import is_last_before_eighteen, is_last_review, next_due
from models.review_sheet import ReviewSheet
from models.rules import deadlines
from models.rules.review_clock import ReviewDue
from ui.caseload.clock_words import how_counted, source_of
from ui.language import _
from ui.meeting.clock_words import day_words
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.kept_field import Value
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.date_field import DateField
from ui.parts.dialog import Question, ask
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.time_field import TimeField
from ui.parts.words import Words

HOW = ("see", "ring", "video")
BOOKED = ("next_review_on", "next_review_time", "next_review_place")


class NextReviewPart(Card):
    """The last day in time is explained; any day can be chosen, and a late one is said so."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting = page, page.meeting
        name, today = page.meeting.name, page.meeting.desk.today
        self.heading = Words(_("The next review"), "h3")
        self.due = Words("", "body", wrap=True)
        self.counted = Words("", "small", "ink2", wrap=True)
        self.next_review_on = DateField(_("Day of the next review"), today)
        self.next_review_time = TimeField(_("Time"), optional=True)
        self.next_review_place = LineField(_("Place"), optional=True)
        self.late = Words("", "label", "over", wrap=True)
        self.use_due = SmallButton(_("Use the last day in time"))
        self.use_due.setObjectName("use_due")
        self.no_next_review_why = TextField(
            _("Why there is no next review"), optional=True, lines=1
        )
        self.use_eighteen = SmallButton(_("Use the 18th birthday as the reason"))
        self.midpoint_on = DateField(_("Midpoint check"), today, optional=True)
        self.use_midpoint = SmallButton(_("Use the day half-way"))
        self.see_child_by = DateField(_("I will see or ring {name} by").format(name=name), today)
        words = {"see": _("See {name}"), "ring": _("Ring {name}"), "video": _("Video call")}
        self.how = ChipGroup(_("How"), [(key, words[key].format(name=name)) for key in HOW])
        self._build()
        review_id = page.meeting.review_id
        self._kept = {
            field: page.keep(
                getattr(self, field), ("review", review_id, field), save=partial(self._book, field)
            )
            for field in BOOKED
        }
        for field in ("no_next_review_why", "midpoint_on", "see_child_by"):
            self._kept[field] = page.keep(getattr(self, field), ("review", review_id, field))
        self._connect()

    def _build(self) -> None:
        when = FieldsLayout()
        for field, share in (
            (self.next_review_on, 3),
            (self.next_review_time, 2),
            (self.next_review_place, 3),
        ):
            when.add(field, share)
        between = FieldsLayout()
        between.add(self.midpoint_on)
        between.add(self.see_child_by)
        left = Qt.AlignmentFlag.AlignLeft
        for part in (self.heading, self.due, self.counted):
            self.column.addWidget(part)
        self.column.addLayout(when)
        self.column.addWidget(self.late)
        self.column.addWidget(self.use_due, 0, left)
        self.column.addWidget(self.no_next_review_why)
        self.column.addWidget(self.use_eighteen, 0, left)
        self.column.addLayout(between)
        self.column.addWidget(self.use_midpoint, 0, left)
        self.column.addWidget(self.how)

    def _connect(self) -> None:
        self.use_due.clicked.connect(self.take_due)
        self.use_midpoint.clicked.connect(self.take_midpoint)
        self.use_eighteen.clicked.connect(self.take_eighteen)
        self.next_review_on.check = self._checked(wrong_next_review)
        self.midpoint_on.check = self._checked(wrong_midpoint)
        self.see_child_by.check = self._checked(wrong_see_child)
        self.how.chosen_changed.connect(lambda key: self._put("see_child_how", key))

    def show_sheet(self) -> None:
        """Show the days, and what the clocks say of them."""
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        for field, kept in self._kept.items():
            kept.show(getattr(sheet, field))
        self.how.choose(sheet.see_child_how)
        due = self.due_next()
        self._say_due(due, today)
        day = due.due_on if due else None
        is_late = bool(day and sheet.next_review_on and sheet.next_review_on > day)
        self.late.say(
            _("That is after the last day in time, {day}.").format(day=day_words(day, today))
            if is_late and day
            else ""
        )
        show_if(self.late, is_late)
        without = sheet.next_review_on is None
        reason = self.reason_at_eighteen()
        show_if(self.no_next_review_why, without)
        told = is_last_review(sheet) and not is_last_before_eighteen(sheet)
        hint = _("It was the last meeting, so {name} reads this in the letter.")
        self.no_next_review_why.set_hint(hint.format(name=self._meeting.name) if told else "")
        show_if(self.use_eighteen, without and reason not in {"", sheet.no_next_review_why})
        self._offer(self.use_due, day if sheet.next_review_on != day else None)
        half_way = self._half_way(day)
        self._offer(self.use_midpoint, half_way if sheet.midpoint_on != half_way else None)

    def due_next(self) -> ReviewDue | None:
        """Give the last day for the review after this one, or none where it is not known."""
        return next_due(self._meeting.sheet, self._meeting.desk.calendar)

    def _say_due(self, due: ReviewDue | None, today: date) -> None:
        if due is None:
            words = _("The day {name} came into care is not known, so no day can be offered.")
            said = words.format(name=self._meeting.name)
        elif due.last_before_eighteen:
            said = _(
                "{name} turns 18 before another review is due. This is the last review before "
                "18: consider a moving-on review."
            ).format(name=self._meeting.name)
        elif due.due_on is None:
            said = _("{name} has left care, so no review is due.").format(name=self._meeting.name)
        else:
            said = _("The last day in time is {day}.").format(day=day_words(due.due_on, today))
        self.due.say(said)
        if due is not None and due.due_on is not None:
            words = _("{counted} {source}")
            counted, source = how_counted(due.explanation), source_of(due.timescale_id)
            self.counted.say(words.format(counted=counted, source=source))
        show_if(self.counted, due is not None and due.due_on is not None)

    def _offer(self, button: SmallButton, day: date | None) -> None:
        button.setVisible(day is not None)
        if day is None:
            return
        said = day_words(day, self._meeting.desk.today())
        if button is self.use_due:
            button.say(_("Use {day} for the review").format(day=said))
        else:
            button.say(_("Use {day}, half-way, for the midpoint").format(day=said))

    def _half_way(self, due_on: date | None) -> date | None:
        sheet = self._meeting.sheet
        following = sheet.next_review_on or due_on
        held = sheet.held_on or sheet.booked_on
        if following is None or held is None or following < held:
            return None
        return deadlines.midpoint(held, following)

    def reason_at_eighteen(self) -> str:
        """Give the reason for no next review that the 18th birthday is, or nothing."""
        due = self.due_next()
        if due is None or not due.last_before_eighteen:
            return ""
        words = _("{name} turns 18 before another review is due.")
        return words.format(name=self._meeting.name)

    def take_due(self) -> None:
        """Choose the last day in time."""
        due = self.due_next()
        if due is not None and due.due_on is not None:
            self.next_review_on.set_day(due.due_on)
            self._book("next_review_on", due.due_on)
            self.next_review_on.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_midpoint(self) -> None:
        """Choose the day half-way."""
        due = self.due_next()
        half_way = self._half_way(due.due_on if due else None)
        if half_way is not None:
            self.midpoint_on.set_day(half_way)
            self._put("midpoint_on", half_way)
            self.midpoint_on.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_eighteen(self) -> None:
        """Give the 18th birthday as the reason for no next review."""
        self._put("no_next_review_why", self.reason_at_eighteen())
        self.no_next_review_why.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _checked(self, wrong: Callable[[ReviewSheet, date], str]) -> Callable[[date], str]:
        def check(day: date) -> str:
            words = wrong(self._meeting.sheet, day)
            return _(words) if words else ""

        return check

    def _book(self, field: str, value: Value) -> bool:
        meeting = self._meeting
        if isinstance(value, date) and not self._is_meant(value):
            self.next_review_on.set_day(meeting.sheet.next_review_on)
            self.next_review_on.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        calendar = meeting.desk.calendar
        return meeting.act(lambda review: review.put_next(field, value, calendar))

    def _is_meant(self, day: date) -> bool:
        if not is_over_a_year_on(self._meeting.sheet, day):
            return True
        said = day_words(day, self._meeting.desk.today())
        question = Question(
            _("Is the next review more than a year away?"),
            _("{day} is more than a year after this review.").format(day=said),
            _("Keep this day"),
            _("Choose another day"),
            parent=self.window(),
        )
        return ask(question)

    def _put(self, field: str, value: object) -> None:
        self._meeting.put("review", self._meeting.review_id, field, value)
