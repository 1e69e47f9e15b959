"""Parts of a page that stay whole, so that each new page of a letter begins with a heading."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from letters.engine import Element
from letters.engine.elements import Laid, Setting
from letters.engine.pen import Pen
from letters.engine.stack import Part, Stack
from letters.engine.structure import Node

LONG_SHARE = 0.5
"""A section that takes more of a page than this is cut rather than moved."""


@dataclass(frozen=True)
class Section(Element):
    """Elements under one heading, moved whole to the next page; a long one is cut.

    What is cut off begins with `again`, the heading once more. `page_pt` is the height of a page;
    what takes no more than half of one is never cut.
    """

    children: Sequence[Element]
    again: Element | None
    page_pt: float

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay the children out."""
        again = Stack.of([self.again], width, setting).parts if self.again else ()
        return _LaidSection(self, Stack.of(self.children, width, setting), again)


class _LaidSection(Laid):
    def __init__(self, section: Section, stack: Stack, again: Sequence[Part]) -> None:
        self._section = section
        self._stack = stack
        self._again = again
        self.height = stack.height

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        if self.height <= self._section.page_pt * LONG_SHARE:
            return None
        pieces = self._stack.split(available, fresh=fresh)
        if pieces is None:
            return None
        rest = Stack([*self._again, Part(pieces[1], 0.0)])
        head = Stack([Part(pieces[0], 0.0)])
        return head, _LaidSection(self._section, rest, self._again)

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        self._stack.draw(pen, left, top, parent)


@dataclass(frozen=True)
class TwoSides(Element):
    """What stands on the first side, and what begins the second where the first holds it all."""

    first: Sequence[Element]
    second: Sequence[Element]

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay both sides out."""
        return _LaidSides(
            Stack.of(self.first, width, setting), Stack.of(self.second, width, setting)
        )


@dataclass(frozen=True)
class FittedSides(Element):
    """Two sides, each with as much room as it can have without growing over its page.

    `ways` gives both sides with ever less room, the usual first; `heights_pt` are those of the
    pages. From the way `even_from` on the type is smaller, and then on both sides alike. Where
    they fit in no way, both are as usual and flow over.
    """

    ways: Sequence[Callable[[], tuple[Sequence[Element], Sequence[Element]]]]
    heights_pt: tuple[float, float]
    even_from: int

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay each side out until it fits."""
        ways = [cache(way) for way in self.ways]

        def laid(place: int, side: int) -> Stack:
            return Stack.of(ways[place]()[side], width, setting)

        def fitting(side: int, places: Iterable[int]) -> Stack | None:
            tried = (laid(place, side) for place in places)
            return next((each for each in tried if each.height <= self.heights_pt[side]), None)

        def both(places: Sequence[int]) -> Laid | None:
            first = fitting(0, places)
            second = fitting(1, places) if first else None
            return _LaidSides(first, second) if first and second else None

        groups = (range(self.even_from), range(self.even_from, len(ways)))
        found = next(filter(None, map(both, groups)), None)
        return found or _LaidSides(laid(0, 0), laid(0, 1))


class _LaidSides(Laid):
    def __init__(self, first: Stack, second: Stack) -> None:
        self._first = first
        self._second = second
        self._whole = Stack([*first.parts, *second.parts])
        self.height = self._whole.height

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        if self._first.height <= available:
            return self._first, self._second
        return self._whole.split(available, fresh=fresh)

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        self._whole.draw(pen, left, top, parent)
