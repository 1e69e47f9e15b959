"""The minutes as words alone: a heading, facts, and sections of paragraphs and tables."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from letters.letter import Foot
from letters.paragraph import Missing, Paragraph, Source


@dataclass(frozen=True)
class Fact:
    """One line of the facts box, a label and its words."""

    label: str
    words: Paragraph


@dataclass(frozen=True)
class ChildWords:
    """The child's own words, each quoted."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class SubHeading:
    """The heading of a part of life within a section."""

    words: str


Cell = tuple[Paragraph, ...]


@dataclass(frozen=True)
class WordTable:
    """A table of words; `shares` are the widths of its columns, as parts of the whole."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]


Part = Paragraph | ChildWords | SubHeading | WordTable


@dataclass(frozen=True)
class MinutesSection:
    """One numbered section. Source: domain reference 3.2 and 6.3."""

    key: str
    heading: str
    parts: tuple[Part, ...]

    def every_paragraph(self) -> Iterator[Paragraph]:
        """Every paragraph and cell in reading order."""
        for part in self.parts:
            if isinstance(part, Paragraph):
                yield part
            elif isinstance(part, ChildWords):
                yield from part.paragraphs
            elif isinstance(part, WordTable):
                for row in part.rows:
                    for cell in row:
                        yield from cell


@dataclass(frozen=True)
class Minutes:
    """The record of one review for those who may share it, composed and not yet laid out.

    `left_out` names the records that are restricted or private; the paper does not betray them.
    `copy_for` says whose copy it is, or nothing.
    """

    title: str
    subtitle: str
    language: str
    right_to_left: bool
    dated: date
    council: str
    service: str
    author: str
    private: str
    facts: tuple[tuple[Fact, ...], ...]
    sections: tuple[MinutesSection, ...]
    foot: Foot
    not_recorded: str
    left_out: tuple[str, ...] = ()
    kind: str = "minutes"
    copy_for: str = ""
    subtitle_source: Source | None = None

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What the record should hold and does not; a warning, and no bar to issuing it."""
        return tuple(paragraph.gap for paragraph in self.every_paragraph() if paragraph.gap)

    def every_paragraph(self) -> Iterator[Paragraph]:
        """Every paragraph, fact and cell in reading order."""
        for column in self.facts:
            yield from (fact.words for fact in column)
        for section in self.sections:
            yield from section.every_paragraph()
