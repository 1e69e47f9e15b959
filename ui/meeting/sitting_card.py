"""When, where and how the review is held: started, adjourned and gone on with from here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from models.open_review import OpenReview
from models.review import MODE_WORDS
from models.rules import deadlines, series
from ui.language import _
from ui.meeting.clock_words import clock_time, day_words
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.step_page import StepPage
from ui.parts.buttons import PrimaryButton, SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.date_field import DateField
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.words import Words


class SittingCard(Card):
    """What can be done depends on how far the review is; all of it is said in words."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting = page, page.meeting
        today = page.meeting.desk.today
        self.standing = Words("", "h3", wrap=True)
        self.detail = Words("", "small", "ink2", wrap=True)
        self.booked_on, self.booked_time = DateField(_("Day"), today), LineField(_("Time"))
        self.place = LineField(_("Place"))
        modes = [(str(key), _(words)) for key, words in MODE_WORDS.items()]
        self.mode = ChipGroup(_("How it is held"), modes, may_be_none=False)
        self.what_for = TextField(_("What today is for"), optional=True, lines=1)
        self.late_why = TextField(_("Why this review was late"), lines=1)
        self.begin_button = PrimaryButton(_("Start the review"), "play-fill")
        self.begin_button.setObjectName("begin")
        self.adjourn_button = SmallButton(_("Adjourn this review"))
        self.adjourn_why = TextField(_("Why it stops here"), lines=1)
        self.adjourn_now = SmallButton(_("Adjourn now"), kind="primary")
        self.resume_button = PrimaryButton(_("Go on with the review"), "play-fill")
        self._build()
        fields = ("booked_on", "booked_time", "place", "what_for", "late_why")
        review_id = page.meeting.review_id
        self._kept = {
            name: page.keep(getattr(self, name), ("review", review_id, name)) for name in fields
        }
        page.mark(self.begin_button, ("review", review_id, "begin"))
        page.mark(self.resume_button, ("review", review_id, "resume"))
        self._connect()

    def _build(self) -> None:
        when = FieldsLayout()
        when.add(self.booked_on, 3)
        when.add(self.booked_time, 2)
        when.add(self.place, 4)
        buttons = QHBoxLayout()
        for button in (self.begin_button, self.resume_button, self.adjourn_button):
            buttons.addWidget(button)
        buttons.addWidget(self.adjourn_button.reason, 1)
        buttons.addStretch(1)
        self.column.addWidget(self.standing)
        self.column.addWidget(self.detail)
        self.column.addLayout(when)
        for part in (self.mode, self.what_for, self.late_why):
            self.column.addWidget(part)
        self.column.addLayout(buttons)
        self.column.addWidget(self.adjourn_why)
        self.column.addWidget(self.adjourn_now, 0, Qt.AlignmentFlag.AlignLeft)
        self.adjourn_why.hide()
        self.adjourn_now.hide()

    def _connect(self) -> None:
        self.mode.chosen_changed.connect(
            lambda key: self._meeting.put("review", self._meeting.review_id, "mode", key)
        )
        self.begin_button.clicked.connect(self.begin)
        self.resume_button.clicked.connect(self.resume)
        self.adjourn_button.clicked.connect(self._ask_why)
        self.adjourn_now.clicked.connect(self.adjourn)
        self.adjourn_why.control.finished.connect(self.adjourn)

    def show_sheet(self) -> None:
        """Show how far the review is."""
        sheet = self._meeting.sheet
        for name, kept in self._kept.items():
            kept.show(getattr(sheet, name))
        self.mode.choose(sheet.mode)
        self.standing.say(self._standing())
        self.detail.say(self._detail())
        planned, opened = sheet.state == "planned", sheet.state == "open"
        for part in (self.booked_on, self.booked_time, self.begin_button):
            part.setVisible(planned)
        self.resume_button.setVisible(sheet.state == "adjourned")
        asking = not self.adjourn_why.isHidden()
        self.adjourn_button.setVisible(opened and not asking)
        is_late = bool(sheet.held_on and sheet.due_on and sheet.held_on > sheet.due_on)
        show_if(self.late_why, is_late)
        if not series.may_adjourn(sum(each.adjourned for each in sheet.sittings)):
            self.adjourn_button.turn_off(_("A review can be adjourned only once."))

    def _standing(self) -> str:
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        last = sheet.sittings[-1] if sheet.sittings else None
        if sheet.state == "planned" or last is None:
            return _("This review has not started")
        day, time = day_words(last.held_on, today), clock_time(last.began_at)
        if sheet.state == "adjourned":
            resume_by = deadlines.resume_by(last.held_on, self._meeting.desk.calendar)
            return _("Adjourned. Go on with it by {day}").format(day=day_words(resume_by, today))
        if sheet.state == "finished":
            return _("Finished. Held on {day}").format(day=day)
        if last.number > 1:
            return _("Part {number} started at {time} on {day}").format(
                number=last.number, time=time, day=day
            )
        return _("Started at {time} on {day}").format(time=time, day=day)

    def _detail(self) -> str:
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        if sheet.state == "adjourned":
            words = _("Stopped because: {why} It may be adjourned only once.")
            return words.format(why=_sentence(sheet.sittings[-1].reason))
        due_on = sheet.due_on if sheet.held_on else sheet.child.review_due_on
        if due_on is None:
            return ""
        return _("The last day in time is {day}.").format(day=day_words(due_on, today))

    def begin(self) -> None:
        """Begin the review now."""
        self._page.flush()
        now, desk = self._meeting.desk.now(), self._meeting.desk
        self._meeting.act(lambda review: review.begin(now.date(), f"{now:%H:%M}", desk.calendar))

    def resume(self) -> None:
        """Go on with the adjourned review now."""
        now = self._meeting.desk.now()
        self._meeting.act(lambda review: review.resume(now.date(), f"{now:%H:%M}"))

    def adjourn(self) -> None:
        """Stop here for today, for the reason that is typed."""
        reason, now = self.adjourn_why.text(), self._meeting.desk.now()
        if not reason.strip():
            self.adjourn_why.show_error(_("Say why the review stops here"))
            self.adjourn_why.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return

        def stop(review: OpenReview) -> None:
            review.adjourn(f"{now:%H:%M}", reason)

        self.adjourn_why.hide()
        self.adjourn_now.hide()
        self._meeting.act(stop)
        self.resume_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_why(self) -> None:
        if self.adjourn_button.is_off:
            return
        desk = self._meeting.desk
        day = deadlines.resume_by(desk.today(), desk.calendar)
        hint = _("The review must go on within 20 working days, by {day}.")
        self.adjourn_why.set_hint(hint.format(day=day_words(day, desk.today())))
        self.adjourn_why.show()
        self.adjourn_now.show()
        self.adjourn_button.hide()
        self.adjourn_why.control.setFocus(Qt.FocusReason.OtherFocusReason)


def _sentence(words: str) -> str:
    return words if words.rstrip().endswith((".", "?")) else f"{words.rstrip()}."
