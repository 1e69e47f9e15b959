"""Faults of other people's code that we were bitten by: a version that has them is not for us."""

import subprocess
import sys

MANY_CALLS_THAT_GIVE_NOTHING = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("a")
print("alive")
"""


def test_qt_calls_that_give_nothing_do_not_wear_out_python() -> None:
    """PySide6 6.12.0 on Python 3.11 dropped a reference to None in each, and died of it."""
    ended = subprocess.run(
        [sys.executable, "-c", MANY_CALLS_THAT_GIVE_NOTHING],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stdout.strip()) == (0, "alive"), ended.stderr[-500:]
