"""The rows of a table on one page: their heights, rules, tints and tags."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from letters.engine.beside import split_or_whole
from letters.engine.elements import Laid
from letters.engine.pen import Pen
from letters.engine.stack import Stack
from letters.engine.structure import Node, Slot
from letters.engine.text import TextLines

if TYPE_CHECKING:
    from letters.engine.table import TableStyle

_SLACK = 0.01


class TableLook(NamedTuple):
    """The style of a table, its width, where its columns begin, and how far in it stands."""

    style: TableStyle
    width: float
    lefts: Sequence[float]
    indent: float


class Cell:
    """A cell; the words of one paragraph belong to it with no paragraph between."""

    def __init__(self, stack: Laid, slot: Slot, *, is_plain: bool | None = None) -> None:
        self.stack = stack
        self.slot = slot
        if is_plain is None:
            is_plain = _holds_one_paragraph(stack)
            if is_plain:
                _only_lines(stack).become(slot)
        self._is_plain = is_plain

    def with_part(self, stack: Laid) -> Cell:
        """Give the cell with part of what it holds."""
        return Cell(stack, self.slot, is_plain=self._is_plain)

    def draw(self, pen: Pen, left: float, top: float, row: Node | None) -> None:
        """Draw what it holds."""
        node = self.slot.under(row)
        if self._is_plain and self.stack.height:
            _only_lines(self.stack).draw_as(pen, left, top, node)
            return
        self.stack.draw(pen, left, top, node)


def _holds_one_paragraph(stack: Laid) -> bool:
    if not isinstance(stack, Stack) or len(stack.parts) != 1 or stack.parts[0].place:
        return False
    laid = stack.parts[0].laid
    return isinstance(laid, TextLines) and laid.role == "P"


def _only_lines(stack: Laid) -> TextLines:
    lines: TextLines = stack.parts[0].laid  # type: ignore[attr-defined]  # held to be so above
    return lines


class Row:
    """A row of cells, as tall as its tallest."""

    def __init__(self, cells: Sequence[Cell], padding: float, slot: Slot) -> None:
        self.cells = cells
        self.slot = slot
        self._padding = padding
        self.height = max(cell.stack.height for cell in cells) + 2 * padding

    def split(self, available: float) -> tuple[Row, Row] | None:
        """Cut a row that is taller than a page."""
        room = available - 2 * self._padding
        pieces = [split_or_whole(cell.stack, room, fresh=True) for cell in self.cells]
        heads, tails = [], []
        for cell, piece in zip(self.cells, pieces, strict=True):
            if piece is None:
                return None
            heads.append(cell.with_part(piece[0]))
            tails.append(cell.with_part(piece[1]))
        return Row(heads, self._padding, self.slot), Row(tails, self._padding, self.slot)

    def draw(
        self, pen: Pen, look: TableLook, corner: tuple[float, float], table: Node | None
    ) -> None:
        """Draw each cell."""
        node = self.slot.under(table)
        left, top = corner
        for cell, indent in zip(self.cells, look.lefts, strict=True):
            down = self._padding
            if look.style.row_align == "middle":
                down = (self.height - cell.stack.height) / 2
            cell.draw(pen, left + indent + look.style.padding_pt[1], top + down, node)


class LaidTable(Laid):
    """A table, or the rows of it on one page."""

    def __init__(
        self, look: TableLook, head: Row, rows: Sequence[Row], slot: Slot, *, is_start: bool
    ) -> None:
        self._look = look
        self._head = head
        self._rows = rows
        self._slot = slot
        self._is_start = is_start
        self.height = head.height + sum(row.height for row in rows)

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        """Cut between rows; a row is cut only if a page cannot hold it."""
        down = self._head.height
        for count, row in enumerate(self._rows):
            if down + row.height > available + _SLACK:
                return self._cut(count, available - down, fresh=fresh)
            down += row.height
        return None

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        """Draw the tint and rules, then the cells; a repeated head is an artifact."""
        node = self._slot.under(parent)
        left += self._look.indent
        self._draw_tint(pen, left, top)
        self._head.draw(pen, self._look, (left, top), node if self._is_start else None)
        down = top + self._head.height
        for row in self._rows:
            row.draw(pen, self._look, (left, down), node)
            down += row.height
        self._draw_rules(pen, left, top)

    def _cut(self, count: int, room: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        if count:
            head, tail = self._rows[:count], self._rows[count:]
            return self._with(head, is_start=self._is_start), self._with(tail, is_start=False)
        pieces = self._rows[0].split(room) if fresh else None
        if pieces is None:
            return None
        rest = [pieces[1], *self._rows[1:]]
        return self._with([pieces[0]], is_start=self._is_start), self._with(rest, is_start=False)

    def _with(self, rows: Sequence[Row], *, is_start: bool) -> LaidTable:
        return LaidTable(self._look, self._head, rows, self._slot, is_start=is_start)

    def _draw_tint(self, pen: Pen, left: float, top: float) -> None:
        style = self._look.style
        if not style.head_background:
            return
        box = (left, top, self._look.width, self._head.height)
        if style.radius_pt:
            pen.fill_top(box, style.head_background, style.radius_pt)
        else:
            pen.fill(box, style.head_background)

    def _draw_rules(self, pen: Pen, left: float, top: float) -> None:
        style, width = self._look.style, self._look.width
        if style.row_rule:
            down = top + self._head.height
            downs = [] if style.top_rule else [down]
            for row in self._rows:
                down += row.height
                downs.append(down)
            for down in downs if style.rule_after_last else downs[:-1]:
                pen.rule(left, down, width, *style.row_rule)
        if style.top_rule:
            pen.rule(left, top, width, *style.top_rule)
        if style.border:
            box = (left, top, width, self.height)
            pen.stroke(box, style.border[1], style.border[0], style.radius_pt)
