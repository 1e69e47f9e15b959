"""A block on a tint or in a frame: the child's words, the rights, the facts."""

from collections.abc import Sequence
from dataclasses import dataclass

from letters.engine.beside import split_or_whole
from letters.engine.elements import Element, Laid, Setting
from letters.engine.pen import Pen
from letters.engine.stack import Stack
from letters.engine.structure import Node

_MILLIMETRE = 72 / 25.4
_LEAST_CONTENT = 1.0


@dataclass(frozen=True)
class Panel(Element):
    """Children on a background, with a bar where reading starts, or within a border.

    `padding_pt` is one number, or (above and below, at the sides); it is measured from the
    edge of the panel, so the bar stands within it. `bleed_pt` runs out into both margins.
    """

    children: Sequence[Element]
    background: str | None = None
    bar: str | None = None
    border: str | None = None
    padding_pt: float | tuple[float, float] = 12.0
    radius_pt: float = 0.0
    bleed_pt: float = 0.0
    bar_pt: float = 2 * _MILLIMETRE
    border_pt: float = 1.0

    @property
    def padding(self) -> tuple[float, float]:
        """The room within the edge: above and below, at the sides."""
        if isinstance(self.padding_pt, tuple):
            return self.padding_pt
        return (self.padding_pt, self.padding_pt)

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay the children out within the padding."""
        outer = width + 2 * self.bleed_pt
        stack = Stack.of(self.children, outer - 2 * self.padding[1], setting)
        return LaidPanel(self, stack, outer, bar_right=setting.right_to_left)


class LaidPanel(Laid):
    """A panel, or the part of it on one page."""

    def __init__(self, panel: Panel, stack: Laid, width: float, *, bar_right: bool) -> None:
        self._panel = panel
        self._stack = stack
        self._width = width
        self._bar_right = bar_right
        self.height = stack.height + 2 * panel.padding[0]

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        """Cut the children; each part has an edge of its own."""
        room = available - 2 * self._panel.padding[0]
        if room < _LEAST_CONTENT:
            return None
        pieces = split_or_whole(self._stack, room, fresh=fresh)
        if pieces is None or not pieces[1].height:
            return None
        first, second = (
            LaidPanel(self._panel, piece, self._width, bar_right=self._bar_right)
            for piece in pieces
        )
        return first, second

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        """Draw the tint, the bar and the border, then the children."""
        panel = self._panel
        left -= panel.bleed_pt
        box = (left, top, self._width, self.height)
        if panel.background:
            pen.fill(box, panel.background, panel.radius_pt)
        if panel.bar:
            bar_left = left + self._width - panel.bar_pt if self._bar_right else left
            pen.fill((bar_left, top, panel.bar_pt, self.height), panel.bar)
        if panel.border:
            pen.stroke(box, panel.border, panel.border_pt, panel.radius_pt)
        self._stack.draw(pen, left + panel.padding[1], top + panel.padding[0], parent)
