"""What is going well and what we worry about, as it may be told to the child (L5 and L6)."""

from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph, Source
from letters.writing import Gap, Writing, said_to_child
from models.problems import N_


def going_well(writing: Writing) -> LetterBlock:
    """L5: what is going well; there is always something."""
    paragraphs = _notes(writing, "going_well")
    if not paragraphs:
        where = Gap("note", "words", "A4")
        paragraphs = (writing.gap("L5", N_("Say what is going well for {name}"), where),)
    heading = writing.wording.say(N_("What is going well"))
    return LetterBlock("L5", BlockKind.SECTION, paragraphs, heading, picture="going-well")


def worries(writing: Writing) -> LetterBlock | None:
    """L6: the worries that are for the child to read, or None."""
    paragraphs = _notes(writing, "worry")
    if not paragraphs:
        return None
    heading = writing.wording.say(N_("What we are worried about"))
    return LetterBlock("L6", BlockKind.SECTION, paragraphs, heading, picture="worry")


def _notes(writing: Writing, column: str) -> tuple[Paragraph, ...]:
    return tuple(
        writing.typed(words, Source("note", note.id, field))
        for note in writing.letter_notes(column)
        for words, field in (said_to_child(note),)
    )
