"""The letter onto paper or into a file: its draft until it is issued, then what was issued."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from letters.papers import paper
from models.document_kind import file_name
from models.issuing import issued_pdf
from models.problems import Problem
from ui.language import _
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.printing import PRINT_WIDTH_PX, prepare, print_pages
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

    def save(self) -> None:
        """Save the pages into a folder that the person chooses."""
        title = _("Save the PDF in this folder")
        folder = QFileDialog.getExistingDirectory(self._window.window(), title)
        if folder:
            self.save_into(Path(folder))

    def save_into(self, folder: Path) -> None:
        """Write the pages into this folder; the file's name says no child's name."""
        letter, latest = self._letter, self._letter.latest
        version = latest.version if latest else 0
        name = file_name(letter.kind, letter.file_id, version, draft=latest is None)
        pages = self._pages()

        def written() -> str:
            try:
                (folder / name).write_bytes(pages())
            except OSError:
                raise NotWritten from None
            return name

        letter.desk.background.run(written, self._say_saved, self._refuse)

    def print(self) -> None:
        """Make the pages, then ask which printer."""
        pages = self._pages()

        def drawn() -> tuple[PagePicture, ...]:
            return draw_pages(pages(), PageSize(PRINT_WIDTH_PX))

        self._letter.desk.background.run(drawn, self._ask_printer, self._refuse)

    def _pages(self) -> Callable[[], bytes]:
        """Give the work that makes the pages, or reads those that were issued."""
        letter, latest = self._letter, self._letter.latest
        if latest is not None:
            database, issued = letter.desk.database, latest.id

            def read() -> bytes:
                with database.reading() as connection:
                    return issued_pdf(connection, issued)

            return read
        sheet, kind, today = letter.sheet, letter.kind, letter.desk.today()
        return lambda: paper(sheet, kind, today, draft=True).rendered.pdf

    def _ask_printer(self, pages: tuple[PagePicture, ...]) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loaded when first printed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer)
        dialog = QPrintDialog(printer, self._window.window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.accepted.connect(lambda: self.print_on(printer, pages))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_on(self, printer: "QPrinter", pages: tuple[PagePicture, ...]) -> None:
        """Print these pages and say so."""
        print_pages(printer, pages)
        self.told.emit(_("Sent to the printer."))

    def _say_saved(self, name: str) -> None:
        self.told.emit(_("Saved as {file}.").format(file=name))

    def _refuse(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            raise failure
        self._letter.troubled.emit(failure)
