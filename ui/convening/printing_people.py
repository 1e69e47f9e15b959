"""Prints what people get to be called together: each person's sheets are a job of their own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from models.problems import Problem
from ui.convening.wanted_papers import PersonsSheets
from ui.letter.printing import prepare, print_pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PrintingPeople(QObject):
    """`given` tells whose sheets the printer was given, also where it stopped before the end."""

    given = Signal(object)  # tuple[PersonsSheets, ...]
    troubled = Signal(Exception)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask_printer(self, jobs: Sequence[PersonsSheets]) -> None:
        """Ask which printer, then print these."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # loaded when first printed

        if not jobs:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer)
        dialog = QPrintDialog(printer, self._window.window())
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.accepted.connect(lambda: self.print_on(printer, jobs))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_on(self, printer: "QPrinter", jobs: Sequence[PersonsSheets]) -> None:
        """Print each person's sheets as a job; one that the printer refuses ends the run."""
        given: list[PersonsSheets] = []
        try:
            for job in jobs:
                print_pages(printer, job.sides)
                given.append(job)
        except Problem as problem:
            self.troubled.emit(problem)
        if given:
            self.given.emit(tuple(given))
