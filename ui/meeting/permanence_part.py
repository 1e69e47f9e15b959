"""The lasting plan: its kind, when it was agreed, whether it is on track, and if not, why."""

from models.plan_before import plan_before
from models.rules.permanence import ON_TRACK, PERMANENCE_TYPES, is_plan_missing, needs_why
from ui.language import _
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.past_days import not_still_to_come
from ui.meeting.step_page import StepPage
from ui.parts.badges import Badge
from ui.parts.cards import Card
from ui.parts.date_field import DateField
from ui.parts.fields import ChoiceField
from ui.parts.text_field import TextField
from ui.parts.ticks import RoundChoices
from ui.parts.words import Words

FIELDS = ("permanence_type", "permanence_agreed_on", "permanence_why")


class PermanencePart(Card):
    """Where the child will grow up; from the second review it says so when there is no plan."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self.setObjectName("permanence")
        self._meeting, review_id = page.meeting, page.meeting.review_id
        self.missing = Badge(_("No lasting plan yet"), "due")
        self.missing_detail = Words(
            _("There should be one by the second review."), "small", "ink2", wrap=True
        )
        kinds = [
            ("", _("Not said")),
            *((key, _(words)) for key, words in PERMANENCE_TYPES.items()),
        ]
        self.permanence_type = ChoiceField(_("Kind of lasting plan"), kinds)
        self.permanence_agreed_on = DateField(
            _("Agreed on"), page.meeting.desk.today, towards="past"
        )
        self.permanence_agreed_on.check = not_still_to_come(page.meeting.desk.today)
        tracks = [(key, _(words)) for key, words in ON_TRACK.items()]
        self.on_track = RoundChoices(_("Is the lasting plan on track?"), tracks)
        self.permanence_why = TextField(_("Why it may not be on track"), lines=1)
        self._build()
        self._kept = {
            field: page.keep(getattr(self, field), ("review", review_id, field))
            for field in FIELDS
        }
        page.mark(self.on_track.answers["yes"], ("review", review_id, "permanence_on_track"))
        self.on_track.chosen_changed.connect(
            lambda key: self._meeting.put("review", review_id, "permanence_on_track", key)
        )

    def _build(self) -> None:
        beside = FieldsLayout()
        beside.add(self.permanence_type)
        beside.add(self.permanence_agreed_on)
        self.column.addWidget(Words(_("The lasting plan"), "h3"))
        self.column.addWidget(self.missing)
        self.column.addWidget(self.missing_detail)
        self.column.addLayout(beside)
        self.column.addWidget(self.on_track)
        self.column.addWidget(self.permanence_why)

    def show_sheet(self) -> None:
        """Show the plan as the record has it."""
        sheet = self._meeting.sheet
        for field, kept in self._kept.items():
            kept.show(getattr(sheet, field))
        self.on_track.choose(sheet.permanence_on_track)
        kind, before = sheet.permanence_type, plan_before(sheet)
        if not kind and before is not None:  # not spoken of yet: last time there was a plan
            kind = before.permanence_type
        is_missing = is_plan_missing(sheet.number, sheet.kind, kind)
        self.missing.setVisible(is_missing)
        self.missing_detail.setVisible(is_missing)
        why = needs_why(sheet.permanence_on_track) or bool(sheet.permanence_why)
        self.permanence_why.setVisible(why)
