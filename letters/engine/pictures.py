"""Pictograms drawn as paths: figures with words for those who cannot see them, or decoration."""

import math
from dataclasses import dataclass
from functools import cache
from typing import Literal

import resources
from letters.engine.elements import Element, Laid, Setting
from letters.engine.family import INK
from letters.engine.pdf_values import number
from letters.engine.pen import Pen
from letters.engine.structure import Node, Slot
from letters.engine.svg import Drawing, drawing


@dataclass(frozen=True)
class Picture(Element):
    """A pictogram by its name, or a flat SVG; with `alt` left empty it is decoration.

    One that would be taller than `most_height_pt` is set less wide.
    """

    name_or_svg: str
    alt: str
    width_pt: float
    ink: str = INK
    align: Literal["start", "centre", "end"] = "start"
    most_height_pt: float = math.inf

    def lay(self, width: float, setting: Setting) -> Laid:
        """Place the picture in this width."""
        laid = LaidPicture(self)
        laid.indent = (width - laid.width) * share_before(self.align, setting)
        return laid


class LaidPicture(Laid):
    """A picture of known size."""

    def __init__(self, picture: Picture) -> None:
        self._drawing = find_drawing(picture.name_or_svg, picture.ink)
        self.indent = 0.0
        tall = self._drawing.height / self._drawing.width
        self.width = min(picture.width_pt, picture.most_height_pt / tall)
        self.height = self.width * tall
        self._slot = Slot("Figure", alt=picture.alt) if picture.alt else None

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        """Draw the picture as a figure, or as an artifact if it is decoration."""
        left += self.indent
        node = self._slot.under(parent) if self._slot else None
        low = pen.up(top + self.height)
        if node is not None:
            box = (left, low, left + self.width, low + self.height)
            node.attributes = f"<</O/Layout/Placement/Block/BBox[{' '.join(map(number, box))}]>>"
        with pen.marking(node):
            pen.write(scaled(self._drawing, left, pen.up(top), self.width))


def find_drawing(name_or_svg: str, ink: str = INK) -> Drawing:
    """Give the drawing of a pictogram by name, or of a picture given as SVG."""
    svg = name_or_svg if "<svg" in name_or_svg else _pictogram(name_or_svg)
    return drawing(svg, ink)


def scaled(picture: Drawing, left: float, top: float, width: float) -> str:
    """Write the drawing at this width, its upper left corner so far up the page."""
    scale = f"{width / picture.width:.5f}"
    matrix = f"{scale} 0 0 -{scale} {number(left)} {number(top)} cm"
    return f"q {matrix} {picture.operators} Q"


def share_before(align: str, setting: Setting) -> float:
    """Give the share of the free room that stands left of a picture."""
    share = {"start": 0.0, "centre": 0.5, "end": 1.0}[align]
    return 1.0 - share if setting.right_to_left else share


@cache
def is_known(name: str) -> bool:
    """Tell whether a picture of this name comes with the program."""
    return resources.path(_place(name)).is_file()


@cache
def _pictogram(name: str) -> str:
    return resources.text(_place(name))


def _place(name: str) -> str:
    """Name the file of a picture: "home", or of another set such as "fluent/house"."""
    return f"pictures/{name}.svg" if "/" in name else f"pictograms/{name}.svg"
