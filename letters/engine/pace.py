"""Where the setting of a paper stops for a moment, so that whoever types goes first."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class _Own(threading.local):
    """What this thread does at each breath."""

    breath: Callable[[], None] | None = None


_OWN = _Own()


def breathe() -> None:
    """Let others go first, where this thread was asked to."""
    if _OWN.breath is not None:
        _OWN.breath()


@contextmanager
def paced(breath: Callable[[], None]) -> Iterator[None]:
    """Call this again and again while a paper is set in this thread."""
    before, _OWN.breath = _OWN.breath, breath
    try:
        yield
    finally:
        _OWN.breath = before
