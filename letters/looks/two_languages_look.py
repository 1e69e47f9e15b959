"""A letter in two languages on paper: side by side, or one after the other, with equal numbers.

Source: design reference 6.5; domain reference 5.6.
"""

from dataclasses import dataclass, replace

from letters.engine import Element, Furniture, LaidPages, lay_out
from letters.letter import Letter
from letters.looks.envelope import draw_folds
from letters.looks.foot import foot_style, letter_design
from letters.looks.in_language import InLanguage
from letters.looks.looks import look_of
from letters.looks.numbered import numbered
from letters.looks.own_pages import OwnPages
from letters.looks.side_by_side import side_by_side
from letters.looks.type_scale import Room
from letters.page import FOOT_BASELINE_MM
from letters.two_languages import has_room_beside

BESIDE, AFTER, ALONE = "beside", "after", "alone"
_RIGHT, _END = "\u2067", "\u2069"


def pages_in_two_languages(letter: Letter, *, is_draft: bool) -> LaidPages:
    """The pages of a letter that holds itself in another language.

    Where two columns cannot hold the type, in large print and where pictures lead, the languages
    follow each other.

    Raises: AddressDoesNotFit.
    """
    other = letter.other
    if other is None:
        raise ValueError("the letter is in one language")
    look = look_of(letter)
    if letter.arrangement == BESIDE and has_room_beside(letter):
        return lay_out(
            side_by_side(letter, other, look, is_draft=is_draft),
            look.design(is_draft=is_draft),
            letter.language,
        )
    return _one_after_the_other(letter, other, is_draft=is_draft)


def _one_after_the_other(letter: Letter, other: Letter, *, is_draft: bool) -> LaidPages:
    """English on its own sheet, and the other language from the front of the next."""
    handed = replace(other, setting=replace(other.setting, address=()))
    english, theirs = (_fitting(each, is_draft=is_draft) for each in (letter, handed))
    design = letter_design(letter, look_of(letter).type(), is_draft=is_draft)
    count = lay_out(english, design, letter.language).page_count
    parts = OwnPages(
        [english, [InLanguage(theirs, other.language, other.right_to_left)]], frozenset({1})
    )
    feet = _Feet(letter, other, count, is_draft=is_draft)
    return lay_out([parts], replace(design, furniture=feet.draw), letter.language)


def _fitting(letter: Letter, *, is_draft: bool) -> list[Element]:
    """The letter with its numbers, closer where that saves the pages too many."""
    keyed, setter = numbered(letter, is_draft=is_draft)
    look = look_of(keyed)
    look.setter = setter
    most, design = look.most_pages, look.design(is_draft=is_draft)
    usual = look.elements(is_draft=is_draft)
    for room in (Room.USUAL, *look.rooms) if most else ():
        elements = look.elements(is_draft=is_draft, room=room)
        pages = lay_out(
            elements, design, letter.language, right_to_left=letter.right_to_left
        ).page_count
        if most and pages <= most:
            return elements
    return usual


@dataclass(frozen=True)
class _Feet:
    """What stands at the foot of the pages of both: each language counts its own."""

    letter: Letter
    other: Letter
    count: int
    is_draft: bool

    def draw(self, page: Furniture) -> None:
        """Draw the foot; a page left empty between the languages has none."""
        begins = self.count + self.count % 2
        if page.page_number <= self.count:
            start, end = self._words(self.letter, page.page_number, self.count)
            page.foot(start, end, foot_style(look_of(self.letter).type()), FOOT_BASELINE_MM)
            if page.is_first and self.letter.setting.address:
                draw_folds(page)
        elif page.page_number > begins:
            number, count = page.page_number - begins, page.page_count - begins
            start, end = self._words(self.other, number, count)
            style = foot_style(look_of(self.other).type())
            if self.other.right_to_left:
                start, end = (f"{_RIGHT}{words}{_END}" for words in (end, start))
            page.foot(start, end, style, FOOT_BASELINE_MM)

    def _words(self, letter: Letter, number: int, count: int) -> tuple[str, str]:
        foot = letter.foot
        told = foot.page_of.format(page=number, pages=count)
        end = f"{foot.draft}  {told}" if self.is_draft else told
        return (foot.first if number == 1 else foot.later), end
