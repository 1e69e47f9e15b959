"""One part of the review that was held: its day and its times, which can be corrected."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from models.day_checks import wrong_part
from models.review_sheet import SittingOnSheet
from models.rules.adjourning import ADJOURN_REASONS, why_words
from ui.language import _
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.kept_field import Value
from ui.meeting.slot_list import Slot
from ui.meeting.step_page import StepPage
from ui.meeting.who_at_part import WhoAtPart
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.showing import show_if
from ui.parts.time_field import TimeField
from ui.parts.words import Words


class PartSlot(Slot):
    """Correcting the day moves the review's days and the child's clocks with it."""

    def __init__(self, page: StepPage, sitting_id: str) -> None:
        super().__init__()
        self._meeting, self._id = page.meeting, sitting_id
        self._number = 1
        self.heading = Words("", "h3", wrap=True)
        self.held_on = DateField(_("Held on"), page.meeting.desk.today, towards="past")
        self.began_at = TimeField(_("Began at"), optional=True)
        self.ended_at = TimeField(_("Ended at"), optional=True)
        self.held_on.check = self._wrong
        card, line = Card(), FieldsLayout()
        for field, share in ((self.held_on, 3), (self.began_at, 2), (self.ended_at, 2)):
            line.add(field, share)
        card.column.addWidget(self.heading)
        card.column.addLayout(line)
        self.why = Words("", "small", "ink2", wrap=True)
        self.who = WhoAtPart(page.meeting, sitting_id)
        card.column.addWidget(self.why)
        card.column.addWidget(self.who)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        self._kept = {
            name: page.keep(
                getattr(self, name), ("sitting", sitting_id, name), save=partial(self._put, name)
            )
            for name in ("held_on", "began_at", "ended_at")
        }

    def show_row(self, row: SittingOnSheet) -> None:
        """Show the part as it now stands."""
        self._number = row.number
        several = len(self._meeting.sheet.sittings) > 1
        part = _("Part {number} of the review").format(number=row.number)
        self.heading.say(part if several else _("When it was held"))
        for name, kept in self._kept.items():
            kept.show(getattr(row, name))
        self.who.show_row(row)
        show_if(self.who, several)
        self.why.say(why_it_stopped(row))
        show_if(self.why, bool(self.why.said))

    def _wrong(self, day: date) -> str:
        meeting = self._meeting
        words = wrong_part(meeting.sheet, self._number, day, meeting.desk.today())
        return _(words) if words else ""

    def _day(self) -> date | None:
        found = (each.held_on for each in self._meeting.sheet.sittings if each.id == self._id)
        return next(found, None)

    def _put(self, name: str, value: Value) -> bool:
        if name == "held_on" and value is None:
            self.held_on.set_day(self._day())
            self.held_on.show_error(_("A part of a review needs its day."))
            return False
        calendar = self._meeting.desk.calendar
        return self._meeting.act(
            lambda review: review.correct_sitting(self._id, name, value or "", calendar)
        )


def why_it_stopped(row: SittingOnSheet) -> str:
    """Say why a part stopped, by the reason chosen and the words typed."""
    why = why_words(ADJOURN_REASONS, row.reason_kind, row.reason, _)
    again = why_words((), "", row.again_why)
    return " ".join(each for each in (why, again) if each)
