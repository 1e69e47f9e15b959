"""Times two things in turn, so that a busy machine slows both."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

Act = Callable[[], object]
MILLISECONDS = 1000


@dataclass(frozen=True)
class Figure:
    """One line of the table: medians in milliseconds. `aim` is the most times the peer, or ms.

    A peer with a name and no time is not on this computer.
    """

    what: str
    ours_ms: float
    peer: str
    peer_ms: float | None
    aim: float

    @property
    def ratio(self) -> float | None:
        """How many times the peer ours takes."""
        return None if self.peer_ms is None else self.ours_ms / self.peer_ms

    @property
    def meets_aim(self) -> bool:
        """Whether the aim is met in this run."""
        return (self.ours_ms if self.ratio is None else self.ratio) <= self.aim

    def row(self) -> str:
        """The line as it stands in the README's table."""
        if self.peer and self.peer_ms is None:
            beside, times, aim = f"{self.peer}: not here", "-", f"{self.aim:g} times"
        elif self.ratio is None or self.peer_ms is None:
            beside, times, aim = "-", "-", f"{self.aim:g} ms"
        else:
            beside, times = f"{self.peer}: {self.peer_ms:.2f} ms", f"{self.ratio:.2f}"
            aim = f"{self.aim:g} times"
        verdict = "met" if self.meets_aim else "not met"
        verdict = "not measured" if beside.endswith("not here") else verdict
        return f"| {self.what} | {self.ours_ms:.2f} ms | {beside} | {times} | {aim} | {verdict} |"


HEAD = "| what | Waymark | beside | times | aim | |\n|---|---:|---|---:|---|---|"


def once_ms(act: Act) -> float:
    """How long one go takes, in milliseconds, without garbage collection in it."""
    gc.collect(1)
    gc.disable()
    try:
        began = time.perf_counter()
        act()
        return (time.perf_counter() - began) * MILLISECONDS
    finally:
        gc.enable()


def beside(what: str, ours: Act, peer: str, theirs: Act, aim: float, repeats: int) -> Figure:
    """Ours and the peer's in turn, after one go of each that is not counted."""
    ours(), theirs()
    gc.collect()
    pairs = [(once_ms(ours), once_ms(theirs)) for _ in range(repeats)]
    return Figure(
        what, median(pair[0] for pair in pairs), peer, median(pair[1] for pair in pairs), aim
    )


def alone(what: str, ours: Act, aim_ms: float, repeats: int) -> Figure:
    """Ours against a limit in milliseconds."""
    ours()
    gc.collect()
    return Figure(what, median(once_ms(ours) for _ in range(repeats)), "", None, aim_ms)
