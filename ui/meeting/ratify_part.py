"""The care plan: whether the chair agrees with it, and whether it is ratified."""

from models.rules.permanence import is_ratification_late
from ui.language import _, date_in_words
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.past_days import not_still_to_come
from ui.meeting.step_page import StepPage
from ui.parts.badges import Badge
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import RoundChoices

FIELDS = ("plan_agreed_why", "plan_ratified_on", "plan_ratify_by", "plan_not_ratified_why")


class RatifyPart(Card):
    """The chair's view of the plan, the day it was ratified, or why not and by when."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self.setObjectName("ratify")
        self._meeting, review_id = page.meeting, page.meeting.review_id
        today = page.meeting.desk.today
        self.plan_agreed = RoundChoices(
            _("Do you agree with the plan?"),
            [("yes", _("Yes")), ("partly", _("In part")), ("no", _("No"))],
        )
        self.plan_agreed_why = TextField(_("Why you do not agree with all of it"), lines=1)
        self.plan_ratified_on = DateField(_("Care plan ratified on"), today, towards="past")
        self.plan_ratified_on.check = not_still_to_come(today)
        self.plan_ratify_by = DateField(_("Or to be ratified by"), today)
        self.plan_not_ratified_why = TextField(_("Why it is not ratified yet"), lines=1)
        self.late = Badge("", "due")
        self._build()
        self._kept = {
            field: page.keep(getattr(self, field), ("review", review_id, field))
            for field in FIELDS
        }
        page.mark(self.plan_agreed.answers["yes"], ("review", review_id, "plan_agreed"))
        self.plan_agreed.chosen_changed.connect(
            lambda key: self._meeting.put("review", review_id, "plan_agreed", key)
        )

    def _build(self) -> None:
        beside = FieldsLayout()
        beside.add(self.plan_ratified_on)
        beside.add(self.plan_ratify_by)
        self.column.addWidget(self.plan_agreed)
        self.column.addWidget(self.plan_agreed_why)
        self.column.addLayout(beside)
        self.column.addWidget(self.late)
        self.column.addWidget(self.plan_not_ratified_why)

    def show_sheet(self) -> None:
        """Show what is said of the care plan."""
        sheet = self._meeting.sheet
        for field, kept in self._kept.items():
            kept.show(getattr(sheet, field))
        self.plan_agreed.choose(sheet.plan_agreed)
        waits = sheet.plan_ratified_on is None
        by = sheet.plan_ratify_by
        show_if(self.plan_not_ratified_why, waits or bool(sheet.plan_not_ratified_why))
        disagrees = sheet.plan_agreed in {"partly", "no"}
        show_if(self.plan_agreed_why, disagrees or bool(sheet.plan_agreed_why))
        today = self._meeting.desk.today()
        is_late = is_ratification_late(sheet.plan_ratified_on, by, today)
        if by is not None and is_late:
            self.late.say(_("Late: it was to be ratified by {day}").format(day=date_in_words(by)))
        self.late.setVisible(is_late)
