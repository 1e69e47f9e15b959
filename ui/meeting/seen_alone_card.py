"""Whether somebody talked with the child alone before the review: who, when, or why not."""

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

_WITH_A_REASON = frozenset({"no", "declined", "not_right"})


class SeenAloneCard(Card):
    """One question; a yes asks for the day and the person, anything else for the reason."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting, name = page, page.meeting, page.meeting.name
        self.setObjectName("seen_alone_card")
        asked = _("Did you talk with {name} alone before the review?").format(name=name)
        self.answer = RoundChoices(asked, [(key, _(words)) for key, words in said.SEEN_ALONE])
        today = page.meeting.desk.today
        self.on = DateField(_("When"), today, optional=True, towards="past")
        self.by = WhoField(_("Who talked with {name}, if not you").format(name=name))
        self.why = LineField(_("Why not"), optional=True)
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
        show_if(self.on, seen == "yes")
        show_if(self.by, seen == "yes")
        show_if(self.why, seen in _WITH_A_REASON)

    def _save_on(self, day: object) -> bool:
        """Save the day of talking alone, unless it is still to come."""
        if isinstance(day, date) and day > self._meeting.desk.today():
            self.on.show_error(_("This day is still to come. Write the day you talked"))
            return False
        return self._save("seen_alone_on", day)

    def _save(self, field: str, value: object) -> bool:
        return self._meeting.act(lambda review: review.answer_participation(field, value))
