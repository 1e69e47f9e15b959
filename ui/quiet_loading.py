"""Keeps the collector away while much is loaded, and while Qt goes through every window."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Collect nothing meanwhile: no window goes from under Qt while it goes through them all."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()


@contextmanager
def quiet_loading() -> Iterator[None]:
    """Collect nothing meanwhile; what is there afterwards is not looked through again.

    Looking through all that SQLAlchemy brings takes 50 ms and more, each time.
    """
    with nothing_collected():
        try:
            yield
        finally:
            gc.freeze()


def look_through_all_again() -> None:
    """Let the collector find what has gone since, such as the pages of a record that is locked."""
    gc.unfreeze()
