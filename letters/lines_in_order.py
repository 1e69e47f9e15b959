"""Every line of a letter in reading order, each with its key and the label printed beside it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from string import ascii_uppercase
from typing import NamedTuple, Protocol

from letters.letter import BlockKind, Foot, Letter, LetterBlock, NextStep
from letters.paragraph import Paragraph


class Line(NamedTuple):
    """Where a line stands: its key, and its label, a number for words in the body."""

    key: str
    label: str


class Visitor(Protocol):
    """Is shown each line of a letter in turn, and gives what is to stand there."""

    def words(self, line: Line, words: str) -> str:
        """See a title, a heading or the words at the foot."""

    def paragraph(self, line: Line, paragraph: Paragraph) -> Paragraph:
        """See a paragraph or a cell."""


def walked(letter: Letter, visitor: Visitor) -> Letter:
    """The letter with what the visitor gave for each of its lines."""
    walk = _Walk(visitor)
    title = walk.words("title", letter.title)
    blocks = tuple(walk.block(block) for block in letter.blocks)
    return replace(letter, title=title, blocks=blocks, foot=walk.foot(letter.foot))


@dataclass
class _Walk:
    visitor: Visitor
    _used: Counter[str] = field(default_factory=Counter)
    _numbers: "count[int]" = field(default_factory=lambda: count(1))
    _letters: "count[int]" = field(default_factory=count)

    def block(self, block: LetterBlock) -> LetterBlock:
        body, after_is = block.kind is not BlockKind.OPENING, block.kind is not BlockKind.SIGN_OFF
        heading = self.words(f"{block.key}/heading", block.heading)
        paragraphs = self._paragraphs(block, "line", block.paragraphs, body)
        head = tuple(
            self.words(f"{block.key}/head/{place}", words)
            for place, words in enumerate(block.table_head)
        )
        rows = tuple(self._row(block, place, row) for place, row in enumerate(block.rows))
        after = self._paragraphs(block, "after", block.after, after_is)
        return replace(
            block, heading=heading, paragraphs=paragraphs, table_head=head, rows=rows, after=after
        )

    def foot(self, foot: Foot) -> Foot:
        return replace(
            foot,
            first=self.words("foot/first", foot.first),
            later=self.words("foot/later", foot.later),
            page_of=self.words("foot/page", foot.page_of),
        )

    def words(self, key: str, words: str) -> str:
        """Words that are no paragraph have a letter; none at all are not shown."""
        return self.visitor.words(self._line(key, self._letter()), words) if words else words

    def _paragraphs(
        self, block: LetterBlock, part: str, paragraphs: Sequence[Paragraph], numbered: bool
    ) -> tuple[Paragraph, ...]:
        return tuple(
            self._paragraph(
                paragraph,
                paragraph.key or f"{block.key}/{part}/{place}",
                str(next(self._numbers)) if numbered else self._letter(),
            )
            for place, paragraph in enumerate(paragraphs)
        )

    def _row(self, block: LetterBlock, place: int, row: NextStep) -> NextStep:
        """The cells of a row share its number."""
        key, number = row.what.key or f"{block.key}/row/{place}", str(next(self._numbers))
        why = row.why and self._paragraph(row.why, row.why.key or f"{key}/why", f"{number}a")
        return replace(
            row,
            what=self._paragraph(row.what, key, number),
            why=why,
            who=self._paragraph(row.who, row.who.key or f"{key}/who", f"{number}b"),
            by_when=self._paragraph(row.by_when, row.by_when.key or f"{key}/when", f"{number}c"),
        )

    def _paragraph(self, paragraph: Paragraph, key: str, label: str) -> Paragraph:
        line = self._line(key, label)
        seen = self.visitor.paragraph(line, paragraph)
        if paragraph.art is None or not paragraph.art.alt or seen.art is None:
            return seen
        alt = self.visitor.words(Line(f"{line.key}/picture", f"{label}p"), paragraph.art.alt)
        return replace(seen, art=replace(paragraph.art, alt=alt))

    def _line(self, key: str, label: str) -> Line:
        self._used[key] += 1
        again = self._used[key]
        return Line(key if again == 1 else f"{key}#{again}", label)

    def _letter(self) -> str:
        """The next of A to Z, AA, AB and so on."""
        number, label = next(self._letters), ""
        while number >= 0:
            label = ascii_uppercase[number % len(ascii_uppercase)] + label
            number = number // len(ascii_uppercase) - 1
        return label


@dataclass
class Labels:
    """Notes the label of each line, and gives every paragraph its key."""

    of: dict[str, str] = field(default_factory=dict)

    def words(self, line: Line, words: str) -> str:
        """Note a heading's."""
        self.of[line.key] = line.label
        return words

    def paragraph(self, line: Line, paragraph: Paragraph) -> Paragraph:
        """Note a paragraph's."""
        self.of[line.key] = line.label
        return replace(paragraph, key=line.key)
