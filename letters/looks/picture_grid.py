"""The letter that pictures lead: age 4 to 7, and Easy Read at any age."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from letters.bands import Band
from letters.engine import Beside, Element, Text, TextStyle
from letters.letter import BlockKind, Letter, LetterBlock
from letters.looks.closing_parts import sign_off
from letters.looks.headed import Headed, HeadedRows
from letters.looks.inserts import blocks_in_flow, with_own_pages
from letters.looks.look import Look
from letters.looks.on_page import OnPage
from letters.looks.paper import LETTER_LATER
from letters.looks.picture_rows import PictureRow, RowSetter, joined, led_by_choice, rows_of, told
from letters.looks.spread import SpreadSides
from letters.looks.top import top_of_letter
from letters.looks.type_scale import LetterType, Room
from letters.page import INK, mm
from letters.paragraph import Paragraph, Piece
from letters.section import Section

_TITLE_PICTURE_MM, _POSTED_PICTURE_MM = 28.0, 16.0
_PERSON_MM, _CLOSE_PERSON_MM = 16.0, 12.0
_BEGINS, _WARM, _WHO_IS_WHO = "L1", "L2", "L15"


class PictureGridLook(Look):
    """Rows of a picture and its words. Source: design reference 6.3."""

    def __init__(self, letter: Letter) -> None:
        super().__init__(letter)
        self.scale = Band.E if letter.band is Band.E else Band.A

    @property
    def rooms(self) -> Sequence[Room]:
        """Less room between; then type a size down, or in Easy Read smaller pictures."""
        return (Room.SNUG, Room.RUNNING, Room.CLOSE, Room.LEAST)

    @property
    def rooms_to_save_a_page(self) -> Sequence[Room]:
        """In Easy Read, which has more than one sheet, a page less is worth less room between."""
        if self.scale is not Band.E:
            return super().rooms_to_save_a_page
        has_pictures = self.letter.setting.with_pictures
        return (Room.SNUG,) if has_pictures else (Room.SNUG, Room.RUNNING)

    def type(self, room: Room = Room.USUAL) -> LetterType:
        """The type with so much room; the words of Easy Read are never smaller or closer."""
        found = super().type(room)
        return found.with_lines_of(super().type()) if self.scale is Band.E else found

    def elements(self, *, is_draft: bool, room: Room = Room.USUAL) -> list[Element]:
        """What is drawn, from the head of the first page to the last word.

        Raises: AddressDoesNotFit if the address of a letter that is no draft does not fit.
        """
        grid = _Grid(self.on_page(is_draft=is_draft, room=room))
        first: list[Headed] = [Headed(grid.top())]
        second: list[Headed] = []
        for block in blocks_in_flow(self.letter):
            side = second if second or self.letter.begins_a_side(block) else first
            if side and grid.keeps_with_what_is_before(block):
                side[-1] = side[-1].kept_with_next()
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

        Raises: AddressDoesNotFit if the address of a letter that is no draft does not fit.
        """
        style = self.page.type.title
        title = Text(self.letter.title, style, role="H1", balanced=True, space_after=mm(1))
        lines = self.page.setter.texts(self._opening[:2], self.page.type.small, mm(1))
        picture = self._picture_of_title()
        if picture is None:
            return top_of_letter(self.page, [title, *lines])
        if self.letter.setting.address:
            return top_of_letter(self.page, [replace(picture, space_after=mm(2)), title, *lines])
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
        size_mm = _POSTED_PICTURE_MM if self.letter.setting.address else _TITLE_PICTURE_MM
        return self.page.picture(name, size_mm, told(self.letter, name))

    def keeps_with_what_is_before(self, block: LetterBlock) -> bool:
        """Whether a block never begins a page: the place to sign, and small print after it."""
        is_small_print = block.key == _WHO_IS_WHO and not self._is_easy_read
        return block.kind is BlockKind.SIGN_OFF or (is_small_print and not self.page.type.is_large)

    def block(self, block: LetterBlock) -> list[Headed]:
        """One block."""
        setters: dict[BlockKind, Callable[[LetterBlock], list[Headed]]] = {
            BlockKind.OPENING: self._greeting,
            BlockKind.PLAIN: self._plain,
            BlockKind.CHILD_WORDS: self._child_words,
            BlockKind.STEPS: self._steps,
            BlockKind.SIGN_OFF: self._sign_off,
            BlockKind.WORD_LIST: self._word_list,
        }
        return setters.get(block.kind, self._rows)(block)

    def _greeting(self, block: LetterBlock) -> list[Headed]:
        """The greeting, in bold."""
        _dated, _written_by, greeting, *more = block.paragraphs
        bold = replace(self.page.type.body, bold=True)
        words = Text(greeting.text, bold, space_after=mm(2), keep_with_next=True)
        texts = self.page.setter.texts(more, self.page.type.body, mm(2))
        return self._under_title([words, *texts])

    def _plain(self, block: LetterBlock) -> list[Headed]:
        """Rows; what is warm about a young child stands under the greeting, without a picture."""
        if block.key == _WARM and not self._is_easy_read:
            body = self.page.type.body
            words = self.page.setter.texts(block.paragraphs, body, mm(2))
            return self._placed(block, self._under_title(words))
        return self._rows(block)

    @property
    def _is_easy_read(self) -> bool:
        return self.letter.band is Band.E

    @property
    def _title_again(self) -> Element:
        """What a page begins with where the block that is on it has no heading."""
        return replace(self.page.heading(self.letter.title), space_after=mm(2))

    def _under_title(self, elements: Iterable[Element]) -> list[Headed]:
        again = self._title_again
        return [Headed(element, again, again) for element in elements]

    def _rows(self, block: LetterBlock) -> list[Headed]:
        return self._placed(block, self._headed(block))

    def _headed(self, block: LetterBlock, size_mm: float = 0.0) -> list[Headed]:
        """The rows of a block; a heading stands over the words of the first."""
        rows, setter = self._told_in(block), replace(self.setter, most_picture_mm=size_mm)
        if not block.heading:
            return self._under_title(setter.rows(rows))
        again = setter.row("", [setter.bold(block.heading)])
        found = setter.rows(rows, [setter.bold(block.heading)])
        return [Headed(row, again if place else None, again) for place, row in enumerate(found)]

    def _on_colour(
        self, block: LetterBlock, colour: Callable[[Sequence[Element]], Element]
    ) -> list[Headed]:
        """The rows of a block on its colour, which has its heading again on each page."""
        rows = self._headed(block)
        if not rows:
            return []
        if block.heading:
            return self._placed(block, [Headed(colour([HeadedRows(rows)]))])
        panel = colour([row.element for row in rows])
        return self._placed(block, self._under_title([panel]))

    def _told_in(self, block: LetterBlock) -> list[PictureRow]:
        """The rows of a block; Easy Read has a picture for each idea, and one for quotations."""
        with_pictures = self.letter.setting.with_pictures
        rows = rows_of(led_by_choice(block) if with_pictures else block)
        is_easy_read = self.letter.band is Band.E
        return rows if is_easy_read and block.kind is not BlockKind.CHILD_WORDS else joined(rows)

    def _child_words(self, block: LetterBlock) -> list[Headed]:
        return self._on_colour(block, self.setter.child_words)

    def _steps(self, block: LetterBlock) -> list[Headed]:
        return self._on_colour(block, self.setter.next_block)

    def _placed(self, block: LetterBlock, headed: Iterable[Headed]) -> list[Headed]:
        """The elements, the first of them under the name by which a window finds the block."""
        found = list(headed)
        if found and found[0].element.place is None:
            first = replace(found[0].element, place=f"block/{block.key}/")
            found[0] = replace(found[0], element=first)
        return found

    def _sign_off(self, block: LetterBlock) -> list[Headed]:
        """Whom it is from, room to sign, then in small who that is and how to reach them."""
        closing, name, *role = block.after
        together = (*closing.pieces, Piece(" "), *name.pieces)
        signed = replace(block, after=(Paragraph(together, name.source),))
        lines = sign_off(self.page, signed)
        if not self.page.type.runs_on:
            lines += self.page.setter.texts(role, self._fine, mm(1))
            role = []
        lines += self.page.setter.run_on([*role, *block.paragraphs], self._fine, mm(1))
        gap = mm(self.page.gaps.section_mm * 2)
        section = Section(lines, None, LETTER_LATER.height_pt, space_before=gap)
        return self._placed(block, self._under_title([section]))

    @property
    def _fine(self) -> TextStyle:
        """Small print; in Easy Read never smaller than 14 points, nor pale."""
        kind = self.page.type
        return replace(kind.small, colour=INK) if self._is_easy_read else kind.fine

    @property
    def _person_mm(self) -> float:
        """How large a person is who stands by a name: smaller where room is short."""
        return _CLOSE_PERSON_MM if self.page.type.runs_on else _PERSON_MM

    def _word_list(self, block: LetterBlock) -> list[Headed]:
        """Hard words for who reads it out, and who is who for later, in small; else as rows."""
        if self._is_easy_read:
            size_mm = self._person_mm if block.key == _WHO_IS_WHO else 0.0
            return self._placed(block, self._headed(block, size_mm))
        heading = replace(self._fine, bold=True)
        words = [Text(block.heading, heading, role="H2")] if block.heading else []
        set_in = self.page.setter.run_on if self.page.type.runs_on else self.page.setter.texts
        lines = set_in(block.paragraphs, self._fine, mm(0.5))
        gap = mm(self.page.gaps.section_mm)
        section = Section([*words, *lines], None, LETTER_LATER.height_pt, space_before=gap)
        again = words[0] if words else self._title_again
        return self._placed(block, [Headed(section, None if words else again, again)])
