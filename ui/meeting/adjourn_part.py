"""Stopping a review to go on another day: adjourned for a reason, or as the end of one part."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.day_checks import wrong_part
from models.open_review import OpenReview
from models.rules import deadlines, series
from models.rules.adjourning import ADJOURN_REASONS, says_enough
from models.sittings import Stop, adjourn, end_part
from models.together import do_together
from ui.language import _
from ui.meeting.clock_words import day_words
from ui.meeting.for_others_too import ForOthersToo
from ui.meeting.meeting import Meeting
from ui.meeting.moment_field import MomentField
from ui.parts.buttons import SmallButton
from ui.parts.fields import ChoiceField, Field
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.words import Words


class AdjournPart(QWidget):
    """Unfolds when it is asked for; the day is that of the part that is under way."""

    adjourned = Signal()
    left = Signal()  # it goes on after all

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._is_part = False
        labels = (_("Day it stopped"), _("Time it stopped"))
        self.when = MomentField(meeting.desk, labels, "adjourn", self._wrong)
        offered = [(each.key, _(each.words)) for each in ADJOURN_REASONS]
        self.reason = ChoiceField(_("Why it stops here"), [("", _("Choose a reason")), *offered])
        self.reason.control.setObjectName("adjourn_reason_box")
        self.why = TextField(_("What happened, in your words"), optional=True, lines=1)
        self.why.control.setObjectName("adjourn_why_box")
        self.again_why = TextField(_("Why it must be adjourned a second time"), lines=1)
        self.again_why.control.setObjectName("adjourn_again_box")
        self.again_why.set_hint(
            _(
                "The law lets a review be adjourned once. The reason is kept, and the "
                "minutes have it."
            )
        )
        self.too = ForOthersToo(meeting, "adjourn")
        self.by_when = Words("", "small", "ink2", wrap=True)
        self.now_button = SmallButton(_("Adjourn now"), kind="primary")
        self.now_button.setObjectName("adjourn_now")
        self.leave_button = SmallButton(_("Leave it as it is"), kind="quiet")
        self.leave_button.setObjectName("adjourn_leave")
        self._build()
        self.when.day.day_chosen.connect(self._say_by_when)
        self.now_button.clicked.connect(self.stop)
        self.leave_button.clicked.connect(self.leave)
        self.why.control.finished.connect(self.stop)
        self.again_why.control.finished.connect(self.stop)
        self.hide()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.now_button)
        buttons.addWidget(self.leave_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.when, self.reason, self.why, self.again_why, self.by_when, self.too):
            column.addWidget(part)
        column.addLayout(buttons)

    def open(self, *, as_part: bool = False) -> None:
        """Ask when and why, with the last day for going on; the end of a part needs no reason."""
        self._is_part = as_part
        self.when.forget()
        self.when.offer(self._meeting.sheet.sittings[-1].held_on)
        self._say_by_when(self.when.day.day())
        self.now_button.say(_("End this part") if as_part else _("Adjourn now"))
        show_if(self.reason, not as_part)
        show_if(self.again_why, not as_part and self._was_adjourned())
        self.too.offer()
        self.show()
        first: Field = self.why if as_part else self.reason
        first.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Stop here, for the reason that is given."""
        if not self._says_why():
            return
        moment = self.when.moment()
        if moment is None:
            return
        day, clock = moment
        last, calendar = self._meeting.sheet.sittings[-1], self._meeting.desk.calendar
        is_part, why = self._is_part, self.why.text()
        stop = Stop(clock, self.reason.value(), why, self.again_why.text())

        def end(review: OpenReview) -> None:
            if day != last.held_on:
                review.correct_sitting(review.last_sitting.id, "held_on", day, calendar)
            if is_part:
                end_part(review, clock, why)
            else:
                adjourn(review, stop)

        also = self.too.review_ids()
        if self._meeting.act(lambda review: do_together(review, also, end)):
            self._fold()
            self.adjourned.emit()

    def leave(self) -> None:
        """Go on with the review as it is."""
        self._fold()
        self.left.emit()

    def _fold(self) -> None:
        self.hide()
        self.reason.set_value("")
        self.reason.clear_error()
        for text in (self.why, self.again_why):
            text.set_text("")
            text.clear_error()

    def _says_why(self) -> bool:
        """Say at the field what is still wanted."""
        for field in (self.reason, self.why, self.again_why):
            field.clear_error()
        if self._is_part:
            return True
        key = self.reason.value()
        if not key:
            return self._wants(self.reason, _("Say why the review stops here"))
        if not says_enough(ADJOURN_REASONS, key, self.why.text()):
            return self._wants(self.why, _("Say in a few words what happened"))
        if self._was_adjourned() and not self.again_why.text().strip():
            return self._wants(self.again_why, _("Say why, or end this part instead"))
        return True

    def _wants(self, field: Field, words: str) -> bool:
        field.show_error(words)
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return False

    def _was_adjourned(self) -> bool:
        times = sum(each.adjourned for each in self._meeting.sheet.sittings)
        return not series.may_adjourn(times)

    def _wrong(self, day: date) -> str:
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        words = wrong_part(sheet, sheet.sittings[-1].number, day, today)
        return _(words) if words else ""

    def _say_by_when(self, day: date | None) -> None:
        if day is None:
            return
        desk = self._meeting.desk
        if self._is_part:
            first = min(day, self._meeting.sheet.sittings[0].held_on)
            said = _("Every part is to be held by {day}, within 20 working days of the first.")
            last_day = series.finish_by(first, desk.calendar)
        else:
            said = _("The review must go on within 20 working days, by {day}.")
            last_day = deadlines.resume_by(day, desk.calendar)
        self.by_when.say(said.format(day=day_words(last_day, desk.today())))
