"""The lasting plan as it was last time, and a button that says the same now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.plan_before import plan_before
from models.review_sheet import EarlierReview
from models.rules.permanence import PERMANENCE_TYPES, is_known
from ui.language import _, date_in_words
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.words import Words

FIELDS = ("permanence_plan", "permanence_type", "permanence_agreed_on")


class LastPlanPart(QWidget):
    """One line, there only while something of the plan is not said yet at this review."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting = page, page.meeting
        self.words = Words("", "small", "ink2", wrap=True)
        self.same_button = SmallButton(_("Same as last time"), in_row=True, kind="quiet")
        self.same_button.setAccessibleName(_("The lasting plan is the same as last time"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.same_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.same_button.clicked.connect(self.say_the_same)

    def show_sheet(self) -> None:
        """Show what was said last time of what is not said now."""
        before, still_empty = plan_before(self._meeting.sheet), self._still_empty()
        shown = before is not None and bool(still_empty)
        if before is not None and shown:
            self.words.say(_words(before))
        elif self.same_button.hasFocus():
            first = self._page.first_field()
            if first is not None:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setVisible(shown)

    def say_the_same(self) -> None:
        """Fill what is still empty with what was said last time."""
        before = plan_before(self._meeting.sheet)
        if before is None or not self._page.flush():
            return
        fields = self._still_empty()
        same = {field: getattr(before, field) for field in fields}
        self._meeting.put_all("review", self._meeting.review_id, same)

    def _still_empty(self) -> list[str]:
        """Give the fields that last time filled and this review has not."""
        sheet, before = self._meeting.sheet, plan_before(self._meeting.sheet)
        return [
            field for field in FIELDS if getattr(before, field, None) and not getattr(sheet, field)
        ]


def _words(before: EarlierReview) -> str:
    kind = _(PERMANENCE_TYPES[before.permanence_type]) if is_known(before.permanence_type) else ""
    plan, day = before.permanence_plan.strip(), before.permanence_agreed_on
    said = plan or kind
    if day is not None:
        words = _("Last time: {plan} (agreed on {day})")
        return words.format(plan=said, day=date_in_words(day))
    return _("Last time: {plan}").format(plan=said)
