"""The decisions sheet on its way to the manager: made and noted as sent, then saved as a PDF."""

from datetime import date

from PySide6.QtCore import Qt

from letters.papers import Paper, paper
from models.document_kind import DocumentKind
from models.issuing import Issue
from models.managers_reply import send_decisions
from ui.language import _
from ui.meeting.both_versions import BothVersions
from ui.meeting.meeting import Meeting
from ui.meeting.paper_card import PaperCard
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.date_field import DateField
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.standing_words import standing_on


class SheetCard(PaperCard):
    """Waymark sends nothing: the person sends the PDF, and says here on which day."""

    def __init__(self, meeting: Meeting) -> None:
        button = SmallButton(_("Make the sheet for the manager"), "file-pdf", kind="primary")
        button.setObjectName("send_decisions")
        super().__init__(meeting, DocumentKind.DECISIONS, button)
        self.look_button.hide()
        self.day = DateField(_("The day it goes to the manager"), meeting.desk.today,
                             towards="past")  # fmt: skip
        self.day.control.setObjectName("sent_on")
        self.day.set_day(meeting.desk.today())
        self.day.check = self._wrong_day
        self.reason = LineField(_("What changed, for the new version"))
        self.reason.control.setObjectName("sheet_reason")
        self.kept_back = Words("", "small", "due", wrap=True)
        self.how = Words(
            _("Waymark sends nothing by itself. Save the PDF and send it as you usually do."),
            "small", "ink2", wrap=True,
        )  # fmt: skip
        at = self.column.indexOf(self.has_changed) + 1
        for part in (self.kept_back, self.reason, self.day):
            self.column.insertWidget(at, part)
        self.column.addWidget(self.how)
        self.both = BothVersions()
        self.both.both_asked.connect(meeting.both_asked)
        self.column.addWidget(self.both)
        self._fits = True
        button.clicked.connect(self.send)

    @override
    def show_sheet(self) -> None:
        super().show_sheet()
        sheet, latest = self.meeting.sheet, self.latest
        standing = standing_on(sheet, self.meeting.desk.today(), self.meeting.desk.calendar)
        show_if(self.reason, latest is not None and standing.is_amended)
        is_due = standing.final_on is None and (latest is None or standing.is_amended)
        show_if(self.day, latest is None)
        show_if(self.act_button, is_due)
        words = _("Make the sheet for the manager")
        self.say_on(self.act_button, words if latest is None else _("Make the new version"))
        self._show_kept_back()
        self.both.show_conflicts(sheet.conflicts)
        why = self._in_the_way()
        if why:
            self.act_button.turn_off(why)
        else:
            self.act_button.turn_on()

    def note_pages(self, count: int) -> None:
        """Know whether the sheet goes on its one side."""
        self._fits = count <= 1
        self.show_sheet()

    def send(self) -> None:
        """Make the pages, freeze them, and note the day."""
        if self.act_button.is_off:
            return
        self.day.read()
        day = self.day.day() or self.meeting.desk.today()
        if self.day.has_error:
            return
        if not self.reason.isHidden() and not self.reason.text().strip():
            self.reason.show_error(_("Say in a few words what changed"))
            self.reason.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.reason.clear_error()
        sheet, why = self.meeting.sheet, self.reason.text()
        self.meeting.desk.background.run(
            lambda: paper(sheet, DocumentKind.DECISIONS, day, reason=why),
            lambda made: self._freeze(made, day),
            self.refuse,
        )

    def _freeze(self, made: Paper, day: date) -> None:
        desk = self.meeting.desk
        new = Issue(self.kind, made.rendered.pdf, made.words, reason=self.reason.text())
        given = (day, new, desk.me.id, desk.now())
        if self.meeting.act(lambda review: send_decisions(review, *given)):
            self.reason.set_text("")

    def _in_the_way(self) -> str:
        if self.meeting.sheet.conflicts:
            return _("Choose between the two versions first.")
        if not self.meeting.is_finished:
            return _("It can be made when the review is finished.")
        if not self.meeting.sheet.decisions:
            return _("Nothing is decided yet.")
        if not self._fits:
            return _("There is too much for one side. Put decisions together, or use fewer words.")
        return ""

    def _show_kept_back(self) -> None:
        kept = [str(each.number) for each in self.meeting.sheet.decisions if each.restricted]
        words = _(
            "Restricted, so not on this sheet: decision {numbers}. Tell the manager another way, "
            "or make their copy under Copies."
        ).format(numbers=", ".join(kept))
        self.kept_back.say(words if kept else "")
        show_if(self.kept_back, bool(kept))

    def _wrong_day(self, day: date) -> str:
        completed = self.meeting.sheet.completed_on
        if day > self.meeting.desk.today():
            return _("Choose today or a day before it.")
        if completed is not None and day < completed:
            return _("That is before the review was completed.")
        return ""
