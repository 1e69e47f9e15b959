"""Lines of set words: where each ends, and where each stretch of it stands."""

from typing import NamedTuple

from letters.engine import bidi
from letters.engine.breaking import Word
from letters.engine.paragraph import Paragraph, Run, SetWord

_EVEN = 50.0  # thousandths of the type size


class Line(NamedTuple):
    """Words that stand on one line; its width leaves out the blanks at its end."""

    words: tuple[SetWord, ...]
    width: float


class Stretch(NamedTuple):
    """Runs drawn one after another from a distance to the left edge of the line."""

    left: float
    runs: list[Run]


def break_lines(paragraph: Paragraph, room: float) -> list[Line]:
    """Fill each line with as many words as fit; the room is in thousandths of the type size."""
    lines: list[Line] = []
    line: list[SetWord] = []
    width = blanks = 0.0
    for word in _narrow_words(paragraph, room):
        if line and width + blanks + word.width > room:
            lines.append(Line(tuple(line), width))
            line, width, blanks = [], 0.0, 0.0
        width += blanks + word.width
        blanks = word.blank_width
        line.append(word)
        if word.ends_line:
            lines.append(Line(tuple(line), width))
            line, width, blanks = [], 0.0, 0.0
    if line:
        lines.append(Line(tuple(line), width))
    return lines


def balanced_lines(paragraph: Paragraph, room: float) -> list[Line]:
    """Fill as few lines, each about equally long: the narrowest that take no more lines."""
    lines = break_lines(paragraph, room)
    least = max((word.width for line in lines for word in line.words), default=0.0)
    while len(lines) > 1 and room - least > _EVEN:
        middle = (least + room) / 2
        tried = break_lines(paragraph, middle)
        if len(tried) > len(lines):
            least = middle
        else:
            lines, room = tried, middle
    return lines


def _narrow_words(paragraph: Paragraph, room: float) -> list[SetWord]:
    found = paragraph.set_words()
    if all(word.width <= room for word in found):
        return found
    narrow: list[SetWord] = []
    for word in paragraph.careful_words():
        if word.word and word.width > room:
            narrow += _cut(paragraph, word.word, room)
        else:
            narrow.append(word)
    return narrow


def _cut(paragraph: Paragraph, word: Word, room: float) -> list[SetWord]:
    """Cut a word that is too wide: where blanks or marks part it, and then anywhere."""
    found: list[SetWord] = []
    for part in paragraph.parts(word):
        if part.word and part.width > room:
            found += paragraph.cut(part.word, room)
        else:
            found.append(part)
    return found


def stretches(line: Line, paragraph: Paragraph) -> list[Stretch]:
    """Place the runs of a line, in reading order, from the left edge of its visible words."""
    if not paragraph.is_bidi:
        return [Stretch(0.0, [run for word in line.words for run in (*word.runs, *word.blanks)])]
    runs, levels = _levelled(line, paragraph.base)
    lefts = [0.0] * len(runs)
    left = 0.0
    if paragraph.base and line.words:
        left = -line.words[-1].blank_width
    for place in bidi.visual_order(levels):
        lefts[place] = left
        left += runs[place].shaped.advance
    return [Stretch(left, [run]) for left, run in zip(lefts, runs, strict=True)]


def _levelled(line: Line, base: int) -> tuple[list[Run], list[int]]:
    runs: list[Run] = []
    levels: list[int] = []
    last = len(line.words) - 1
    for place, word in enumerate(line.words):
        runs += [*word.runs, *word.blanks]
        levels += [run.level for run in word.runs]
        levels += [base if place == last else run.level for run in word.blanks]
    return runs, levels
