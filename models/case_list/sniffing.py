"""What kind of file a case list is: its letters, what parts its cells, where its headings are."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from models.case_list import fields
from models.case_list.bounds import (
    BOUNDS,
    MEGABYTE,
    Bounds,
    CannotRead,
    NotACaseList,
    TooLarge,
    Workbook,
)
from models.case_list.cleaning import cleaned, visible
from models.case_list.dates import read_date
from models.case_list.faults import Fault
from models.case_list.lines import Encoding, Line, lines_of
from models.case_list.records import RawRow, records
from models.problems import N_

HEAD_BYTES = 256 * 1024
HEADINGS_WITHIN_ROWS = 20
ROWS_LOOKED_AT = 60
DELIMITERS = (",", ";", "\t", "|")

_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
_OTHERS = (
    (b"%PDF", N_("This is a PDF, and Waymark reads CSV files.")),
    (b"{\\rtf", N_("This is a word processor’s document, and Waymark reads CSV files.")),
    (b"<", N_("This is a web page or an XML file, and Waymark reads CSV files.")),
)
NOT_TEXT = N_("This file is not text, so it is not a CSV file.")
EMPTY = N_("This file is empty.")
NO_HEADINGS = N_("Waymark found no row of headings in this file.")
NAME_THE_COLUMNS = N_(
    "Put a row above the first child that names each column, such as “Person ID” and "
    "“Date of birth”, and import it again."
)
TOO_MANY_COLUMNS = N_("This file has over {most} columns, and no case list has so many.")
TOO_LONG = N_("The lines of this file are longer than those of any case list.")


@dataclass(frozen=True)
class Shape:
    """How to read one file; `heading_line` counts from 1."""

    encoding: Encoding
    delimiter: str
    heading_line: int
    headings: tuple[str, ...]
    file_bytes: int


def sniff(path: Path, bounds: Bounds = BOUNDS) -> Shape:
    """Give the shape of this file, told from its size and its beginning.

    Raises: CannotRead, TooLarge, Workbook, NotACaseList.
    """
    try:
        size = path.stat().st_size
        if size > bounds.file_bytes:
            raise TooLarge(values={"most": str(bounds.file_bytes // MEGABYTE)})
        with path.open("rb") as source:
            head = source.read(HEAD_BYTES)
    except (OSError, ValueError) as error:
        raise CannotRead from error
    return shape_of(head, size, bounds)


def shape_of(head: bytes, size: int, bounds: Bounds = BOUNDS) -> Shape:
    """Give the shape of a file with this beginning.

    Raises: TooLarge, Workbook, NotACaseList.
    """
    encoding = _encoding(head)
    lines = _head_lines(head, size, encoding, bounds)
    if any(line.is_cut for line in lines[:HEADINGS_WITHIN_ROWS]):
        raise NotACaseList(TOO_LONG)
    delimiter, row = _best_heading(lines, bounds)
    headings = tuple(visible(cleaned(cell)) for cell in row.cells)
    while headings and not headings[-1]:
        headings = headings[:-1]
    if len(headings) > bounds.columns:
        raise TooLarge(TOO_MANY_COLUMNS, values={"most": str(bounds.columns)})
    return Shape(encoding, delimiter, row.line, headings, size)


def _encoding(head: bytes) -> Encoding:
    if not head.strip():
        raise NotACaseList(EMPTY)
    if head.startswith(_WORKBOOKS):
        raise Workbook
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Encoding.UTF_16
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for mark, words in _OTHERS:
        if start.startswith(mark):
            raise NotACaseList(words)
    controls = sum(head.count(code) for code in range(0x20) if code not in b"\t\n\r\x0b\x0c\x1a")
    if controls > len(head) // 100 + 5:
        raise NotACaseList(NOT_TEXT)
    return Encoding.BYTES


def _head_lines(head: bytes, size: int, encoding: Encoding, bounds: Bounds) -> list[Line]:
    lines: list[Line] = []
    for line in lines_of(BytesIO(head), encoding, bounds.row_characters):
        lines.append(line)
        if len(lines) > ROWS_LOOKED_AT:
            break
    is_partial = len(head) < size and len(lines) <= ROWS_LOOKED_AT
    if is_partial and len(lines) == 1:
        raise TooLarge(TOO_MANY_COLUMNS, values={"most": str(bounds.columns)})
    return lines[:-1] if is_partial else lines


def _best_heading(lines: list[Line], bounds: Bounds) -> tuple[str, RawRow]:
    hint = lines[0].text.strip().casefold() if lines else ""
    hinted = hint[4:5] if hint.startswith("sep=") else ""
    best: tuple[tuple[int, int, int], str, RawRow] | None = None
    for delimiter in (hinted,) if hinted in DELIMITERS and hinted else DELIMITERS:
        rows = [row for row in records(iter(lines), delimiter, bounds) if not row.is_blank]
        usual = _usual_width(rows)
        for row in rows[:HEADINGS_WITHIN_ROWS]:
            score = _score(row, usual)
            if score is not None and (best is None or score > best[0]):
                best = (score, delimiter, row)
    if best is None:
        raise NotACaseList(NO_HEADINGS, next=NAME_THE_COLUMNS)
    return best[1], best[2]


def _usual_width(rows: Iterable[RawRow]) -> int:
    widths = Counter(len(row.cells) for row in rows)
    return max(widths, key=lambda width: (widths[width], width), default=0)


def _score(row: RawRow, usual: int) -> tuple[int, int, int] | None:
    """Tell how much a row looks like headings; None if it cannot be.

    Known headings count first, then being as wide as the rows, then being wide.
    """
    cells = [cleaned(cell) for cell in row.cells]
    filled = [cell for cell in cells if cell]
    if row.faults or len(filled) < 2 or any(map(_is_value, filled)):
        return None
    known = sum(fields.is_known_heading(cell) for cell in filled)
    is_usual = len(cells) == usual
    if not known and (not is_usual or len(filled) < len(cells) or len(set(filled)) < len(filled)):
        return None
    return known, int(is_usual), len(filled)


def _is_value(cell: str) -> bool:
    return cell.replace(".", "").isdigit() or not isinstance(read_date(cell), Fault)
