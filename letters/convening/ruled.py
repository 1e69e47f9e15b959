"""What is drawn for an answer by hand: ruled lines, an empty box, a small box to tick."""

from dataclasses import dataclass

from letters.engine import Element
from letters.engine.elements import Laid, Setting
from letters.engine.pen import Pen
from letters.engine.structure import Node

LINE_COLOUR = "#A8A296"


@dataclass(frozen=True)
class Ruled(Element):
    """Lines to write on, so far apart. Units: points."""

    lines: int
    apart_pt: float

    def lay(self, width: float, setting: Setting) -> Laid:  # noqa: ARG002 as wide as it is put
        """Keep the room for the lines."""
        return _Lines(self.lines, self.apart_pt, width)


class _Lines(Laid):
    def __init__(self, lines: int, apart: float, width: float) -> None:
        self._lines, self._apart, self._width = lines, apart, width
        self.height = lines * apart

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:  # noqa: ARG002
        fitting = int(available // self._apart)
        if not 0 < fitting < self._lines:
            return None
        rest = self._lines - fitting
        return (
            _Lines(fitting, self._apart, self._width),
            _Lines(rest, self._apart, self._width),
        )

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:  # noqa: ARG002
        for number in range(1, self._lines + 1):
            pen.rule(left, top + number * self._apart - 1, self._width, 0.75, LINE_COLOUR)


@dataclass(frozen=True)
class EmptyBox(Element):
    """A box with nothing in it; a `side_pt` makes it a square to tick. Units: points."""

    height_pt: float
    side_pt: float = 0.0

    def lay(self, width: float, setting: Setting) -> Laid:  # noqa: ARG002 as wide as it is put
        """Keep the room of the box."""
        return _Box(self.height_pt, self.side_pt or width)


class _Box(Laid):
    def __init__(self, height: float, width: float) -> None:
        self.height, self._width = height, width

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:  # noqa: ARG002
        pen.stroke((left, top, self._width, self.height), LINE_COLOUR, 1.0, 4.0)
