"""Issues the letter: freezes its pages, and says what still stands in the way."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from letters.letter import Letter
from models.problems import Problem
from ui.language import _, ngettext
from ui.letter.issuing import issue_letter
from ui.letter.letter_in_hand import LetterInHand
from ui.meeting.both_versions import BothVersions
from ui.meeting.clock_words import day_words
from ui.parts.buttons import PrimaryButton
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.words import Words


class IssueCard(Card):
    """What is issued is frozen; a correction is a new version that says why."""

    issued = Signal()

    def __init__(self, letter: LetterInHand) -> None:
        super().__init__()
        self._letter = letter
        self._is_issuing = False
        self.setObjectName("issue_card")
        self.heading = Words(_("Issue the letter"), "h3")
        self.standing = Words("", "small", wrap=True)
        self.reason = LineField(_("What was wrong, for the new version"))
        self.reason.control.setObjectName("correction_reason")
        self.issue_button = PrimaryButton(_("Issue the letter"), "file-pdf")
        self.issue_button.setObjectName("issue_letter")
        line = QHBoxLayout()
        line.addWidget(self.issue_button)
        line.addStretch(1)
        for part in (self.heading, self.standing, self.reason):
            self.column.addWidget(part)
        self.column.addLayout(line)
        self.column.addWidget(self.issue_button.reason)
        self.both = BothVersions()
        self.both.both_asked.connect(letter.both_asked)
        self.column.addWidget(self.both)
        self.issue_button.clicked.connect(self.issue)

    def show_letter(self, letter: Letter, waiting: int) -> None:
        """Show which version was issued, and what stands in the way of the next."""
        latest, today = self._letter.latest, self._letter.desk.today()
        show_if(self.reason, latest is not None)
        self.issue_button.say(
            _("Issue the letter") if latest is None else _("Issue a new version")
        )
        if latest is None:
            self.standing.say(_("Not issued yet."))
        else:
            day = day_words(latest.issued_at.astimezone().date(), today)
            said = _("Version {number}, issued on {day}. It cannot change any more.")
            self.standing.say(said.format(number=latest.version, day=day))
        self.both.show_conflicts(self._letter.sheet.conflicts)
        why = self._in_the_way(letter, waiting)
        if why:
            self.issue_button.turn_off(why)
        else:
            self.issue_button.turn_on()

    def _in_the_way(self, letter: Letter, waiting: int) -> str:
        if not self._letter.may_be_issued:
            return _("It can be issued when the review is finished.")
        if self._letter.sheet.conflicts:
            return _("Choose between the two versions first.")
        if gaps := len(letter.missing):
            words = ngettext(
                "The letter still has {count} gap.", "The letter still has {count} gaps.", gaps
            )
            return words.format(count=gaps)
        if waiting:
            words = ngettext(
                "{count} thing above is neither mended nor set aside.",
                "{count} things above are neither mended nor set aside.",
                waiting,
            )
            return words.format(count=waiting)
        return ""

    def issue(self) -> None:
        """Make the pages and freeze them."""
        if self.issue_button.is_off or self._is_issuing:
            return
        if self._letter.latest is not None and not self.reason.text().strip():
            self.reason.show_error(_("Say in a few words what was wrong"))
            self.reason.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.reason.clear_error()
        self._is_issuing = True
        issue_letter(self._letter, self.reason.text(), self._end, self._refuse)

    def _end(self, is_kept: bool) -> None:
        self._is_issuing = False
        if is_kept:
            self.reason.set_text("")
            self.issued.emit()

    def _refuse(self, failure: Exception) -> None:
        self._is_issuing = False
        if not isinstance(failure, Problem):
            raise failure
        self._letter.troubled.emit(failure)
