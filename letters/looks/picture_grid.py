"""The letter that pictures lead: age 4 to 7, and Easy Read at any age."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from letters.bands import Band
from letters.engine import Beside, Element, Text, TextStyle
from letters.letter import BlockKind, Letter, LetterBlock
from letters.looks.closing_parts import sign_off
from letters.looks.inserts import blocks_in_flow, with_own_pages
from letters.looks.look import Look
from letters.looks.on_page import OnPage
from letters.looks.paper import LETTER_LATER
from letters.looks.picture_rows import PictureRow, RowSetter, joined, led_by_choice, rows_of, told
from letters.looks.spread import SpreadSides
from letters.looks.top import top_of_letter
from letters.looks.type_scale import Room
from letters.page import mm
from letters.paragraph import Paragraph, Piece
from letters.section import Section

_TITLE_PICTURE_MM = 28.0
_BEGINS, _WARM, _WHO_IS_WHO = "L1", "L2", "L15"


class PictureGridLook(Look):
    """Rows of a picture and its words. Source: design reference 6.3."""

    def __init__(self, letter: Letter) -> None:
        super().__init__(letter)
        self.scale = Band.E if letter.band is Band.E else Band.A

    def elements(self, *, is_draft: bool, room: Room = Room.USUAL) -> list[Element]:
        """What is drawn, from the head of the first page to the last word.

        Raises: AddressDoesNotFit if the address of a letter that is no draft does not fit.
        """
        grid = _Grid(self.on_page(is_draft=is_draft, room=room))
        first: list[Element] = [grid.top()]
        second: list[Element] = []
        for block in blocks_in_flow(self.letter):
            side = second if second or self.letter.begins_a_side(block) else first
            if side and (block.kind is BlockKind.SIGN_OFF or block.key == _WHO_IS_WHO):
                side[-1] = replace(side[-1], keep_with_next=True)
            side.extend(grid.block(block))
        usual = self.on_page(is_draft=is_draft)
        sides = SpreadSides(first, second, LETTER_LATER.height_pt)
        return with_own_pages(usual, [sides])


@dataclass(frozen=True)
class _Grid:
    """Sets each kind of block in rows."""

    page: OnPage

    @property
    def setter(self) -> RowSetter:
        """Sets rows in the type of the letter's body."""
        return RowSetter(self.page, self.page.type.body)

    @property
    def letter(self) -> Letter:
        """The letter that is set."""
        return self.page.letter

    def top(self) -> Element:
        """The head, the title with a picture chosen for this child, the day and who writes.

        Beside the address there is no room for who writes; it is told where they sign.

        Raises: AddressDoesNotFit if the address of a letter that is no draft does not fit.
        """
        style = self.page.type.title
        title = Text(self.letter.title, style, role="H1", balanced=True, space_after=mm(1))
        shown = self._opening[: 1 if self.letter.setting.address else 2]
        lines = self.page.setter.texts(shown, self.page.type.small, mm(1))
        picture = self._picture_of_title()
        if picture is None:
            return top_of_letter(self.page, [title, *lines])
        if self.letter.setting.address:
            return top_of_letter(self.page, [replace(picture, space_after=mm(3)), title, *lines])
        size, gap = mm(_TITLE_PICTURE_MM), mm(self.page.gaps.picture_gap_mm)
        beside = Beside(picture, [title, *lines], size, gap, align="middle")
        return top_of_letter(self.page, [beside])

    @property
    def _opening(self) -> tuple[Paragraph, ...]:
        block = self.letter.block(_BEGINS)
        return block.paragraphs if block else ()

    def _picture_of_title(self) -> Element | None:
        """The picture of the warm line; in Easy Read that line has a row of its own."""
        warm = self.letter.block(_WARM)
        if self.letter.band is Band.E or warm is None:
            return None
        named = [paragraph.picture for paragraph in warm.paragraphs if paragraph.picture]
        name = next(iter(named), warm.picture)
        return self.page.picture(name, _TITLE_PICTURE_MM, told(self.letter, name))

    def block(self, block: LetterBlock) -> list[Element]:
        """One block."""
        setters: dict[BlockKind, Callable[[LetterBlock], list[Element]]] = {
            BlockKind.OPENING: self._greeting,
            BlockKind.PLAIN: self._plain,
            BlockKind.CHILD_WORDS: self._child_words,
            BlockKind.STEPS: self._steps,
            BlockKind.SIGN_OFF: self._sign_off,
            BlockKind.WORD_LIST: self._word_list,
        }
        return setters.get(block.kind, self._rows)(block)

    def _greeting(self, block: LetterBlock) -> list[Element]:
        """The greeting, in bold."""
        _dated, _written_by, greeting, *more = block.paragraphs
        bold = replace(self.page.type.body, bold=True)
        words = Text(greeting.text, bold, space_after=mm(2), keep_with_next=True)
        return [words, *self.page.setter.texts(more, self.page.type.body, mm(2))]

    def _plain(self, block: LetterBlock) -> list[Element]:
        """Rows; what is warm about a young child stands under the greeting, without a picture."""
        is_warm = block.key == _WARM and self.letter.band is not Band.E
        if is_warm:
            body = self.page.type.body
            return self._placed(block, self.page.setter.texts(block.paragraphs, body, mm(2)))
        return self._rows(block)

    def _rows(self, block: LetterBlock) -> list[Element]:
        return self._placed(block, self._headed(block))

    def _headed(self, block: LetterBlock) -> list[Element]:
        """The rows of a block; a heading stands over the words of the first."""
        above = [self.setter.bold(block.heading)] if block.heading else []
        return self.setter.rows(self._told_in(block), above)

    def _told_in(self, block: LetterBlock) -> list[PictureRow]:
        """The rows of a block; Easy Read has a picture for each idea, and one for quotations."""
        with_pictures = self.letter.setting.with_pictures
        rows = rows_of(led_by_choice(block) if with_pictures else block)
        is_easy_read = self.letter.band is Band.E
        return rows if is_easy_read and block.kind is not BlockKind.CHILD_WORDS else joined(rows)

    def _child_words(self, block: LetterBlock) -> list[Element]:
        rows = self._headed(block)
        return self._placed(block, [self.setter.child_words(rows)] if rows else [])

    def _steps(self, block: LetterBlock) -> list[Element]:
        rows = self._headed(block)
        return self._placed(block, [self.setter.next_block(rows)] if rows else [])

    def _placed(self, block: LetterBlock, elements: Iterable[Element]) -> list[Element]:
        """The elements, the first of them under the name by which a window finds the block."""
        found = list(elements)
        if found and found[0].place is None:
            found[0] = replace(found[0], place=f"block/{block.key}/")
        return found

    def _sign_off(self, block: LetterBlock) -> list[Element]:
        """Whom it is from, room to sign, then in small who that is and how to reach them."""
        closing, name, *role = block.after
        together = (*closing.pieces, Piece(" "), *name.pieces)
        signed = replace(block, after=(Paragraph(together, name.source),))
        lines = sign_off(self.page, signed)
        who = self._opening[1:2] if self.letter.setting.address else ()
        if not self.page.type.runs_on:
            lines += self.page.setter.texts(role, self._fine, mm(1))
            role = []
        lines += self.page.setter.run_on([*role, *who, *block.paragraphs], self._fine, mm(1))
        gap = mm(self.page.gaps.section_mm * 2)
        section = Section(lines, None, LETTER_LATER.height_pt, space_before=gap)
        return self._placed(block, [section])

    @property
    def _fine(self) -> TextStyle:
        """Small print; in Easy Read never smaller than 14 points."""
        return self.page.type.small if self.letter.band is Band.E else self.page.type.fine

    def _word_list(self, block: LetterBlock) -> list[Element]:
        """Hard words for who reads it out, and who is who for later, in small; else as rows."""
        if self.letter.band is Band.E and block.key != _WHO_IS_WHO:
            return self._rows(block)
        heading = replace(self._fine, bold=True)
        words = [Text(block.heading, heading, role="H2")] if block.heading else []
        set_in = self.page.setter.run_on if self.page.type.runs_on else self.page.setter.texts
        lines = set_in(block.paragraphs, self._fine, mm(0.5))
        gap = mm(self.page.gaps.section_mm)
        section = Section([*words, *lines], None, LETTER_LATER.height_pt, space_before=gap)
        return self._placed(block, [section])
