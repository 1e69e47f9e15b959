"""The top of the first page: who it is from, to whom, and where the letter's words begin."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from letters.engine import Element, Text
from letters.engine.elements import Laid, Setting
from letters.engine.pen import Pen
from letters.engine.space import EmptyRoom
from letters.engine.stack import Part, Stack
from letters.engine.structure import Node
from letters.looks import envelope
from letters.looks.head import full_scale, head
from letters.looks.on_page import OnPage
from letters.looks.paper import LETTER_FIRST, LETTER_WIDTH_MM, MARGIN_MM
from letters.page import mm

_TOP_MM = LETTER_FIRST.top_mm
_UNDER_HEAD_MM, _LEAST_SCALE, _STEP = 4.0, 0.8, 0.1


@dataclass(frozen=True)
class HandedTop(Element):
    """Head and title one under another; what follows begins at its usual height or lower."""

    children: Sequence[Element]
    least_pt: float

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay the children out, at least so tall."""
        return _AtLeast(Stack.of(self.children, width, setting), self.least_pt)


class _AtLeast(Laid):
    def __init__(self, stack: Laid, least: float) -> None:
        self._stack = stack
        self.height = max(stack.height, least)

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        return self._stack.split(available, fresh=fresh) if fresh else None

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        self._stack.draw(pen, left, top, parent)


@dataclass(frozen=True)
class PostedTop(Element):
    """Head, title block and the address in its window; nothing else is near the window.

    Of the title block as much as fits stands at the side; the rest follows under the fold.
    """

    page: OnPage
    block: Sequence[Element]
    address: Text

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay out what has its fixed place, and under it the rest of the title block."""
        top = _lay_head(self.page, setting)
        stands = _block_top(top.height, setting)
        room = mm(envelope.TITLE_END_MM - stands)
        block, rest = self._fitting(room, setting)
        box = envelope.ADDRESS
        address = self.address.lay(mm(box.right - box.left), setting)
        fixed = _Fixed(
            [
                (top, (_head_left(setting), _TOP_MM)),
                (address, (box.left, box.top)),
                (block, (_block_left(setting), stands)),
            ],
            mm(envelope.WORDS_FROM_MM - _TOP_MM),
        )
        under = Stack.of(rest, width, setting)
        room_after = [Part(EmptyRoom(mm(_UNDER_HEAD_MM)), width)] if rest else []
        return Stack([Part(fixed, width), *under.parts, *room_after])

    def _fitting(self, room: float, setting: Setting) -> tuple[Stack, Sequence[Element]]:
        width = _block_width(setting)
        for count in range(len(self.block), 0, -1):
            block = Stack.of(self.block[:count], width, setting)
            if block.height <= room:
                return block, self.block[count:]
        return Stack([]), self.block


class _Fixed(Laid):
    """Parts at fixed places of the sheet, in millimetres from its top left corner."""

    def __init__(self, parts: Sequence[tuple[Laid, tuple[float, float]]], height: float) -> None:
        self._parts = parts
        self.height = height

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        for laid, (left_mm, top_mm) in self._parts:
            across, down = mm(left_mm - MARGIN_MM), mm(top_mm - _TOP_MM)
            laid.draw(pen, left + across, top + down, parent)


def _lay_head(page: OnPage, setting: Setting) -> Laid:
    """The head above the window: where it has no room, closer, and only then smaller."""
    room = mm(envelope.KEPT_EMPTY.top - _TOP_MM)
    scale = full_scale(page)
    width = mm(LETTER_WIDTH_MM - _head_left(setting) + MARGIN_MM)
    if not setting.right_to_left:
        width = mm(envelope.KEPT_EMPTY.right - MARGIN_MM)
    laid = head(page, scale).lay(width, setting)
    if laid.height > room:
        laid = head(page, scale, is_tight=True).lay(width, setting)
    while laid.height > room and scale > _LEAST_SCALE:
        scale -= _STEP
        laid = head(page, scale, is_tight=True).lay(width, setting)
    return laid


def _head_left(setting: Setting) -> float:
    return envelope.TITLE_LEFT_RTL_MM if setting.right_to_left else MARGIN_MM


def _block_left(setting: Setting) -> float:
    return envelope.TITLE_LEFT_RTL_MM if setting.right_to_left else envelope.TITLE_LEFT_MM


def _block_width(setting: Setting) -> float:
    return mm(MARGIN_MM + LETTER_WIDTH_MM - _block_left(setting))


def _block_top(head_pt: float, setting: Setting) -> float:
    """Beside the head, or, in letters from right to left, under it."""
    if not setting.right_to_left:
        return envelope.TITLE_TOP_MM
    return _TOP_MM + head_pt / mm(1) + _UNDER_HEAD_MM


def top_of_letter(page: OnPage, block: Sequence[Element]) -> Element:
    """The top of the first page: with an address in the window, or without any.

    Raises: AddressDoesNotFit if the address of a letter that is no draft does not fit.
    """
    lines = page.letter.setting.address
    if lines:
        family = page.type.body.family
        address = envelope.address_text(lines, family, is_draft=page.setter.is_draft)
        return PostedTop(page, block, address)
    least = 0.0 if page.type.runs_on else envelope.WORDS_FROM_HANDED_MM - _TOP_MM
    shown = replace(head(page), space_after=mm(_UNDER_HEAD_MM * 0.75))
    return HandedTop([shown, *block], mm(least), space_after=mm(2))
