"""The explicit half of the bidirectional algorithm: embeddings, overrides, isolates, runs.

Source: Unicode Standard Annex 9, rules X1 to X10.
"""

from dataclasses import dataclass

DEEPEST = 125
ISOLATES = frozenset({"LRI", "RLI", "FSI"})
REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_ODD = frozenset({"RLE", "RLO", "RLI"})
_OVERRIDES = {"LRO": "L", "RLO": "R"}


@dataclass(frozen=True)
class Sequence:
    """An isolating run sequence: places that are resolved together."""

    places: list[int]
    kinds: list[str]
    level: int
    before: str
    after: str


@dataclass(frozen=True)
class _Status:
    level: int
    override: str | None
    is_isolate: bool


def isolate_ends(types: list[str]) -> dict[int, int]:
    """Give the place of the PDI that ends each isolate which has one."""
    ends: dict[int, int] = {}
    waiting: list[int] = []
    for place, kind in enumerate(types):
        if kind in ISOLATES:
            waiting.append(place)
        elif kind == "PDI" and waiting:
            ends[waiting.pop()] = place
        elif kind == "B":
            waiting.clear()
    return ends


class Embedding:
    """Walks a paragraph once and gives each character an explicit level."""

    def __init__(self, types: list[str], ends: dict[int, int], base: int) -> None:
        self.types = types
        self.kinds = list(types)
        self.levels = [base] * len(types)
        self._ends = ends
        self._base = base
        self._restart()

    def run(self) -> None:
        """Apply rules X1 to X8."""
        if not self._has_controls():
            return
        for place, kind in enumerate(self.types):
            if kind in ISOLATES:
                self._open_isolate(place, kind)
            elif kind == "PDI":
                self._close_isolate(place)
            elif kind == "PDF":
                self._close_embedding()
            elif kind in REMOVED and kind != "BN":
                self._open_embedding(kind)
            elif kind == "B":
                self._restart()
            elif kind != "BN":
                self._place(place)

    def sequences(self) -> list[Sequence]:
        """Give the isolating run sequences (rule X10)."""
        runs = self._level_runs()
        by_start = {run[0]: run for run in runs}
        continuing = set(self._ends.values())
        found = []
        for run in runs:
            if run[0] in continuing and self.types[run[0]] == "PDI":
                continue
            places = list(run)
            while (end := self._ends.get(places[-1])) is not None:
                places += by_start[end]
            found.append(self._sequence(places))
        return found

    def _has_controls(self) -> bool:
        return not ISOLATES.isdisjoint(self.types) or not REMOVED.isdisjoint(self.types)

    def _restart(self) -> None:
        self._stack = [_Status(self._base, None, is_isolate=False)]
        self._too_deep_isolates = 0
        self._too_deep_embeddings = 0
        self._open_isolates = 0

    def _place(self, place: int) -> None:
        status = self._stack[-1]
        self.levels[place] = status.level
        if status.override:
            self.kinds[place] = status.override

    def _next_level(self, *, odd: bool) -> int:
        level = self._stack[-1].level
        return level + 1 if (level + 1) % 2 == odd else level + 2

    def _fits(self, level: int) -> bool:
        return level <= DEEPEST and not self._too_deep_isolates and not self._too_deep_embeddings

    def _open_embedding(self, kind: str) -> None:
        level = self._next_level(odd=kind in _ODD)
        if self._fits(level):
            self._stack.append(_Status(level, _OVERRIDES.get(kind), is_isolate=False))
        elif not self._too_deep_isolates:
            self._too_deep_embeddings += 1

    def _open_isolate(self, place: int, kind: str) -> None:
        self._place(place)
        odd = kind in _ODD if kind != "FSI" else self._leans_right(place)
        level = self._next_level(odd=odd)
        if self._fits(level):
            self._open_isolates += 1
            self._stack.append(_Status(level, None, is_isolate=True))
        else:
            self._too_deep_isolates += 1

    def _leans_right(self, place: int) -> bool:
        end = self._ends.get(place, len(self.types))
        place += 1
        while place < end and self.types[place] not in ("L", "R", "AL"):
            place = self._ends.get(place, end) if self.types[place] in ISOLATES else place + 1
        return place < end and self.types[place] != "L"

    def _close_isolate(self, place: int) -> None:
        if self._too_deep_isolates:
            self._too_deep_isolates -= 1
        elif self._open_isolates:
            self._too_deep_embeddings = 0
            while not self._stack[-1].is_isolate:
                self._stack.pop()
            self._stack.pop()
            self._open_isolates -= 1
        self._place(place)

    def _close_embedding(self) -> None:
        if self._too_deep_isolates:
            return
        if self._too_deep_embeddings:
            self._too_deep_embeddings -= 1
        elif len(self._stack) > 1 and not self._stack[-1].is_isolate:
            self._stack.pop()

    def _level_runs(self) -> list[list[int]]:
        runs: list[list[int]] = []
        level = -1
        for place, kind in enumerate(self.types):
            if kind in REMOVED:
                continue
            if self.levels[place] != level:
                level = self.levels[place]
                runs.append([])
            runs[-1].append(place)
        return runs

    def _sequence(self, places: list[int]) -> Sequence:
        level = self.levels[places[0]]
        last = places[-1]
        before = max(level, self._neighbour_level(places[0], -1))
        open_ended = self.types[last] in ISOLATES and last not in self._ends
        after = max(level, self._base if open_ended else self._neighbour_level(last, 1))
        kinds = [self.kinds[place] for place in places]
        return Sequence(places, kinds, level, "LR"[before % 2], "LR"[after % 2])

    def _neighbour_level(self, place: int, step: int) -> int:
        place += step
        while 0 <= place < len(self.types):
            if self.types[place] not in REMOVED:
                return self.levels[place]
            place += step
        return self._base
