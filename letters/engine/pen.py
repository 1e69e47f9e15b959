"""Draws on a tagged canvas, measuring from the top left corner of the page."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from letters.engine.pdf_values import colour_operands, number
from letters.engine.structure import Node
from letters.engine.tagged_canvas import TaggedCanvas

_ROUND = 0.5523


class Place(NamedTuple):
    """Where a named part of a document stands: page from 1, and its box in points from the top."""

    page: int
    left: float
    top: float
    width: float
    height: float


class Pen:
    """Draws on the present page."""

    def __init__(self, canvas: TaggedCanvas, size_pt: tuple[float, float]) -> None:
        self.canvas = canvas
        self.page_width, self._height = size_pt
        self.page = 0
        self.places: dict[str, list[Place]] = {}

    def begin_page(self) -> None:
        """Begin a new page."""
        self.page += 1
        self.canvas.begin_page()

    def write(self, *operators: str) -> None:
        """Add operators to the page."""
        self.canvas.code.extend(operators)

    def up(self, down: float) -> float:
        """Give the height above the foot of the page of a place so far below its top."""
        return self._height - down

    @contextmanager
    def marking(self, node: Node | None) -> Iterator[None]:
        """Draw within an element of the tree, or as an artifact."""
        self.canvas.begin(node)
        yield
        self.canvas.end()

    def note(self, name: str, box: tuple[float, float, float, float]) -> None:
        """Remember where a named part stands."""
        self.places.setdefault(name, []).append(Place(self.page, *box))

    def fill(self, box: tuple[float, float, float, float], colour: str, radius: float = 0) -> None:
        """Fill a box (left, top, width, height), as an artifact."""
        self._artifact(f"{colour_operands(colour)} rg", self._outline(box, radius), "f")

    def stroke(
        self, box: tuple[float, float, float, float], colour: str, width: float, radius: float = 0
    ) -> None:
        """Draw the edge of a box inside it, as an artifact."""
        left, top, wide, high = box
        inner = (left + width / 2, top + width / 2, wide - width, high - width)
        pen = f"{colour_operands(colour)} RG {number(width)} w"
        self._artifact(pen, self._outline(inner, max(radius - width / 2, 0)), "S")

    def rule(self, left: float, top: float, length: float, width: float, colour: str) -> None:
        """Draw a level rule centred on this height, as an artifact."""
        self.fill((left, top - width / 2, length, width), colour)

    def fill_top(self, box: tuple[float, float, float, float], colour: str, radius: float) -> None:
        """Fill a box whose upper corners alone are round, as an artifact."""
        left, top, wide, high = box
        tall = self._outline((left, top, wide, high + 2 * radius), radius)
        clip = f"{self._outline(box, 0)} W n"
        self._artifact(f"q {clip} {colour_operands(colour)} rg", tall, "f Q")

    def _artifact(self, before: str, outline: str, after: str) -> None:
        self.write(f"/Artifact BMC {before} {outline} {after} EMC")

    def _outline(self, box: tuple[float, float, float, float], radius: float) -> str:
        left, top, wide, high = box
        low = self._height - top - high
        if not radius:
            return f"{number(left)} {number(low)} {number(wide)} {number(high)} re"
        radius = min(radius, wide / 2, high / 2)
        return _round_box(left, low, left + wide, low + high, radius)


def _round_box(left: float, low: float, right: float, high: float, radius: float) -> str:
    near = radius * (1 - _ROUND)
    corners = [
        (f"{number(right - radius)} {number(low)} l", (right - near, low, right, low + near),
         (right, low + radius)),
        (f"{number(right)} {number(high - radius)} l", (right, high - near, right - near, high),
         (right - radius, high)),
        (f"{number(left + radius)} {number(high)} l", (left + near, high, left, high - near),
         (left, high - radius)),
        (f"{number(left)} {number(low + radius)} l", (left, low + near, left + near, low),
         (left + radius, low)),
    ]  # fmt: skip
    parts = [f"{number(left + radius)} {number(low)} m"]
    for line, controls, end in corners:
        parts.append(f"{line} {' '.join(map(number, (*controls, *end)))} c")
    return " ".join([*parts, "h"])
