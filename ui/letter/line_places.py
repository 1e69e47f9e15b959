"""A letter whose page tells where each of its lines stands, by the line's own key."""

from dataclasses import replace

from letters.letter import Letter, LetterBlock, NextStep
from letters.paragraph import Paragraph, Source

LINE, _STROKE = "line", "|"


def place_of(key: str) -> Source:
    """What the page calls the place of a line; a source's own parts are told by strokes."""
    return Source(LINE, key.replace("/", _STROKE))


def key_at(place: Source) -> str:
    """The key of the line that stands at a place, or nothing."""
    return place.row_id.replace(_STROKE, "/") if place.table == LINE else ""


def found_by_line(letter: Letter) -> Letter:
    """The same letter, in both its languages; each line with a key is found by it on the page."""
    other = found_by_line(letter.other) if letter.other else None
    return replace(letter, blocks=tuple(_block(block) for block in letter.blocks), other=other)


def _block(block: LetterBlock) -> LetterBlock:
    return replace(
        block,
        paragraphs=_keyed(block.paragraphs),
        rows=tuple(_row(row) for row in block.rows),
        after=_keyed(block.after),
    )


def _row(row: NextStep) -> NextStep:
    what, who, by_when = _keyed(row.cells)
    return replace(row, what=what, who=who, by_when=by_when)


def _keyed(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    return tuple(
        replace(each, source=place_of(each.key)) if each.key else each for each in paragraphs
    )
