"""Part of a page in another language than the rest: its direction, and its tag for who listens."""

from collections.abc import Sequence
from dataclasses import dataclass

from letters.engine import Element
from letters.engine.elements import Laid, Setting
from letters.engine.pen import Pen
from letters.engine.stack import Stack
from letters.engine.structure import Node, Slot


@dataclass(frozen=True)
class InLanguage(Element):
    """Elements in one language, mirrored if it runs from right to left."""

    children: Sequence[Element]
    language: str
    right_to_left: bool = False

    def lay(self, width: float, setting: Setting) -> Laid:  # noqa: ARG002  # has its own
        """Lay the children out in their own direction."""
        own = Setting(self.language.replace("_", "-"), self.right_to_left)
        return _LaidPart(Stack.of(self.children, width, own), Slot("Div", language=own.language))


class _LaidPart(Laid):
    def __init__(self, laid: Laid, slot: Slot) -> None:
        self._laid = laid
        self._slot = slot
        self.height = laid.height

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        pieces = self._laid.split(available, fresh=fresh)
        if pieces is None:
            return None
        return _LaidPart(pieces[0], self._slot), _LaidPart(pieces[1], self._slot)

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        self._laid.draw(pen, left, top, self._slot.under(parent) if self.height else None)
