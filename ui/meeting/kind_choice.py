"""Which kind of review this is: its steps follow at once."""

from models.rules.review_kinds import REVIEW_KINDS
from ui.language import _
from ui.meeting.meeting import Meeting
from ui.parts.fields import ChoiceField


class KindChoice(ChoiceField):
    """The kind is likely by itself; the chair may choose another."""

    def __init__(self, meeting: Meeting) -> None:
        hint = _("The steps of the meeting follow. Nothing that is written is lost.")
        super().__init__(_("Kind of review"), hint=hint)
        self._meeting = meeting
        self.let_shrink()
        self.setObjectName("kind")
        self.control.setObjectName("kind_box")
        self.chosen.connect(self._change)
        meeting.changed.connect(self.show_sheet)
        self.show_sheet()

    def show_sheet(self) -> None:
        """Show the kind, by the council's own name for it."""
        form, kind = self._meeting.form, self._meeting.sheet.kind
        choices = [(key, _(form.kind_name(key))) for key in REVIEW_KINDS]
        now = [(str(self.control.itemData(n)), self.control.itemText(n))
               for n in range(self.control.count())]  # fmt: skip
        if now != choices:
            self.set_choices(choices)
        self.set_value(kind)

    def _change(self, kind: str) -> None:
        from models.kind_of_review import change_kind  # SQLAlchemy is loaded when saving

        if not self._meeting.act(lambda review: change_kind(review, kind)):
            self.set_value(self._meeting.sheet.kind)
