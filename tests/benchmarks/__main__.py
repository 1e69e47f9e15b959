"""Prints the README's tables: `.venv/bin/python -m tests.benchmarks [--quick]`.

What sharing costs comes last; a quick run leaves it to `tests.benchmarks.sharing --quick`.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is loaded: figures need no screen

from tests import demo_record
from tests.benchmarks import (
    composer,
    disclosure,
    lists,
    paper,
    plain_words,
    preview,
    print_run,
    record,
    sharing,
    start,
    typing,
)
from tests.benchmarks.new_process import NewProcess
from tests.benchmarks.timing import HEAD, Figure

QUICK = {"repeats": 1, "many": 300, "letters": 2}
FULL = {"repeats": 9, "many": 83_000, "letters": 200}


def figures(
    folder: Path, demo: Path | None, repeats: int, many: int, letters: int
) -> Iterator[Figure]:
    """Every figure, in the order of a day's work; makes the demo council where none is given."""
    if demo is None:
        demo = folder / "demo" / "record"
        demo_record.make(demo)
    processes = NewProcess(folder / "compiled" if repeats > 1 else None)
    yield from start.figures(demo, processes, repeats)
    yield from record.figures(folder, repeats, many)
    yield from lists.figures(folder / "list", many, repeats)
    yield from paper.figures(demo, processes, repeats, letters)
    yield from plain_words.figures(repeats)
    yield from print_run.figures(letters)
    yield from disclosure.figures(repeats)
    yield from preview.figures(folder / "preview", repeats)
    yield from composer.figures(folder / "composer", repeats)
    yield from typing.figures(folder / "typing", repeats)


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description="Measure Waymark beside its peers.")
    parser.add_argument("--quick", action="store_true", help="one go of each, as CI does")
    parser.add_argument("--demo", type=Path, help="a demo council that is there already")
    asked = parser.parse_args()
    size = QUICK if asked.quick else FULL
    with tempfile.TemporaryDirectory() as folder:
        print(HEAD)
        for figure in figures(Path(folder), asked.demo, **size):
            print(figure.row(), flush=True)
    if size is FULL:
        disclosure.show()
        sharing.show(sharing.FULL)


if __name__ == "__main__":
    main()
