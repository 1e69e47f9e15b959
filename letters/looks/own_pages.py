"""Parts of a letter that each begin on a page of their own, so that one can be taken out."""

from collections.abc import Sequence
from dataclasses import dataclass

from letters.engine import Element
from letters.engine.elements import Laid, Setting
from letters.engine.pen import Pen
from letters.engine.stack import Stack
from letters.engine.structure import Node

_MORE_THAN_A_PAGE = 1e6  # points: what follows never stands on the same page
_SLACK = 0.01


@dataclass(frozen=True)
class OwnPages(Element):
    """Parts one after another, each begun on a new page.

    It is the whole of a document's flow. A part named in `on_new_sheet` begins on the front of a
    sheet, so that it can be torn off when both sides are printed; the back before it stays empty.
    """

    parts: Sequence[Sequence[Element]]
    on_new_sheet: frozenset[int] = frozenset()

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay each part out."""
        parts = [
            (Stack.of(part, width, setting), place in self.on_new_sheet)
            for place, part in enumerate(self.parts)
            if part
        ]
        return _LaidPages(parts, page=1)


class _LaidPages(Laid):
    """What is still to come from this page on, counted from 1."""

    def __init__(self, parts: Sequence[tuple[Laid, bool]], page: int) -> None:
        self._parts = parts
        self._page = page
        waits = bool(parts) and self._waits
        self.height = parts[0][0].height if len(parts) == 1 and not waits else _MORE_THAN_A_PAGE
        if not parts:
            self.height = 0.0

    @property
    def _waits(self) -> bool:
        """Whether the part that comes must wait for the front of the next sheet."""
        return self._parts[0][1] and self._page % 2 == 0

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        first, *later = self._parts
        if self._waits:
            return Stack([]), _LaidPages(self._parts, self._page + 1)
        part, _begins_sheet = first
        if part.height > available + _SLACK:
            pieces = part.split(available, fresh=fresh)
            if pieces is not None:
                rest = [(pieces[1], False), *later] if pieces[1].height else later
                return pieces[0], _LaidPages(rest, self._page + 1)
        return part, _LaidPages(later, self._page + 1)

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        for part, _begins_sheet in self._parts:
            part.draw(pen, left, top, parent)
