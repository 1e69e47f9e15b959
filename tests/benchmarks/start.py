"""The start: from a new process to Today painted, to everything ready, and how smoothly."""

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from tests import demo_record
from tests.benchmarks.new_process import NewProcess
from tests.benchmarks.timing import Figure

PEER = "bare window"
MOST_GAP_MS = 50


def figures(record: Path, processes: NewProcess, repeats: int) -> Iterator[Figure]:
    """The figures of the start, with a closed record whose key is known."""
    asked = (str(record), demo_record.KEY.hex(), demo_record.NOW.isoformat())
    if repeats > 1:  # the first goes compile the modules and are not counted
        _ours(processes, asked), _bare(processes)
    pairs = [(_ours(processes, asked), _bare(processes)) for _ in range(repeats)]
    bare = median(theirs for _ours, theirs in pairs)

    def middle(name: str) -> float:
        return median(ours[name] for ours, _theirs in pairs)

    yield Figure("start to Today with the caseload, painted", middle("painted"), PEER, bare, 1.25)
    yield Figure("start to everything ready", middle("ready"), PEER, bare, 3)
    yield Figure("longest stall after the first page", middle("gap"), "", None, MOST_GAP_MS)


def _ours(processes: NewProcess, asked: tuple[str, ...]) -> dict[str, float]:
    return processes.seen("start_waymark", repr(time.monotonic()), *asked)


def _bare(processes: NewProcess) -> float:
    return processes.seen("start_bare", repr(time.monotonic()))["painted"]
