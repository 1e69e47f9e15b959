"""Elements one under another, of which a heading stands over those that begin a page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from letters.engine import Element
from letters.engine.elements import Laid, Setting
from letters.engine.stack import Part, Stack


@dataclass(frozen=True)
class Headed:
    """An element, what is said again over it where it begins a page, and where it is cut.

    Without a heading of its own it needs one `before` it; what is cut off it needs one `within`.
    """

    element: Element
    before: Element | None = None
    within: Element | None = None

    def kept_with_next(self) -> "Headed":
        """The same, on the page of what follows it."""
        return replace(self, element=replace(self.element, keep_with_next=True))


Heads = tuple[Sequence[Part], Sequence[Part]]  # over what begins a page, and over what is cut


class HeadedStack(Stack):
    """Parts from top to bottom; each page that is cut off begins with a heading."""

    def __init__(self, parts: Sequence[Part], heads: Sequence[Heads]) -> None:
        super().__init__(parts)
        self.heads = heads

    @staticmethod
    def of_headed(headed: Sequence[Headed], width: float, setting: Setting) -> "HeadedStack":
        """Lay elements and their headings out."""

        def head(element: Element | None) -> Sequence[Part]:
            if element is None:
                return ()
            return Stack.of([replace(element, keep_with_next=True)], width, setting).parts

        stack = Stack.of([each.element for each in headed], width, setting)
        return HeadedStack(stack.parts, [(head(one.before), head(one.within)) for one in headed])

    def split(self, available: float, *, fresh: bool) -> tuple[Stack, Stack] | None:
        """Cut as any stack, and begin what is left with a heading where it has none."""
        pieces = super().split(available, fresh=fresh)
        if pieces is None:
            return None
        above, rest = pieces
        at = len(self.parts) - len(rest.parts)
        is_cut = len(above.parts) + len(rest.parts) > len(self.parts)
        again = self.heads[at][1 if is_cut else 0]
        has_more = any(part.laid.height and not part.keeps_next for part in above.parts)
        again = again if has_more else ()
        heads: list[Heads] = [((), ())] * len(again) + [*self.heads[at:]]
        return above, HeadedStack([*again, *rest.parts], heads)


@dataclass(frozen=True)
class HeadedRows(Element):
    """Rows within a block of colour, its heading said again where it is cut."""

    rows: Sequence[Headed]

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay the rows out."""
        return HeadedStack.of_headed(self.rows, width, setting)
