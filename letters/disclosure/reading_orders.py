"""The lines of a page in other orders than the file's: down a column, and on to the next page."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from letters.disclosure.extracted import Line, PageText
from letters.disclosure.hit import Box

_LINES_DOWN, _ASIDE = 2.2, 24.0
_LONGEST = 3
_LAST, _FIRST = 3, 6
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_LINE, _FROM_RIGHT = re.compile(r"[^\r\n]+"), re.compile(f"[{_RIGHT}]")
_OURS = re.compile(f"(?:[^{_RIGHT}\r\n]|[\u0660-\u0669\u06f0-\u06f9])+")
_PART = re.compile(r"\w+|\W")
Lines = tuple[tuple[str, Box], ...]


def down_columns(lines: tuple[Line, ...]) -> Iterator[Lines]:
    """Lines that lie one under another and do not follow each other in the file."""
    tops = sorted((line.box[1], place) for place, line in enumerate(lines))
    below = [_next_below(place, lines, tops) for place in range(len(lines))]
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


def turned_round(text: str) -> Iterator[tuple[str, int, int]]:
    """Words of ours among words read from the right, which a file gives back from the last.

    Each run with its words in their order, and where it stands in the text.
    """
    for line in _LINE.finditer(text):
        if _FROM_RIGHT.search(line.group()) is None:
            continue
        for run in _OURS.finditer(line.group()):
            parts = _PART.findall(run.group())
            if len(parts) > 1:
                start = line.start() + run.start()
                yield "".join(reversed(parts)), start, start + len(run.group())


def across_pages(pages: tuple[PageText, ...]) -> Iterator[tuple[int, Lines]]:
    """The last lines of a page with the first of the next, whatever stands at head and foot."""
    for page, after in pairwise(pages):
        lowest = sorted(page.lines, key=lambda line: line.box[3])[-_LAST:]
        ends = dict.fromkeys((*page.lines[-1:], *lowest))
        highest = sorted(after.lines, key=lambda line: line.box[1])[:_FIRST]
        for line in ends:
            for first in highest:
                yield page.number, (_read(line), _read(first))


def _next_below(place: int, lines: tuple[Line, ...], tops: list[tuple[float, int]]) -> int | None:
    """The line under this one that begins, or ends, near where it does."""
    left, top, right, bottom = lines[place].box
    middle, deepest = (top + bottom) / 2, bottom + _LINES_DOWN * (bottom - top)
    for at in range(bisect_left(tops, (middle, 0)), len(tops)):
        if tops[at][0] > deepest:
            return None
        own = lines[tops[at][1]].box
        is_lower = (own[1] + own[3]) / 2 > bottom
        if is_lower and (abs(own[0] - left) < _ASIDE or abs(own[2] - right) < _ASIDE):
            return tops[at][1]
    return None


def _read(line: Line) -> tuple[str, Box]:
    return line.text.replace("\x02", "-").replace("\ufffe", "-").strip(), line.box
