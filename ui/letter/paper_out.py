"""The letter onto paper or into a file: the pages that are shown, and it says which they are."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from models.document_kind import DocumentKind, file_name
from models.problems import Problem
from ui.language import _
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.out_pages import OutPages, out_pages
from ui.letter.printing import PRINT_WIDTH_PX, prepare, print_pages
from ui.looked import note_looked
from ui.meeting.paper_card import NotWritten
from ui.meeting.paper_pages import PagePicture, PageSize, draw_pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PaperOut(QObject):
    """Makes the pages away from the window; `told` says what was done."""

    told = Signal(str)

    def __init__(self, letter: LetterInHand, window: QWidget) -> None:
        super().__init__(window)
        self._letter, self._window = letter, window
        self._wants_issued = False

    def want_issued(self, wanted: bool) -> None:
        """Give out the issued version though the letter was changed since, as it is shown."""
        self._wants_issued = wanted

    def save(self) -> None:
        """Save the pages into a folder that the person chooses."""
        title = _("Save the PDF in this folder")
        folder = QFileDialog.getExistingDirectory(self._window.window(), title)
        if folder:
            self.save_into(Path(folder))

    def save_into(self, folder: Path) -> None:
        """Write the pages into this folder; the file's name says no child's name."""
        letter, pages, following = self._letter, self._pages(), self._next_version()

        def written() -> tuple[str, int]:
            made = pages()
            version, is_draft = made.version or following, not made.version
            name = file_name(letter.kind, letter.file_id, version, draft=is_draft)
            try:
                (folder / name).write_bytes(made.pdf)
            except OSError:
                raise NotWritten from None
            return name, made.version

        letter.desk.background.run(written, self._say_saved, self._refuse)

    def print(self) -> None:
        """Make the pages, then ask which printer."""
        pages = self._pages()

        def drawn() -> tuple[tuple[PagePicture, ...], int]:
            made = pages()
            return draw_pages(made.pdf, PageSize(PRINT_WIDTH_PX)), made.version

        self._letter.desk.background.run(drawn, self._ask_printer, self._refuse)

    def _pages(self) -> Callable[[], OutPages]:
        return out_pages(self._letter, wants_issued=self._wants_issued)

    def _next_version(self) -> int:
        latest = self._letter.latest
        return latest.version + 1 if latest else 1

    def _ask_printer(self, drawn: tuple[tuple[PagePicture, ...], int]) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loaded when first printed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer)
        dialog = QPrintDialog(printer, self._window.window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.accepted.connect(lambda: self.print_on(printer, *drawn))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_on(
        self, printer: "QPrinter", pages: tuple[PagePicture, ...], version: int = 0
    ) -> None:
        """Print these pages and say which they are."""
        try:
            print_pages(printer, pages)
        except Problem as problem:
            self._refuse(problem)
            return
        self._note("printed")
        said = _("Version {version} was sent to the printer.")
        if not version:
            said = _("A draft was sent to the printer.")
            if self._letter.latest is not None:
                said = _("A draft of version {version} was sent to the printer.")
        self.told.emit(said.format(version=version or self._next_version()))

    def _note(self, act: str) -> None:
        """Note who took the letter out of the record."""
        letter = self._letter
        table = "child_letter" if letter.kind is DocumentKind.OTHER_LETTER else "review"
        note_looked(letter.desk, act, table, letter.file_id)

    def _say_saved(self, saved: tuple[str, int]) -> None:
        name, version = saved
        self._note("exported")
        said = _("Version {version} is saved as {file}.")
        if not version:
            said = _("The draft is saved as {file}.")
            if self._letter.latest is not None:
                said = _("A draft of version {version} is saved as {file}.")
        self.told.emit(said.format(file=name, version=version or self._next_version()))

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self._letter.troubled.emit(failure)
