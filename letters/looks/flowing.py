"""The letter as running words under headings: what the looks for age 8 upwards share."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, takewhile

from letters.bands import Band
from letters.engine import Beside, Columns, Element, Panel, Text
from letters.letter import BlockKind, LetterBlock
from letters.looks.closing_parts import rights_box, sign_off
from letters.looks.inserts import OWN_PAGES, with_own_pages
from letters.looks.look import Look
from letters.looks.on_page import OnPage
from letters.looks.paper import LETTER_FIRST, LETTER_LATER, LETTER_WIDTH_MM
from letters.looks.steps import StepsLook, steps
from letters.looks.top import top_of_letter
from letters.looks.type_scale import Room
from letters.page import CHILD_BAR, CHILD_HEADING, mm
from letters.paragraph import Paragraph
from letters.section import FittedSides, Section, TwoSides

_BEFORE_GREETING = 2
_REQUESTS = "L8"
_CHILD_BLEED_MM = 6.0
_SIDES_PT = (LETTER_FIRST.height_pt, LETTER_LATER.height_pt)
Sides = tuple[Sequence[Element], Sequence[Element]]


class FlowingLook(Look):
    """Blocks under their headings; the second side begins with what happens next.

    This is the look for age 8 to 11; others change parts of it. `column_mm` is the width of the
    running words; tables, boxes and the child's words take the whole width.
    """

    scale = Band.B
    steps_look = StepsLook()
    column_mm = LETTER_WIDTH_MM
    paragraph_gap_mm = 1.0

    def elements(self, *, is_draft: bool, room: Room = Room.USUAL) -> list[Element]:
        """What is drawn, from the head of the first page to the last word."""
        page = self.on_page(is_draft=is_draft, room=room)
        letter: Element = TwoSides(*self._sides(page))
        if room is Room.USUAL and self.most_pages and self._has_steps:
            rooms = (room, *self.rooms)
            ways = [self.on_page(is_draft=is_draft, room=each) for each in rooms]
            even = next((at for at, way in enumerate(ways) if way.type.is_small), len(ways))
            letter = FittedSides([partial(self._sides, way) for way in ways], _SIDES_PT, even)
        return with_own_pages(self.on_page(is_draft=is_draft), [letter])

    @property
    def _has_steps(self) -> bool:
        """Whether a side may go on a wall, and so is to be whole: the second, or the only one."""
        return any(block.kind is BlockKind.STEPS for block in self.letter.blocks)

    def _sides(self, page: OnPage) -> Sides:
        """What stands on the first side, and what begins the second."""
        blocks = [each for each in self._blocks(page) if each.kind not in OWN_PAGES]
        openings = [each for each in blocks if each.kind is BlockKind.OPENING]
        blocks = [each for each in blocks if each.kind is not BlockKind.OPENING]
        plain = list(takewhile(lambda each: each.kind is BlockKind.PLAIN, blocks))
        first: list[Element] = self.opening(page, openings[0], plain)
        second: list[Element] = []
        for block in blocks[len(plain) :]:
            side = second if second or self.letter.begins_a_side(block) else first
            side.extend(self._set(page, block))
        return _kept_with_sign_off(first), _kept_with_sign_off(second)

    def _blocks(self, page: OnPage) -> Sequence[LetterBlock]:
        blocks = page.letter.blocks
        if self.has_pictures:
            return blocks
        return [replace(block, picture="") for block in blocks]

    def _set(self, page: OnPage, block: LetterBlock) -> list[Element]:
        setters: dict[BlockKind, Callable[[OnPage, LetterBlock], list[Element]]] = {
            BlockKind.PLAIN: self.plain,
            BlockKind.CHILD_WORDS: self.child_words,
            BlockKind.STEPS: self.steps,
            BlockKind.RIGHTS: self.rights,
            BlockKind.SIGN_OFF: self.sign_off,
        }
        return setters.get(block.kind, self.section)(page, block)

    def opening(
        self, page: OnPage, block: LetterBlock, plain: Sequence[LetterBlock]
    ) -> list[Element]:
        """The top of the page, the greeting, and the words before the first heading."""
        greeting, *more = block.paragraphs[_BEFORE_GREETING:]
        title = self.title_block(page, block.paragraphs[:_BEFORE_GREETING])
        body = page.type.body
        words: list[Element] = [
            replace(page.setter.text(greeting, body, mm(2)), keep_with_next=True)
        ]
        words += self.after_greeting(page)
        words += page.setter.texts(more, body, mm(2))
        words += self._plain(page, plain)
        again = page.heading(page.title)
        return [
            replace(top_of_letter(page, title), keep_with_next=True),
            replace(page.section(self.column(page, words), again), space_before=0.0),
        ]

    def title_block(self, page: OnPage, told: Sequence[Paragraph]) -> list[Element]:
        """The title, the day, and who writes and what they do."""
        dated, written_by = told
        return [
            self.title(page),
            page.setter.text(dated, page.type.small, mm(1)),
            page.setter.text(written_by, page.type.rights),
        ]

    def title(self, page: OnPage) -> Text:
        """The title of the letter."""
        return Text(page.title, page.title_style, role="H1", balanced=True, space_after=mm(0.5))

    def after_greeting(self, page: OnPage) -> list[Element]:  # noqa: ARG002  # others have it
        """What stands between the greeting and the first words."""
        return []

    def _plain(self, page: OnPage, blocks: Sequence[LetterBlock]) -> list[Element]:
        """The words before the first heading; where room is short, set as one."""
        if page.type.runs_on:
            words = [paragraph for block in blocks for paragraph in block.paragraphs]
            return self._run_on(page, words, mm(2))
        found: list[Element] = []
        for block in blocks:
            found += self._run_on(page, block.paragraphs, mm(2))
        return found

    def _run_on(
        self, page: OnPage, paragraphs: Sequence[Paragraph], space_after: float
    ) -> list[Element]:
        """Paragraphs one under another; where room is short, after each other in one."""
        if page.type.runs_on:
            return page.setter.run_on(paragraphs, page.type.body, space_after)
        return page.setter.texts(paragraphs, page.type.body, space_after)

    def column(self, page: OnPage, words: Sequence[Element]) -> list[Element]:
        """Running words no wider than is easy to read; large and small print take the width."""
        takes_all = page.type.is_large or page.type.is_small
        if self.column_mm >= LETTER_WIDTH_MM or takes_all or not words:
            return list(words)
        return [Columns([words], [mm(self.column_mm)])]

    def child_words(self, page: OnPage, block: LetterBlock) -> list[Element]:
        """The child's words on yellow, with their heading and picture."""
        words = [
            page.heading(block.heading, CHILD_HEADING),
            *self.paragraphs(page, block),
        ]
        panel = self.yellow(page, page.beside(block.picture, words))
        return [self.whole(page, block, [panel], CHILD_HEADING)]

    def yellow(self, page: OnPage, words: Sequence[Element]) -> Panel:
        """A block of the child's words, running into both margins."""
        return Panel(
            words, background=page.child_tint, bar=CHILD_BAR,
            padding_pt=(page.padding, mm(_CHILD_BLEED_MM)), bleed_pt=mm(_CHILD_BLEED_MM),
        )  # fmt: skip

    def section(self, page: OnPage, block: LetterBlock) -> list[Element]:
        """A heading and the words under it, the picture beside both."""
        words = [page.heading(block.heading), *self.paragraphs(page, block)]
        inner = self.column(page, page.beside(block.picture, words))
        return [self.whole(page, block, inner)]

    def plain(self, page: OnPage, block: LetterBlock) -> list[Element]:
        """Words without a heading between others: they stay with what stands before them."""
        words = self._run_on(page, block.paragraphs, mm(2))
        return [page.section(self.column(page, words), None)]

    def paragraphs(self, page: OnPage, block: LetterBlock) -> list[Element]:
        """The words of a section; requests keep the child's yellow bar."""
        if block.key != _REQUESTS:
            return self._run_on(page, block.paragraphs, mm(self.paragraph_gap_mm))
        shown = [each for each in block.paragraphs if page.setter.shows(each)]
        if page.type.runs_on:
            return [self._requests(page, shown)]
        return [self._request(page, each) for each in shown]

    def _request(self, page: OnPage, paragraph: Paragraph) -> Element:
        words = page.setter.text(paragraph, page.type.body, mm(self.paragraph_gap_mm))
        if not paragraph.is_quoted:
            return words
        return Panel(
            [words], background=page.child_tint, bar=CHILD_BAR, padding_pt=(mm(0.6), mm(5)),
            space_before=mm(2), space_after=mm(1), keep_with_next=True,
        )  # fmt: skip

    def _requests(self, page: OnPage, paragraphs: Sequence[Paragraph]) -> Element:
        """Requests where room is short: each runs on into its answer, beside the yellow bar."""
        groups: list[list[Paragraph]] = []
        for paragraph in paragraphs:
            if paragraph.is_quoted or not groups:
                groups.append([])
            groups[-1].append(paragraph)
        words: list[Element] = []
        for group in groups:
            words += page.setter.run_on(group, page.type.body, mm(0.5))
        return Panel(words, bar=CHILD_BAR, padding_pt=(mm(0.5), mm(5)))

    def whole(
        self,
        page: OnPage,
        block: LetterBlock,
        children: Sequence[Element],
        colour: str | None = None,
    ) -> Element:
        """A block that stays whole if it can, its heading said again where it is cut."""
        heading = page.heading(block.heading, colour)
        beside = page.beside(block.picture, [heading])[0]
        if isinstance(beside, Beside):
            again: Element = replace(beside, left=[], keep_with_next=True)
        else:
            again = heading
        return page.section(children, again, block.key)

    def steps(self, page: OnPage, block: LetterBlock) -> list[Element]:
        """What happens next, and what stands after the table."""
        heading = replace(page.heading(block.heading), space_after=mm(1.2))
        after = self.column(page, page.setter.texts(block.after, page.type.body, mm(1)))
        after[:1] = [replace(each, space_before=mm(2.5)) for each in after[:1]]
        rows = steps(page, block, self.steps_look)
        return [self.whole(page, replace(block, picture=""), [heading, *rows, *after])]

    def rights(self, page: OnPage, block: LetterBlock) -> list[Element]:
        """The rights, and how to reach the chair, in a box."""
        return [self.whole(page, block, [rights_box(page, block)])]

    def sign_off(self, page: OnPage, block: LetterBlock) -> list[Element]:
        """The last words, and room to sign."""
        return [page.section(sign_off(page, block), None)]


def quoted_apart(paragraphs: Sequence[Paragraph]) -> list[tuple[bool, list[Paragraph]]]:
    """Paragraphs in runs: those that quote the child, and those between."""
    return [
        (is_quoted, list(group))
        for is_quoted, group in groupby(paragraphs, lambda each: each.is_quoted)
    ]


def _kept_with_sign_off(elements: Sequence[Element]) -> list[Element]:
    """Elements of which none without a heading stands alone at the top of a page."""
    found: list[Element] = []
    for element in elements:
        before = found[-1] if found else None
        if isinstance(before, Section) and isinstance(element, Section) and not element.again:
            found[-1] = _together(before, element)
        else:
            found.append(element)
    return found


def _together(section: Section, last: Section) -> Section:
    """A section and what follows it as one, whose heading is said again where it is cut."""
    whole = Panel(section.children, padding_pt=0, keep_with_next=True, place=section.place,
                  space_after=section.space_after)  # fmt: skip
    return replace(section, children=[whole, last], place=None)
