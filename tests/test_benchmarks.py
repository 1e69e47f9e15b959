"""The benchmarks run from end to end; how fast they are is for a quiet machine to say."""

import re
import subprocess
import sys

from tests import source

FIGURES = (
    "start to Today with the caseload, painted",
    "start to everything ready",
    "longest stall after the first page",
    "caseload of 70 among 1,100",
    "caseload of 70 among 2,000",
    "opening the largest review",
    "saving a field durably",
    "list of 2,000 children, first paint",
    "search among 2,000 children, one key, median",
    "search among 2,000 children, one key, slowest",
    "two-page letter",
    "two-page letter",
    "eight-page minutes",
    "eight-page minutes",
    "first letter in a new process, cold",
    "first letter in a new process, after idle time",
    "live preview after a change is saved",
)
ROW = re.compile(r"\| (.+?) \| [\d.]+ ms \| .+? \| .+? \| .+? \| (met|not met) \|")


def test_a_quick_run_prints_a_row_for_each_figure() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks", "--quick"],
        cwd=source.ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stderr
    rows = [row for line in ended.stdout.splitlines() if (row := ROW.fullmatch(line))]
    assert tuple(row[1] for row in rows) == FIGURES
