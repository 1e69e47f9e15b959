"""Which line of the letter a warning is about."""

from letters.checks import Concern
from letters.letter import Letter
from letters.paragraph import Paragraph


def line_of(concern: Concern, letter: Letter) -> Paragraph | None:
    """The line that a warning names; none where it is about a block, the review or the council."""
    block = letter.block(concern.block)
    lines = [line for line in block.every_paragraph() if line.key] if block else []
    named = (line for line in lines if concern.key.startswith(f"{concern.check}/{line.key}/"))
    same = (line for line in lines if concern.source is not None and line.source == concern.source)
    return next(named, None) or next(same, None)
