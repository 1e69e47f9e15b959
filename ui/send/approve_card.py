"""The record is approved here: frozen and locked; to change it later needs a reason."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from letters.agreement import Disagreement, disagreements
from letters.as_finalised import as_finalised
from letters.papers import Paper, paper
from models.document_kind import DocumentKind
from models.issuing import Issue
from models.managers_reply import finalise, reopen
from models.problems import Problem
from models.rules.recipients import FILE_READER
from models.sending_queue import CopyState, copies_of
from ui.language import _, day_in_words, ngettext
from ui.meeting.meeting import Meeting
from ui.parts.buttons import PrimaryButton, SmallButton
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.standing_words import standing_on, why_words


class ApproveCard(Card):
    """Approve, or change what was approved: who holds the old version is said first."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._is_busy = False
        self.setObjectName("approve_card")
        self.heading = Words("", "h3", wrap=True)
        self.told = Words("", "small", wrap=True)
        self.lacking = Words("", "small", "due", wrap=True)
        self.disagrees = Words("", "small", "over", wrap=True)
        self.approve_button = PrimaryButton(_("Approve the record"), "check-bold")
        self.approve_button.setObjectName("approve")
        self.holders = Words("", "small", wrap=True)
        self.why = LineField(_("Why the record is changed"))
        self.why.control.setObjectName("reopen_why")
        self.reopen_button = SmallButton(_("Change the record"), "lock-key-open")
        self.reopen_button.setObjectName("reopen")
        left = Qt.AlignmentFlag.AlignLeft
        for part in (self.heading, self.told, self.lacking, self.disagrees):
            self.column.addWidget(part)
        self.lacking.hide()
        self.disagrees.hide()
        self.column.addWidget(self.approve_button, 0, left)
        self.column.addWidget(self.approve_button.reason)
        self.column.addWidget(self.holders)
        self.column.addWidget(self.why)
        self.column.addWidget(self.reopen_button, 0, left)
        self.approve_button.clicked.connect(self.approve)
        self.reopen_button.clicked.connect(self.reopen)
        self.show_sheet()

    def show_sheet(self) -> None:
        """Show whether it is final, and what stands in the way."""
        sheet, desk = self._meeting.sheet, self._meeting.desk
        final_on = sheet.finalised_on
        latest = sheet.latest_document(DocumentKind.MINUTES)
        version = latest.version if latest else 0
        if final_on is not None:
            day = day_in_words(final_on, desk.today())
            said = _("Version {version} has been final since {day}").format(
                version=version, day=day
            )
            self.heading.say(said)
            self.told.say(_("Its words are locked. A change makes a new version."))
        else:
            self.heading.say(_("Approve version {version}").format(version=version + 1))
            again = _("Opened again, because: {why}").format(why=sheet.reopened_why)
            once = _("Read it through. Approved, it is locked and can be sent.")
            self.told.say(again if sheet.reopened_why else once)
        self.holders.say(self._holders())
        is_final = final_on is not None
        show_if(self.holders, bool(self.holders.said))
        show_if(self.why, is_final)
        show_if(self.reopen_button, is_final)
        show_if(self.approve_button, not is_final)
        for told in (self.lacking, self.disagrees):
            show_if(told, not is_final and bool(told.said))
        self._show_way()

    def show_missing(self, words: Sequence[str]) -> None:
        """Say what the record should hold and does not."""
        said = _("Still missing: {gaps}").format(gaps="; ".join(words))
        self.lacking.say(said if words else "")
        show_if(self.lacking, bool(words) and self._meeting.sheet.finalised_on is None)

    def look_for_disagreements(self) -> None:
        """Compare the letter, the sheet and the record away from the window."""
        desk, sheet = self._meeting.desk, self._meeting.sheet
        today = desk.today()
        desk.background.run(
            lambda: disagreements(sheet, today), self._say_disagreements, self._refuse
        )

    def _say_disagreements(self, found: Sequence[Disagreement]) -> None:
        lines = [
            _("Decision {number}, {where}: it says {said}, and the decision {should}.").format(
                number=each.number, where=_(each.where), said=each.said, should=each.should
            )
            for each in found
        ]
        self.disagrees.say("\n".join(lines))
        show_if(self.disagrees, bool(lines))

    def _show_way(self) -> None:
        desk, sheet = self._meeting.desk, self._meeting.sheet
        standing = standing_on(sheet, desk.today(), desk.calendar)
        if sheet.finalised_on is not None:
            self.approve_button.turn_on()
        elif sheet.conflicts:
            self.approve_button.turn_off(_("Choose between the two versions first."))
        elif not self._meeting.is_finished:
            self.approve_button.turn_off(_("It can be approved when the review is finished."))
        elif not standing.may_finalise:
            self.approve_button.turn_off(why_words(standing, desk.today()))
        else:
            self.approve_button.turn_on()

    def _holders(self) -> str:
        """Who holds the version that was released last."""
        with self._meeting.desk.database.reading() as connection:
            copies = copies_of(connection, self._meeting.review_id)
        names = dict.fromkeys(
            copy.reader_name
            for copy in copies
            if copy.kind == DocumentKind.MINUTES
            and copy.reader != FILE_READER
            and copy.state is not CopyState.WITHDRAWN
        )
        if not names:
            return ""
        words = ngettext(
            "{count} person has a copy of it: {names}",
            "{count} people have a copy of it: {names}",
            len(names),
        )
        if self._meeting.sheet.finalised_on is None:
            words = ngettext(
                "{count} person has a copy of the version before: {names}",
                "{count} people have a copy of the version before: {names}",
                len(names),
            )
        return words.format(count=len(names), names=", ".join(names))

    def approve(self) -> None:
        """Make the pages as they will be, freeze them and lock the record."""
        if self.approve_button.is_off or self._is_busy:
            return
        self._is_busy = True
        desk, today, why = self._meeting.desk, self._meeting.desk.today(), self._reason()
        sheet = as_finalised(self._meeting.sheet, today)
        desk.background.run(
            lambda: paper(sheet, DocumentKind.MINUTES, today, reason=why),
            lambda made: self._freeze(made, why),
            self._refuse,
        )

    def _reason(self) -> str:
        """Why there is a new version; nothing for the first."""
        sheet = self._meeting.sheet
        if sheet.reopened_why or sheet.latest_document(DocumentKind.MINUTES) is None:
            return sheet.reopened_why
        return _("The version before was issued before it was approved.")

    def _freeze(self, made: Paper, why: str) -> None:
        self._is_busy = False
        desk = self._meeting.desk
        new = Issue(DocumentKind.MINUTES, made.rendered.pdf, made.words, reason=why)
        given = (desk.today(), desk.calendar, new, desk.me.id, desk.now())
        self._meeting.act(lambda review: finalise(review, *given))

    def reopen(self) -> None:
        """Unlock it, with the reason."""
        why = self.why.text().strip()
        if not why:
            self.why.show_error(_("Say in a few words why"))
            self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.why.clear_error()
        if self._meeting.act(lambda review: reopen(review, why)):
            self.why.set_text("")

    def _refuse(self, failure: Exception) -> None:
        self._is_busy = False
        if not isinstance(failure, Problem):
            raise failure
        self._meeting.troubled.emit(failure)
