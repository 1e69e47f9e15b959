"""The pages of a scan as pictures, drawn without trust; one that is elsewhere is asked for."""

from dataclasses import dataclass
from typing import Final

from letters.pdfium import opened
from models.database import Database
from models.problems import N_, Problem
from ui.meeting.paper_pages import PagePicture, PageSize, draw_page

PDF: Final = "application/pdf"
MOST_PAGES: Final = 20
_MOST_TALL: Final = 4  # times as tall as wide: more is no page of a form


class ScanNotHere(Problem):
    """A scan was attached on another laptop and has not come to this one."""

    what = N_("This scan has not come to this laptop yet.")
    kept = N_("It is kept in the council’s shared database. Nothing is lost.")
    next = N_("It comes the next time you share. Connect and choose Share now.")


class ScanNotShown(Problem):
    """A scan cannot be drawn: it is locked, or not whole."""

    what = N_("This scan cannot be shown here.")
    kept = N_("It is kept just as it came.")
    next = N_("Save the scan and open it in another program, or scan the form again.")


@dataclass(frozen=True)
class DrawnScan:
    """The pages of one scan, how many more there are, or why none is shown."""

    returned_id: str
    pages: tuple[PagePicture, ...] = ()
    more: int = 0
    problem: Problem | None = None


def scan_of(database: Database, returned_id: str) -> tuple[str, bytes]:
    """Give what kind of file a scan is, and the file.

    Raises: ScanNotHere, and the next round brings it; LookupError.
    """
    with database.reading() as connection:
        row = connection.execute(
            "select media_type, scan, digest from returned_form where id = ?", (returned_id,)
        ).fetchone()
    if row is None or not row[2]:
        raise LookupError("no scan of that id")
    if row[1] is None:
        from models.sync.parts import want

        want(database, "returned_form", returned_id)
        raise ScanNotHere
    return row[0], row[1]


def draw_scan(database: Database, returned_id: str, width_px: int) -> DrawnScan:
    """Draw a scan; what cannot be drawn is told in words."""
    try:
        media, data = scan_of(database, returned_id)
        pages, more = _pages_of_pdf(data, width_px) if media == PDF else _picture(data, width_px)
    except Problem as problem:
        return DrawnScan(returned_id, problem=problem)
    return DrawnScan(returned_id, pages, more)


def _pages_of_pdf(data: bytes, width_px: int) -> tuple[tuple[PagePicture, ...], int]:
    """Draw the first pages of a PDF that came from anywhere."""
    import pypdfium2

    try:
        with opened(data) as document:
            count = len(document)
            sizes = [document.get_page_size(at) for at in range(min(count, MOST_PAGES))]
            if not sizes or any(w < 1 or h > _MOST_TALL * w for w, h in sizes):
                raise ScanNotShown
            drawn = [draw_page(document[at], PageSize(width_px)) for at in range(len(sizes))]
    except pypdfium2.PdfiumError:
        raise ScanNotShown from None
    return tuple(drawn), count - len(sizes)


def _picture(data: bytes, width_px: int) -> tuple[tuple[PagePicture, ...], int]:
    """Draw a picture, made safe again: it may have come from another laptop."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    from models.image_use import Use
    from models.images import CleanImage, clean_image

    clean = clean_image(data, Use.SCAN)
    if not isinstance(clean, CleanImage) or clean.form != "png":
        raise ScanNotShown
    smooth = Qt.TransformationMode.SmoothTransformation
    image = QImage.fromData(clean.data).scaledToWidth(width_px, smooth)
    if image.isNull():
        raise ScanNotShown
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels, stride = bytes(image.constBits()), image.bytesPerLine()
    scale = width_px / clean.width
    return (PagePicture(pixels, image.width(), image.height(), stride, scale, 0.0),), 0
