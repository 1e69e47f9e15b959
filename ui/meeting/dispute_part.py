"""From a decision that was not done to a dispute: what is wrong, what should change."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.disputes import open_dispute
from models.review_sheet import DisputeOnSheet
from ui.language import _
from ui.meeting.clock_words import day_words
from ui.meeting.kept_field import KeptField
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.words import IconWords


class DisputePart(QWidget):
    """Hidden until there is a dispute; its button stands with the others of the decision."""

    def __init__(self, page: StepPage, decision_id: str = "") -> None:
        super().__init__()
        self._page, self._meeting, self._id = page, page.meeting, decision_id
        self.open_button = SmallButton(_("Open a dispute"), "scales", in_row=True)
        self.open_button.setObjectName(f"dispute_{decision_id}")
        self.opened = IconWords("scales", "", "small", wrap=True)
        self.what = TextField(_("What is wrong"), lines=1)
        self.outcome_sought = TextField(
            _("What should change for {name}").format(name=page.meeting.name), lines=1
        )
        self.remove_button = SmallButton(_("Take this dispute back"), kind="quiet", in_row=True)
        self._kept: dict[str, KeptField] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.opened, self.what, self.outcome_sought):
            column.addWidget(part)
        column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.open_button.clicked.connect(self.open)
        self.remove_button.clicked.connect(self._remove)
        self.hide()

    def show_sheet(self, *, may_open: bool) -> None:
        """Show the dispute where there is one, or the way to open one."""
        dispute = self._dispute()
        show_if(self.open_button, may_open and dispute is None)
        show_if(self, dispute is not None)
        if dispute is None:
            return
        today = self._meeting.desk.today()
        day = day_words(dispute.opened_on, today)
        self.opened.words.say(_("Dispute opened on {day}").format(day=day))
        self._keep(dispute)
        for field, kept in self._kept.items():
            kept.show(getattr(dispute, field))

    def open(self) -> None:
        """Open a dispute about this decision, with its words to begin with."""
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        decision = next(each for each in sheet.earlier_decisions if each.id == self._id)
        what = _("Not done: {what}").format(what=decision.what)
        if decision.restricted:
            what = _("Restricted decision {number} was not done").format(number=decision.number)
        opened = self._meeting.act(
            lambda review: open_dispute(review, today, what, decision_id=self._id)
        )
        if opened:
            self.outcome_sought.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, dispute: DisputeOnSheet) -> None:
        """Let the fields keep this dispute, made just now or brought back."""
        if self._kept:
            for kept in self._kept.values():
                kept.move_to(dispute.id)
            return
        empty = _("A dispute needs words. To take it away, choose Take this dispute back.")
        self._kept = {
            "what": self._page.keep(self.what, ("dispute", dispute.id, "what"), empty=empty),
            "outcome_sought": self._page.keep(
                self.outcome_sought, ("dispute", dispute.id, "outcome_sought")
            ),
        }

    def _dispute(self) -> DisputeOnSheet | None:
        found = (each for each in self._meeting.sheet.disputes if each.decision_id == self._id)
        return next(found, None)

    def _remove(self) -> None:
        dispute = self._dispute()
        if dispute is not None:
            self._meeting.remove("dispute", dispute.id, _("The dispute was taken back."))
