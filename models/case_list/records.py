"""Lines put together into rows, so that one open quotation mark costs one row and no more."""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from models.case_list.bounds import BOUNDS, Bounds
from models.case_list.faults import Fault, fault
from models.case_list.lines import Line
from models.problems import N_

UNCLOSED_BEFORE_GIVING_UP = 100

UNCLOSED = N_(
    "The quotation marks in line {line} are not closed or not doubled, "
    "so its cells cannot be told apart."
)
CELL_TOO_LONG = N_("Line {line} has a cell of over {most} characters.")
LINE_TOO_LONG = N_("Line {line} is longer than any row of a case list, and was not read.")
TOO_MANY_CELLS = N_(
    "Line {line} has more cells than there are headings, so its cells may be in the wrong column."
)


@dataclass(frozen=True, slots=True, repr=False)
class RawRow:
    """One row as it stands in the file: its line, its cells, and what is wrong with the row."""

    line: int
    cells: tuple[str, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether no cell has anything in it."""
        return not self.faults and not any(cell.strip(" \t\r\n\xa0\x1a") for cell in self.cells)


class _Unclosed(Exception):
    """The row goes on further than any row does."""


class _Feed:
    """Hands lines to the csv reader, and takes back all but the first of a row that fails."""

    def __init__(self, lines: Iterator[Line], bounds: Bounds) -> None:
        self._lines = lines
        self._bounds = bounds
        self._back: deque[Line] = deque()
        self._most_lines = bounds.row_lines
        self._characters = 0
        self._unclosed = 0
        self.taken: list[Line] = []

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if len(self.taken) >= self._most_lines or self._characters > self._bounds.row_characters:
            raise _Unclosed
        line = self._back.popleft() if self._back else next(self._lines, None)
        if line is None:
            if self.taken:
                raise _Unclosed
            raise StopIteration
        self.taken.append(line)
        self._characters += len(line.text)
        if line.is_cut:
            raise _Unclosed
        return line.text

    def begin(self) -> None:
        """Forget the row before."""
        self.taken = []
        self._characters = 0

    def give_back(self) -> Line:
        """Keep only the first line of a failed row; the others are read again by themselves."""
        first, *others = self.taken
        self._back.extendleft(reversed(others))
        self._unclosed += 1
        if self._unclosed >= UNCLOSED_BEFORE_GIVING_UP:
            self._most_lines = 1
        return first


def records(lines: Iterator[Line], delimiter: str, bounds: Bounds = BOUNDS) -> Iterator[RawRow]:
    """Give each row of the lines; one that cannot be told apart carries its fault."""
    feed = _Feed(lines, bounds)
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    while True:
        feed.begin()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except _Unclosed:
            yield _failed(feed.give_back(), delimiter, bounds, UNCLOSED)
        except csv.Error as error:
            is_long = "limit" in str(error)
            yield _failed(
                feed.give_back(), delimiter, bounds, CELL_TOO_LONG if is_long else UNCLOSED
            )
        else:
            yield _checked(feed.taken[0].number, cells, bounds)


def fitted(row: RawRow, width: int) -> RawRow:
    """Give the row one cell for each heading; too many is a fault of the row."""
    cells = row.cells
    if len(cells) == width:
        return row
    if len(cells) < width:
        return RawRow(row.line, cells + ("",) * (width - len(cells)), row.faults)
    faults = row.faults
    if not faults and any(map(str.strip, cells[width:])):
        faults = (fault(TOO_MANY_CELLS, line=row.line),)
    return RawRow(row.line, cells[:width], faults)


def _checked(line: int, cells: list[str], bounds: Bounds) -> RawRow:
    if any(len(cell) > bounds.cell_characters for cell in cells):
        said = fault(CELL_TOO_LONG, line=line, most=bounds.cell_characters)
        return RawRow(line, _shortened(cells, bounds), (said,))
    return RawRow(line, tuple(cells))


def _failed(line: Line, delimiter: str, bounds: Bounds, sentence: str) -> RawRow:
    said = fault(
        LINE_TOO_LONG if line.is_cut else sentence,
        line=line.number,
        most=bounds.cell_characters,
    )
    cells = line.text.rstrip("\n").split(delimiter, bounds.columns)
    return RawRow(line.number, _shortened(cells, bounds), (said,))


def _shortened(cells: list[str], bounds: Bounds) -> tuple[str, ...]:
    most = bounds.cell_characters
    return tuple(cell if len(cell) <= most else cell[: most - 1] + "…" for cell in cells)
