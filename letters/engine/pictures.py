"""Pictograms drawn as paths: figures with words for those who cannot see them, or decoration."""

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
    """A pictogram by its name, or a flat SVG; with `alt` left empty it is decoration."""

    name_or_svg: str
    alt: str
    width_pt: float
    ink: str = INK
    align: Literal["start", "centre", "end"] = "start"

    def lay(self, width: float, setting: Setting) -> Laid:
        """Place the picture in this width."""
        share = {"start": 0.0, "centre": 0.5, "end": 1.0}[self.align]
        if setting.right_to_left:
            share = 1.0 - share
        return LaidPicture(self, (width - self.width_pt) * share)


class LaidPicture(Laid):
    """A picture of known size."""

    def __init__(self, picture: Picture, indent: float) -> None:
        self._drawing = find_drawing(picture.name_or_svg, picture.ink)
        self._indent = indent
        self._width = picture.width_pt
        self.height = picture.width_pt * self._drawing.height / self._drawing.width
        self._slot = Slot("Figure", alt=picture.alt) if picture.alt else None

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        """Draw the picture as a figure, or as an artifact if it is decoration."""
        left += self._indent
        node = self._slot.under(parent) if self._slot else None
        low = pen.up(top + self.height)
        if node is not None:
            box = (left, low, left + self._width, low + self.height)
            node.attributes = f"<</O/Layout/Placement/Block/BBox[{' '.join(map(number, box))}]>>"
        with pen.marking(node):
            pen.write(scaled(self._drawing, left, pen.up(top), self._width))


def find_drawing(name_or_svg: str, ink: str = INK) -> Drawing:
    """Give the drawing of a pictogram by name, or of a picture given as SVG."""
    svg = name_or_svg if "<svg" in name_or_svg else _pictogram(name_or_svg)
    return drawing(svg, ink)


def scaled(picture: Drawing, left: float, top: float, width: float) -> str:
    """Write the drawing at this width, its upper left corner so far up the page."""
    scale = f"{width / picture.width:.5f}"
    matrix = f"{scale} 0 0 -{scale} {number(left)} {number(top)} cm"
    return f"q {matrix} {picture.operators} Q"


@cache
def _pictogram(name: str) -> str:
    return resources.text(f"pictograms/{name}.svg")
