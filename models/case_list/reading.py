"""The rows of a case list, one at a time, with progress and a way to stop."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from models.case_list.bounds import BOUNDS, Bounds, CannotRead, ImportStopped, TooLarge
from models.case_list.lines import lines_of
from models.case_list.records import RawRow, fitted, records
from models.case_list.sniffing import Shape
from models.problems import N_

ROWS_BETWEEN_LOOKS = 200
TOO_MANY_ROWS = N_("This file has over {most} rows, and no case list has so many.")


def _nobody_looks(_share: float) -> None:
    """Leave the progress unsaid."""


def _never() -> bool:
    return False


@dataclass(frozen=True)
class Watch:
    """Somebody who follows the reading: told the share done, 0 to 1, and asked whether to stop."""

    progress: Callable[[float], None] = _nobody_looks
    stopped: Callable[[], bool] = _never

    def look(self, share: float) -> None:
        """Tell how far it is.

        Raises: ImportStopped.
        """
        if self.stopped():
            raise ImportStopped
        self.progress(min(share, 1.0))


UNWATCHED = Watch()


def read_rows(
    path: Path, shape: Shape, bounds: Bounds = BOUNDS, watch: Watch = UNWATCHED
) -> Iterator[RawRow]:
    """Give each row below the headings that is not blank, with a cell for each heading.

    Raises: CannotRead, TooLarge, ImportStopped.
    """
    try:
        yield from _rows(path, shape, bounds, watch)
    except OSError as error:
        raise CannotRead from error


def first_rows(path: Path, shape: Shape, count: int, bounds: Bounds = BOUNDS) -> list[RawRow]:
    """Give the first rows, for a person to look at.

    Raises: CannotRead, TooLarge.
    """
    return list(islice(read_rows(path, shape, bounds), count))


def _rows(path: Path, shape: Shape, bounds: Bounds, watch: Watch) -> Iterator[RawRow]:
    with (
        path.open("rb") as source,
        closing(lines_of(source, shape.encoding, bounds.row_characters)) as lines,
    ):
        count = 0
        for row in records(lines, shape.delimiter, bounds):
            if row.line <= shape.heading_line or row.is_blank:
                continue
            count += 1
            if count > bounds.rows:
                raise TooLarge(TOO_MANY_ROWS, values={"most": f"{bounds.rows:,}"})
            if count % ROWS_BETWEEN_LOOKS == 1:
                watch.look(source.tell() / max(shape.file_bytes, 1))
            yield fitted(row, len(shape.headings))
        watch.look(1.0)
