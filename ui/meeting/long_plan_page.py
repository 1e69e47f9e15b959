"""A9, The long plan: where the child will grow up, in the plan's words and in the child's."""

from PySide6.QtWidgets import QWidget

from models.rules.legal_status import LEGAL_STATUSES
from ui.language import _
from ui.meeting.notes_page import NotesPage
from ui.parts.cards import Card
from ui.parts.text_field import TextField
from ui.parts.ticks import RoundChoices
from ui.parts.words import Words


class LongPlanPage(NotesPage):
    """The plan's fields stand above the notes."""

    def build_before_notes(self) -> None:
        """Make the fields of the plan."""
        name, review_id = self.meeting.name, self.meeting.review_id
        self.permanence_plan = TextField(
            _("The plan for where {name} will grow up").format(name=name)
        )
        self.home_line = TextField(
            _("Where {name} will live, in words for {name}").format(name=name),
            hint=_("This goes into the letter as it is."),
            lines=1,
        )
        self.plan_agreed = RoundChoices(
            _("Do you agree with the plan?"),
            [("yes", _("Yes")), ("partly", _("In part")), ("no", _("No"))],
        )
        self.legal = Words("", "small", "ink2", wrap=True)
        self.legal_line = TextField(
            _("The law, in words for {name}").format(name=name), optional=True, lines=1
        )
        code = self.meeting.sheet.child.legal_status
        if code in LEGAL_STATUSES:
            said = _(LEGAL_STATUSES[code].child_wording)
            self.legal_line.set_hint(_("For example: {words}").format(words=said))
        card = Card()
        for part in (self.permanence_plan, self.home_line, self.plan_agreed, self.legal):
            card.column.addWidget(part)
        card.column.addWidget(self.legal_line)
        self.column.addWidget(card)
        self._plan = {
            field: self.keep(getattr(self, field), ("review", review_id, field))
            for field in ("permanence_plan", "home_line", "legal_line")
        }
        self.mark(self.plan_agreed.answers["yes"], ("review", review_id, "plan_agreed"))
        self.plan_agreed.chosen_changed.connect(
            lambda key: self.meeting.put("review", review_id, "plan_agreed", key)
        )

    def show_sheet(self) -> None:
        """Show the plan and the notes."""
        super().show_sheet()
        sheet = self.meeting.sheet
        for field, kept in self._plan.items():
            kept.show(getattr(sheet, field))
        self.plan_agreed.choose(sheet.plan_agreed)
        self.legal.say(self._legal_status())
        self.legal.setVisible(bool(self.legal.said))

    def first_field(self) -> QWidget:
        """Give the plan while it is empty, then the capture field."""
        if not self.meeting.sheet.permanence_plan.strip():
            return self.permanence_plan.control
        return self.capture.field.control

    def _legal_status(self) -> str:
        code = self.meeting.sheet.child.legal_status
        if code not in LEGAL_STATUSES:
            return ""
        words = _("Legal status now: {code} {status}")
        return words.format(code=code, status=_(LEGAL_STATUSES[code].official))
