"""What every part of a letter's page is made with: the letter, its type, and how words are set."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from letters.engine import Beside, Element, Picture, Raster, Text, TextStyle
from letters.engine.elements import Setting
from letters.engine.pictures import is_known
from letters.letter import Image, Letter
from letters.looks.envelope import TITLE_LEFT_MM
from letters.looks.paper import (
    LETTER_LATER,
    LETTER_WIDTH_MM,
    MARGIN_MM,
    child_tint,
    letter_colour,
)
from letters.looks.type_scale import Gaps, LetterType
from letters.page import mm
from letters.section import Section
from letters.setting import Setter

_DAY = re.compile(r"\d{1,2} \S+ \d{4}(?: \w{1,2}\.)?")
_NO_BREAK = "\u00a0"
_WIDE, _LEAST_TITLE = 1e4, 0.75


@dataclass(frozen=True)
class OnPage:
    """A letter, the type it is set in, and whether its gaps are drawn."""

    letter: Letter
    type: LetterType
    setter: Setter

    @property
    def gaps(self) -> Gaps:
        """The room between the parts."""
        return self.type.gaps

    @property
    def colour(self) -> str:
        """The colour that the child picked."""
        return letter_colour(self.letter.colour)

    @property
    def title(self) -> str:
        """The title, a day in it kept on one line in any language."""
        return _DAY.sub(lambda day: day.group().replace(" ", _NO_BREAK), self.letter.title)

    @property
    def title_style(self) -> TextStyle:
        """The type of the title, smaller where its longest word has no room by the address."""
        if not self.letter.setting.address or self.type.is_large:
            return self.type.title
        return self.title_style_within(mm(LETTER_WIDTH_MM + MARGIN_MM - TITLE_LEFT_MM))

    def title_style_within(self, room: float) -> TextStyle:
        """The type of the title, as much smaller as keeps its longest word on one line."""
        style = self.type.title
        longest = max(width_of(word, style) for word in self.title.split(" "))
        by = max(min(room / longest, 1.0), _LEAST_TITLE)
        return replace(style, size_pt=style.size_pt * by, line_pt=style.line_pt * by)

    @property
    def child_tint(self) -> str:
        """The yellow behind the child's words."""
        return child_tint(self.letter)

    @property
    def padding(self) -> float:
        """The room above and below the words of a block, in points."""
        return mm(self.gaps.panel_padding_mm)

    def heading(
        self, words: str, colour: str | None = None, style: TextStyle | None = None
    ) -> Text:
        """A heading of the second level, in the child's colour or another."""
        chosen = replace(style or self.type.heading, colour=colour or self.colour)
        return Text(words, chosen, role="H2", space_after=mm(self.gaps.heading_mm))

    def picture(
        self, name: str, size_mm: float, alt: str = "", align: str = "start"
    ) -> Element | None:
        """A picture in a square of this size; None if there is none or none is wanted."""
        if not name or not self.letter.setting.with_pictures:
            return None
        own = self.letter.setting.own_pictures.get(name)
        if own is not None:
            return drawn(own, (size_mm, size_mm), alt or own.says, align)
        if not is_known(name):
            return None
        return _fitted(Picture(name, alt, mm(size_mm), most_height_pt=mm(size_mm)), align)

    def beside(self, name: str, inner: Sequence[Element]) -> list[Element]:
        """Elements with their picture beside them, where they have one."""
        size_mm = self.gaps.picture_mm
        picture = self.picture(name, size_mm)
        if picture is None:
            return list(inner)
        return [Beside(picture, inner, mm(size_mm), mm(self.gaps.picture_gap_mm))]

    def section(
        self, children: Sequence[Element], again: Element | None, key: str = ""
    ) -> Section:
        """Elements that stay whole if they can; what is cut off begins with `again`."""
        gap = mm(self.gaps.section_mm)
        return Section(
            children, again, LETTER_LATER.height_pt, space_before=gap, space_after=gap,
            place=f"block/{key}/" if key else None,
        )  # fmt: skip


def width_of(words: str, style: TextStyle) -> float:
    """How wide words are on one line, in points."""
    return Text(words, style).lay(_WIDE, Setting("en")).width


def drawn(
    image: Image, size_mm: tuple[float, float], alt: str = "", align: str = "start"
) -> Element:
    """A picture that somebody brought, whole within a width and a height in millimetres."""
    width, height = mm(size_mm[0]), mm(size_mm[1])
    if image.form == "svg":
        svg = image.data.decode("utf-8")
        return _fitted(Picture(svg, alt, width, most_height_pt=height), align)
    return _fitted(Raster(image.data, alt, width, height), align)


def _fitted(picture: Picture | Raster, align: str) -> Element:
    if align == "centre":
        return replace(picture, align="centre")
    return replace(picture, align="end") if align == "end" else picture
