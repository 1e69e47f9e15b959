"""The collector works in pauses and rests, and never in the middle of a word."""

import gc
import time
import weakref
from collections.abc import Iterator

import pytest

from ui.pace import Pace
from ui.tidying import WORTH_A_LOOK, Tidying


class _Ring:
    """Something that holds itself, as pages that are gone do."""

    def __init__(self) -> None:
        self.own = self
        self.many = [[] for _ in range(WORTH_A_LOOK)]  # type: ignore[var-annotated]


@pytest.fixture
def tidying(qapp: object) -> Iterator[Tidying]:
    Pace.last = -1_000.0
    gc.enable()
    made = Tidying(Pace())
    made.start()
    yield made
    made.stop()
    Pace.last = -1_000.0


def _dropped() -> "weakref.ref[_Ring]":
    return weakref.ref(_Ring())


def test_python_does_not_collect_by_itself_meanwhile(tidying: Tidying) -> None:
    assert not gc.isenabled()
    tidying.stop()
    assert gc.isenabled()


def test_what_nobody_holds_goes_in_a_rest(tidying: Tidying) -> None:
    gone = _dropped()
    tidying.look()
    assert gone() is None


def test_nothing_is_collected_while_keys_come(tidying: Tidying) -> None:
    gone = _dropped()
    Pace.last = time.monotonic() + 1_000
    tidying.look()
    assert gone() is not None


def test_what_is_new_goes_in_a_short_pause(tidying: Tidying) -> None:
    tidying.look()
    gone = _dropped()
    Pace.last = time.monotonic() - 1
    tidying.look()
    assert gone() is None


def test_all_is_looked_through_once_in_each_rest(
    tidying: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[tuple[int, ...]] = []
    monkeypatch.setattr(gc, "collect", lambda *generation: looks.append(generation))
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
    tidying.look()
    tidying.look()
    assert looks == [()]
