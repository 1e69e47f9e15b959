"""What is going well and what we worry about, as it may be told to the child (L5 and L6)."""

from dataclasses import replace

from letters.choosing import chosen_notes
from letters.in_bands import InBands
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph
from letters.writing import Gap, Writing
from models.problems import N_

_GOING_WELL = InBands(
    N_("What is going well"), d=N_("What is working"), u=N_("What was going well")
)
_WORRIES = InBands(
    N_("What we are worried about"), d=N_("What worries us"), u=N_("What we were worried about")
)


def going_well(writing: Writing) -> LetterBlock:
    """L5: what is going well; there is always something."""
    paragraphs = tuple(
        writing.pictured(
            writing.told(note), writing.picture(note.words, note.life_area, "going-well")
        )
        for note in chosen_notes(writing, "going_well")
    )
    if not paragraphs:
        where = Gap("note", "words", "A4")
        gap = writing.gap("L5", N_("Say what is going well for {name}"), where)
        paragraphs = (writing.pictured(replace(gap, key="L5/none"), "going-well"),)
    return _section(writing, "L5", paragraphs, _GOING_WELL, "going-well")


def worries(writing: Writing) -> LetterBlock | None:
    """L6: the worries that are for the child to read, or None."""
    paragraphs = tuple(
        writing.pictured(writing.told(note), "worry") for note in chosen_notes(writing, "worry")
    )
    if not paragraphs:
        return None
    return _section(writing, "L6", paragraphs, _WORRIES, "worry")


def _section(
    writing: Writing, key: str, paragraphs: tuple[Paragraph, ...], heading: InBands, picture: str
) -> LetterBlock:
    said = writing.heading(heading)
    return LetterBlock(key, BlockKind.SECTION, paragraphs, heading=said, picture=picture)
