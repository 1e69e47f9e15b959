"""Decisions that the manager has: in the meeting they are read, and amended where it says why."""

from PySide6.QtCore import Qt

from models.document_kind import DocumentKind
from models.review_sheet import DecisionOnSheet, ReviewSheet
from ui.language import _
from ui.meeting.clock_words import day_words
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words


def are_sent(sheet: ReviewSheet) -> bool:
    """Whether the decisions went to the manager."""
    return sheet.latest_document(DocumentKind.DECISIONS) is not None


class SentDecisions(Card):
    """Says that they went, and leads to where they are amended."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__("info")
        self._meeting = meeting
        self.setObjectName("sent_decisions")
        self.told = Words("", "body", wrap=True)
        self.amend_button = SmallButton(_("Amend a decision"), "pencil-simple")
        self.amend_button.setObjectName("amend_decisions")
        self.column.addWidget(self.told)
        self.column.addWidget(self.amend_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.amend_button.clicked.connect(lambda: meeting.after_asked.emit("decisions"))
        self.hide()

    def show_sheet(self) -> None:
        """Show when they went, if they did."""
        sheet = self._meeting.sheet
        latest = sheet.latest_document(DocumentKind.DECISIONS)
        show_if(self, latest is not None)
        if latest is None:
            return
        self.told.say(_("The manager has these decisions, so a change to one needs a reason."))
        if sheet.finalised_on is not None:
            day = day_words(sheet.finalised_on, self._meeting.desk.today())
            self.told.say(
                _("The record has been final since {day}, so it is locked.").format(day=day)
            )


def decision_words(decision: DecisionOnSheet, meeting: Meeting) -> str:
    """What, who and by when of a decision that is only read here."""
    said = [decision.what.strip(), decision.who.strip()]
    if decision.by_when is not None:
        said.append(day_words(decision.by_when, meeting.desk.today()))
    return "\n".join(filter(None, said))
