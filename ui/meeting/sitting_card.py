"""When, where and how the review is held: started, adjourned and gone on with from here."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from models.day_checks import go_on_by, is_asked_why_late, went_on_late, wrong_part, wrong_start
from models.review import MODE_WORDS
from models.rules import series
from models.together import (
    StaysBegun,
    begin_together,
    do_together,
    take_back_begin_together,
)
from ui.language import _
from ui.meeting.adjourn_part import AdjournPart
from ui.meeting.clock_words import clock_time, day_words
from ui.meeting.covering_part import CoveringPart
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.for_others_too import ForOthersToo
from ui.meeting.kept_field import Value
from ui.meeting.moment_field import MomentField
from ui.meeting.move_day_part import MoveDayPart
from ui.meeting.part_slot import why_it_stopped
from ui.meeting.step_page import StepPage
from ui.meeting.together_part import TogetherPart
from ui.parts.buttons import PrimaryButton, SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.date_field import DateField
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.time_field import TimeField
from ui.parts.words import Words

if TYPE_CHECKING:
    from models.open_review import OpenReview


class SittingCard(Card):
    """What can be done depends on how far the review is; all of it is said in words."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting = page, page.meeting
        today = page.meeting.desk.today
        self.standing = Words("", "h3", wrap=True)
        self.detail = Words("", "small", "ink2", wrap=True)
        self.booked_on, self.booked_time = DateField(_("Day"), today), TimeField(_("Time"))
        self.place = LineField(_("Place"))
        modes = [(str(key), _(words)) for key, words in MODE_WORDS.items()]
        self.mode = ChipGroup(_("How it is held"), modes, may_be_none=False)
        self.what_for = TextField(_("What today is for"), optional=True, lines=1)
        self.late_why = TextField(_("Why this review was late"), lines=1)
        self.resumed_late_why = TextField(_("Why the review went on so late"), lines=1)
        self._make_buttons()
        self._build()
        fields = ("booked_on", "booked_time", "place", "what_for", "late_why", "resumed_late_why")
        review_id = page.meeting.review_id
        saves = {"booked_on": self._put_day}
        self._kept = {
            name: page.keep(getattr(self, name), ("review", review_id, name), save=saves.get(name))
            for name in fields
        }
        page.mark(self.begin_button, ("review", review_id, "begin"))
        page.mark(self.resume_button, ("review", review_id, "resume"))
        self._connect()

    def _make_buttons(self) -> None:
        """Make what starts, stops and goes on with the review."""
        desk = self._meeting.desk
        starts = (_("Day it starts"), _("Time it starts"))
        self.start = MomentField(desk, starts, "start", self._wrong_start)
        goes_on = (_("Day it goes on"), _("Time it goes on"))
        self.going_on = MomentField(desk, goes_on, "resume", self._wrong_resume)
        self.begin_button = PrimaryButton(_("Start the review"), "play-fill")
        self.begin_button.setObjectName("begin")
        self.adjourn_button = SmallButton(_("Adjourn this review"))
        self.adjourn_button.setObjectName("adjourn")
        self.part_button = SmallButton(_("End this part"), kind="quiet")
        self.part_button.setObjectName("end_part")
        self.moving = MoveDayPart(self._meeting)
        self.covering = CoveringPart(self._page)
        self.together = TogetherPart(self._meeting)
        self.adjourning = AdjournPart(self._meeting)
        self.resume_button = PrimaryButton(_("Go on with the review"), "play-fill")
        self.resume_button.setObjectName("resume")
        self.resume_too = ForOthersToo(self._meeting, "resume")

    def _build(self) -> None:
        when = FieldsLayout()
        when.add(self.booked_on, 3)
        when.add(self.booked_time, 2)
        when.add(self.place, 4)
        buttons = QHBoxLayout()
        for button in (
            self.begin_button, self.resume_button, self.adjourn_button, self.part_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addWidget(self.standing)
        self.column.addWidget(self.detail)
        self.column.addLayout(when)
        for part in (self.mode, self.what_for, self.late_why, self.resumed_late_why):
            self.column.addWidget(part)
        self.column.addWidget(self.moving)
        self.column.addWidget(self.covering)
        self.column.addWidget(self.together)
        self.column.addWidget(self.start)
        self.column.addWidget(self.going_on)
        self.column.addWidget(self.resume_too)
        self.column.addLayout(buttons)
        self.column.addWidget(self.adjourning)

    def _connect(self) -> None:
        self.mode.chosen_changed.connect(
            lambda key: self._meeting.put("review", self._meeting.review_id, "mode", key)
        )
        self.begin_button.clicked.connect(self.begin)
        self.resume_button.clicked.connect(self.resume)
        self.adjourn_button.clicked.connect(self._ask_why)
        self.part_button.clicked.connect(lambda: self._ask_why(as_part=True))
        self.adjourning.adjourned.connect(self._after_adjourning)
        self.adjourning.left.connect(self._after_leaving_it)
        self.going_on.day.day_chosen.connect(self._show_late)

    def show_sheet(self) -> None:
        """Show how far the review is."""
        sheet = self._meeting.sheet
        for name, kept in self._kept.items():
            kept.show(getattr(sheet, name))
        self.mode.choose(sheet.mode)
        self.standing.say(self._standing())
        self.detail.say(self._detail())
        planned, opened = sheet.state == "planned", sheet.state == "open"
        for part in (self.booked_on, self.booked_time, self.start, self.begin_button):
            part.setVisible(planned)
        for part in (self.going_on, self.resume_button):
            part.setVisible(sheet.state == "adjourned")
        self.start.offer()
        self.going_on.offer()
        self.resume_too.offer(wanted=sheet.state == "adjourned")
        self._show_late()
        asking = not self.adjourning.isHidden()
        self.adjourn_button.setVisible(opened and not asking)
        show_if(self.late_why, is_asked_why_late(sheet, self._meeting.desk.calendar))
        self.part_button.setVisible(opened and not asking)
        self.moving.show_sheet()
        self.covering.show_sheet()
        self.together.show_sheet()

    def _standing(self) -> str:
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        last = sheet.sittings[-1] if sheet.sittings else None
        if sheet.state == "planned" or last is None:
            return _("This review has not started")
        day, time = day_words(last.held_on, today), clock_time(last.began_at)
        if not time and sheet.state == "open":
            return _("Started on {day}").format(day=day)
        if sheet.state == "adjourned":
            return self._said_adjourned()
        if sheet.state == "finished":
            return _("Finished. Held on {day}").format(day=day)
        if last.number > 1:
            return _("Part {number} started at {time} on {day}").format(
                number=last.number, time=time, day=day
            )
        return _("Started at {time} on {day}").format(time=time, day=day)

    def _said_adjourned(self) -> str:
        sheet, desk = self._meeting.sheet, self._meeting.desk
        last = sheet.sittings[-1]
        last_day = go_on_by(sheet, last, desk.calendar)
        values = {"number": last.number, "day": day_words(last_day, desk.today())}
        is_past = last_day < desk.today()
        if last.adjourned and is_past:
            return _("Adjourned. The last day for going on was {day}").format(**values)
        if last.adjourned:
            return _("Adjourned. Go on with it by {day}").format(**values)
        if is_past:
            words = _("Part {number} is over. The day for holding the last part was {day}")
            return words.format(**values)
        return _("Part {number} is over. Hold the last part by {day}").format(**values)

    def _detail(self) -> str:
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        if sheet.state == "adjourned":
            return self._why_it_waits()
        if len(sheet.sittings) > 1:
            return self._about_parts()
        due_on = sheet.due_on if sheet.held_on else sheet.child.review_due_on
        if due_on is None:
            return ""
        return _("The last day in time is {day}.").format(day=day_words(due_on, today))

    def _why_it_waits(self) -> str:
        last = self._meeting.sheet.sittings[-1]
        not_yet = _("Nothing proposed in it may be put into effect until it is complete.")
        why = why_it_stopped(last)
        if not last.adjourned:
            return "\n".join(each for each in (why, not_yet) if each)
        words = _("Stopped because: {why} It may be adjourned only once.")
        return "\n".join((words.format(why=why), not_yet))

    def _about_parts(self) -> str:
        sheet, desk = self._meeting.sheet, self._meeting.desk
        late = went_on_late(sheet, desk.calendar)
        if late is not None:
            words = _("It went on after the last day for that, {day}.")
            return words.format(day=day_words(late, desk.today()))
        last_day = series.finish_by(sheet.sittings[0].held_on, desk.calendar)
        if last_day < desk.today():
            return ""
        words = _("The last day for its last part is {day}.")
        return words.format(day=day_words(last_day, desk.today()))

    def _show_late(self) -> None:
        """Ask why the review goes on late, once it does or would."""
        sheet, desk = self._meeting.sheet, self._meeting.desk
        late = went_on_late(sheet, desk.calendar) is not None
        if sheet.state == "adjourned":
            last_day = go_on_by(sheet, sheet.sittings[-1], desk.calendar)
            day = self.going_on.day.day()
            would_be = day is not None and day > last_day
            if would_be:
                words = _("This is after the last day for going on, {day}.")
                self.resumed_late_why.set_hint(words.format(day=day_words(last_day, desk.today())))
            late = late or would_be
        show_if(self.resumed_late_why, late)

    def _put_day(self, day: Value) -> bool:
        """Book a first day; one that is booked is moved, with who asked and why."""
        booked = self._meeting.sheet.booked_on
        if booked in {None, day}:
            return self._meeting.put("review", self._meeting.review_id, "booked_on", day)
        self.booked_on.set_day(booked)
        self.moving.open(day=day if isinstance(day, date) else None)
        return False

    def begin(self) -> None:
        """Begin the review, now or when it is said to have begun."""
        calendar = self._meeting.desk.calendar

        def begin_at(day: date, clock: str) -> bool:
            def begun(review: "OpenReview") -> None:
                review.begin(day, clock, calendar)
                begin_together(review.session, review.review.id, calendar)

            return self._meeting.act(begun)

        if self._hold(self.start, begin_at):
            self._meeting.offer_undo(self._standing(), self._take_back)

    def resume(self) -> None:
        """Go on with the adjourned review, now or when it is said to have gone on."""
        calendar = self._meeting.desk.calendar

        def resume_at(day: date, clock: str) -> bool:
            def resumed(review: "OpenReview") -> None:
                review.resume(day, clock, calendar)

            also = self.resume_too.review_ids()
            return self._meeting.act(lambda review: do_together(review, also, resumed))

        self._hold(self.going_on, resume_at)

    def _hold(self, when: MomentField, hold: Callable[[date, str], bool]) -> bool:
        """Begin a part, and put the keyboard where who came is said."""
        self._page.flush()
        moment = when.moment()
        if moment is None or not hold(*moment):
            return False
        when.forget()
        self._page.enter()
        return True

    def _take_back(self) -> None:
        calendar, stay = self._meeting.desk.calendar, list[str]()

        def take_back(review: "OpenReview") -> None:
            stay.extend(take_back_begin_together(review.session, review.review.id, calendar))

        if self._meeting.act(take_back):
            self._page.enter()
            if stay:
                self._meeting.troubled.emit(StaysBegun())

    def _wrong_start(self, day: date) -> str:
        words = wrong_start(self._meeting.sheet, day, self._meeting.desk.today())
        return _(words) if words else ""

    def _wrong_resume(self, day: date) -> str:
        sheet = self._meeting.sheet
        number = len(sheet.sittings) + 1
        words = wrong_part(sheet, number, day, self._meeting.desk.today())
        return _(words) if words else ""

    def _ask_why(self, *_clicked: bool, as_part: bool = False) -> None:
        self.adjourning.open(as_part=as_part)
        self.adjourn_button.hide()
        self.part_button.hide()

    def _after_leaving_it(self) -> None:
        self.show_sheet()
        self.adjourn_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _after_adjourning(self) -> None:
        self.resume_button.setFocus(Qt.FocusReason.OtherFocusReason)
