"""Elements one under another: the room between them, and where a page may cut them."""

from collections.abc import Sequence
from typing import NamedTuple

from letters.engine.elements import Element, Laid, Setting
from letters.engine.pen import Pen
from letters.engine.structure import Node

_SLACK = 0.01


class Part(NamedTuple):
    """A laid element and what it asks of its neighbours."""

    laid: Laid
    width: float
    before: float = 0.0
    after: float = 0.0
    keeps_next: bool = False
    place: str | None = None


class Stack(Laid):
    """Parts from top to bottom; between two stands the larger of the rooms they ask for."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = parts
        self._tops = _tops(parts)
        self.height = self._tops[-1] + parts[-1].laid.height if parts else 0.0

    @staticmethod
    def of(elements: Sequence[Element], width: float, setting: Setting) -> "Stack":
        """Lay elements out one under another."""
        return Stack(
            [
                Part(
                    element.lay(width, setting), width, element.space_before, element.space_after,
                    element.stays_with_next, element.place,
                )
                for element in elements
            ]
        )  # fmt: skip

    def split(self, available: float, *, fresh: bool) -> "tuple[Stack, Stack] | None":
        """Cut between parts or within one, never after one that keeps with the next."""
        cut = self._first_too_low(available)
        part = self.parts[cut]
        room = available - self._tops[cut]
        at_top = fresh and all(above.keeps_next for above in self.parts[:cut])
        pieces = part.laid.split(room, fresh=at_top) if room > 0 else None
        if pieces is None:
            return self._cut_before(cut, fresh=fresh)
        head = part._replace(laid=pieces[0], after=0.0, keeps_next=False)
        tail = part._replace(laid=pieces[1], before=0.0)
        return Stack([*self.parts[:cut], head]), Stack([tail, *self.parts[cut + 1 :]])

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        """Draw each part under the same element."""
        for part, down in zip(self.parts, self._tops, strict=True):
            if part.place:
                pen.note(part.place, (left, top + down, part.width, part.laid.height))
            part.laid.draw(pen, left, top + down, parent)

    def _first_too_low(self, available: float) -> int:
        return next(
            place
            for place, (part, top) in enumerate(zip(self.parts, self._tops, strict=True))
            if top + part.laid.height > available + _SLACK
        )

    def _cut_before(self, cut: int, *, fresh: bool) -> "tuple[Stack, Stack] | None":
        kept = cut
        while kept and self.parts[kept - 1].keeps_next:
            kept -= 1
        if kept == 0 and not fresh:
            return None
        kept = kept or max(cut, 1)
        if kept == len(self.parts):
            return None
        return Stack(self.parts[:kept]), Stack(_from_first_seen(self.parts[kept:]))


def _from_first_seen(parts: Sequence[Part]) -> Sequence[Part]:
    """Leave out empty room that would stand at the top of a page."""
    first = next((at for at, part in enumerate(parts) if not part.laid.vanishes), len(parts))
    return parts[first:]


def _tops(parts: Sequence[Part]) -> list[float]:
    tops: list[float] = []
    top = 0.0
    after = 0.0
    for place, part in enumerate(parts):
        if place and part.laid.height:
            top += max(after, part.before)
        tops.append(top)
        top += part.laid.height
        if part.laid.height:
            after = part.after
    return tops
