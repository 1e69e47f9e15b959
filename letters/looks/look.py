"""What a look is: it sets the letter of one band on pages."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from letters.bands import BANDS, Band
from letters.engine import Element, PageDesign
from letters.letter import Letter
from letters.looks.foot import letter_design
from letters.looks.inserts import own_page_count
from letters.looks.on_page import OnPage
from letters.looks.type_scale import LetterType, Room, letter_type
from letters.setting import Setter


class Look(ABC):
    """How the letter of one band looks. `scale` is the band whose type it is set in.

    `setter` sets the paragraphs where the usual one does not, as with numbers in the margin.
    """

    scale: Band
    has_pictures = True
    setter: Setter | None = None

    def __init__(self, letter: Letter) -> None:
        self.letter = letter

    @property
    def most_pages(self) -> int | None:
        """The most pages at the usual size; large print takes as many as it needs."""
        if self.type().is_large:
            return None
        return BANDS[self.letter.band].pages + own_page_count(self.letter)

    @property
    def rooms(self) -> Sequence[Room]:
        """What is tried in turn where the usual takes more pages than there should be."""
        return tuple(room for room in Room if room is not Room.USUAL)

    @property
    def rooms_to_save_a_page(self) -> Sequence[Room]:
        """What is tried for a page less, where no side begins with what may go on a wall."""
        if any(self.letter.begins_a_side(block) for block in self.letter.blocks):
            return ()
        return (Room.SNUG, Room.RUNNING)

    def type(self, room: Room = Room.USUAL) -> LetterType:
        """The type of the letter with so much room."""
        return letter_type(self.letter, self.scale, room)

    def on_page(self, *, is_draft: bool, room: Room = Room.USUAL) -> OnPage:
        """What the parts of the page are made with."""
        return OnPage(self.letter, self.type(room), self.setter or Setter(is_draft))

    @abstractmethod
    def elements(self, *, is_draft: bool, room: Room = Room.USUAL) -> list[Element]:
        """What is drawn, from the head of the first page to the last word.

        Raises: AddressDoesNotFit if the address of a letter that is no draft does not fit.
        """

    def design(self, *, is_draft: bool) -> PageDesign:
        """The frames of the pages and what stands at their foot."""
        return letter_design(self.letter, self.type(), is_draft=is_draft)
