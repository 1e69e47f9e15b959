"""Elements side by side: a picture and its words, or columns of facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from letters.engine.elements import Element, Laid, Setting
from letters.engine.pen import Pen
from letters.engine.stack import Stack
from letters.engine.structure import Node

_SLACK = 0.01
Elements = Element | Sequence[Element]


def as_list(elements: Elements) -> Sequence[Element]:
    """Give one element or several as several."""
    return (elements,) if isinstance(elements, Element) else elements


@dataclass(frozen=True)
class Beside(Element):
    """A picture and the words beside it; the picture stands where reading starts."""

    left: Elements
    right: Elements
    left_width_pt: float
    gap_pt: float
    align: Literal["top", "middle"] = "top"

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay both sides out."""
        widths = [self.left_width_pt, width - self.left_width_pt - self.gap_pt]
        sides = [as_list(self.left), as_list(self.right)]
        return lay_side_by_side(sides, widths, self.gap_pt, setting, middle=self.align == "middle")


@dataclass(frozen=True)
class Columns(Element):
    """Lists of elements side by side, at these widths, with a gap between."""

    lists: Sequence[Sequence[Element]]
    widths: Sequence[float]
    gap_pt: float = 12.0

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay each column out, from the edge where reading starts."""
        spare = width - sum(self.widths) - self.gap_pt * (len(self.widths) - 1)
        laid = lay_side_by_side(self.lists, self.widths, self.gap_pt, setting, middle=False)
        return laid.moved(spare) if setting.right_to_left else laid


def lay_side_by_side(
    sides: Sequence[Sequence[Element]],
    widths: Sequence[float],
    gap: float,
    setting: Setting,
    *,
    middle: bool,
) -> "SideBySide":
    """Lay sides out at their widths, from the edge where reading starts."""
    stacks = [Stack.of(side, wide, setting) for side, wide in zip(sides, widths, strict=True)]
    lefts = [sum(widths[:at]) + gap * at for at in range(len(widths))]
    if setting.right_to_left:
        whole = sum(widths) + gap * (len(widths) - 1)
        lefts = [whole - left - wide for left, wide in zip(lefts, widths, strict=True)]
    return SideBySide(stacks, lefts, middle=middle)


class SideBySide(Laid):
    """Stacks side by side, read one after the other."""

    def __init__(self, stacks: Sequence[Laid], lefts: Sequence[float], *, middle: bool) -> None:
        self._stacks = stacks
        self._lefts = lefts
        self._middle = middle
        self.height = max((stack.height for stack in stacks), default=0.0)

    def moved(self, right: float) -> "SideBySide":
        """Give the same, so far to the right."""
        lefts = [left + right for left in self._lefts]
        return SideBySide(self._stacks, lefts, middle=self._middle)

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        """Cut each side that is too tall."""
        heads: list[Laid] = []
        tails: list[Laid] = []
        for stack in self._stacks:
            pieces = split_or_whole(stack, available, fresh=fresh)
            if pieces is None:
                return None
            heads.append(pieces[0])
            tails.append(pieces[1])
        return (
            SideBySide(heads, self._lefts, middle=False),
            SideBySide(tails, self._lefts, middle=False),
        )

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        """Draw each side."""
        for stack, indent in zip(self._stacks, self._lefts, strict=True):
            down = (self.height - stack.height) / 2 if self._middle else 0.0
            stack.draw(pen, left + indent, top + down, parent)


def split_or_whole(laid: Laid, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
    """Cut what is too tall; give what fits whole, with nothing after it."""
    if laid.height <= available + _SLACK:
        return laid, Stack([])
    return laid.split(available, fresh=fresh)
