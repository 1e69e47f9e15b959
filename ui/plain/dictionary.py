"""Reads the spelling dictionary away from the window; whoever types meanwhile goes first."""

from collections.abc import Callable

from letters.engine.pace import paced
from letters.plain import spelling
from ui.background import Background


def read_dictionary(
    background: Background, done: Callable[[object], None], failed: Callable[[Exception], None]
) -> None:
    """Read it once, and let nothing wait for it; where it has been read, `done` is called soon."""

    def read() -> None:
        with paced(background.pace.breathe):
            spelling.make_ready()

    background.run_aside(read, done, failed)
