"""One paper of the review: as it stands, whether it is still true, and saved as a PDF."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from letters.still_true import still_says
from models.document_kind import DocumentKind, file_name
from models.issuing import issued_words
from models.problems import N_, Problem
from models.review_sheet import DocumentOnSheet, ReviewSheet
from ui.issued_pages import issued_pages
from ui.language import _
from ui.looked import note_looked
from ui.meeting.clock_words import day_words
from ui.meeting.meeting import Meeting
from ui.parts.buttons import Button, SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words

TITLES = {
    DocumentKind.LETTER: N_("{name}’s letter"),
    DocumentKind.MINUTES: N_("The minutes"),
    DocumentKind.DECISIONS: N_("The decisions sheet"),
}


class NotWritten(Problem):
    """The folder did not take the file."""

    what = N_("The PDF could not be saved in that folder.")
    kept = N_("The paper itself is safe in Waymark.")
    next = N_("Choose another folder, or free some room, then save it again.")


class PaperCard(Card):
    """What both papers have; `act_button` is the way to the paper's next version."""

    look_asked = Signal(object)  # the DocumentKind

    def __init__(self, meeting: Meeting, kind: DocumentKind, act_button: Button) -> None:
        super().__init__()
        self.meeting, self.kind = meeting, kind
        self.setObjectName(f"paper_{kind}")
        self.title = _(TITLES[kind]).format(name=meeting.name)
        self.heading = Words(self.title, "h3", wrap=True)
        self.standing = Words("", "small", wrap=True)
        self.has_changed = Words("", "small", "due", wrap=True)
        self.has_changed.hide()
        self._compared: ReviewSheet | None = None
        self.look_button = SmallButton(_("Look at it"), "eye")
        self.act_button = act_button
        self.save_button = SmallButton(_("Save the PDF"), "download-simple")
        self.save_button.setObjectName(f"save_{kind}")
        for button in (self.look_button, self.act_button, self.save_button):
            self.say_on(button, button.text())
        self._build()
        self.look_button.clicked.connect(lambda: self.look_asked.emit(self.kind))
        self.save_button.clicked.connect(self.save)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.look_button, self.act_button, self.save_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for part in (self.heading, self.standing, self.has_changed):
            self.column.addWidget(part)
        self.column.addLayout(buttons)
        self.column.addWidget(self.act_button.reason)

    @property
    def latest(self) -> DocumentOnSheet | None:
        """The newest issued version."""
        return self.meeting.sheet.latest_document(self.kind)

    def say_on(self, button: Button, words: str) -> None:
        """Have a button say this, and have it read out with the name of the paper."""
        button.say(words)
        button.setAccessibleName(_("{act}: {paper}").format(act=words, paper=self.title))

    def show_sheet(self) -> None:
        """Show which version was issued, and whether the record has moved on since."""
        latest, today = self.latest, self.meeting.desk.today()
        self.save_button.setVisible(latest is not None)
        if latest is None:
            self.standing.say(_("Not issued yet."))
        else:
            day = day_words(latest.issued_at.astimezone().date(), today)
            said = _("Version {number}, issued on {day}. It cannot change any more.")
            self.standing.say(said.format(number=latest.version, day=day))
        self._compare(latest)

    def _compare(self, latest: DocumentOnSheet | None) -> None:
        """Look, away from the window, whether the issued words are still what the record says."""
        sheet, database = self.meeting.sheet, self.meeting.desk.database
        if latest is None or sheet is self._compared:
            return
        self._compared = sheet
        issued_on = latest.issued_at.astimezone().date()

        def compare() -> tuple[ReviewSheet, bool]:
            with database.reading() as connection:
                words = issued_words(connection, latest.id)
            return sheet, still_says(sheet, latest, words, issued_on)

        self.meeting.desk.background.run(compare, self._say_compared, self.refuse)

    def _say_compared(self, found: tuple[ReviewSheet, bool]) -> None:
        sheet, is_same = found
        if sheet is self._compared:
            words = _("The record has changed since this was issued.")
            self.has_changed.say("" if is_same else words)
            show_if(self.has_changed, not is_same)

    def refuse(self, failure: Exception) -> None:
        """Tell a problem; anything else is a fault of the program."""
        if not isinstance(failure, Problem):
            raise failure
        self.meeting.troubled.emit(failure)

    def save(self) -> None:
        """Save the pages as they were issued into a folder that the person chooses."""
        folder = QFileDialog.getExistingDirectory(self.window(), _("Save the PDF in this folder"))
        if folder:
            self.save_into(Path(folder))

    def save_into(self, folder: Path) -> Path | None:
        """Write the issued pages into this folder; the file's name says no child's name."""
        latest = self.latest
        if latest is None:
            return None
        file = folder / file_name(self.kind, self.meeting.review_id, latest.version)
        try:
            file.write_bytes(issued_pages(self.meeting.desk.database, latest.id))
        except Problem as problem:
            self.meeting.troubled.emit(problem)
            return None
        except OSError:
            self.meeting.troubled.emit(NotWritten())
            return None
        note_looked(self.meeting.desk, "exported", "review", self.meeting.review_id)
        self.standing.say(_("Saved as {file}.").format(file=file.name))
        return file
