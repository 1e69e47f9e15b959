"""The minutes in the summing up: issued here, and corrected with a reason."""

from PySide6.QtCore import Qt

from letters.papers import Paper, paper
from models.document_kind import DocumentKind
from models.issuing import Issue, issue
from ui.language import _
from ui.meeting.both_versions import BothVersions
from ui.meeting.meeting import Meeting
from ui.meeting.paper_card import PaperCard
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.fields import LineField


class MinutesCard(PaperCard):
    """What is issued is frozen; a correction is a new version that says why."""

    def __init__(self, meeting: Meeting) -> None:
        button = SmallButton(_("Issue it"), "file-pdf", kind="primary")
        button.setObjectName("issue_minutes")
        super().__init__(meeting, DocumentKind.MINUTES, button)
        self.reason = LineField(_("What was wrong, for the new version"))
        self.column.insertWidget(self.column.indexOf(self.has_changed) + 1, self.reason)
        self.both = BothVersions()
        self.both.both_asked.connect(meeting.both_asked)
        self.column.addWidget(self.both)
        button.clicked.connect(self.issue)

    @override
    def show_sheet(self) -> None:
        super().show_sheet()
        latest = self.latest
        self.reason.setVisible(latest is not None)
        self.say_on(self.act_button, _("Issue it") if latest is None else _("Issue a new version"))
        self.both.show_conflicts(self.meeting.sheet.conflicts)
        if self.meeting.sheet.conflicts:
            self.act_button.turn_off(_("Choose between the two versions first."))
        elif self.meeting.sheet.finalised_on is not None:
            said = _("The record is final. It is changed under Decisions, record and copies.")
            self.act_button.turn_off(said)
        elif self.meeting.is_finished:
            self.act_button.turn_on()
        else:
            self.act_button.turn_off(_("It can be issued when the review is finished."))

    def issue(self) -> None:
        """Make the pages and freeze them."""
        if self.act_button.is_off:
            return
        if self.latest is not None and not self.reason.text().strip():
            self.reason.show_error(_("Say in a few words what was wrong"))
            self.reason.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.reason.clear_error()
        sheet, today, why = self.meeting.sheet, self.meeting.desk.today(), self.reason.text()
        self.meeting.desk.background.run(
            lambda: paper(sheet, DocumentKind.MINUTES, today, reason=why),
            self._freeze,
            self.refuse,
        )

    def _freeze(self, made: Paper) -> None:
        desk, review_id = self.meeting.desk, self.meeting.review_id
        new = Issue(self.kind, made.rendered.pdf, made.words, reason=self.reason.text())
        if self.meeting.save(
            lambda session: issue(session, review_id, new, desk.me.id, desk.now())
        ):
            self.reason.set_text("")
