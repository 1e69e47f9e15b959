"""Any table as CSV that opens safely in a spreadsheet: no cell becomes a formula."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from io import StringIO
from pathlib import Path

from models.problems import N_, Problem

BYTE_ORDER_MARK = "\ufeff"
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_MOVES_ON = ("\t", "\r", "\n")
_APOSTROPHE = "'"

Cell = str | int | float | date | None


class CannotWrite(Problem):
    """The file that was to be written could not be."""

    what = N_("The file could not be written.")
    kept = N_("Your record has not changed.")
    next = N_("Close the file if it is open elsewhere, or choose another folder, and try again.")


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[Cell]], delimiter: str = ",") -> str:
    """Write a table as CSV: every cell quoted, dates as dd/mm/yyyy, formulas made harmless."""
    written = StringIO()
    writer = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([_shown(heading) for heading in headings])
    writer.writerows([_shown(cell) for cell in row] for row in rows)
    return written.getvalue()


def csv_bytes(
    headings: Sequence[str], rows: Iterable[Sequence[Cell]], delimiter: str = ","
) -> bytes:
    """Write a table as CSV in UTF-8 with a byte order mark, as spreadsheets expect."""
    text = BYTE_ORDER_MARK + csv_text(headings, rows, delimiter)
    return text.encode("utf-8", "replace")


def save(path: Path, content: bytes) -> None:
    """Write the bytes to this file.

    Raises: CannotWrite.
    """
    try:
        path.write_bytes(content)
    except (OSError, ValueError) as error:
        raise CannotWrite from error


def guarded(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would run as a formula."""
    begins = text.startswith(_MOVES_ON) or text.lstrip().startswith(_BEGINS_A_FORMULA)
    return _APOSTROPHE + text if begins else text


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    return guarded(cell) if isinstance(cell, str) else str(cell)
