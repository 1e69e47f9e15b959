"""A flat SVG picture as the operators of a PDF: plain shapes, plain fills, plain strokes."""

import math
import re
import xml.etree.ElementTree as ET
from functools import lru_cache
from typing import NamedTuple

from letters.engine.pdf_values import colour_operands, number, number4
from letters.engine.svg_paths import path_operators

_INHERITED = {
    "fill": "#000000", "stroke": "none", "stroke-width": "1",
    "stroke-linecap": "butt", "stroke-linejoin": "miter", "fill-rule": "nonzero",
}  # fmt: skip
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_TRANSFORM = re.compile(r"(\w+)\s*\(([^)]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_LONGEST = 200_000
_NAMED = {"black": "#000000", "white": "#FFFFFF"}


class Drawing(NamedTuple):
    """A picture in its own units, measured down from its upper left corner."""

    width: float
    height: float
    operators: str


@lru_cache(maxsize=256)
def drawing(svg: str, ink: str = "#1B262B") -> Drawing:
    """Read a picture; `currentColor` becomes the ink.

    Raises: ValueError if it is too long, is no SVG, or holds what a flat picture does not.
    """
    if len(svg) > _LONGEST or "<!" in svg.partition("<svg")[0].replace("<!--", ""):
        raise ValueError("not a flat picture")
    try:
        root = ET.fromstring(svg)  # noqa: S314  # no doctype gets here, so no entities
    except ET.ParseError as error:
        raise ValueError("not a picture in SVG") from error
    left, top, width, height = _numbers(root.get("viewBox", "0 0 64 64"))
    frame = f"0 0 {number(width)} {number(height)} re W n"
    start = f"{frame} 1 0 0 1 {number(-left)} {number(-top)} cm"
    return Drawing(width, height, f"{start} {_draw(root, _INHERITED, ink)}")


def _numbers(text: str) -> list[float]:
    return [float(found) for found in _NUMBER.findall(text)]


def _draw(element: ET.Element, inherited: dict[str, str], ink: str) -> str:
    style = {name: element.get(name, value) for name, value in inherited.items()}
    kind = element.tag.rpartition("}")[2]
    if kind in ("svg", "g"):
        drawn = " ".join(_draw(child, style, ink) for child in element)
    elif kind in ("title", "desc"):
        return ""
    else:
        drawn = _painted(_outline(kind, element), style, ink)
    transform = element.get("transform")
    return f"q {_matrices(transform)} {drawn} Q" if transform else drawn


def _outline(kind: str, element: ET.Element) -> str:
    def value(name: str) -> float:
        return float(element.get(name, "0"))

    if kind == "path":
        return path_operators(element.get("d", ""))
    if kind in ("circle", "ellipse"):
        rx = value("r") if kind == "circle" else value("rx")
        return _ellipse(value("cx"), value("cy"), rx, value("r") or value("ry"))
    if kind == "rect":
        box = (value("x"), value("y"), value("width"), value("height"))
        return _rectangle(box, min(value("rx") or value("ry"), box[2] / 2, box[3] / 2))
    if kind == "line":
        points = [value("x1"), value("y1"), value("x2"), value("y2")]
        return _polygon(points, closed=False)
    if kind in ("polyline", "polygon"):
        return _polygon(_numbers(element.get("points", "")), closed=kind == "polygon")
    raise ValueError("a flat picture has no such element")


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> str:
    return path_operators(
        f"M{cx - rx} {cy}A{rx} {ry} 0 1 1 {cx + rx} {cy}A{rx} {ry} 0 1 1 {cx - rx} {cy}Z"
    )


def _rectangle(box: tuple[float, float, float, float], r: float) -> str:
    x, y, w, h = box
    if not r:
        return f"{number(x)} {number(y)} {number(w)} {number(h)} re"
    return path_operators(
        f"M{x + r} {y}h{w - 2 * r}a{r} {r} 0 0 1 {r} {r}v{h - 2 * r}a{r} {r} 0 0 1 {-r} {r}"
        f"h{2 * r - w}a{r} {r} 0 0 1 {-r} {-r}v{2 * r - h}a{r} {r} 0 0 1 {r} {-r}Z"
    )


def _polygon(points: list[float], *, closed: bool) -> str:
    pairs = [f"{number(x)} {number(y)}" for x, y in zip(points[::2], points[1::2], strict=True)]
    path = " ".join(f"{pair} {'l' if place else 'm'}" for place, pair in enumerate(pairs))
    return f"{path} h" if closed else path


def _painted(outline: str, style: dict[str, str], ink: str) -> str:
    fill = _colour(style["fill"], ink)
    stroke = _colour(style["stroke"], ink)
    parts = []
    if fill:
        parts.append(f"{colour_operands(fill)} rg")
    if stroke:
        width = number(float(style["stroke-width"]))
        parts.append(f"{colour_operands(stroke)} RG {width} w")
        cap, join = _CAPS[style["stroke-linecap"]], _JOINS[style["stroke-linejoin"]]
        parts.append(f"{cap} J {join} j")
    paint = {(True, True): "B", (True, False): "f", (False, True): "S"}
    operator = paint.get((bool(fill), bool(stroke)), "n")
    if fill and style["fill-rule"] == "evenodd":
        operator += "*"
    return " ".join([*parts, outline, operator])


def _colour(value: str, ink: str) -> str | None:
    if value in ("none", "transparent"):
        return None
    if value == "currentColor":
        return ink
    if len(value) == 4 and value[0] == "#":
        return "#" + "".join(digit * 2 for digit in value[1:])
    return _NAMED.get(value, value)


def _matrices(transform: str) -> str:
    return " ".join(
        _matrix(name, _numbers(given)) for name, given in _TRANSFORM.findall(transform)
    )


def _fine(value: float) -> str:
    """Write a number of a matrix, where the sixth decimal may still count."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _matrix(name: str, given: list[float]) -> str:
    if name == "translate":
        return f"1 0 0 1 {number(given[0])} {number((*given, 0.0)[1])} cm"
    if name == "scale":
        return f"{_fine(given[0])} 0 0 {_fine((given * 2)[1])} 0 0 cm"
    if name == "matrix":
        return " ".join(map(_fine, given)) + " cm"
    if name != "rotate":
        raise ValueError("a flat picture has no such transform")
    angle = math.radians(given[0])
    cos, sin = (number4(value) for value in (math.cos(angle), math.sin(angle)))
    turn = f"{cos} {sin} {number4(-math.sin(angle))} {cos} 0 0 cm"
    if len(given) == 1:
        return turn
    x, y = given[1:]
    return f"1 0 0 1 {number(x)} {number(y)} cm {turn} 1 0 0 1 {number(-x)} {number(-y)} cm"
