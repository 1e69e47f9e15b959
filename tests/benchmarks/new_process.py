"""Runs one of the benchmarks' scripts in a new Python and reads what it printed."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


class NewProcess:
    """Starts Python again and again, each time with its modules compiled, as on a laptop.

    Without a folder for them they are kept where Python usually keeps them.
    """

    def __init__(self, compiled: Path | None) -> None:
        self._environment = dict(os.environ)
        if compiled is not None:
            self._environment["PYTHONPYCACHEPREFIX"] = str(compiled)
        self._environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self._environment["QT_QPA_PLATFORM"] = "offscreen"

    def seen(self, module: str, *words: str) -> dict[str, float]:
        """The figures that a script prints as JSON on its last line."""
        ended = subprocess.run(
            [sys.executable, "-m", f"tests.benchmarks.{module}", *words],
            cwd=ROOT, env=self._environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if ended.returncode:
            raise RuntimeError(f"{module} ended with {ended.returncode}:\n{ended.stderr}")
        figures: dict[str, float] = json.loads(ended.stdout.splitlines()[-1])
        return figures
