"""Stopping a review to go on another day: when it stopped, why, and by when it goes on."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.day_checks import wrong_part
from models.open_review import OpenReview
from models.rules import deadlines
from ui.language import _
from ui.meeting.clock_words import day_words
from ui.meeting.meeting import Meeting
from ui.meeting.moment_field import MomentField
from ui.parts.buttons import SmallButton
from ui.parts.text_field import TextField


class AdjournPart(QWidget):
    """Unfolds when it is asked for; the day is that of the part that is under way."""

    adjourned = Signal()

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        labels = (_("Day it stopped"), _("Time it stopped"))
        self.when = MomentField(meeting.desk, labels, "adjourn", self._wrong)
        self.why = TextField(_("Why it stops here"), lines=1)
        self.now_button = SmallButton(_("Adjourn now"), kind="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.when)
        column.addWidget(self.why)
        column.addWidget(self.now_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.when.day.day_chosen.connect(self._say_by_when)
        self.now_button.clicked.connect(self.adjourn)
        self.why.control.finished.connect(self.adjourn)
        self.hide()

    def open(self) -> None:
        """Ask why, with the last day for going on."""
        self.when.forget()
        self.when.offer(self._meeting.sheet.sittings[-1].held_on)
        self._say_by_when(self.when.day.day())
        self.show()
        self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def adjourn(self) -> None:
        """Stop here, for the reason that is typed."""
        if not self.why.text().strip():
            self.why.show_error(_("Say why the review stops here"))
            self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        moment = self.when.moment()
        if moment is None:
            return
        (day, clock), reason = moment, self.why.text()
        last, calendar = self._meeting.sheet.sittings[-1], self._meeting.desk.calendar

        def stop(review: OpenReview) -> None:
            if day != last.held_on:
                review.correct_sitting(last.id, "held_on", day, calendar)
            review.adjourn(clock, reason)

        self.hide()
        self.why.clear_error()
        self._meeting.act(stop)
        self.adjourned.emit()

    def _wrong(self, day: date) -> str:
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        words = wrong_part(sheet, sheet.sittings[-1].number, day, today)
        return _(words) if words else ""

    def _say_by_when(self, day: date | None) -> None:
        if day is None:
            return
        desk = self._meeting.desk
        last_day = deadlines.resume_by(day, desk.calendar)
        hint = _("The review must go on within 20 working days, by {day}.")
        self.why.set_hint(hint.format(day=day_words(last_day, desk.today())))
