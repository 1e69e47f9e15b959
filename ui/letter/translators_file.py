"""The translator's file: written into a folder, and brought in by a button or by a drop."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from letters.papers import for_translator
from letters.translating.reading import Brought, read_translation
from letters.two_languages import Translated
from models.problems import N_, Problem
from ui.language import _
from ui.letter.letter_in_hand import LetterInHand
from ui.looked import note_looked
from ui.parts.file_drop import FileDrop


class FileNotWritten(Problem):
    """The folder did not take the translator's file."""

    what = N_("The file for the translator could not be saved in that folder.")
    kept = N_("The letter itself is safe in Waymark.")
    next = N_("Choose another folder, or free some room, then save it again.")


class FileNotRead(Problem):
    """The translator's file could not be opened."""

    what = N_("That file could not be opened.")
    kept = N_("The letter is as it was.")
    next = N_("Check that it is still there and not open in another program, then try again.")


class SeveralFiles(Problem):
    """More than one file was dropped."""

    what = N_("Several files were dropped here at once.")
    kept = N_("Nothing was changed. The words you have are safe.")
    next = N_("Bring in the translator’s files one after the other.")


class TranslatorsFile(QObject):
    """`saved` comes with the name of the file, `brought` with what came and every line."""

    saved = Signal(str)
    brought = Signal(object, object)  # Brought, Translated

    def __init__(self, letter: LetterInHand, parent: QWidget) -> None:
        super().__init__(parent)
        self._letter, self._window_of = letter, parent
        self.drop = FileDrop(self)
        self.drop.dropped.connect(self.take_dropped)

    def ask_folder(self) -> None:
        """Let the person choose where the file is saved."""
        title = _("Save the file for the translator in this folder")
        folder = QFileDialog.getExistingDirectory(self._window_of.window(), title)
        if folder:
            self.save_into(Path(folder))

    def ask_file(self) -> None:
        """Let the person choose the translator's file."""
        title, kinds = _("The translator’s file"), _("Word files (*.docx)")
        file, _kind = QFileDialog.getOpenFileName(self._window_of.window(), title, "", kinds)
        if file:
            self.bring(Path(file))

    def take_dropped(self, files: list[Path]) -> None:
        """Take what was dropped, if it is one file."""
        if len(files) == 1:
            self.bring(files[0])
        else:
            self._letter.troubled.emit(SeveralFiles())

    def save_into(self, folder: Path) -> None:
        """Write the translator's file into this folder; its name says no child's name."""
        letter, language = self._letter, self._letter.setting.language
        letter.catch_up()
        sheet, kind, today = letter.sheet, letter.kind, letter.desk.today()
        letter_id = letter.setting.id

        def written() -> str:
            from letters.translating.translation_file import (  # slow to load, and seldom wanted
                file_name,
                translation_file,
            )

            lines = for_translator(sheet, kind, today).lines
            try:
                made = translation_file(lines, language, letter_id)
                (folder / file_name(language)).write_bytes(made)
            except OSError:
                raise FileNotWritten from None
            return file_name(language)

        letter.desk.background.run(written, self._end_saving, self._refuse)

    def _end_saving(self, name: str) -> None:
        note_looked(self._letter.desk, "exported", "child_letter", self._letter.setting.id)
        self.saved.emit(name)

    def bring(self, file: Path) -> None:
        """Take in a translator's file."""
        letter, language = self._letter, self._letter.setting.language
        letter.catch_up()
        sheet, kind, today = letter.sheet, letter.kind, letter.desk.today()
        letter_id = letter.setting.id

        def read() -> tuple[Brought, Translated]:
            try:
                given = file.read_bytes()
            except OSError:
                raise FileNotRead from None
            both = for_translator(sheet, kind, today)
            return read_translation(given, both.lines, language, letter_id), both

        letter.desk.background.run(read, self._take, self._refuse)

    def _take(self, found: tuple[Brought, Translated]) -> None:
        brought, both = found
        if not brought.rows or self._letter.take_translation(brought):
            self.brought.emit(brought, both)

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self._letter.troubled.emit(failure)
