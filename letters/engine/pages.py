"""The design of pages: where the words stand, and how a flow is cut into pages."""

from collections.abc import Callable
from dataclasses import dataclass

from letters.engine.elements import Laid
from letters.engine.furniture import Furniture
from letters.engine.space import MILLIMETRE
from letters.engine.stack import Stack

A4_MM = (210.0, 297.0)
_SLACK = 0.01


@dataclass(frozen=True)
class Frame:
    """Where words stand on a page: two heights from the top, and the margins."""

    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float

    @property
    def height_pt(self) -> float:
        """The height of the words."""
        return (self.bottom_mm - self.top_mm) * MILLIMETRE


@dataclass(frozen=True)
class PageDesign:
    """The frames of the first and the later pages, and what stands round them.

    Raises: ValueError if the frames are not equally wide, or upside down.
    """

    first: Frame
    later: Frame
    furniture: Callable[[Furniture], None]
    size_mm: tuple[float, float] = A4_MM

    def __post_init__(self) -> None:
        first, later = self.first, self.later
        if abs(first.left_mm + first.right_mm - later.left_mm - later.right_mm) > _SLACK:
            raise ValueError("the frames of a design are equally wide")
        if min(first.height_pt, later.height_pt) <= 0:
            raise ValueError("a frame begins above where it ends")

    @property
    def size_pt(self) -> tuple[float, float]:
        """Width and height of the paper."""
        return (self.size_mm[0] * MILLIMETRE, self.size_mm[1] * MILLIMETRE)

    @property
    def width_pt(self) -> float:
        """The width of the words."""
        return (self.size_mm[0] - self.first.left_mm - self.first.right_mm) * MILLIMETRE

    def frame(self, page: int) -> Frame:
        """Give the frame of this page, counted from 1."""
        return self.first if page == 1 else self.later


def cut_into_pages(stack: Stack, design: PageDesign) -> list[Laid]:
    """Cut the flow into what stands on each page."""
    pages: list[Laid] = []
    rest: Laid = stack
    while True:
        room = design.frame(len(pages) + 1).height_pt
        pieces = rest.split(room, fresh=True) if rest.height > room + _SLACK else None
        if pieces is None:
            return [*pages, rest]
        pages.append(pieces[0])
        rest = pieces[1]
        if not rest.height:
            return pages
