"""Prints the table of sharing: `python -m tests.benchmarks.sharing [--quick|--whole]`."""

import argparse
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import sharing_crowd, sharing_first_fetch, sharing_work
from tests.benchmarks.sharing_crowd import Crowd
from tests.benchmarks.sharing_ground import Ground, ground, server
from tests.benchmarks.sharing_table import HEAD, Line
from tests.postgres import PostgresServer


@dataclass(frozen=True)
class Size:
    """How much of each: a quick run shows that it runs, a whole one takes half an hour."""

    many: int
    children: int
    slow_children: int
    years: int
    crowd: Crowd


QUICK = Size(20, 2, 2, 1, Crowd(3, 0.2, 12, 0.5, 20, 4, 3))
FULL = Size(10_000, 70, 4, 20, Crowd(40, 60, 3000, 60, 83, 150, 40))
WHOLE = Size(10_000, 70, 8, 20, Crowd(40, 60, 3000, 600, 83, 150, 40))
_PARTS: tuple[Callable[[Ground, Size], Iterator[Line]], ...] = (
    lambda on, size: sharing_work.lines(on, size.many),
    lambda on, size: sharing_first_fetch.lines(on, size.children, size.slow_children, size.years),
    lambda on, size: sharing_crowd.lines(on, size.crowd),
)


def lines(running: PostgresServer, folder: Path, size: Size) -> Iterator[Line]:
    """Every line, each part on a council of its own."""
    for place, part in enumerate(_PARTS):
        with ground(running, folder / str(place)) as on:
            yield from part(on, size)


def main() -> None:
    """Measure everything of sharing and print it."""
    parser = argparse.ArgumentParser(description="Measure how quickly Waymark shares.")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--quick", action="store_true", help="a little of each, as CI does")
    how.add_argument("--whole", action="store_true", help="ten minutes of a whole country")
    asked = parser.parse_args()
    show(QUICK if asked.quick else WHOLE if asked.whole else FULL)


def show(size: Size) -> None:
    """Measure and print every line."""
    with tempfile.TemporaryDirectory() as folder, server() as running:
        print(HEAD)
        for line in lines(running, Path(folder), size):
            print(line.row(), flush=True)


if __name__ == "__main__":
    main()
