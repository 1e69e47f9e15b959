"""Prints the README's table: `.venv/bin/python -m tests.benchmarks [--quick]`."""

import argparse
import tempfile
from pathlib import Path

from tests.benchmarks import record
from tests.benchmarks.timing import HEAD

QUICK = {"repeats": 1, "many": 2000}
FULL = {"repeats": 9, "many": 83_000}


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description="Measure Waymark beside its peers.")
    parser.add_argument("--quick", action="store_true", help="one go of each, as CI does")
    size = QUICK if parser.parse_args().quick else FULL
    with tempfile.TemporaryDirectory() as folder:
        print(HEAD)
        for figure in record.figures(Path(folder), **size):
            print(figure.row(), flush=True)


if __name__ == "__main__":
    main()
