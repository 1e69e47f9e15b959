"""The short breaks rules, offered where the legal status says that there are short breaks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.review_path import change_path
from models.rules.legal_status import LEGAL_STATUSES
from models.rules.review_clock import ReviewPath
from models.rules.review_kinds import SHORT_BREAK_STATUSES
from ui.language import _
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Words


class RulesOffer(QWidget):
    """Status and clock are asked to agree; nothing changes until the button is pressed."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.said = Words("", "body", wrap=True)
        self.use_button = SmallButton("", in_row=True)
        self.use_button.setObjectName("use_rules_of_status")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self.use_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.use_button.clicked.connect(self._use)
        self.show_sheet()

    def show_sheet(self) -> None:
        """Offer the rules of the status, where the clock follows others."""
        path = self._offered()
        show_if(self, bool(path))
        if path == ReviewPath.SHORT_BREAKS:
            self.said.say(_("Short breaks are reviewed by rules of their own."))
            self.use_button.say(_("Use the rules for short breaks"))
        else:
            self.said.say(_("The clock still follows the rules for short breaks."))
            self.use_button.say(_("Use the usual rules"))

    def _offered(self) -> str:
        sheet = self._meeting.sheet
        status = LEGAL_STATUSES.get(sheet.child.legal_status)
        if status is None or sheet.care_began_on is None:
            return ""
        path = sheet.care_path
        if status.code in SHORT_BREAK_STATUSES:
            return ReviewPath.SHORT_BREAKS if path != ReviewPath.SHORT_BREAKS else ""
        return ReviewPath.ORDINARY if path == ReviewPath.SHORT_BREAKS else ""

    def _use(self) -> None:
        """Let the rules follow from the day of the status, or as a correction without one."""
        sheet, path, calendar = self._meeting.sheet, self._offered(), self._meeting.desk.calendar
        since, began_on = sheet.child.legal_status_from, sheet.care_began_on
        if since is not None and began_on is not None and since < began_on:
            since = None
        self._meeting.act(
            lambda review: change_path(review.session, sheet.child_id, path, since, calendar)
        )
