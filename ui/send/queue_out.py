"""Copies onto paper, into files, and into e-mail drafts: the file as it was released."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from letters.out.mail import Attachment, eml_draft, mail_words
from letters.wording import Wording
from models.atomic_file import write_whole
from models.database import Database
from models.document_kind import copy_file_name
from models.own_council import council_of
from models.problems import Problem
from models.sending_queue import CopyLine
from models.sending_steps import Step
from ui.desk import Desk
from ui.language import _
from ui.looked import note_looked
from ui.meeting.paper_card import NotWritten
from ui.send.queue_pages import released_pages
from ui.send.reading_again import (
    MustNotGo,
    hold_found,
    refuse_draft,
    refuse_what_must_not_go,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@dataclass(frozen=True)
class _Written:
    """What was written for which copies; `name` is the file's."""

    name: str
    copies: tuple[CopyLine, ...]
    is_draft: bool


class CopiesOut(QObject):
    """Asks where to, and works away from the window; `told` says what was done."""

    told = Signal(str)
    saved = Signal(str)  # a copy's id
    troubled = Signal(Exception)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def save(self, copy: CopyLine) -> None:
        """Save the file of one copy in a folder that the person chooses."""
        folder = self._folder(_("Save the file in this folder"))
        if folder:
            self.save_into(folder, copy)

    def save_into(self, folder: Path, copy: CopyLine) -> None:
        """Write the file into this folder; its name says neither the child's nor a reader's."""
        database = self._desk.database

        def write() -> _Written:
            refuse_what_must_not_go(database, (copy,))
            name = copy_file_name(copy.kind, copy.id, copy.format)
            _write(folder / name, released_pages(database, copy.id))
            return _Written(name, (copy,), is_draft=False)

        self._desk.background.run(write, self._say_written, self._refuse)

    def draft(self, copies: Sequence[CopyLine]) -> None:
        """Save one e-mail draft with all these papers of one person in a folder."""
        folder = self._folder(_("Save the e-mail draft in this folder"))
        if folder:
            self.draft_into(folder, copies)

    def draft_into(self, folder: Path, copies: Sequence[CopyLine]) -> None:
        """Write the draft into this folder, and note that it was made."""
        database, me = self._desk.database, self._desk.me.id

        def write() -> _Written:
            refuse_what_must_not_go(database, copies)
            data = _draft(database, me, copies)
            name = copy_file_name("e-mail", copies[0].id, "eml")
            refuse_draft(database, copies, data, name)
            _write(folder / name, data)
            return _Written(name, tuple(copies), is_draft=True)

        self._desk.background.run(write, self._say_written, self._refuse)

    def _folder(self, title: str) -> Path | None:
        found = QFileDialog.getExistingDirectory(self._window.window(), title)
        return Path(found) if found else None

    def _say_written(self, written: _Written) -> None:
        for copy in written.copies:
            note_looked(self._desk, "exported", "paper_copy", copy.id)
        said = _("The file is saved as {file}.")
        if written.is_draft:
            self._note_drafted(written.copies)
            said = _("The draft is saved as {file}. Open it, look at it and send it.")
        else:
            for copy in written.copies:
                self.saved.emit(copy.id)
        self.told.emit(said.format(file=written.name))

    def _note_drafted(self, copies: Sequence[CopyLine]) -> None:
        today, me = self._desk.today(), self._desk.me.id

        def note(session: "Session") -> None:
            from models.sending import NewStep, note_step

            for copy in copies:
                note_step(session, copy.id, NewStep(Step.DRAFTED, today), me)

        try:
            self._desk.save(note)
        except Problem as problem:
            self.troubled.emit(problem)

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        if isinstance(failure, MustNotGo):
            hold_found(self._desk, failure.found)
        self.troubled.emit(failure)


def _draft(database: Database, me: str, copies: Sequence[CopyLine]) -> bytes:
    with database.reading() as connection:
        council = council_of(connection, me)
    service = (council.service or council.name) if council else ""
    files = [
        Attachment(
            copy_file_name(each.kind, each.id, each.format), released_pages(database, each.id)
        )
        for each in copies
    ]
    words = mail_words(Wording(), service, len(files))
    return eml_draft(copies[0].where_to, words, files)


def _write(file: Path, data: bytes) -> None:
    try:
        write_whole(file, data)
    except OSError:
        raise NotWritten from None
