"""The plain words of a document, kept with it when it is issued."""

from collections.abc import Iterable, Iterator

from letters.decisions_sheet import DecisionsSheet
from letters.letter import Letter, LetterBlock
from letters.minutes_form import ChildWords, Minutes, MinutesSection, Part, SubHeading, WordTable
from letters.paragraph import Paragraph


def words_of(document: Letter | Minutes | DecisionsSheet) -> str:
    """The words in reading order, a line for each paragraph; gaps are not words."""
    if isinstance(document, DecisionsSheet):
        lines = _decisions(document)
    else:
        lines = _letter(document) if isinstance(document, Letter) else _minutes(document)
    return "\n".join(lines).strip() + "\n"


def _letter(letter: Letter) -> Iterator[str]:
    yield letter.council
    yield letter.service
    yield letter.title
    for block in letter.blocks:
        yield ""
        if block.heading:
            yield block.heading
        yield from _block(block)
    if letter.other is not None:
        yield ""
        yield from _letter(letter.other)


def _block(block: LetterBlock) -> Iterator[str]:
    yield from _paragraphs(block.paragraphs)
    for row in block.rows:
        what = (row.what, row.why) if row.why else (row.what,)
        cells = (" ".join(_paragraphs(what)), *_paragraphs((row.who, row.by_when)))
        yield " | ".join(filter(None, cells))
    yield from _paragraphs(block.after)


def _minutes(minutes: Minutes) -> Iterator[str]:
    yield minutes.council
    yield minutes.service
    yield minutes.private
    if minutes.copy_for:
        yield minutes.copy_for
    yield minutes.title
    yield minutes.subtitle
    for column in minutes.facts:
        for fact in column:
            yield f"{fact.label}: {_or(fact.words, minutes.not_recorded)}"
    for section in minutes.sections:
        yield ""
        yield from _section(section, minutes.not_recorded)


def _decisions(sheet: DecisionsSheet) -> Iterator[str]:
    yield from (sheet.council, sheet.service, sheet.private, sheet.copy_for)
    yield from (sheet.title, sheet.subtitle)
    if sheet.changed is not None:
        yield from _section(sheet.changed, sheet.not_recorded)
    for part in (sheet.asked_for, sheet.table, sheet.nothing):
        if part is not None:
            yield from _part(part, sheet.not_recorded)
    for section in sheet.beside:
        yield from _section(section, sheet.not_recorded)
    if sheet.standing is not None:
        yield sheet.standing.text
    if sheet.box is not None:
        yield sheet.box.heading
        yield sheet.box.words.text
    yield sheet.signed.text


def _section(section: MinutesSection, not_recorded: str) -> Iterator[str]:
    yield section.heading
    for part in section.parts:
        yield from _part(part, not_recorded)


def _part(part: Part, not_recorded: str) -> Iterator[str]:
    if isinstance(part, Paragraph):
        yield _or(part, not_recorded)
    elif isinstance(part, ChildWords):
        yield from _paragraphs(part.paragraphs)
    elif isinstance(part, SubHeading):
        yield part.words
    else:
        yield from _table(part, not_recorded)


def _table(table: WordTable, not_recorded: str) -> Iterator[str]:
    yield " | ".join(table.head)
    for row in table.rows:
        yield " | ".join(" ".join(_or(each, not_recorded) for each in cell) for cell in row)


def _or(paragraph: Paragraph, not_recorded: str) -> str:
    return (paragraph.unrecorded or not_recorded) if paragraph.gap else paragraph.text


def _paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    return (paragraph.text for paragraph in paragraphs if paragraph.gap is None)
