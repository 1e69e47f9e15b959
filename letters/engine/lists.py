"""Lists with a mark before each item."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from letters.engine.elements import Element, Laid, Setting
from letters.engine.family import Span, TextStyle, Words
from letters.engine.pen import Pen
from letters.engine.stack import Part, Stack
from letters.engine.structure import Node, Slot
from letters.engine.text import Text, TextLines

Item = Words | Element | Sequence[str | Span | Element]


@dataclass(frozen=True)
class Bullets(Element):
    """A list: words or elements, each with a bullet, or with its number."""

    items: Sequence[Item]
    style: TextStyle
    indent_pt: float | None = None
    item_gap_pt: float = 0.0
    numbered: bool = False

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay each item out beside its mark."""
        indent = self.indent_pt or self.style.size_pt * (1.6 if self.numbered else 1.1)
        slot = Slot("L", attributes=f"<</O/List/ListNumbering/{self._numbering}>>")
        parts = []
        for place, item in enumerate(self.items):
            mark = Text(f"{place + 1}." if self.numbered else "\u2022", self.style)
            body = Stack.of(item_elements(item, self.style), width - indent, setting)
            laid_mark = mark.lay(indent, setting)
            sides = _Sides(width, indent, right_to_left=setting.right_to_left)
            laid = _LaidItem(sides, laid_mark, body, _ItemSlots())
            parts.append(Part(laid, width, self.item_gap_pt, self.item_gap_pt))
        return _LaidList(Stack(parts), slot)

    @property
    def _numbering(self) -> str:
        return "Decimal" if self.numbered else "Disc"


def item_elements(item: Item, style: TextStyle) -> Sequence[Element]:
    """Give an item or a cell as elements; words next to each other become a paragraph."""
    if isinstance(item, Element):
        return (item,)
    if isinstance(item, str | Span):
        return (Text(item, style),)
    elements: list[Element] = []
    for is_element, parts in groupby(item, lambda part: isinstance(part, Element)):
        group = list(parts)
        if is_element:
            elements += [part for part in group if isinstance(part, Element)]
        else:
            words = [part for part in group if not isinstance(part, Element)]
            elements.append(Text(words, style))
    return elements or (Text("", style),)


class _LaidList(Laid):
    def __init__(self, stack: Laid, slot: Slot) -> None:
        self._stack = stack
        self._slot = slot
        self.height = stack.height

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        pieces = self._stack.split(available, fresh=fresh)
        if pieces is None:
            return None
        return _LaidList(pieces[0], self._slot), _LaidList(pieces[1], self._slot)

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        self._stack.draw(pen, left, top, self._slot.under(parent))


class _ItemSlots:
    def __init__(self) -> None:
        self.whole = Slot("LI")
        self.mark = Slot("Lbl")
        self.body = Slot("LBody")


class _Sides:
    def __init__(self, width: float, indent: float, *, right_to_left: bool) -> None:
        self.mark = width - indent if right_to_left else 0.0
        self.body = 0.0 if right_to_left else indent


class _LaidItem(Laid):
    def __init__(
        self, sides: _Sides, mark: TextLines | None, body: Laid, slots: _ItemSlots
    ) -> None:
        self._sides = sides
        self._mark = mark
        self._body = body
        self._slots = slots
        self.height = body.height

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        pieces = self._body.split(available, fresh=fresh)
        if pieces is None:
            return None
        first = _LaidItem(self._sides, self._mark, pieces[0], self._slots)
        return first, _LaidItem(self._sides, None, pieces[1], self._slots)

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        whole = self._slots.whole.under(parent)
        if self._mark:
            self._mark.draw_as(pen, left + self._sides.mark, top, self._slots.mark.under(whole))
        self._body.draw(pen, left + self._sides.body, top, self._slots.body.under(whole))
