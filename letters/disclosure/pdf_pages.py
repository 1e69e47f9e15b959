"""The pages of a PDF read back: their text, their lines, and where each character stands."""

import re
from collections.abc import Iterator, Sequence
from typing import Any  # pypdfium2 carries no types

from letters.disclosure.extracted import Boxes, Line, PageText
from letters.disclosure.hit import Box
from letters.pdfium import opened

_LINE = re.compile(r"[^\r\n]+")
_SAME_LINE, _WORD_GAP = 0.5, 6.0


def pages_of(data: bytes) -> tuple[PageText, ...]:
    """Each page's text and lines."""
    with opened(data) as document:
        return tuple(_page(page, number) for number, page in enumerate(document, 1))


def boxes_in(data: bytes) -> Boxes:
    """Gives the boxes of stretches of one page's text, each from a character up to another."""

    def boxes(number: int, stretches: Sequence[tuple[int, int]]) -> list[tuple[Box, ...]]:
        with opened(data) as document:
            page = document[number - 1]
            words, height = page.get_textpage(), float(page.get_height())
            return [tuple(_of_stretch(words, height, *each)) for each in stretches]

    return boxes


def _of_stretch(words: Any, height: float, start: int, end: int) -> Iterator[Box]:  # Any: no types
    count = words.count_rects(start, end - start)
    return _merged([_from_top(words.get_rect(at), height) for at in range(count)])


def _page(page: Any, number: int) -> PageText:  # Any: pypdfium2 carries no types
    words, height = page.get_textpage(), float(page.get_height())
    text = words.get_text_range(0, words.count_chars()).replace("\x00", " ")
    lines = tuple(_lines(words, text, height))
    return PageText(number, text, float(page.get_width()), height, lines)


def _lines(words: Any, text: str, height: float) -> Iterator[Line]:  # Any: no types
    """Each run of words on a line; what stands apart from it, as the next column, is another."""
    for found in _LINE.finditer(text):
        if not found.group().strip():
            continue
        count = words.count_rects(found.start(), found.end() - found.start())
        rects = [words.get_rect(at) for at in range(count)]
        runs = list(_merged([_from_top(each, height) for each in rects]))
        if len(runs) == 1:
            yield Line(found.group(), runs[0])
            continue
        for run in runs:
            left, top, right, bottom = run
            said = words.get_text_bounded(left, height - bottom, right, height - top)
            yield Line(said, run)


def _from_top(box: tuple[float, float, float, float], height: float) -> Box:
    left, bottom, right, top = box
    return (left, height - top, right, height - bottom)


def _is_beside(one: Box, other: Box) -> bool:
    """Whether two boxes are on one line with no more between them than a blank."""
    shared = min(one[3], other[3]) - max(one[1], other[1])
    if shared < _SAME_LINE * min(one[3] - one[1], other[3] - other[1]):
        return False
    return max(one[0], other[0]) - min(one[2], other[2]) <= _WORD_GAP


def _around(one: Box, other: Box) -> Box:
    return (
        min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]),
    )  # fmt: skip


def _merged(boxes: list[Box]) -> Iterator[Box]:
    """One box for each line."""
    held: Box | None = None
    for box in boxes:
        if held is not None and _is_beside(held, box):
            held = _around(held, box)
            continue
        if held is not None:
            yield held
        held = box
    if held is not None:
        yield held
