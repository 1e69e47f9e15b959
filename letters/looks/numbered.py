"""Small numbers in the outer margin: the same beside a line in English and in another language.

An interpreter and a chair point at the same line by them. Source: design reference 6.5.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from letters.engine import Element, Text, TextStyle
from letters.engine.elements import Laid, Setting
from letters.engine.pen import Pen
from letters.engine.structure import Node
from letters.letter import Letter
from letters.lines_in_order import Labels, walked
from letters.looks.in_language import InLanguage
from letters.page import MILLIMETRE, MUTED, mm
from letters.paragraph import Paragraph
from letters.setting import Setter
from letters.wording import SOURCE_LANGUAGE

_FROM_EDGE_MM, _SIZE_MM, _NUMBER_PT = 9.5, 5.2, 8.0
_EDGE_PT, _EDGE_COLOUR = 0.6, "#A8A296"


@dataclass(frozen=True)
class Numbered(Element):
    """An element with a number in the margin: drawn, not read out.

    It stands where reading starts, or always at the right where `at_right` is set.
    """

    child: Element
    number: str
    line_pt: float
    style: TextStyle
    at_right: bool = False

    @property
    def stays_with_next(self) -> bool:
        """Tell whether what follows begins on the same page."""
        return self.keep_with_next or self.child.stays_with_next

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay the element out; the number takes no room."""
        number = Text(self.number, self.style, language=SOURCE_LANGUAGE, align="centre")
        return _LaidNumbered(self, self.child.lay(width, setting), number, setting)


class _LaidNumbered(Laid):
    def __init__(self, numbered: Numbered, laid: Laid, number: Text, setting: Setting) -> None:
        self._numbered = numbered
        self._laid = laid
        self._number = number
        self._setting = setting
        self.height = laid.height

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        pieces = self._laid.split(available, fresh=fresh)
        if pieces is None:
            return None
        first = _LaidNumbered(self._numbered, pieces[0], self._number, self._setting)
        return first, pieces[1]

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        middle = _FROM_EDGE_MM * MILLIMETRE
        if self._setting.right_to_left or self._numbered.at_right:
            middle = pen.page_width - middle
        size = mm(_SIZE_MM)
        down = top + (self._numbered.line_pt - size) / 2
        box = (middle - size / 2, down, size, size)
        pen.stroke(box, _EDGE_COLOUR, _EDGE_PT, size / 2)
        number = self._number.lay(size, Setting(SOURCE_LANGUAGE))
        number.draw(pen, box[0], down + (size - number.height) / 2, None)
        self._laid.draw(pen, left, top, parent)


@dataclass(frozen=True)
class NumberedSetter(Setter):
    """Sets paragraphs each by itself, with its number."""

    labels: Mapping[str, str] = field(default_factory=dict)
    at_right: bool = False

    def text(self, paragraph: Paragraph, style: TextStyle, space_after: float = 0.0) -> Element:
        """One paragraph of the flow, with its number where it has one; gaps are in English."""
        element = super().text(paragraph, style, space_after)
        if paragraph.gap is not None:
            element = InLanguage([element], SOURCE_LANGUAGE, space_after=element.space_after)
        return self._numbered(element, paragraph, style)

    def run_on(
        self, paragraphs: Iterable[Paragraph], style: TextStyle, space_after: float
    ) -> list[Element]:
        """Paragraphs are never run together: each has its own number."""
        return self.texts(paragraphs, style, space_after)

    def cell(self, paragraph: Paragraph, style: TextStyle, letters: int = 0) -> Element:
        """A paragraph in a cell; the first of a row bears the row's number."""
        return self._numbered(super().cell(paragraph, style, letters), paragraph, style)

    def _numbered(self, element: Element, paragraph: Paragraph, style: TextStyle) -> Element:
        label = self.labels.get(paragraph.key, "")
        if not label.isdigit():
            return element
        small = replace(
            style, size_pt=_NUMBER_PT, line_pt=_NUMBER_PT + 2, colour=MUTED, bold=False
        )
        return Numbered(
            element, label, style.line_pt, small, self.at_right,
            space_before=element.space_before, space_after=element.space_after,
            keep_with_next=element.keep_with_next, place=element.place,
        )  # fmt: skip


def numbered(
    letter: Letter, *, is_draft: bool, at_right: bool = False
) -> tuple[Letter, NumberedSetter]:
    """The letter with a key for every line, and what sets its lines with their numbers."""
    labels = Labels()
    return walked(letter, labels), NumberedSetter(is_draft, labels.of, at_right)
