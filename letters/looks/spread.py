"""Two sides of a letter whose rows stand further apart where a side has room to spare."""

from collections.abc import Sequence
from dataclasses import dataclass

from letters.engine import Element
from letters.engine.elements import Laid, Setting
from letters.engine.pen import Pen
from letters.engine.stack import Part, Stack
from letters.engine.structure import Node
from letters.looks.headed import Headed, HeadedStack
from letters.page import mm

MOST_APART_MM = 8.0
"""How much further apart rows are set at most. Source: design reference 6.3, rows of 36 to 46."""


@dataclass(frozen=True)
class SpreadSides(Element):
    """The first side and what begins the second; `later_pt` is the height of a later page."""

    first: Sequence[Headed]
    second: Sequence[Headed]
    later_pt: float

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay both sides out."""
        sides = (self.first, self.second)
        first, second = (HeadedStack.of_headed(side, width, setting) for side in sides)
        return _LaidSides(first, second, self.later_pt)


class _LaidSides(Laid):
    def __init__(self, first: HeadedStack, second: HeadedStack, later: float) -> None:
        self._first, self._second, self._later = first, second, later
        parts, heads = [*first.parts, *second.parts], [*first.heads, *second.heads]
        self._whole = HeadedStack(parts, heads)
        self.height = self._whole.height

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        if not self._second.parts or self._first.height > available or self._flows(available):
            return self._whole.split(available, fresh=fresh)
        return _spread(self._first, available), _spread(self._second, self._later)

    def _flows(self, available: float) -> bool:
        """Whether the second side is too full, and some of it has room on the first."""
        return self._second.height > self._later and self.height <= available + self._later

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        self._whole.draw(pen, left, top, parent)


def _spread(stack: Stack, room: float) -> Stack:
    """The same parts further apart, as far as there is room and no further than is calm."""
    spare = room - stack.height
    apart = [place for place, part in enumerate(stack.parts) if place and part.before]
    if spare <= 0 or not apart:
        return stack
    more = min(spare / len(apart), mm(MOST_APART_MM))
    return Stack(
        [
            _further(part, more, stack.parts[place - 1].after) if place in apart else part
            for place, part in enumerate(stack.parts)
        ]
    )


def _further(part: Part, more: float, after: float) -> Part:
    """A part so much further from the one before it; of two rooms asked for the larger counts."""
    return part._replace(before=max(part.before, after) + more)
