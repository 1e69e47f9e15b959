"""The record of a review and its decisions sheet as Word files: headings and real tables."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from letters.decisions_sheet import DecisionsSheet
from letters.minutes_form import (
    Cell,
    ChildWords,
    Minutes,
    MinutesSection,
    Part,
    SubHeading,
    WordTable,
)
from letters.out.word_form import Line, Table, WordDocument, WordPart
from letters.out.word_lines import Setter
from letters.page import LAKE
from letters.paragraph import Paragraph, Piece
from letters.properties import properties_of

_SIZE_PT = 11.0


def of_minutes(minutes: Minutes) -> WordDocument:
    """The record as a Word file takes it."""
    return _document(minutes, _Record(minutes).of_minutes(minutes))


def of_decisions(sheet: DecisionsSheet) -> WordDocument:
    """The decisions sheet as a Word file takes it."""
    return _document(sheet, _Record(sheet).of_decisions(sheet))


def _document(document: Minutes | DecisionsSheet, parts: Iterable[WordPart]) -> WordDocument:
    setter = Setter(document.language, document.right_to_left)
    foot = document.foot
    return WordDocument(
        title=properties_of(document).title,
        language=document.language,
        right_to_left=document.right_to_left,
        dated=document.dated,
        parts=tuple(parts),
        first_foot=setter.foot(foot.first, foot.page_of),
        later_foot=setter.foot(foot.later, foot.page_of),
        size_pt=_SIZE_PT,
        colour=LAKE,
    )


@dataclass(frozen=True)
class _Record:
    document: Minutes | DecisionsSheet

    @property
    def set(self) -> Setter:
        """Sets words in the document's language."""
        return Setter(self.document.language, self.document.right_to_left)

    def of_minutes(self, minutes: Minutes) -> Iterator[WordPart]:
        """From the head to the last section, in the order of the pages."""
        yield from self._top()
        for column in minutes.facts:
            for fact in column:
                label = Piece(f"{fact.label}: ", bold=True)
                yield self.set.line("Facts", (label, *self._recorded(fact.words).pieces))
        for section in minutes.sections:
            yield from self._section(section)

    def of_decisions(self, sheet: DecisionsSheet) -> Iterator[WordPart]:
        """From the head to who signs, in the order of the page."""
        yield from self._top()
        if sheet.changed is not None:
            yield from self._section(sheet.changed)
        if sheet.asked_for is not None:
            yield from self._told("Quote", sheet.asked_for)
        if sheet.table is not None:
            yield self._table(sheet.table)
        elif sheet.nothing is not None:
            yield from self._told("Normal", sheet.nothing)
        for part in sheet.beside:
            yield from self._section(part)
        if sheet.standing is not None:
            yield from self._told("Normal", sheet.standing)
        if sheet.box is not None:
            yield self.set.words("Heading2", sheet.box.heading)
            yield from self._told("Normal", sheet.box.words)
            for label in (sheet.box.name_label, sheet.box.date_label):
                yield self.set.words("Signing", f"{label}\t")
        yield from self._told("Normal", sheet.signed)

    def _top(self) -> Iterator[Line]:
        document = self.document
        starts = (document.council, document.service)
        yield from self.set.head(starts, (document.private, document.copy_for))
        yield self.set.words("Heading1", document.title)
        yield self.set.words("Small", document.subtitle)

    def _section(self, section: MinutesSection) -> Iterator[WordPart]:
        yield self.set.words("Heading2", section.heading)
        for part in section.parts:
            yield from self._part(part)

    def _part(self, part: Part) -> Iterator[WordPart]:
        if isinstance(part, ChildWords):
            for each in part.paragraphs:
                if each.gap is None:
                    yield from self.set.paragraph("Quote", each)
        elif isinstance(part, SubHeading):
            yield self.set.words("Heading3", part.words)
        elif isinstance(part, WordTable):
            yield self._table(part)
        else:
            yield from self._told("Normal", part)

    def _table(self, table: WordTable) -> Table:
        return Table(
            tuple(self.set.words("TableHead", words) for words in table.head),
            tuple(tuple(self._cell(cell) for cell in row) for row in table.rows),
            table.shares,
            self.document.right_to_left,
        )

    def _cell(self, cell: Cell) -> tuple[Line, ...]:
        return tuple(line for each in cell for line in self._told("TableText", each))

    def _told(self, style: str, paragraph: Paragraph) -> Iterator[Line]:
        return self.set.paragraph(style, self._recorded(paragraph))

    def _recorded(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph, or that nothing was recorded."""
        if paragraph.gap is None:
            return paragraph
        words = paragraph.unrecorded or self.document.not_recorded
        return Paragraph((Piece(words),), paragraph.source)
