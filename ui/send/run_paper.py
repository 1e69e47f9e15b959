"""Where a print run goes to: a printer, or files in a folder; one set is one job or one file."""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from models.exports.to_folder import write_files
from ui.letter.printing import print_pages
from ui.send.run_making import MadeSet

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Paper(Protocol):
    """Where a run goes to: a printer, or a folder."""

    both_sides: bool
    in_files: bool

    def take(self, made: MadeSet) -> None:
        """Take one set. Raises: Problem."""
        ...


class PrinterPaper:
    """A printer that the person chose; each set is a job of its own."""

    in_files = False

    def __init__(self, printer: "QPrinter") -> None:
        from PySide6.QtPrintSupport import QPrinter

        self._printer = printer
        printer.setDocName("papers")
        self.both_sides = printer.duplex() != QPrinter.DuplexMode.DuplexNone

    def take(self, made: MadeSet) -> None:
        """Print one set."""
        print_pages(self._printer, made.pages)


class FolderPaper:
    """A folder that the person chose; each set is a file of its own."""

    in_files, both_sides = True, True

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def take(self, made: MadeSet) -> None:
        """Write one set. Raises: a Problem of the disk."""
        for _name in write_files(self._folder, [(made.name, made.pdf)]):
            pass
