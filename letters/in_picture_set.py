"""The pictures of a letter, each by the name it has in the set that was chosen."""

from dataclasses import replace

from letters.letter import Letter, LetterBlock
from letters.paragraph import Paragraph
from letters.pictures import WAYMARK, in_set


def in_picture_set(letter: Letter) -> Letter:
    """The letter with the pictures of its own set."""
    chosen = letter.setting.picture_set
    if chosen == WAYMARK:
        return letter
    return replace(letter, blocks=tuple(_block(block, chosen) for block in letter.blocks))


def _block(block: LetterBlock, chosen: str) -> LetterBlock:
    return replace(
        block,
        picture=in_set(block.picture, chosen),
        paragraphs=tuple(_paragraph(each, chosen) for each in block.paragraphs),
        rows=tuple(replace(row, picture=in_set(row.picture, chosen)) for row in block.rows),
        after=tuple(_paragraph(each, chosen) for each in block.after),
    )


def _paragraph(paragraph: Paragraph, chosen: str) -> Paragraph:
    if not paragraph.picture:
        return paragraph
    return replace(paragraph, picture=in_set(paragraph.picture, chosen))
