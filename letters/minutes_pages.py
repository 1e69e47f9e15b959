"""The look of the minutes: from sections to what the page engine draws."""

from collections.abc import Sequence

from letters.engine import (
    Column,
    Columns,
    Element,
    Furniture,
    PageDesign,
    Panel,
    Span,
    Table,
    TableStyle,
    Text,
)
from letters.minutes_form import (
    Cell,
    ChildWords,
    Fact,
    Minutes,
    MinutesSection,
    Part,
    SubHeading,
    WordTable,
)
from letters.page import (
    CHILD_BAR,
    CHILD_TINT,
    FACTS_TINT,
    FOOT_BASELINE_MM,
    HEAD_TINT,
    LAKE,
    MINUTES_FIRST,
    MINUTES_LATER,
    MINUTES_WIDTH_MM,
    ROW_RULE,
    MinutesType,
    foot_style,
    minutes_type,
    mm,
)
from letters.paragraph import Paragraph, Piece
from letters.section import Section
from letters.setting import Setter, name_of, spans_of

_FACT_GAP_MM = 5.0
_FACT_SHARES = (0.36, 0.34, 0.30)
_FACT_SIDE_MM = 4.0
_HEAD_TOP_MM = 13.0
_WHOLE = frozenset({"view", "next_review", "control"})


def minutes_elements(minutes: Minutes, *, is_draft: bool) -> list[Element]:
    """What is drawn, from the title to the last section."""
    look = _Look(minutes, Setter(is_draft))
    kind = look.type
    elements: list[Element] = [
        Text(minutes.title, kind.title, role="H1", space_after=mm(0.6)),
        Text(
            minutes.subtitle,
            kind.subtitle,
            space_after=mm(3),
            place=name_of(minutes.subtitle_source),
        ),
        look.facts(minutes.facts),
    ]
    for section in minutes.sections:
        elements += look.section(section)
    return elements


def minutes_design(minutes: Minutes, *, is_draft: bool) -> PageDesign:
    """The frames of the minutes; on the first page the council and that this is private."""
    kind = minutes_type(minutes.language)
    style = foot_style(minutes.language)
    foot = minutes.foot

    def furniture(page: Furniture) -> None:
        if page.is_first:
            half = MINUTES_WIDTH_MM / 2
            page.picture("waymark-logo", 20, _HEAD_TOP_MM, 9)
            down = page.text(minutes.council, kind.council, 32, _HEAD_TOP_MM - 0.4, half)
            page.text(minutes.service, kind.small, 32, _HEAD_TOP_MM - 0.4 + down, half)
            top = _HEAD_TOP_MM - 0.4
            down = page.text(minutes.private, kind.council, 20 + half, top, half, "end")
            if minutes.copy_for:
                page.text(minutes.copy_for, kind.small, 20 + half, top + down, half, "end")
        number = foot.page_of.format(page=page.page_number, pages=page.page_count)
        end = f"{foot.draft}  {number}" if is_draft else number
        page.foot(foot.first if page.is_first else foot.later, end, style, FOOT_BASELINE_MM)

    return PageDesign(MINUTES_FIRST, MINUTES_LATER, furniture)


class _Look:
    """Sets each kind of part."""

    def __init__(self, minutes: Minutes, setter: Setter) -> None:
        self.minutes = minutes
        self.setter = setter
        self.type: MinutesType = minutes_type(minutes.language)

    def facts(self, columns: Sequence[Sequence[Fact]]) -> Element:
        """The facts box, in columns."""
        room = MINUTES_WIDTH_MM - 2 * _FACT_SIDE_MM - (len(columns) - 1) * _FACT_GAP_MM
        widths = [mm(room * share) for share in _FACT_SHARES]
        lists = [[self._fact(fact) for fact in column] for column in columns]
        side_by_side = Columns(lists, widths, mm(_FACT_GAP_MM))
        return Panel([side_by_side], background=FACTS_TINT, padding_pt=(mm(3), mm(_FACT_SIDE_MM)))

    def _fact(self, fact: Fact) -> Element:
        label = Span(f"{fact.label} ", bold=True)
        words = self._recorded(fact.words)
        style, place = self.type.table, name_of(fact.words.source)
        return Text([label, *spans_of(words)], style, space_after=mm(0.3), place=place)

    def section(self, section: MinutesSection) -> list[Element]:
        """A heading and its parts; the short ones at the end stay whole."""
        heading = Text(
            section.heading, self.type.section, role="H2", space_before=mm(5),
            space_after=mm(1), place=f"section/{section.key}/",
        )  # fmt: skip
        elements: list[Element] = [heading]
        for part in section.parts:
            elements += self.part(part)
        if section.key not in _WHOLE:
            return elements
        return [Section(elements, heading, MINUTES_LATER.height_pt, space_before=mm(5))]

    def part(self, part: Part) -> list[Element]:
        """One part of a section."""
        if isinstance(part, ChildWords):
            quotes = self.setter.texts(part.paragraphs, self.type.body, mm(0.6))
            panel = Panel(
                quotes, background=CHILD_TINT, bar=CHILD_BAR, padding_pt=(mm(2.5), mm(6)),
                space_after=mm(2),
            )  # fmt: skip
            return [panel]
        if isinstance(part, SubHeading):
            return [Text(part.words, self.type.area, role="H3", space_before=mm(2.2))]
        if isinstance(part, WordTable):
            return [self._table(part)]
        return [self._paragraph(part)]

    def _paragraph(self, paragraph: Paragraph) -> Element:
        if paragraph.gap and not self.setter.is_draft:
            words = paragraph.unrecorded or self.minutes.not_recorded
            return Text(words, self.type.body, space_after=mm(1.2))
        return self.setter.text(paragraph, self.type.body, mm(1.2))

    def _table(self, table: WordTable) -> Table:
        columns = [
            Column(mm(MINUTES_WIDTH_MM * share), words)
            for share, words in zip(table.shares, table.head, strict=True)
        ]
        look = TableStyle(
            head=self.type.table_head,
            body=self.type.table,
            head_background=HEAD_TINT,
            top_rule=(mm(0.5), LAKE),
            row_rule=(mm(0.2), ROW_RULE),
            padding_pt=(mm(1.4), mm(2)),
        )
        rows = [[self._cell(cell) for cell in row] for row in table.rows]
        return Table(columns, rows, look, space_before=mm(1.6), space_after=mm(2.5))

    def _cell(self, cell: Cell) -> list[Element]:
        style = self.type.table
        return [self.setter.cell(self._recorded(each), style) for each in cell] or [
            Text("", style)
        ]

    def _recorded(self, paragraph: Paragraph) -> Paragraph:
        """The paragraph, or in a final copy that nothing was recorded."""
        if paragraph.gap is None or self.setter.is_draft:
            return paragraph
        words = paragraph.unrecorded or self.minutes.not_recorded
        return Paragraph((Piece(words),), paragraph.source)
