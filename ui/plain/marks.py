"""Where findings stand in a text area, which counts in UTF-16, and how they move with typing."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from letters.plain.checking import Finding, FindingKind

_LAST_OF_ONE = 0xFFFF
MAY_CHANGE_INSIDE = frozenset({FindingKind.LONG_SENTENCE})


@dataclass(frozen=True)
class Mark:
    """One finding with its places as the text area counts them."""

    finding: Finding
    start: int
    end: int
    stops: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What it is about, wherever it stands."""
        return (self.finding.kind, self.finding.words.casefold())

    def distance(self, place: int) -> int:
        """How far it is from a place; 0 where it holds it."""
        return max(self.start - place, place - self.end, 0)


def marks_of(text: str, findings: Iterable[Finding]) -> tuple[Mark, ...]:
    """The findings of a text as marks of its text area."""
    at = _places(text)
    return tuple(
        Mark(each, at(each.start), at(each.end), tuple(at(stop) for stop in each.stops))
        for each in findings
    )


def moved(marks: Sequence[Mark], at: int, removed: int, added: int) -> tuple[Mark, ...]:
    """The marks after an edit; one whose words were changed is gone, but for a long sentence."""
    by, after = added - removed, at + removed
    found = []
    for mark in marks:
        if mark.end < at or (mark.end == at and removed):
            found.append(mark)
        elif mark.start > after or (mark.start == after and removed):
            found.append(_shifted(mark, by))
        elif mark.finding.kind in MAY_CHANGE_INSIDE and mark.start <= at and after <= mark.end:
            found.append(replace(mark, end=mark.end + by, stops=()))
    return tuple(found)


def nearest(marks: Sequence[Mark], place: int) -> Mark | None:
    """The mark nearest to a place: of two that hold it the shorter, of two as near the first."""
    return min(marks, key=lambda each: (each.distance(place), each.end - each.start), default=None)


def beyond(marks: Sequence[Mark], now: Mark | None, step: int) -> Mark | None:
    """The next mark in reading order, or the one before; none at the ends."""
    if not marks:
        return None
    if now not in marks:
        return marks[0 if step > 0 else -1]
    place = marks.index(now) + step
    return marks[place] if 0 <= place < len(marks) else None


def _shifted(mark: Mark, by: int) -> Mark:
    stops = tuple(stop + by for stop in mark.stops)
    return replace(mark, start=mark.start + by, end=mark.end + by, stops=stops)


def _places(text: str) -> Callable[[int], int]:
    """How to turn places of Python's text into those of Qt's."""
    wide = [place for place, letter in enumerate(text) if ord(letter) > _LAST_OF_ONE]
    return lambda place: place + sum(1 for each in wide if each < place)
