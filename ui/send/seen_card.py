"""What changed in the record since the version that this person read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from letters.papers import compose
from letters.what_changed import Change, How, what_changed
from letters.words_of import words_of
from models.document_kind import DocumentKind
from models.issuing import issued_words
from models.problems import Problem
from models.record_seen import note_seen, seen_version
from ui.language import _
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words

MOST = 12


class SeenCard(Card):
    """Stays until it is marked as read; there is nothing to say of a first version."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__("info")
        self._meeting = meeting
        self.setObjectName("seen_card")
        self.heading = Words("", "h3", wrap=True)
        self.lines = Words("", "small", wrap=True)
        self.read_button = SmallButton(_("I have read this"), "check-bold")
        self.read_button.setObjectName("mark_read")
        for part in (self.heading, self.lines):
            self.column.addWidget(part)
        self.column.addWidget(self.read_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.read_button.clicked.connect(self.mark_read)
        self.hide()

    @property
    def _version(self) -> int:
        latest = self._meeting.sheet.latest_document(DocumentKind.MINUTES)
        return latest.version if latest else 0

    def show_sheet(self) -> None:
        """Compare, away from the window, what was read last with how it is now."""
        desk, sheet = self._meeting.desk, self._meeting.sheet
        with desk.database.reading() as connection:
            seen = seen_version(connection, sheet.id, desk.me.id)
        issued = [each for each in sheet.documents if each.kind == DocumentKind.MINUTES]
        before = next((each for each in issued if each.version == seen), None)
        is_open = sheet.finalised_on is None
        if before is None and self._version and not is_open:
            self._note_first(self._version)
        if before is None or (seen == self._version and not is_open):
            show_if(self, shown=False)
            return
        today, database = desk.today(), desk.database

        def compare() -> tuple[Change, ...]:
            with database.reading() as connection:
                words = issued_words(connection, before.id)
            return what_changed(words, words_of(compose(sheet, DocumentKind.MINUTES, today)))

        desk.background.run(compare, lambda found: self._say(seen, found), self._failed)

    def _note_first(self, version: int) -> None:
        """Note, away from the window, that this is the first version this person looked at."""
        database, by = self._meeting.desk.database, self._meeting.desk.me.id
        review_id = self._meeting.review_id

        def note() -> None:
            with database.saving(by) as session:
                note_seen(session, review_id, by, version)

        self._meeting.desk.background.run_surely(note, self._failed)

    def _say(self, seen: int, found: Sequence[Change]) -> None:
        heading = _("What changed since you read version {version}").format(version=seen)
        self.heading.say(heading)
        lines = [change_words(each) for each in found[:MOST]]
        if len(found) > MOST:
            lines.append(_("And {count} more.").format(count=len(found) - MOST))
        self.lines.say("\n".join(lines))
        show_if(self.read_button, self._meeting.sheet.finalised_on is not None)
        show_if(self, bool(found))

    def mark_read(self) -> None:
        """Note that this version was read."""
        desk, version = self._meeting.desk, self._version
        review_id = self._meeting.review_id
        if self._meeting.save(lambda session: note_seen(session, review_id, desk.me.id, version)):
            self.hide()

    def _failed(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self._meeting.troubled.emit(failure)


def change_words(change: Change) -> str:
    """One change on a line."""
    said = {
        How.NEW: _("{heading}: new: “{now}”"),
        How.CHANGED: _("{heading}: “{now}” (before: “{before}”)"),
        How.GONE: _("{heading}: taken out: “{before}”"),
    }[change.how]
    told = said.format(heading=change.heading, now=change.now, before=change.before)
    return told if change.heading else told.removeprefix(": ")
