"""Easy Read: a hard word that was kept is explained right after it, in a row of its own.

Source: domain reference 5.5.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Paragraph
from letters.word_list import word_list
from letters.writing import Writing


def explained_in_place(writing: Writing, blocks: Sequence[LetterBlock]) -> tuple[LetterBlock, ...]:
    """The blocks with each hard word explained after the paragraph where it first stands."""
    known: set[str] = set()
    return tuple(
        replace(
            block,
            paragraphs=tuple(_explained(writing, block.paragraphs, known)),
            after=tuple(_explained(writing, block.after, known)),
        )
        if block.kind is not BlockKind.SIGN_OFF
        else block
        for block in blocks
    )


def _explained(
    writing: Writing, paragraphs: Iterable[Paragraph], known: set[str]
) -> Iterator[Paragraph]:
    picture = ""
    for paragraph in paragraphs:
        yield paragraph
        picture = paragraph.picture or picture
        if paragraph.gap is not None or not paragraph.key:
            continue
        alone = LetterBlock("", BlockKind.PLAIN, (paragraph,))
        found = word_list(writing, (alone,))
        for line in found.paragraphs if found else ():
            if line.key not in known:
                known.add(line.key)
                yield replace(line, picture=picture)
