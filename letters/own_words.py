"""Lays what the IRO wrote for the lines of a letter over the letter as it was composed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from letters.letter import BlockKind, LeftOut, Letter, LetterBlock, NextStep
from letters.paragraph import Paragraph, Piece, Source
from models.letter_making import LetterMaking, LineOnSheet

LINES = "letter_line"
"""The table of the lines that the IRO wrote."""
_ALWAYS_STAND = frozenset({BlockKind.OPENING, BlockKind.RIGHTS, BlockKind.SIGN_OFF})
_NEVER_LEFT_OUT = frozenset({"L1/from", "L1/greeting", "L13/closing", "L13/role"})


def with_own_words(letter: Letter, making: LetterMaking) -> Letter:
    """The letter with its own words, without the lines that were left out.

    The child's own words and gaps are never reworded. A block of which nothing is left goes;
    what was left out is kept aside. Laid over twice, nothing changes.
    """
    if not making.lines:
        return letter
    laying = _Laying(making.line)
    blocks = tuple(filter(None, map(laying.block, letter.blocks)))
    return replace(letter, blocks=blocks, left_out=(*letter.left_out, *laying.left_out))


def may_be_left_out(paragraph: Paragraph) -> bool:
    """Whether a letter can do without this line."""
    return bool(paragraph.key) and paragraph.key not in _NEVER_LEFT_OUT


def may_be_reworded(paragraph: Paragraph) -> bool:
    """Whether words of the IRO's own may stand in its place."""
    return bool(paragraph.key) and paragraph.gap is None and not paragraph.is_quoted


@dataclass
class _Laying:
    """One laying over: the lines by key, and what was left out so far."""

    lines: dict[str, LineOnSheet]
    left_out: list[LeftOut] = field(default_factory=list)
    before: str = ""

    def block(self, block: LetterBlock) -> LetterBlock | None:
        """The block with its own words; None where nothing of it is left."""
        self.before = ""
        found = replace(
            block,
            paragraphs=tuple(self._kept(block, block.paragraphs)),
            rows=tuple(self._rows(block)),
            after=tuple(self._kept(block, block.after)),
        )
        if not found.rows:
            found = replace(found, table_head=())
        if block.kind in _ALWAYS_STAND or any(True for _ in found.every_paragraph()):
            return found
        return found if not any(True for _ in block.every_paragraph()) else None

    def _rows(self, block: LetterBlock) -> Iterator[NextStep]:
        """The steps; one whose what is left out goes whole."""
        for row in block.rows:
            what, why = self._kept(block, (row.what,)), row.why
            for kept in what:
                reason = next(self._kept(block, (why,)), None) if why is not None else None
                yield replace(row, what=kept, why=reason)

    def _kept(self, block: LetterBlock, paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
        for paragraph in paragraphs:
            is_out = self._is_out(paragraph)
            if is_out:
                self._leave_out(block, paragraph)
            self.before = paragraph.key or self.before
            if not is_out:
                yield self._laid(paragraph)

    def _leave_out(self, block: LetterBlock, paragraph: Paragraph) -> None:
        why = self.lines[paragraph.key].left_out_why
        self.left_out.append(LeftOut(block.key, block.heading, self.before, paragraph, why))

    def _is_out(self, paragraph: Paragraph) -> bool:
        line = self.lines.get(paragraph.key)
        return line is not None and line.left_out and may_be_left_out(paragraph)

    def _laid(self, paragraph: Paragraph) -> Paragraph:
        line = self.lines.get(paragraph.key)
        if line is None or not line.words.strip() or not may_be_reworded(paragraph):
            return paragraph
        if paragraph.source is not None and paragraph.source.table == LINES:
            return paragraph  # laid before
        return replace(
            paragraph,
            pieces=(Piece(line.words),),
            source=Source(LINES, line.id, "words"),
            proposed=paragraph.proposed or paragraph.text,
        )
