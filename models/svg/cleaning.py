"""An SVG that somebody brings, written anew with nothing in it but shapes and colours.

Flat shapes (paths, circles, ellipses, rectangles, lines, polygons; plain fills and strokes) stay
an SVG, which the page draws as lines. What has gradients, see-through paint or slanted parts is
written anew as well and marked as not flat: the window turns it into points. Text, photographs,
masks and everything else is refused.
"""

from dataclasses import dataclass
from typing import Final

from models.image_problems import BrokenPicture, MoreThanADrawing, NothingToSee, OddShape
from models.svg.gradients import KINDS, Gradients
from models.svg.looks import looks_of, sheet_of
from models.svg.paint import is_hidden, painted
from models.svg.tree import SVG_SPACE, Element, read_tree
from models.svg.values import length, numbers, path, transform, written

FLAT_LONGEST: Final = 190_000
RICH_LONGEST: Final = 900_000
THINNEST: Final = 10.0
_GOOD_SIDES: Final = (16.0, 5_000.0)
_SIDE: Final = 512.0
_LEFT_OUT: Final = ("title", "desc", "metadata", "style", "defs", *KINDS)
"""What is only said or defined; a part that uses what is not drawn is refused where it does."""
_SHAPES: Final = {
    "path": (),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "rect": ("x", "y", "width", "height", "rx", "ry"),
    "line": ("x1", "y1", "x2", "y2"),
    "polyline": (),
    "polygon": (),
}
_SIZES: Final = ("r", "rx", "ry", "width", "height")


@dataclass(frozen=True)
class CleanDrawing:
    """An SVG of ours. Units: its own. `is_flat`: the page can draw it as it is."""

    svg: str
    width: float
    height: float
    is_flat: bool


def clean_drawing(data: bytes) -> CleanDrawing:
    """Read an SVG without trust and write it anew.

    Raises: PictureRefused, one that says why.
    """
    return _Cleaning(read_tree(data)).clean()


class _Cleaning:
    def __init__(self, root: Element) -> None:
        self._root = root
        self._box = _box(root)
        longest = max(self._box[2:])
        self._factor = 1.0 if _GOOD_SIDES[0] <= longest <= _GOOD_SIDES[1] else _SIDE / longest
        self._sheet = sheet_of(root)
        self._gradients = Gradients(root, self._sheet, self._factor)
        self._is_flat = True
        self._shapes = 0

    def clean(self) -> CleanDrawing:
        looks = looks_of(self._root, self._sheet)
        given = self._looks({"stroke-width": "1", **looks} if self._factor != 1 else looks)
        inside = "".join(map(self._element, self._root.children))
        if not self._shapes:
            raise NothingToSee
        used = {name for name in self._gradients.names.values() if f"url(#{name})" in inside}
        defs = f"<defs>{self._gradients.written(used)}</defs>" if used else ""
        box = " ".join(written(side * self._factor) for side in self._box)
        svg = f'<svg xmlns="{SVG_SPACE}" viewBox="{box}"{given}>{defs}{inside}</svg>'
        if len(svg) > RICH_LONGEST:
            raise MoreThanADrawing
        width, height = (side * self._factor for side in self._box[2:])
        is_flat = self._is_flat and len(svg) <= FLAT_LONGEST
        return CleanDrawing(svg, width, height, is_flat)

    def _element(self, element: Element) -> str:
        if element.kind in _LEFT_OUT:
            return ""
        looks = looks_of(element, self._sheet)
        if is_hidden(looks):
            return ""
        if element.kind == "g":
            inside = "".join(map(self._element, element.children))
            return f"<g{self._looks(looks)}>{inside}</g>" if inside else ""
        if element.kind not in _SHAPES:
            raise MoreThanADrawing
        shape = self._shape(element)
        if not shape:
            return ""
        self._shapes += 1
        return f"<{element.kind}{shape}{self._looks(looks)}/>"

    def _looks(self, looks: dict[str, str]) -> str:
        paint, is_flat = painted(looks, self._gradients.names, self._factor)
        self._is_flat = self._is_flat and is_flat
        if "transform" in looks:
            paint["transform"], is_flat = transform(looks["transform"], self._factor)
            self._is_flat = self._is_flat and is_flat
        return "".join(f' {name}="{value}"' for name, value in paint.items() if value)

    def _shape(self, element: Element) -> str:
        given = element.attributes
        if element.kind == "path":
            data = path(given.get("d", ""), self._factor)
            return f' d="{data}"' if data else ""
        if element.kind in ("polyline", "polygon"):
            return self._points(given.get("points", ""))
        sides = {
            name: length(given[name]) * self._factor
            for name in _SHAPES[element.kind]
            if given.get(name, "auto") != "auto"
        }
        if any(sides.get(name, 0.0) < 0 for name in _SIZES):
            raise BrokenPicture
        if element.kind == "rect":
            corner = sides.get("rx", sides.get("ry", 0.0))
            self._is_flat = self._is_flat and sides.get("ry", corner) == corner
        return "".join(f' {name}="{written(side)}"' for name, side in sides.items())

    def _points(self, text: str) -> str:
        points = numbers(text)
        if len(points) % 2:
            raise BrokenPicture
        words = " ".join(written(value * self._factor) for value in points)
        return f' points="{words}"' if points else ""


def _box(root: Element) -> tuple[float, float, float, float]:
    """The part of the plane that is seen.

    Raises: MoreThanADrawing without a size; OddShape for one too long and thin.
    """
    box = numbers(root.attributes.get("viewBox", ""))
    if len(box) != 4:
        sides = [_side(root.attributes.get(name, "")) for name in ("width", "height")]
        box = [0.0, 0.0, *sides]
    left, top, width, height = box
    if min(width, height) <= 0:
        raise MoreThanADrawing
    if max(width, height) / min(width, height) > THINNEST:
        raise OddShape
    return left, top, width, height


def _side(text: str) -> float:
    bare = text.strip().rstrip("abcdefghijklmnopqrstuvwxyz")
    return length(bare)
