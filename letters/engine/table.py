"""A table: its head on every page it reaches, its rows whole, its cells tagged."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from letters.engine.elements import Element, Laid, Setting
from letters.engine.family import TextStyle, Words
from letters.engine.lists import Item, item_elements
from letters.engine.stack import Stack
from letters.engine.structure import Slot
from letters.engine.table_rows import Cell as LaidCell
from letters.engine.table_rows import LaidTable, Row, TableLook

Cell = Item


@dataclass(frozen=True)
class Column:
    """A column: its width (0 shares what is left over), its head, whether it heads its rows."""

    width_pt: float
    head: Words
    heads_rows: bool = False


@dataclass(frozen=True)
class TableStyle:
    """How a table looks: the style of head and body, its tint, rules, border and padding.

    A rule is (width in points, colour). `padding_pt` is (above and below, at the sides).
    """

    head: TextStyle
    body: TextStyle
    head_background: str | None = None
    top_rule: tuple[float, str] | None = None
    row_rule: tuple[float, str] | None = None
    border: tuple[float, str] | None = None
    radius_pt: float = 0.0
    padding_pt: tuple[float, float] = (4.0, 6.0)
    row_align: Literal["top", "middle"] = "top"
    rule_after_last: bool = True


@dataclass(frozen=True)
class Table(Element):
    """Rows of cells under a head; a cell holds words or elements."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    style: TableStyle

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay each row out.

        Raises: ValueError if a row has more or fewer cells than there are columns.
        """
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("each row of a table has one cell for each column")
        widths = self._widths(width)
        heads: list[Cell] = [column.head for column in self.columns]
        head = self._row(heads, widths, setting, is_head=True)
        rows = [self._row(row, widths, setting, is_head=False) for row in self.rows]
        look = TableLook(
            self.style,
            sum(widths),
            _lefts(widths, right_to_left=setting.right_to_left),
            width - sum(widths) if setting.right_to_left else 0.0,
        )
        return LaidTable(look, head, rows, Slot("Table"), is_start=True)

    def _widths(self, width: float) -> list[float]:
        given = [column.width_pt for column in self.columns]
        shares = given.count(0)
        spare = max(width - sum(given), 0.0) / shares if shares else 0.0
        return [wide or spare for wide in given]

    def _row(
        self, cells: Sequence[Cell], widths: Sequence[float], setting: Setting, *, is_head: bool
    ) -> Row:
        style = self.style.head if is_head else self.style.body
        vertical, side = self.style.padding_pt
        laid = [
            LaidCell(
                Stack.of(item_elements(cell, style), wide - 2 * side, setting),
                _slot(column, is_head=is_head),
            )
            for cell, wide, column in zip(cells, widths, self.columns, strict=True)
        ]
        return Row(laid, vertical, Slot("TR"))


def _slot(column: Column, *, is_head: bool) -> Slot:
    if is_head:
        return Slot("TH", attributes="<</O/Table/Scope/Column>>")
    if column.heads_rows:
        return Slot("TH", attributes="<</O/Table/Scope/Row>>")
    return Slot("TD")


def _lefts(widths: Sequence[float], *, right_to_left: bool) -> list[float]:
    lefts = [sum(widths[:at]) for at in range(len(widths))]
    if right_to_left:
        whole = sum(widths)
        return [whole - left - wide for left, wide in zip(lefts, widths, strict=True)]
    return lefts
