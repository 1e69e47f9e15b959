"""Fills in the lines of a template: sentences with what the record holds, questions as gaps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from letters.bands import Band
from letters.letter import BlockKind, LetterBlock
from letters.own_words import LINES
from letters.paragraph import Missing, Paragraph, Source
from letters.templates.built_in import built_in
from letters.templates.fields import FIELDS, source_of, values_for
from letters.templates.template import Block, BuiltIn, Line, Template
from letters.who_is_who import who_is_named
from letters.writing import Writing

OTHERWISE = "say"


def _is_last(block: Block) -> bool:
    """Whether a block can be made only when all others are: who is who of those named there."""
    return block.built_in is BuiltIn.WHO_IS_WHO


def _lines(block: LetterBlock) -> Iterator[Paragraph]:
    """The lines of a block in which people are named who should be known."""
    if block.kind is not BlockKind.STEPS:
        yield from block.every_paragraph()
        return
    yield from (row.who for row in block.rows)
    yield from (each for each in block.paragraphs if each.key.endswith("/who"))


@dataclass(frozen=True)
class FillingIn:
    """One template being filled in for one letter."""

    template: Template
    writing: Writing

    def title(self) -> str:
        """The title of the letter, or for a young adult what it is about."""
        as_adult = self.template.subject if self.writing.band is Band.D else ""
        return self._said(as_adult or self.template.title).text

    def blocks(self) -> tuple[LetterBlock, ...]:
        """Every block that has something to say, in the order of the template."""
        made = [self._block(block) for block in self.template.blocks if not _is_last(block)]
        blocks = [block for block in made if block is not None]
        who = who_is_named(self.writing, self._words(blocks))
        return tuple((*blocks, who) if who is not None else blocks)

    def _words(self, blocks: Iterable[LetterBlock]) -> str:
        """What the letter says, with what the IRO wrote for lines of it; of steps who does them.

        The decisions stand on one page, and the letter of the review names the others.
        """
        lines = [each for block in blocks for each in _lines(block) if not each.gap]
        told = [each.text for each in lines]
        return "\n".join((*told, *(line.words for line in self.writing.sheet.making.lines)))

    def _block(self, block: Block) -> LetterBlock | None:
        if block.built_in is not None:
            return built_in(block.built_in, self.writing, self.template)
        paragraphs = tuple(self._paragraphs(block))
        if not paragraphs:
            return None
        kind = BlockKind.SECTION if block.heading else BlockKind.PLAIN
        heading = self._said(block.heading).text if block.heading and self._has_headings else ""
        return LetterBlock(block.key, kind, paragraphs, heading=heading, picture=block.picture)

    @property
    def _has_headings(self) -> bool:
        """Whether a letter of this band has headings: the youngest read pictures."""
        return self.writing.band is not Band.A

    def _paragraphs(self, block: Block) -> Iterator[Paragraph]:
        is_first = True
        for line in block.lines:
            told = self._asked(block, line) if line.ask else self._told(block, line)
            if told is not None:
                yield self._pictured(told, block, line, is_first=is_first)
                is_first = False

    def _pictured(self, told: Paragraph, block: Block, line: Line, *, is_first: bool) -> Paragraph:
        """A line with its picture, where pictures lead; in Easy Read every idea has one.

        Source: domain reference 5.5, the rules of Easy Read.
        """
        if told.gap is not None and told.gap.may_stay:
            return told  # nothing is drawn in its place
        picture = line.picture
        if not picture and (is_first or self.writing.band is Band.E):
            usual = block.picture or OTHERWISE
            picture = usual if is_first else self.writing.picture(told.text, otherwise=usual)
        return self.writing.pictured(told, picture)

    def _asked(self, block: Block, line: Line) -> Paragraph:
        """What the IRO wrote for a question, or the question as a gap."""
        key, making = f"ask/{line.key}", self.writing.sheet.making
        written = making.line.get(key)
        if written is not None and written.words.strip():
            told = self.writing.typed(written.words, Source(LINES, written.id, "words"))
            return replace(told, key=key)
        said = self.writing.wording.pieces(line.ask, name=self.writing.called)
        question = "".join(piece.text for piece in said)
        gap = Missing(
            block.key, question, LINES, "words", "", making.letter.id,
            may_stay=not line.required,
        )  # fmt: skip
        source = Source(LINES, written.id if written else "", "words")
        return Paragraph(said, source, gap, key=key)

    def _told(self, block: Block, line: Line) -> Paragraph | None:
        words = line.words_for(self.writing.band)
        lacking = [name for name, value in values_for(self.writing, words).items() if not value]
        if lacking and line.without is not None:
            words, lacking = line.without, []
        if not words:
            return None
        if lacking:
            return self._gap(block, line, lacking[0])
        return replace(self._said(words), key=f"{block.key}/{line.key}")

    def _gap(self, block: Block, line: Line, name: str) -> Paragraph:
        """A sentence that cannot be said, because the record lacks what it names."""
        field = FIELDS[name]
        lacking = self.writing.gap(block.key, field.lacking, field.where(self.writing))
        return replace(lacking, key=f"{block.key}/{line.key}")

    def _said(self, words: str) -> Paragraph:
        values = {name: value or "" for name, value in values_for(self.writing, words).items()}
        source = source_of(self.writing, words)
        return self.writing.say(words, source, **values)
