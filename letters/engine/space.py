"""Empty room, and elements that stand at a fixed place of their page."""

from collections.abc import Sequence
from dataclasses import dataclass

from letters.engine.elements import Element, Laid, Setting
from letters.engine.pen import Pen
from letters.engine.stack import Stack
from letters.engine.structure import Node

MILLIMETRE = 72 / 25.4


@dataclass(frozen=True)
class Space(Element):
    """Empty room of this height; it vanishes at the top of a page."""

    height: float

    def lay(self, width: float, setting: Setting) -> Laid:  # noqa: ARG002  # same at any width
        """Keep the room."""
        return EmptyRoom(self.height)


class EmptyRoom(Laid):
    """Room with nothing in it."""

    vanishes = True

    def __init__(self, height: float) -> None:
        self.height = height

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        """Draw nothing."""


@dataclass(frozen=True)
class Placed(Element):
    """Elements at a fixed place of the page on which the flow reaches them.

    They take no room in the flow. `start_mm` is measured from the edge where reading starts,
    unless `mirrored` is False: then always from the left.
    """

    children: Sequence[Element]
    start_mm: float
    top_mm: float
    width_mm: float
    mirrored: bool = True

    @property
    def stays_with_next(self) -> bool:
        """Tell whether what follows begins on the same page."""
        return True

    def lay(self, width: float, setting: Setting) -> Laid:  # noqa: ARG002  # has its own width
        """Lay the children out in the fixed width."""
        own = self.width_mm * MILLIMETRE
        mirrored = self.mirrored and setting.right_to_left
        return _PlacedStack(self, Stack.of(self.children, own, setting), mirrored=mirrored)


class _PlacedStack(Laid):
    def __init__(self, placed: Placed, stack: Stack, *, mirrored: bool) -> None:
        self._placed = placed
        self._stack = stack
        self._mirrored = mirrored

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:  # noqa: ARG002
        placed = self._placed
        start = placed.start_mm * MILLIMETRE
        if self._mirrored:
            start = pen.page_width - start - placed.width_mm * MILLIMETRE
        self._stack.draw(pen, start, placed.top_mm * MILLIMETRE, parent)
