"""One paper of the review: as it stands, issued, saved as a PDF, or corrected."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from letters.papers import Paper, paper
from letters.pdf import LetterHasGaps
from letters.still_true import still_says
from models.document_kind import DocumentKind, file_name
from models.issuing import Issue, issue, issued_pdf, issued_words
from models.problems import N_, Problem
from models.review_sheet import DocumentOnSheet, ReviewSheet
from ui.language import _
from ui.meeting.clock_words import day_words
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.words import Words

TITLES = {DocumentKind.LETTER: N_("{name}’s letter"), DocumentKind.MINUTES: N_("The minutes")}


class NotWritten(Problem):
    """The folder did not take the file."""

    what = N_("The PDF could not be saved in that folder.")
    kept = N_("The paper itself is safe in Waymark.")
    next = N_("Choose another folder, or free some room, then save it again.")


class PaperCard(Card):
    """What is issued is frozen; a correction is a new version that says why."""

    look_asked = Signal(object)  # the DocumentKind

    def __init__(self, meeting: Meeting, kind: DocumentKind) -> None:
        super().__init__()
        self._meeting, self._kind = meeting, kind
        self.setObjectName(f"paper_{kind}")
        title = _(TITLES[kind]).format(name=meeting.name)
        self.heading = Words(title, "h3", wrap=True)
        self.standing = Words("", "small", wrap=True)
        self.has_changed = Words("", "small", "due", wrap=True)
        self.has_changed.hide()
        self._compared: ReviewSheet | None = None
        self.reason = LineField(_("What was wrong, for the new version"))
        self.look_button = SmallButton(_("Look at it"), "eye")
        self.issue_button = SmallButton(_("Issue it"), "file-pdf", kind="primary")
        self.issue_button.setObjectName(f"issue_{kind}")
        self.save_button = SmallButton(_("Save the PDF"), "download-simple")
        self.save_button.setObjectName(f"save_{kind}")
        for button in (self.look_button, self.issue_button, self.save_button):
            spoken = _("{act}: {paper}").format(act=button.text(), paper=title)
            button.setAccessibleName(spoken)
        self._build()
        self.look_button.clicked.connect(lambda: self.look_asked.emit(self._kind))
        self.issue_button.clicked.connect(self.issue)
        self.save_button.clicked.connect(self.save)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.look_button, self.issue_button, self.save_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for part in (self.heading, self.standing, self.has_changed, self.reason):
            self.column.addWidget(part)
        self.column.addLayout(buttons)
        self.column.addWidget(self.issue_button.reason)

    def show_sheet(self) -> None:
        """Show which version was issued, and what issuing still needs."""
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        latest = sheet.latest_document(self._kind)
        self.reason.setVisible(latest is not None)
        self.save_button.setVisible(latest is not None)
        if latest is None:
            self.standing.say(_("Not issued yet."))
            words = _("Issue it")
        else:
            day = day_words(latest.issued_at.astimezone().date(), today)
            said = _("Version {number}, issued on {day}. It cannot change any more.")
            self.standing.say(said.format(number=latest.version, day=day))
            words = _("Issue a new version")
        self._compare(latest)
        self.issue_button.setText(words)
        title = _(TITLES[self._kind]).format(name=self._meeting.name)
        self.issue_button.setAccessibleName(_("{act}: {paper}").format(act=words, paper=title))
        if self._meeting.is_finished:
            self.issue_button.turn_on()
        else:
            self.issue_button.turn_off(_("It can be issued when the review is finished."))

    def _compare(self, latest: DocumentOnSheet | None) -> None:
        """Look, away from the window, whether the issued words are still what the record says."""
        sheet, database = self._meeting.sheet, self._meeting.desk.database
        if latest is None or sheet is self._compared:
            return
        self._compared = sheet
        issued_on = latest.issued_at.astimezone().date()

        def compare() -> tuple[ReviewSheet, bool]:
            with database.reading() as connection:
                words = issued_words(connection, latest.id)
            return sheet, still_says(sheet, latest, words, issued_on)

        self._meeting.desk.background.run(compare, self._say_compared, self._refuse)

    def _say_compared(self, found: tuple[ReviewSheet, bool]) -> None:
        sheet, is_same = found
        if sheet is self._compared:
            words = _("The record has changed since this was issued.")
            self.has_changed.say("" if is_same else words)
            show_if(self.has_changed, not is_same)

    def issue(self) -> None:
        """Make the pages and freeze them; a letter with a gap says what it lacks."""
        latest = self._meeting.sheet.latest_document(self._kind)
        if latest is not None and not self.reason.text().strip():
            self.reason.show_error(_("Say in a few words what was wrong"))
            self.reason.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.reason.clear_error()
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        why, kind = self.reason.text(), self._kind
        self._meeting.desk.background.run(
            lambda: paper(sheet, kind, today, reason=why), self._freeze, self._refuse
        )

    def _freeze(self, made: Paper) -> None:
        desk, review_id = self._meeting.desk, self._meeting.review_id
        new = Issue(self._kind, made.rendered.pdf, made.words, reason=self.reason.text())
        if self._meeting.save(
            lambda session: issue(session, review_id, new, desk.me.id, desk.now())
        ):
            self.reason.set_text("")

    def _refuse(self, failure: Exception) -> None:
        if isinstance(failure, LetterHasGaps):
            self.standing.say(
                _("The letter still has gaps. They are shown in it, in their places.")
            )
            self.look_asked.emit(self._kind)
        elif isinstance(failure, Problem):
            self._meeting.troubled.emit(failure)
        else:
            raise failure

    def save(self) -> None:
        """Save the pages as they were issued into a folder that the person chooses."""
        folder = QFileDialog.getExistingDirectory(self.window(), _("Save the PDF in this folder"))
        if folder:
            self.save_into(Path(folder))

    def save_into(self, folder: Path) -> Path | None:
        """Write the issued pages into this folder; the file's name says no child's name."""
        latest = self._meeting.sheet.latest_document(self._kind)
        if latest is None:
            return None
        file = folder / file_name(self._kind, self._meeting.review_id, latest.version)
        try:
            with self._meeting.desk.database.reading() as connection:
                pages = issued_pdf(connection, latest.id)
            file.write_bytes(pages)
        except Problem as problem:
            self._meeting.troubled.emit(problem)
            return None
        except OSError:
            self._meeting.troubled.emit(NotWritten())
            return None
        self.standing.say(_("Saved as {file}.").format(file=file.name))
        return file
