"""What a finished file holds, as read back out of it: pages of text, and all that is on none."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from letters.disclosure.hit import Box


@dataclass(frozen=True)
class Line:
    """Words that stand together on one line of a page, and their box from its top left."""

    text: str = field(repr=False)
    box: Box


@dataclass(frozen=True)
class PageText:
    """The text of one page in the order of the file, and line by line as it lies on the paper.

    `number` counts from 1. Units: points.
    """

    number: int
    text: str = field(repr=False)
    width: float
    height: float
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Place:
    """Text that is on no page; `where` says in words where it stands.

    `is_name` tells the name of a file, in which somebody's name needs no capital.
    """

    where: str
    text: str = field(repr=False)
    is_name: bool = False


Boxes = Callable[[int, Sequence[tuple[int, int]]], list[tuple[Box, ...]]]


def _nowhere(_page: int, stretches: Sequence[tuple[int, int]]) -> list[tuple[Box, ...]]:
    return [() for _ in stretches]


@dataclass(frozen=True)
class Extracted:
    """All that was read out of one file.

    `boxes` gives the frames of stretches of a page's text, each from one character up to another:
    left, top, right and bottom in points from the top left of the page, one for each line.
    """

    pages: tuple[PageText, ...]
    other: tuple[Place, ...]
    boxes: Boxes = field(default=_nowhere, compare=False, repr=False)
