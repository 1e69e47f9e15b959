"""Scans of forms: read from a file and made safe to keep, and written out again."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from models.database import Database
from models.image_use import Use
from ui.meeting.paper_card import NotWritten
from ui.meeting.scan_pages import scan_of

PDF, PNG = "application/pdf", "image/png"
_PDF_BEGINS: Final = b"%PDF-"
_ENDINGS: Final = {PDF: "pdf", PNG: "png"}


@dataclass(frozen=True)
class Scan:
    """A scan that may be kept. `media` is PDF or PNG."""

    media: str
    data: bytes = field(repr=False)


def read_scan(path: Path) -> Scan:
    """Read a scan; a picture is drawn anew, so that nothing is hidden in it.

    Raises: what models.images raises; ScanTooLarge and NotAScan.
    """
    from models.convening_acts import (  # loads SQLAlchemy
        MOST_SCAN_BYTES,
        MOST_SCAN_MB,
        NotAScan,
        ScanTooLarge,
    )
    from models.images import CleanImage, clean_image, read_brought

    data = read_brought(path)
    if len(data) > MOST_SCAN_BYTES:
        raise ScanTooLarge(values={"most": str(MOST_SCAN_MB)})
    if data.startswith(_PDF_BEGINS):
        return Scan(PDF, data)
    clean = clean_image(data, Use.SCAN)
    if not isinstance(clean, CleanImage) or clean.form != "png":
        raise NotAScan
    return Scan(PNG, clean.data)


def save_scan(database: Database, returned_id: str, folder: Path) -> str:
    """Write a scan into a folder, under a name that says nothing. Gives the name.

    Raises: NotWritten; ScanNotHere, and the next round brings it.
    """
    media, data = scan_of(database, returned_id)
    name = f"form-{returned_id[-8:]}.{_ENDINGS.get(media, 'bin')}"
    try:
        (folder / name).write_bytes(data)
    except OSError:
        raise NotWritten from None
    return name
