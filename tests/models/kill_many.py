"""Kills a typist as often as asked: python -m tests.models.kill_many 10000 [seed]."""

import sys
import tempfile
from pathlib import Path

from tests.models.test_kill import kill_often

ROUND = 250  # kills on one record, before the next begins with an empty one


def main(kills: int, seed: int) -> None:
    """Kill and check, round by round; the first loss ends it with a traceback."""
    for done in range(0, kills, ROUND):
        with tempfile.TemporaryDirectory() as place:
            words = kill_often(Path(place) / "record", min(ROUND, kills - done), seed + done)
        print(f"{min(done + ROUND, kills)} kills, {words} words, none lost", flush=True)  # noqa: T201 - a script


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
