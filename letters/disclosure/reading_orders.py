"""The lines of a page in other orders than the file's: down a column, and on to the next page."""

from collections.abc import Iterator
from itertools import pairwise

from letters.disclosure.extracted import Line, PageText
from letters.disclosure.hit import Box

_LINES_DOWN, _ASIDE = 2.2, 24.0
_LONGEST = 3
_LAST, _FIRST = 3, 6
Lines = tuple[tuple[str, Box], ...]


def down_columns(lines: tuple[Line, ...]) -> Iterator[Lines]:
    """Lines that lie one under another and do not follow each other in the file."""
    below = [_next_below(place, lines) for place in range(len(lines))]
    for place, after in enumerate(below):
        if after is None or after == place + 1:
            continue
        run = [place]
        while after is not None and len(run) < _LONGEST:
            run.append(after)
            after = below[after]
        if place and below[place - 1] == place:
            run.insert(0, place - 1)
        yield tuple(_read(lines[each]) for each in run)


def across_pages(pages: tuple[PageText, ...]) -> Iterator[tuple[int, Lines]]:
    """The last lines of a page with the first of the next, whatever stands at head and foot."""
    for page, after in pairwise(pages):
        lowest = sorted(page.lines, key=lambda line: line.box[3])[-_LAST:]
        ends = dict.fromkeys((*page.lines[-1:], *lowest))
        highest = sorted(after.lines, key=lambda line: line.box[1])[:_FIRST]
        for line in ends:
            for first in highest:
                yield page.number, (_read(line), _read(first))


def _next_below(place: int, lines: tuple[Line, ...]) -> int | None:
    """The line under this one that begins near where it begins, or lies across from it in part."""
    left, top, right, bottom = lines[place].box
    deepest = bottom + _LINES_DOWN * (bottom - top)
    best, found = deepest, None
    for at, line in enumerate(lines):
        own = line.box
        middle = (own[1] + own[3]) / 2
        if not bottom < middle < best or at == place:
            continue
        if abs(own[0] - left) < _ASIDE or abs(own[2] - right) < _ASIDE:
            best, found = middle, at
    return found


def _read(line: Line) -> tuple[str, Box]:
    return line.text.replace("\x02", "-").replace("\ufffe", "-").strip(), line.box
