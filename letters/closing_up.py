"""Lets a reader's copy close up: nothing stands where something is lacking or was left out."""

from dataclasses import replace

from letters.decisions_sheet import DecisionsSheet
from letters.letter import BlockKind, Letter, LetterBlock, NextStep
from letters.lines_in_order import Labels, walked
from letters.minutes_form import Cell, ChildWords, Fact, MinutesSection, Part, SubHeading
from letters.minutes_writing import VERSION
from letters.paragraph import Paragraph
from letters.wording import wording

_STAYS = frozenset({BlockKind.OPENING, BlockKind.SIGN_OFF})
_NOTHING = Paragraph(())


def closed_section(section: MinutesSection) -> MinutesSection | None:
    """The section without its gaps, empty tables and bare headings; None where nothing is left."""
    parts = [left for part in section.parts if (left := _part(part)) is not None]
    kept = tuple(
        part
        for part, after in zip(parts, [*parts[1:], None], strict=False)
        if not (isinstance(part, SubHeading) and (after is None or isinstance(after, SubHeading)))
    )
    return replace(section, parts=kept) if kept else None


def closed_facts(columns: tuple[tuple[Fact, ...], ...]) -> tuple[tuple[Fact, ...], ...]:
    """The facts that are known."""
    return tuple(tuple(fact for fact in column if not fact.words.gap) for column in columns)


def closed_sheet(sheet: DecisionsSheet) -> DecisionsSheet:
    """The decisions without a word where something is lacking."""
    if sheet.table is None:
        return sheet
    rows = tuple(tuple(_cell(cell) for cell in row) for row in sheet.table.rows)
    return replace(sheet, table=replace(sheet.table, rows=rows))


def closed_letter(letter: Letter) -> Letter:
    """The letter without its gaps, and without blocks in which nothing is left."""
    blocks = tuple(left for block in letter.blocks if (left := _block(block)) is not None)
    other = closed_letter(letter.other) if letter.other else None
    return replace(letter, blocks=blocks, other=other, left_out=())


def without_lines(letter: Letter, keys: frozenset[str]) -> Letter:
    """A letter in two languages without these lines in either of them."""
    english = walked(replace(letter, other=None), Labels())
    blocks = tuple(_but(block, keys) for block in english.blocks)
    other = letter.other
    if other is not None:
        left = tuple(each for each in other.untranslated if each.field not in keys)
        own = tuple(_but(block, keys) for block in other.blocks)
        other = replace(other, blocks=own, untranslated=left)
    return replace(letter, blocks=blocks, other=other)


def _but(block: LetterBlock, keys: frozenset[str]) -> LetterBlock:
    def kept(cell: Paragraph) -> Paragraph:
        return _NOTHING if cell.key in keys else cell

    rows = tuple(
        replace(row, why=row.why and kept(row.why), who=kept(row.who), by_when=kept(row.by_when))
        for row in block.rows
        if row.what.key not in keys
    )
    told = tuple(each for each in block.paragraphs if each.key not in keys)
    after = tuple(each for each in block.after if each.key not in keys)
    return replace(block, paragraphs=told, rows=rows, after=after)


def _part(part: Part) -> Part | None:
    if isinstance(part, SubHeading):
        return part
    if isinstance(part, Paragraph):
        return None if part.gap or not part.text.strip() else part
    if isinstance(part, ChildWords):
        said = tuple(each for each in part.paragraphs if not each.gap)
        return ChildWords(said) if said else None
    rows = tuple(left for row in part.rows if (left := _row(row)) is not None)
    return replace(part, rows=rows) if rows else None


def _row(row: tuple[Cell, ...]) -> tuple[Cell, ...] | None:
    """A row without its gaps; None where they leave only what the form says itself."""
    if not any(each.gap for cell in row for each in cell):
        return row
    left = tuple(_cell(cell) for cell in row)
    return left if any(each.source for cell in left for each in cell) else None


def _cell(cell: Cell) -> Cell:
    return tuple(each for each in cell if not each.gap)


def _block(block: LetterBlock) -> LetterBlock | None:
    told = tuple(each for each in block.paragraphs if not each.gap)
    rows = tuple(left for row in block.rows if (left := _step(row)) is not None)
    after = tuple(each for each in block.after if not each.gap)
    if not (told or rows or after) and block.kind not in _STAYS and block.every_paragraph():
        return None
    return replace(block, paragraphs=told, rows=rows, after=after)


def _step(row: NextStep) -> NextStep | None:
    if row.what.gap:
        return None
    why = None if row.why is None or row.why.gap else row.why
    who = _NOTHING if row.who.gap else row.who
    return replace(row, why=why, who=who, by_when=_NOTHING if row.by_when.gap else row.by_when)


def is_version(fact: Fact, language: str) -> bool:
    """Whether a fact tells the version of the paper and nothing of the child."""
    return fact.label == wording(language).say(VERSION)
