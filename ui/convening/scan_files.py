"""Scans of forms: read from a file and made safe to keep, and written out again."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from models.database import Database
from models.image_use import Use
from ui.meeting.paper_card import NotWritten

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

    Raises: NotWritten.
    """
    with database.reading() as connection:
        row = connection.execute(
            "select media_type, scan from returned_form where id = ?", (returned_id,)
        ).fetchone()
    if row is None or row[1] is None:
        raise NotWritten
    name = f"form-{returned_id[-8:]}.{_ENDINGS.get(row[0], 'bin')}"
    try:
        (folder / name).write_bytes(row[1])
    except OSError:
        raise NotWritten from None
    return name
