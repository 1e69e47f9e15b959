"""The look of the decisions sheet: one side, with less room where there is much to decide."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from letters.decisions_sheet import DecisionsSheet, ManagerBox
from letters.engine import (
    Column,
    Columns,
    Element,
    Furniture,
    LaidPages,
    PageDesign,
    Panel,
    Space,
    Table,
    TableStyle,
    Text,
    TextStyle,
    family_for,
    lay_out,
)
from letters.minutes_form import Cell, MinutesSection, WordTable
from letters.page import (
    CHILD_BAR,
    CHILD_TINT,
    FOOT_BASELINE_MM,
    HEAD_TINT,
    INK,
    LAKE,
    MINUTES_FIRST,
    MINUTES_WIDTH_MM,
    MUTED,
    ROW_RULE,
    foot_style,
    minutes_type,
    mm,
)
from letters.paragraph import Paragraph, Piece
from letters.setting import Setter
from models.problems import N_, Problem

_HEAD_TOP_MM = 13.0
_BESIDE_MM = (80.0, 81.0)
_BESIDE_GAP_MM = 9.0
_BOX_SIDE_MM = 5.0
_LINE_MM = (105.0, 46.0)
_LINE_GAP_MM = 8.0


class TooManyDecisions(Problem):
    """The decisions do not go on one side of paper, however closely they are set."""

    what = N_("There are too many decisions, or too many words in them, for one side.")
    kept = N_("Everything you wrote is safe, and no sheet was made.")
    next = N_("Put some decisions together, or say them in fewer words, then try again.")


class Room(IntEnum):
    """How closely the sheet is set."""

    USUAL = 0
    SNUG = 1
    CLOSE = 2


@dataclass(frozen=True)
class _Set:
    """Sizes and room of one way of setting. Units: points, but for `gap_mm`."""

    body: tuple[float, float]
    table: tuple[float, float]
    padding_mm: float
    gap_mm: float
    sign_mm: float


_SETS = {
    Room.USUAL: _Set((10.5, 15.5), (10, 14.5), 1.4, 5.0, 10.0),
    Room.SNUG: _Set((10, 14), (10, 13), 0.9, 3.4, 7.5),
    Room.CLOSE: _Set((10, 12.4), (10, 12), 0.5, 2.0, 6.0),
}


def decisions_pages(sheet: DecisionsSheet, *, is_draft: bool) -> LaidPages:
    """The sheet on its one side.

    Raises: TooManyDecisions for one that is no draft; a draft runs on.
    """
    pages = _laid(sheet, Room.USUAL, is_draft=is_draft)
    for room in (Room.SNUG, Room.CLOSE):
        if pages.page_count == 1:
            return pages
        pages = _laid(sheet, room, is_draft=is_draft)
    if pages.page_count > 1 and not is_draft:
        raise TooManyDecisions
    return pages


def _laid(sheet: DecisionsSheet, room: Room, *, is_draft: bool) -> LaidPages:
    look = _Look(sheet, room, Setter(is_draft))
    return lay_out(
        look.elements(), _design(sheet, is_draft=is_draft), sheet.language,
        right_to_left=sheet.right_to_left,
    )  # fmt: skip


def _design(sheet: DecisionsSheet, *, is_draft: bool) -> PageDesign:
    kind, style = minutes_type(sheet.language), foot_style(sheet.language)

    def furniture(page: Furniture) -> None:
        if page.is_first:
            half, top = MINUTES_WIDTH_MM / 2, _HEAD_TOP_MM - 0.4
            page.picture("waymark-logo", 20, _HEAD_TOP_MM, 9)
            down = page.text(sheet.council, kind.council, 32, top, half)
            page.text(sheet.service, kind.small, 32, top + down, half)
            down = page.text(sheet.private, kind.council, 20 + half, top, half, "end")
            if sheet.copy_for:
                page.text(sheet.copy_for, kind.small, 20 + half, top + down, half, "end")
        number = sheet.foot.page_of.format(page=page.page_number, pages=page.page_count)
        end = f"{sheet.foot.draft}  {number}" if is_draft else number
        page.foot(sheet.foot.first, end, style, FOOT_BASELINE_MM)

    return PageDesign(MINUTES_FIRST, MINUTES_FIRST, furniture)


class _Look:
    """Sets each part of the sheet."""

    def __init__(self, sheet: DecisionsSheet, room: Room, setter: Setter) -> None:
        self._sheet, self._setter, self._set = sheet, setter, _SETS[room]
        self._gap = mm(self._set.gap_mm)
        self._kind = minutes_type(sheet.language)
        self._body = self._style(self._set.body)
        self._table_style = self._style(self._set.table)

    def _style(self, size: tuple[float, float], *, bold: bool = False) -> TextStyle:
        chosen = family_for(self._sheet.language, "Atkinson Hyperlegible Next")
        return TextStyle(chosen, *size, colour=INK, bold=bold)

    def elements(self) -> list[Element]:
        """Everything, from the title to who signs."""
        sheet = self._sheet
        found: list[Element] = [
            Text(sheet.title, self._kind.title, role="H1", space_after=mm(0.6)),
            Text(sheet.subtitle, self._kind.subtitle, space_after=self._gap),
        ]
        if sheet.changed is not None:
            found += self._section(sheet.changed)
        if sheet.asked_for is not None:
            words = self._setter.text(sheet.asked_for, self._body)
            pad = (mm(self._set.padding_mm + 0.8), mm(6))
            found.append(
                Panel([words], background=CHILD_TINT, bar=CHILD_BAR, padding_pt=pad,
                      space_after=self._gap)
            )  # fmt: skip
        if sheet.table is not None:
            found.append(self._table(sheet.table))
        elif sheet.nothing is not None:
            found.append(self._setter.text(sheet.nothing, self._body, self._gap))
        found += self._end()
        return found

    def _end(self) -> list[Element]:
        sheet = self._sheet
        found = [self._beside(sheet.beside)] if sheet.beside else []
        if sheet.standing is not None:
            found.append(self._setter.text(sheet.standing, self._body, self._gap))
        if sheet.box is not None:
            found.append(self._box(sheet.box))
        return [*found, self._setter.text(sheet.signed, self._body)]

    def _section(self, section: MinutesSection) -> list[Element]:
        heading = Text(section.heading, self._kind.section, role="H2", space_after=mm(0.6))
        told = self._setter.texts(section.every_paragraph(), self._body, mm(0.8))
        return [heading, *told, Space(self._gap)]

    def _beside(self, parts: Sequence[MinutesSection]) -> Element:
        columns = [self._section(part)[:-1] for part in parts]
        widths = [mm(each) for each in _BESIDE_MM[: len(columns)]]
        if len(columns) == 1:
            widths = [mm(MINUTES_WIDTH_MM)]
        return Columns(columns, widths, mm(_BESIDE_GAP_MM), space_after=self._gap)

    def _table(self, table: WordTable) -> Table:
        columns = [
            Column(mm(MINUTES_WIDTH_MM * share), words)
            for share, words in zip(table.shares, table.head, strict=True)
        ]
        look = TableStyle(
            head=self._style(self._set.table, bold=True),
            body=self._table_style,
            head_background=HEAD_TINT,
            top_rule=(mm(0.5), LAKE),
            row_rule=(mm(0.2), ROW_RULE),
            padding_pt=(mm(self._set.padding_mm), mm(2)),
        )
        rows = [[self._cell(cell) for cell in row] for row in table.rows]
        return Table(columns, rows, look, space_after=self._gap)

    def _cell(self, cell: Cell) -> list[Element]:
        found = [self._setter.cell(self._recorded(each), self._table_style) for each in cell]
        return found or [Text("", self._table_style)]

    def _recorded(self, paragraph: Paragraph) -> Paragraph:
        if paragraph.gap is None or self._setter.is_draft:
            return paragraph
        return Paragraph((Piece(self._sheet.not_recorded),), paragraph.source)

    def _box(self, box: ManagerBox) -> Element:
        small = TextStyle(self._body.family, 10, 13, colour=MUTED)
        heading = Text(box.heading, self._kind.section, role="H2", space_after=mm(0.6))
        words = self._setter.text(box.words, self._body, mm(self._set.sign_mm))
        lines: list[list[Element]] = [
            [_line(), Text(label, small)] for label in (box.name_label, box.date_label)
        ]
        signing = Columns(lines, [mm(each) for each in _LINE_MM], mm(_LINE_GAP_MM))
        pad = (mm(self._set.padding_mm + 2.5), mm(_BOX_SIDE_MM))
        return Panel([heading, words, signing], border=LAKE, padding_pt=pad, radius_pt=mm(2),
                     border_pt=1.2, space_after=self._gap)  # fmt: skip


def _line() -> Element:
    """A line to write on."""
    return Panel([Space(mm(0.2))], background=INK, padding_pt=0, space_after=mm(0.6))
