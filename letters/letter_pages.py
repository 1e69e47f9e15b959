"""The look of the letter for age 8 to 11: from its blocks to what the page engine draws."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from letters.engine import (
    Beside,
    Column,
    Element,
    Furniture,
    PageDesign,
    Panel,
    Picture,
    Span,
    Table,
    TableStyle,
    Text,
    TextStyle,
)
from letters.letter import BlockKind, Letter, LetterBlock, NextStep
from letters.page import (
    CHILD_BAR,
    CHILD_HEADING,
    CHILD_TINT,
    FOOT_BASELINE_MM,
    INK,
    LETTER_FIRST,
    LETTER_LATER,
    ROW_RULE,
    LetterType,
    foot_style,
    letter_colour,
    letter_type,
    mm,
    tint_of,
)
from letters.paragraph import Paragraph
from letters.section import Section, TwoSides
from letters.setting import Setter

_WHO_MM, _MOST_WHO_MM, _LETTER_MM = 31.0, 46.0, 2.9
_BY_WHEN_MM, _PICTURE_COLUMN_MM = 43.0, 19.0
_DATE_LETTERS = 15  # "29 January 2027" fits the column on one line


class Room(StrEnum):
    """How much room the words are given."""

    USUAL = "usual"
    CLOSE = "close"
    SMALL = "small"


def letter_elements(letter: Letter, *, is_draft: bool, room: Room = Room.USUAL) -> list[Element]:
    """What is drawn, from the head of the first page to the word list."""
    usual = letter_type(letter.language, letter_colour(letter.colour))
    kind = {Room.USUAL: lambda: usual, Room.CLOSE: usual.closer, Room.SMALL: usual.smaller}[room]()
    look = _Look(letter, kind, Setter(is_draft))
    first: list[Element] = [*look.head()]
    second: list[Element] = []
    for block in look.blocks():
        side = second if second or block.kind is BlockKind.STEPS else first
        side.extend(look.block(block))
    return [TwoSides(first, second)]


def letter_design(letter: Letter, *, is_draft: bool) -> PageDesign:
    """The frames of the letter and the words at its foot."""
    style = foot_style(letter.language, is_letter=True)
    foot = letter.foot

    def furniture(page: Furniture) -> None:
        start = foot.first if page.is_first else foot.later
        number = foot.page_of.format(page=page.page_number, pages=page.page_count)
        page.foot(start, f"{foot.draft}  {number}" if is_draft else number, style,
                  FOOT_BASELINE_MM)  # fmt: skip

    return PageDesign(LETTER_FIRST, LETTER_LATER, furniture)


@dataclass(frozen=True)
class _Look:
    """Sets each kind of block."""

    letter: Letter
    type: LetterType
    setter: Setter

    @property
    def colour(self) -> str:
        return letter_colour(self.letter.colour)

    def head(self) -> list[Element]:
        """The council's name, with a mark beside it."""
        council = [Text(Span(self.letter.council, bold=True), self.type.rights)]
        if self.letter.service:
            council.append(Text(self.letter.service, self.type.small))
        mark = Picture("waymark-logo", "", mm(9))
        return [
            Beside(
                mark, council, mm(9), mm(3), align="middle", space_after=mm(self.type.head_gap_mm)
            )
        ]

    def blocks(self) -> list[LetterBlock]:
        """The blocks; where room is short, those without a heading are set as one."""
        if not self.type.runs_on:
            return list(self.letter.blocks)
        plain = [each for each in self.letter.blocks if each.kind is BlockKind.PLAIN]
        words = tuple(paragraph for each in plain for paragraph in each.paragraphs)
        merged = LetterBlock("L2", BlockKind.PLAIN, words)
        return [merged if each.key == "L2" else each for each in self.letter.blocks
                if each.key == "L2" or each not in plain]  # fmt: skip

    def block(self, block: LetterBlock) -> list[Element]:
        """One block."""
        setters: dict[BlockKind, Callable[[LetterBlock], list[Element]]] = {
            BlockKind.OPENING: self._opening,
            BlockKind.PLAIN: self._plain,
            BlockKind.CHILD_WORDS: self._child_words,
            BlockKind.SECTION: self._section,
            BlockKind.STEPS: self._steps,
            BlockKind.RIGHTS: self._rights,
            BlockKind.SIGN_OFF: self._sign_off,
            BlockKind.WORD_LIST: self._section,
        }
        return setters[block.kind](block)

    def _opening(self, block: LetterBlock) -> list[Element]:
        dated, written_by, greeting, *more = block.paragraphs
        elements: list[Element] = [
            Text(self.letter.title, self.type.title, role="H1", space_after=mm(0.5)),
            self.setter.text(dated, self.type.small, mm(2.5)),
            self.setter.text(written_by, self.type.rights),
        ]
        body = self.type.body
        elements.append(
            Text(greeting.text, body, space_before=mm(6), space_after=mm(2), keep_with_next=True)
        )
        return [*elements, *self.setter.texts(more, body, mm(2))]

    def _plain(self, block: LetterBlock) -> list[Element]:
        return self._run_on(block.paragraphs, mm(2))

    def _run_on(self, paragraphs: Sequence[Paragraph], space_after: float) -> list[Element]:
        """Paragraphs one under another; where room is short, after each other in one."""
        if self.type.runs_on:
            return self.setter.run_on(paragraphs, self.type.body, space_after)
        return self.setter.texts(paragraphs, self.type.body, space_after)

    def _child_words(self, block: LetterBlock) -> list[Element]:
        words = self._headed(block, CHILD_HEADING)
        panel = Panel(
            words, background=CHILD_TINT, bar=CHILD_BAR, padding_pt=self._padding(6),
            bleed_pt=mm(6),
        )  # fmt: skip
        return [self._whole([panel], block, CHILD_HEADING)]

    def _padding(self, side_mm: float) -> tuple[float, float]:
        return (mm(self.type.panel_padding_mm), mm(side_mm))

    def _section(self, block: LetterBlock) -> list[Element]:
        return [self._whole(self._headed(block, self.colour), block, self.colour)]

    def _headed(self, block: LetterBlock, colour: str) -> list[Element]:
        """The heading and the words under it, the picture beside both."""
        inner: list[Element] = [self._heading(block.heading, colour)]
        inner += self._paragraphs(block)
        if not block.picture:
            return inner
        return [self._beside(block.picture, inner)]

    def _beside(self, picture: str, inner: Sequence[Element]) -> Element:
        size = mm(self.type.picture_mm)
        return Beside(Picture(picture, "", size), inner, size, mm(self.type.picture_gap_mm))

    def _paragraphs(self, block: LetterBlock) -> list[Element]:
        """The words of a section; requests keep the child's yellow bar."""
        if block.key != "L8":
            return self._run_on(block.paragraphs, mm(1))
        if self.type.runs_on:
            return [self._requests(block.paragraphs)]
        return [
            self._request(each) if each.is_quoted else self.setter.text(each, self.type.body)
            for each in block.paragraphs
            if self.setter.shows(each)
        ]

    def _request(self, paragraph: Paragraph) -> Element:
        words = self.setter.text(paragraph, self.type.body)
        return Panel(
            [words], background=CHILD_TINT, bar=CHILD_BAR, padding_pt=(mm(0.6), mm(5)),
            space_before=mm(2), space_after=mm(1), keep_with_next=True,
        )  # fmt: skip

    def _requests(self, paragraphs: Sequence[Paragraph]) -> Element:
        """Requests where room is short: each runs on into its answer, beside the yellow bar."""
        words: list[Element] = []
        for asked, answer in zip(paragraphs[::2], paragraphs[1::2], strict=True):
            words += self.setter.run_on((asked, answer), self.type.body, mm(0.5))
        return Panel(words, bar=CHILD_BAR, padding_pt=(mm(0.5), mm(5)))

    def _heading(self, words: str, colour: str) -> Text:
        return Text(
            words, replace(self.type.heading, colour=colour), role="H2", space_after=mm(0.4)
        )

    def _whole(self, children: Sequence[Element], block: LetterBlock, colour: str) -> Element:
        gap = mm(self.type.section_gap_mm)
        heading: Element = self._heading(block.heading, colour)
        if block.picture:
            size, room = mm(self.type.picture_mm), mm(self.type.picture_gap_mm)
            heading = Beside([], heading, size, room, keep_with_next=True)
        return Section(
            children, heading, LETTER_LATER.height_pt,
            space_before=gap, space_after=gap, place=f"block/{block.key}/",
        )  # fmt: skip

    def _steps(self, block: LetterBlock) -> list[Element]:
        heading = replace(self._heading(block.heading, self.colour), space_after=mm(1.2))
        children: list[Element] = [heading]
        if block.rows:
            children.append(self._table(block))
        after = self.setter.texts(block.after, self.type.body, mm(1))
        if after:
            after[0] = replace(after[0], space_before=mm(2.5))
        return [self._whole([*children, *after], block, self.colour)]

    def _table(self, block: LetterBlock) -> Table:
        what, who, by_when = block.table_head
        style = self.type.table
        look = TableStyle(
            head=replace(style, bold=True),
            body=style,
            head_background=tint_of(self.colour),
            row_rule=(0.6, ROW_RULE),
            border=(1.1, INK),
            radius_pt=mm(2),
            padding_pt=(mm(self.type.row_padding_mm), mm(2)),
            row_align="middle",
            rule_after_last=False,
        )
        columns = (
            Column(mm(_PICTURE_COLUMN_MM), ""),
            Column(0, what),
            Column(mm(_who_mm(block.rows)), who),
            Column(mm(_BY_WHEN_MM), by_when),
        )
        return Table(columns, [self._row(row, style) for row in block.rows], look)

    def _row(self, row: NextStep, style: TextStyle) -> list[Element]:
        size = mm(self.type.table_picture_mm)
        cells = [self.setter.cell(cell, style, _DATE_LETTERS) for cell in row.cells]
        return [Picture(row.picture, "", size, align="centre"), *cells]

    def _rights(self, block: LetterBlock) -> list[Element]:
        """The box: rights first, then how to reach the chair, in running sentences."""
        reach = self.letter.block("L13")
        paragraphs = [*block.paragraphs, *(reach.paragraphs if reach else ())]
        told = [each for each in paragraphs if each.gap is None]
        style = self.type.rights
        words: list[Element] = [self._heading(block.heading, self.colour)]
        words += self.setter.run_on(told, style, mm(1))
        gaps = [each for each in paragraphs if each.gap is not None]
        words += self.setter.texts(gaps, style, mm(1))
        panel = Panel(
            [self._beside(block.picture, words)], border=self.colour,
            padding_pt=self._padding(4), radius_pt=mm(2), border_pt=1.2,
        )  # fmt: skip
        return [self._whole([panel], block, self.colour)]

    def _sign_off(self, block: LetterBlock) -> list[Element]:
        closing, name, role = block.after
        lines = [
            Text(closing.text, self.type.body, space_after=mm(self.type.sign_mm)),
            Text(name.text, self.type.body),
            Text(role.text, self.type.small),
        ]
        gap = mm(self.type.section_gap_mm)
        return [Section(lines, None, LETTER_LATER.height_pt, space_before=gap, space_after=gap)]


def _who_mm(rows: Sequence[NextStep]) -> float:
    """The width for names: wide enough that most are not cut within a word."""
    longest = max((len(word) for row in rows for word in row.who.text.split()), default=0)
    return min(max(_WHO_MM, longest * _LETTER_MM + 4), _MOST_WHO_MM)
