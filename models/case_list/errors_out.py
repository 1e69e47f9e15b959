"""The rows in error, given back as the council's own columns with the reason in a last one."""

from collections.abc import Callable, Sequence
from pathlib import Path

from models.case_list.bounds import NotACaseList
from models.case_list.case_line import BadLine
from models.case_list.cleaning import visible
from models.exports.spreadsheet import csv_bytes, save
from models.problems import N_

REASON = N_("Why this row was not taken")
SAME_FILE = N_("The rows in error cannot be written over the list they came from.")
OTHER_NAME = N_("Choose another name for the file of rows in error.")


def errors_csv(
    headings: Sequence[str],
    errors: Sequence[BadLine],
    delimiter: str = ",",
    translate: Callable[[str], str] = str,
) -> bytes:
    """Give the rows in error as a CSV file, in the order of the list.

    UTF-8 with a byte order mark; the delimiter is the list's own.
    """
    wide = max((len(error.row.cells) for error in errors), default=0)
    columns = max(len(headings), wide)
    heads = [*map(visible, headings), *[""] * (columns - len(headings)), translate(REASON)]
    return csv_bytes(heads, [_row(error, columns, translate) for error in errors], delimiter)


def save_errors(path: Path, content: bytes, came_from: Path) -> None:
    """Write the file of rows in error, and never over the list itself.

    Raises: NotACaseList, CannotWrite.
    """
    if path.exists() and came_from.exists() and path.samefile(came_from):
        raise NotACaseList(SAME_FILE, next=OTHER_NAME)
    save(path, content)


def _row(error: BadLine, columns: int, translate: Callable[[str], str]) -> list[str]:
    cells = [visible(cell) for cell in error.row.cells]
    reasons = " ".join(fault.said(translate) for fault in error.faults)
    return [*cells, *[""] * (columns - len(cells)), visible(reasons)]
