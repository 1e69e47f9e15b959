"""Keeps what is half written for a choice, so that it is there again after a cut."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from models.drafts import TABLE, keep_draft, read_drafts, with_journal
from ui.autosave import Autosave
from ui.desk import Desk

RESULT = "result"
"""The step by which the draft of a choice is kept; its review is the conflict."""


class ResultDraft(QObject):
    """Saves the words in the box a moment after they were typed, for one conflict at a time."""

    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._conflict_id = ""
        self._autosave = Autosave(self._save, self._note, self)
        self._autosave.failed.connect(self.failed)

    def read(self, conflict_id: str) -> str:
        """Give what was half written for this conflict."""
        database = self._desk.database
        with database.reading() as connection:
            kept = read_drafts(connection, conflict_id)
        found = with_journal(kept, database.journal.newest(), conflict_id, ())
        return found.get(RESULT, {}).get("words", "")

    def follow(self, conflict_id: str, control: QWidget) -> None:
        """Keep what is typed in this box for this conflict from now on."""
        self._conflict_id = conflict_id
        self._autosave.bind(control, conflict_id)

    def flush(self) -> bool:
        """Save what waits; say whether nothing is left unsaved."""
        return self._autosave.flush()

    def drop(self) -> None:
        """Forget what waits: it is in the record now."""
        self._autosave.take(self._conflict_id)

    def _save(self, conflict_id: str, text: str) -> None:
        draft = {"words": text} if text.strip() else {}
        self._desk.save(lambda session: keep_draft(session, conflict_id, RESULT, draft))

    def _note(self, conflict_id: str, text: str) -> None:
        self._desk.journal(TABLE, conflict_id, RESULT, text)
