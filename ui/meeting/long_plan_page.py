"""A9, The long plan: where the child will grow up, in the plan's words and in the child's."""

from PySide6.QtWidgets import QWidget

from ui.language import _
from ui.meeting.last_plan_part import LastPlanPart
from ui.meeting.legal_status_part import LegalStatusPart
from ui.meeting.notes_page import NotesPage
from ui.meeting.permanence_part import PermanencePart
from ui.meeting.ratify_part import RatifyPart
from ui.meeting.step_page import Place
from ui.parts.cards import Card
from ui.parts.text_field import TextField

FIELDS = ("permanence_plan", "home_line")


class LongPlanPage(NotesPage):
    """The plan's fields stand above the notes."""

    def build_before_notes(self) -> None:
        """Make the fields of the plan, of its kind, of the care plan and of the law."""
        name, review_id = self.meeting.name, self.meeting.review_id
        self.permanence_plan = TextField(
            _("The plan for where {name} will grow up").format(name=name)
        )
        self.home_line = TextField(
            _("Where {name} will live, in words for {name}").format(name=name),
            hint=_("This goes into the letter as it is."),
            lines=1,
        )
        card = Card()
        self.last_plan = LastPlanPart(self)
        card.column.addWidget(self.permanence_plan)
        card.column.addWidget(self.last_plan)
        card.column.addWidget(self.home_line)
        self.permanence = PermanencePart(self)
        self.ratify = RatifyPart(self)
        self.law = LegalStatusPart(self)
        for part in (card, self.permanence, self.ratify, self.law):
            self.column.addWidget(part)
        self._plan = {
            field: self.keep(getattr(self, field), ("review", review_id, field))
            for field in FIELDS
        }

    def show_sheet(self) -> None:
        """Show the plan and the notes."""
        super().show_sheet()
        for field, kept in self._plan.items():
            kept.show(getattr(self.meeting.sheet, field))
        for part in (self.last_plan, self.permanence, self.ratify, self.law):
            part.show_sheet()

    def first_field(self) -> QWidget:
        """Give the plan while it is empty, then the capture field."""
        if not self.meeting.sheet.permanence_plan.strip():
            return self.permanence_plan.control
        return self.capture.field.control

    def leave(self) -> None:
        """Save what waits, and put away what was opened."""
        super().leave()
        self.law.fold()

    def reveal(self, place: Place) -> None:
        """Open what hides the place that a link leads to."""
        super().reveal(place)
        if place[0] == "child":
            self.law.open_change()
