"""Fills in the lines of a template: sentences with what the record holds, questions as gaps."""

from collections.abc import Iterator
from dataclasses import dataclass

from letters.bands import Band
from letters.letter import BlockKind, LetterBlock
from letters.paragraph import Missing, Paragraph, Source
from letters.templates.built_in import built_in
from letters.templates.fields import FIELDS, source_of, values_for
from letters.templates.template import Block, Line, Template
from letters.writing import Writing

WRITTEN_IN = ("letter_line", "words")
"""Where the answer to a question of a template is kept."""


@dataclass(frozen=True)
class FillingIn:
    """One template being filled in for one letter, in its band."""

    template: Template
    writing: Writing
    band: Band

    def title(self) -> str:
        """The title of the letter."""
        return self._said(self.template.title).text

    def blocks(self) -> tuple[LetterBlock, ...]:
        """Every block that has something to say, in the order of the template."""
        made = (self._block(block) for block in self.template.blocks)
        return tuple(block for block in made if block is not None)

    def _block(self, block: Block) -> LetterBlock | None:
        if block.built_in is not None:
            return built_in(block.built_in, self.writing, self.template)
        paragraphs = tuple(self._paragraphs(block))
        if not paragraphs:
            return None
        kind = BlockKind.SECTION if block.heading else BlockKind.PLAIN
        heading = self._said(block.heading).text if block.heading else ""
        return LetterBlock(block.key, kind, paragraphs, heading=heading, picture=block.picture)

    def _paragraphs(self, block: Block) -> Iterator[Paragraph]:
        for line in block.lines:
            told = self._asked(block, line) if line.ask else self._told(block, line)
            if told is not None:
                yield told

    def _asked(self, block: Block, line: Line) -> Paragraph:
        """A question to the IRO, which their words take the place of."""
        table, field = WRITTEN_IN
        row_id = self.writing.sheet.making.letter.id
        pieces = self.writing.wording.pieces(line.ask, name=self.writing.called)
        question = "".join(piece.text for piece in pieces)
        gap = Missing(block.key, question, table, field, "", row_id, may_stay=not line.required)
        key = f"ask/{line.key}"
        return Paragraph(pieces, Source(table, row_id, field), gap, key=key, picture=line.picture)

    def _told(self, block: Block, line: Line) -> Paragraph | None:
        words = line.words_for(self.band)
        lacking = [name for name, value in values_for(self.writing, words).items() if not value]
        if lacking and line.without is not None:
            words, lacking = line.without, []
        if not words:
            return None
        if lacking:
            return self._gap(block, line, lacking[0])
        told = self._said(words)
        return Paragraph(
            told.pieces, told.source, key=f"{block.key}/{line.key}", picture=line.picture
        )

    def _gap(self, block: Block, line: Line, name: str) -> Paragraph:
        """A sentence that cannot be said, because the record lacks what it names."""
        field = FIELDS[name]
        lacking = self.writing.gap(block.key, field.lacking, field.where(self.writing))
        return Paragraph(
            lacking.pieces, lacking.source, lacking.gap, key=f"{block.key}/{line.key}",
            picture=line.picture,
        )  # fmt: skip

    def _said(self, words: str) -> Paragraph:
        values = {name: value or "" for name, value in values_for(self.writing, words).items()}
        source = source_of(self.writing, words)
        return self.writing.say(words, source, **values)
