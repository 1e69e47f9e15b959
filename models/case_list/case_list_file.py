"""One case list from its file to a plan: the door for the mapping page and the command."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from models.case_list.bounds import BOUNDS, Bounds
from models.case_list.guessing import guess
from models.case_list.known import KnownChild
from models.case_list.mapping import ColumnMapping
from models.case_list.plan import ImportPlan, plan_import
from models.case_list.reading import UNWATCHED, Watch, first_rows, read_rows
from models.case_list.records import RawRow
from models.case_list.rows import read_row
from models.case_list.sniffing import Shape, sniff

PREVIEW_ROWS = 10
ROWS_TO_GUESS_FROM = 50


@dataclass(frozen=True, repr=False)
class CaseListFile:
    """A case list that was looked into: its shape, its first rows and a guess at its columns."""

    path: Path
    shape: Shape
    preview: tuple[RawRow, ...]
    guessed: ColumnMapping
    bounds: Bounds = BOUNDS

    def plan(
        self,
        mapping: ColumnMapping,
        known: Mapping[str, KnownChild],
        today: date,
        watch: Watch = UNWATCHED,
    ) -> ImportPlan:
        """Read the whole list and work out what an import would do.

        Raises: CannotRead, TooLarge, TooManyErrors, ImportStopped; ValueError while
        `mapping.missing` names anything.
        """
        if mapping.missing:
            raise ValueError("the mapping lacks what every child needs")
        rows = read_rows(self.path, self.shape, self.bounds, watch)
        read = (read_row(row, mapping, today) for row in rows)
        return plan_import(read, known, mapping, self._rows_at)

    def _rows_at(self, lines: Collection[int]) -> Mapping[int, RawRow]:
        rows = read_rows(self.path, self.shape, self.bounds)
        return {row.line: row for row in rows if row.line in lines}


def open_case_list(path: Path, bounds: Bounds = BOUNDS) -> CaseListFile:
    """Look into a file and guess its columns; nothing is taken yet.

    Raises: CannotRead, TooLarge, Workbook, NotACaseList.
    """
    shape = sniff(path, bounds)
    rows = first_rows(path, shape, ROWS_TO_GUESS_FROM, bounds)
    return CaseListFile(
        path, shape, tuple(rows[:PREVIEW_ROWS]), guess(shape.headings, rows), bounds
    )
