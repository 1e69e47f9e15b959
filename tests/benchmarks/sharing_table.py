"""The lines of the table of sharing: what was aimed at, what was seen, how many times."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

MS, SECONDS, BYTES, TURNS, ROWS = "ms", "s", "bytes", "turns", "rows a second"
HEAD: Final = "| what | Waymark | beside | times | aim | |\n|---|---:|---|---:|---|---|"


@dataclass(frozen=True)
class Line:
    """One line. `aim` is the most times the peer, or of the unit where there is no peer.

    Without an aim it is told for the sake of the others.
    """

    what: str
    seen: float
    unit: str
    aim: float | None = None
    peer: str = ""
    peer_seen: float | None = None
    is_least: bool = False

    @property
    def ratio(self) -> float | None:
        """How many times the peer ours takes."""
        return None if self.peer_seen is None else self.seen / self.peer_seen

    @property
    def meets_aim(self) -> bool:
        """Whether the aim is met in this run."""
        got = self.seen if self.ratio is None else self.ratio
        return self.aim is None or (got >= self.aim if self.is_least else got <= self.aim)

    def row(self) -> str:
        """The line as it stands in the README's table."""
        beside, times, aim = "-", "-", "-"
        if self.peer_seen is not None and self.ratio is not None:
            beside = f"{self.peer}: {_said(self.peer_seen, self.unit)}"
            times = f"{self.ratio:.2f}"
            aim = f"{self.aim:g} times" if self.aim is not None else "-"
        elif self.aim is not None:
            aim = _said(self.aim, self.unit)
        verdict = "-" if self.aim is None else "met" if self.meets_aim else "not met"
        seen = _said(self.seen, self.unit)
        return f"| {self.what} | {seen} | {beside} | {times} | {aim} | {verdict} |"


def timed_ms(act: Callable[[], object]) -> float:
    """How long it takes, in milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def of_each_hundred(times: Sequence[float], place: int) -> float:
    """The one below which so many in a hundred lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, len(ordered) * place // 100)]


def _said(value: float, unit: str) -> str:
    places = {MS: 1, SECONDS: 2}.get(unit, 0)
    return f"{value:,.{places}f} {unit}"
