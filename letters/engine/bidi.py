"""Which way each character of a paragraph runs, and the order in which a line shows them.

Source: Unicode Standard Annex 9, revision 46 (Unicode 15.0).
"""

import re
from dataclasses import dataclass
from functools import cached_property
from unicodedata import bidirectional

from letters.engine.bidi_embedding import ISOLATES, REMOVED, Embedding, isolate_ends
from letters.engine.bidi_sequence import resolve_sequence

_RESET_AT_LINE_END = frozenset({"WS", "LRI", "RLI", "FSI", "PDI"}) | REMOVED
_STRONG = {"L": 0, "R": 1, "AL": 1}
_SEPARATORS = frozenset({"B", "S"})
_CONTROL_RANGES = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_NEEDS_BIDI = re.compile(
    f"[\u0590-\u08ff{_CONTROL_RANGES}\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def needs_bidi(text: str) -> bool:
    """Tell whether any of this text could run from right to left."""
    return _NEEDS_BIDI.search(text) is not None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with the embedding level of each of its characters."""

    types: list[str]
    levels: list[int]
    base: int

    def line(self, start: int, end: int) -> list[int]:
        """Give the levels of one line of it, with the blanks at its end set back (rule L1)."""
        levels = self.levels[start:end]
        resetting = True
        for place in range(end - 1, start - 1, -1):
            kind = self.types[place]
            if kind in _SEPARATORS:
                resetting = True
            elif kind not in _RESET_AT_LINE_END:
                resetting = False
            if resetting:
                levels[place - start] = self.base
        return levels

    @cached_property
    def removed(self) -> frozenset[int]:
        """Name the places of the controls that rule X9 takes out."""
        return frozenset(place for place, kind in enumerate(self.types) if kind in REMOVED)


def resolve(text: str, base: int | None = None) -> Paragraph:
    """Give each character its level; without a base the first strong character decides it."""
    types = [bidirectional(character) or "L" for character in text]
    ends = isolate_ends(types)
    if base is None:
        base = first_strong(types, 0, len(types), ends) or 0
    embedding = Embedding(types, ends, base)
    embedding.run()
    levels = embedding.levels
    for sequence in embedding.sequences():
        resolve_sequence(text, sequence, levels)
    _level_the_removed(types, levels, base)
    return Paragraph(types, levels, base)


def first_strong(types: list[str], start: int, end: int, ends: dict[int, int]) -> int | None:
    """Give 0 or 1 for the first strong character outside any isolate, None if there is none."""
    place = start
    while place < end:
        kind = types[place]
        if kind == "L":
            return 0
        if kind in ("R", "AL"):
            return 1
        if kind == "B":
            return None
        if kind in ISOLATES:
            place = ends.get(place, end)
        place += 1
    return None


def strong_outside_isolates(text: str) -> tuple[int, int]:
    """Count the strong characters that run left to right, and those that run right to left."""
    types = [bidirectional(character) or "L" for character in text]
    ends = isolate_ends(types)
    found = [0, 0]
    place = 0
    while place < len(types):
        kind = types[place]
        if kind in _STRONG:
            found[_STRONG[kind]] += 1
        place = ends.get(place, place) + 1 if kind in ISOLATES else place + 1
    return found[0], found[1]


def visual_order(levels: list[int]) -> list[int]:
    """Give the places from left to right (rule L2)."""
    order = list(range(len(levels)))
    highest = max(levels, default=0)
    lowest_odd = min((level for level in levels if level % 2), default=highest + 1)
    for level in range(highest, lowest_odd - 1, -1):
        _turn_runs(order, levels, level)
    return order


def _turn_runs(order: list[int], levels: list[int], level: int) -> None:
    start = 0
    count = len(order)
    while start < count:
        if levels[order[start]] < level:
            start += 1
            continue
        end = start
        while end < count and levels[order[end]] >= level:
            end += 1
        order[start:end] = order[start:end][::-1]
        start = end


def _level_the_removed(types: list[str], levels: list[int], base: int) -> None:
    previous = base
    for place, kind in enumerate(types):
        if kind in REMOVED:
            levels[place] = previous
        else:
            previous = levels[place]
