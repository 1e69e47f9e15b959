"""English and another language side by side, paragraph by paragraph, each with its number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from letters.engine import Columns, Element, Panel, Span, Text, TextStyle
from letters.letter import BlockKind, Letter, LetterBlock, NextStep
from letters.looks.code import code
from letters.looks.in_language import InLanguage
from letters.looks.inserts import blocks_in_flow, own_page, own_page_blocks
from letters.looks.look import Look
from letters.looks.numbered import numbered
from letters.looks.on_page import OnPage
from letters.looks.own_pages import OwnPages
from letters.looks.paper import LETTER_WIDTH_MM
from letters.looks.top import top_of_letter
from letters.looks.type_scale import letter_type
from letters.page import CHILD_BAR, CHILD_HEADING, ROW_RULE, mm
from letters.paragraph import Paragraph
from letters.setting import spans

_GAP_MM, _PICTURE_MM, _ROW_PICTURE_MM = 8.0, 15.0, 13.0
_MOST_PT = 14.0
_BLEED_MM = 3.0
_BEFORE_GREETING = 2
_DATE_LETTERS = 15  # "29 January 2027" stays on one line
_LONG_SHARE = 0.3  # of what makes a section long enough to be cut: two columns are long
_WHOLE_SHARE = 1.7  # what a child may ask for is cut only where a page hardly holds it


def side_by_side(letter: Letter, other: Letter, look: Look, *, is_draft: bool) -> list[Element]:
    """The letter in two columns, and what has a page of its own once in each language.

    A note to the carer, in English alone, has its own sheet.

    Raises: AddressDoesNotFit.
    """
    both = _Both(
        _side(letter, look, is_draft=is_draft),
        _side(other, look, is_draft=is_draft, at_right=True),
    )
    parts, on_new_sheet = [list(both.elements())], set[int]()
    theirs = {block.key: block for block in own_page_blocks(other)}
    ours, own = (_alone(each, look, is_draft=is_draft) for each in (letter, other))
    for block in own_page_blocks(ours.letter):
        if block.kind is BlockKind.NOTE_TO_CARER:
            on_new_sheet.add(len(parts))
        parts.append(own_page(ours, block))
        if block.key in theirs:
            shown = own_page(own, own.letter.block(block.key) or block)
            parts.append([InLanguage(shown, other.language, other.right_to_left)])
    return [OwnPages(parts, frozenset(on_new_sheet))]


def _alone(letter: Letter, look: Look, *, is_draft: bool) -> OnPage:
    """A page that has one language alone, with its pictures."""
    keyed, setter = numbered(letter, is_draft=is_draft)
    return OnPage(keyed, letter_type(letter, look.scale), setter)


def _side(letter: Letter, look: Look, *, is_draft: bool, at_right: bool = False) -> OnPage:
    keyed, setter = numbered(letter, is_draft=is_draft, at_right=at_right)
    if not look.has_pictures:
        keyed = replace(keyed, setting=replace(keyed.setting, with_pictures=False))
    kind = letter_type(letter, look.scale)
    styles = {name: _narrow(style) for name, style in kind.styles.items() if name != "title"}
    return OnPage(keyed, replace(kind, **styles), setter)  # type: ignore[arg-type]  # by name


def _narrow(style: TextStyle) -> TextStyle:
    """Type for a column of half the width."""
    size = min(style.size_pt, _MOST_PT)
    return replace(style, size_pt=size, line_pt=style.line_pt * size / style.size_pt)


@dataclass(frozen=True)
class _Both:
    """Both sides of the page: English on the left, the other language on the right."""

    english: OnPage
    theirs: OnPage

    def elements(self) -> Iterator[Element]:
        """Everything from the head to the name."""
        rest = {block.key: block for block in self.theirs.letter.blocks}
        for block in blocks_in_flow(self.english.letter):
            theirs = rest.get(block.key)
            if theirs is not None:
                yield from self._block(block, theirs)

    def _block(self, block: LetterBlock, theirs: LetterBlock) -> list[Element]:
        if block.kind is BlockKind.OPENING:
            return self._opening(block, theirs)
        if block.kind is BlockKind.SIGN_OFF:
            return self._sign_off(block, theirs)
        inner = [
            *self._paragraphs(block.paragraphs, theirs.paragraphs),
            *(self._ways_to_reach_me() if block.kind is BlockKind.RIGHTS else ()),
            *(self._row(block, row, theirs, own)
              for row, own in zip(block.rows, theirs.rows, strict=True)),
            *self._paragraphs(block.after, theirs.after),
        ]  # fmt: skip
        heading = self._heading(block, theirs)
        return [self._section(block, [*heading, *inner], heading)]

    def _section(
        self, block: LetterBlock, inner: Sequence[Element], heading: Sequence[Element]
    ) -> Element:
        page = self.english
        children, padding, bleed = list(inner), (page.padding, mm(_BLEED_MM)), mm(_BLEED_MM)
        if block.kind is BlockKind.CHILD_WORDS:
            children = [
                Panel(children, background=page.child_tint, bar=CHILD_BAR, padding_pt=padding,
                      bleed_pt=bleed, bar_pt=mm(1.5))
            ]  # fmt: skip
        elif block.kind is BlockKind.RIGHTS:
            children = [
                Panel(children, border=page.colour, padding_pt=padding, bleed_pt=bleed,
                      radius_pt=mm(2), border_pt=1.2)
            ]  # fmt: skip
        section = page.section(children, heading[0] if heading else None, block.key)
        if block.kind is BlockKind.RIGHTS:  # with the place to sign it ends the letter
            return replace(section, page_pt=section.page_pt * _WHOLE_SHARE, keep_with_next=True)
        return replace(section, page_pt=section.page_pt * _LONG_SHARE)

    def _opening(self, block: LetterBlock, theirs: LetterBlock) -> list[Element]:
        titles: list[Element] = []
        for page, told in ((self.english, block), (self.theirs, theirs)):
            dated, *_from = told.paragraphs[:_BEFORE_GREETING]
            own: list[Element] = [
                Text(page.title, self._title_style(page), role="H1", space_after=mm(0.5)),
                page.setter.text(dated, page.type.small, mm(2)),
            ]
            titles.append(self._in(page, own))
        rest = block.paragraphs[1:], theirs.paragraphs[1:]
        if not self.english.letter.setting.address:
            titles = [self._pair([titles[0]], [titles[1]])]
        return [
            replace(top_of_letter(self.english, titles), space_after=mm(4)),
            *self._paragraphs(*rest),
        ]

    def _title_style(self, page: OnPage) -> TextStyle:
        if page.letter.setting.address:
            return page.title_style
        return page.title_style_within(mm(LETTER_WIDTH_MM - _GAP_MM) / 2)

    def _sign_off(self, block: LetterBlock, theirs: LetterBlock) -> list[Element]:
        reach = () if self._has_rights else self._paragraphs(block.paragraphs, theirs.paragraphs)
        signed = self._pair(
            self._signed(self.english, block.after), self._signed(self.theirs, theirs.after)
        )
        shown = code(self.english)
        elements = [*reach, replace(signed, space_before=mm(4))]
        if shown is not None:
            elements.append(Panel([shown], padding_pt=0, space_before=mm(4)))
        return [self.english.section(elements, None)]

    @property
    def _has_rights(self) -> bool:
        return any(block.kind is BlockKind.RIGHTS for block in self.english.letter.blocks)

    def _ways_to_reach_me(self) -> list[Element]:
        """How to reach the chair, which follows what the child may ask for."""
        ends = (
            next((each for each in side.letter.blocks if each.kind is BlockKind.SIGN_OFF), None)
            for side in (self.english, self.theirs)
        )
        english, theirs = (end.paragraphs if end else () for end in ends)
        return self._paragraphs(english, theirs)

    def _signed(self, page: OnPage, paragraphs: Sequence[Paragraph]) -> list[Element]:
        room = mm(page.gaps.sign_mm)
        return [
            page.setter.text(each, page.type.body, room if place == 0 else 0.0)
            for place, each in enumerate(paragraphs)
        ]

    def _heading(self, block: LetterBlock, theirs: LetterBlock) -> list[Element]:
        if not block.heading:
            return []
        colour = CHILD_HEADING if block.kind is BlockKind.CHILD_WORDS else None
        picture = self.english.picture(block.picture, _PICTURE_MM, align="centre")
        pair = self._pair(
            [self.english.heading(block.heading, colour)],
            [self.theirs.heading(theirs.heading, colour)],
            picture, _PICTURE_MM,
        )  # fmt: skip
        return [replace(pair, keep_with_next=True, space_after=mm(1))]

    def _paragraphs(
        self, english: Sequence[Paragraph], theirs: Sequence[Paragraph]
    ) -> list[Element]:
        pairs = zip(english, theirs, strict=True)
        return [self._line(*pair) for pair in pairs if self.english.setter.shows(pair[0])]

    def _line(self, english: Paragraph, theirs: Paragraph) -> Element:
        """A line in both languages, whole, with its picture between where pictures lead."""
        picture = self.english.picture(english.picture, _ROW_PICTURE_MM, align="centre")
        pair = self._pair(
            [self.english.setter.text(english, self.english.type.body)],
            [self.theirs.setter.text(theirs, self.theirs.type.body)],
            picture, _ROW_PICTURE_MM,
        )  # fmt: skip
        whole = self.english.section([pair], None)
        return replace(whole, space_before=0.0, space_after=mm(2))

    def _row(
        self, block: LetterBlock, row: NextStep, theirs: LetterBlock, own: NextStep
    ) -> Element:
        """One step: what, and under it who and by when, with its picture between."""
        picture = self.english.picture(row.picture, _ROW_PICTURE_MM, align="centre")
        pair = self._pair(
            self._step(self.english, block.table_head, row),
            self._step(self.theirs, theirs.table_head, own),
            picture, _ROW_PICTURE_MM,
        )  # fmt: skip
        side = mm(_BLEED_MM)
        framed = Panel(
            [pair], border=ROW_RULE, padding_pt=(mm(2), side), bleed_pt=side, radius_pt=mm(2)
        )
        whole = self.english.section([framed], None)
        return replace(whole, space_before=0.0, space_after=mm(2))

    def _step(self, page: OnPage, head: Sequence[str], row: NextStep) -> list[Element]:
        style = page.type.body
        found = [page.setter.text(row.what, style, mm(0.5))]
        if row.why is not None:
            found.append(page.setter.text(row.why, style, mm(0.5)))
        for label, cell in zip(head[1:], (row.who, row.by_when), strict=False):
            if page.setter.shows(cell):
                words = [Span(f"{label}: ", bold=True), *spans(cell, _DATE_LETTERS)]
                found.append(Text(words, style))
        return found

    def _pair(
        self,
        english: Sequence[Element],
        theirs: Sequence[Element],
        picture: Element | None = None,
        size_mm: float = 0.0,
    ) -> Columns:
        """Both sides of one line, with a picture between where there is one."""
        sides = [[self._in(self.english, english)], [self._in(self.theirs, theirs)]]
        gap = mm(_GAP_MM / 2)
        if picture is None:
            each = mm(LETTER_WIDTH_MM - _GAP_MM) / 2
            return Columns(sides, [each, each], mm(_GAP_MM))
        each = (mm(LETTER_WIDTH_MM - size_mm) - 2 * gap) / 2
        return Columns([sides[0], [picture], sides[1]], [each, mm(size_mm), each], gap)

    def _in(self, page: OnPage, elements: Sequence[Element]) -> Element:
        letter = page.letter
        return InLanguage(elements, letter.language, letter.right_to_left)
