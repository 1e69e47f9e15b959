"""Whether somebody talked with the child alone, before or as part of it: who, when, why not."""

from datetime import date

from ui.language import _
from ui.meeting import participation_words as said
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.step_page import StepPage
from ui.meeting.who_field import WhoField
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.ticks import RoundChoices

_WITH_A_DAY = frozenset({"yes", "declined"})
_WITH_A_REASON = frozenset({"no", "declined", "not_right"})


class SeenAloneCard(Card):
    """One question; a yes and an offer ask for the day and the person, a no for the reason.

    Source: regulation 36(1)(b); domain reference 1.7.
    """

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting, name = page, page.meeting, page.meeting.name
        self.setObjectName("seen_alone_card")
        asked = _("Did you talk with {name} alone, before the review or as part of it?").format(
            name=name
        )
        self.answer = RoundChoices(asked, [(key, _(words)) for key, words in said.SEEN_ALONE])
        today = page.meeting.desk.today
        self.on = DateField(_("When"), today, towards="past")
        self._who_talked = _("Who talked with {name}, if not you").format(name=name)
        self.by = WhoField(self._who_talked)
        self.why = LineField(_("Why not"))
        fields = FieldsLayout()
        fields.add(self.on)
        fields.add(self.by)
        self.column.addWidget(self.answer)
        self.column.addLayout(fields)
        self.column.addWidget(self.why)
        self._keep()
        self.answer.chosen_changed.connect(lambda key: self._save("seen_alone", key))

    def _keep(self) -> None:
        told, save = self._meeting.sheet.participation, self._save
        row, keep = told.id if told else "", self._page.keep
        self._kept = {
            "seen_alone_on": keep(
                self.on, ("participation", row, "seen_alone_on"), save=self._save_on
            ),
            "seen_alone_by": keep(
                self.by,
                ("participation", row, "seen_alone_by"),
                save=lambda who: save("seen_alone_by", who),
            ),
            "seen_alone_why": keep(
                self.why,
                ("participation", row, "seen_alone_why"),
                save=lambda why: save("seen_alone_why", why),
            ),
        }
        self._page.mark(self.answer.answers["yes"], ("participation", row, "seen_alone"))

    def show_sheet(self) -> None:
        """Show the answer, and only the fields that follow from it."""
        told = self._meeting.sheet.participation
        self.by.offer(self._meeting.sheet)
        for name, kept in self._kept.items():
            kept.show(getattr(told, name) if told else "")
        seen = told.seen_alone if told else ""
        self.answer.choose(seen)
        was_offered = seen == "declined"
        self.on.set_label(_("When it was offered") if was_offered else _("When"))
        who = _("Who offered it, if not you") if was_offered else self._who_talked
        self.by.set_label(who)
        for field in (self.on, self.by):
            show_if(field, seen in _WITH_A_DAY)
        show_if(self.why, seen in _WITH_A_REASON)

    def _save_on(self, day: object) -> bool:
        """Save the day of talking alone, unless it is still to come."""
        if isinstance(day, date) and day > self._meeting.desk.today():
            self.on.show_error(_("This day is still to come. Write the day you talked"))
            return False
        return self._save("seen_alone_on", day)

    def _save(self, field: str, value: object) -> bool:
        return self._meeting.act(lambda review: review.answer_participation(field, value))
