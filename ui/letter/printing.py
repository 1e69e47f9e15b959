"""Puts drawn pages onto a printer: A4, both sides, as large as they are, no more and no less."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter

from models.problems import N_, Problem
from ui.meeting.pages_view import image_of
from ui.meeting.paper_pages import PagePicture

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT_WIDTH_PX: Final = 2480
"""The width of A4 at 300 dots to the inch."""


def prepare(printer: "QPrinter") -> None:
    """Wish for A4 without margins, turned on the long edge; the person may choose another."""
    from PySide6.QtPrintSupport import QPrinter

    printer.setDocName("letter")
    printer.setFullPage(True)
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    printer.setPageLayout(QPageLayout(a4, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)


class NotPrinted(Problem):
    """The printer takes nothing: it is gone, or it printed into a file that cannot be written."""

    what = N_("The printer did not take it.")
    kept = N_("Nothing was printed, and everything is kept.")
    next = N_("See that the printer is on and connected, or choose another, then print again.")


def whole_sheets(papers: Iterable[Sequence[PagePicture]]) -> tuple[PagePicture | None, ...]:
    """Join papers into one job in which each begins a sheet of its own: None is an empty side."""
    sides: list[PagePicture | None] = []
    for pages in papers:
        sides += [None] * (len(sides) % 2)
        sides += pages
    return tuple(sides)


def print_pages(printer: "QPrinter", pages: Sequence[PagePicture | None]) -> None:
    """Print these pages, one side each; None is a side that stays empty.

    Raises: NotPrinted.
    """
    if not printer.isValid():
        raise NotPrinted
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted
    side = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        if page is not None:
            painter.drawImage(side, image_of(page, 1.0))
    painter.end()
