"""Loads much at once without the collector's pauses, which a person would feel as a hitch."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet_loading() -> Iterator[None]:
    """Collect nothing meanwhile; what is there afterwards is not looked through again.

    Looking through all that SQLAlchemy brings takes 50 ms and more, each time.
    """
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_collecting:
            gc.enable()


def look_through_all_again() -> None:
    """Let the collector find what has gone since, such as the pages of a record that is locked."""
    gc.unfreeze()
