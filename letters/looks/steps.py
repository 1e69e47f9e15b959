"""What happens next: a table of what, who and by when, or one under another in large print."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from letters.engine import Beside, Column, Element, Panel, Span, Table, TableStyle, Text, TextStyle
from letters.letter import LetterBlock, NextStep
from letters.looks.on_page import OnPage, width_of
from letters.looks.paper import LETTER_WIDTH_MM, tint_of
from letters.page import INK, ROW_RULE, mm
from letters.paragraph import Paragraph
from letters.section import Section
from letters.setting import spans

_DATE_LETTERS = 17  # "26 September 2027" stays on one line
_LEAST_WHAT = 11.0  # ems that the words need, or the columns are set one under another
_PICTURE_SIDE_MM = 3.0


@dataclass(frozen=True)
class StepsLook:
    """How the table looks: within a frame and with pictures, or with rules alone."""

    is_framed: bool = True
    has_pictures: bool = True
    who_ems: tuple[float, float] = (6.3, 9.3)
    by_when_ems: tuple[float, float] = (8.75, 15)

    def style(self, page: OnPage) -> TableStyle:
        """The lines and tints."""
        body, padding = page.type.table, page.gaps.row_padding_mm
        head, tint = replace(body, bold=True), tint_of(page.colour)
        if self.is_framed:
            return TableStyle(
                head, body, head_background=tint, row_rule=(0.6, ROW_RULE), border=(1.1, INK),
                radius_pt=mm(2), padding_pt=(mm(padding), mm(2)), row_align="middle",
                rule_after_last=False,
            )  # fmt: skip
        return TableStyle(
            head, body, head_background=tint, top_rule=(1.6, page.colour),
            row_rule=(0.6, ROW_RULE), padding_pt=(mm(padding), mm(3)),
        )  # fmt: skip


def steps(page: OnPage, block: LetterBlock, look: StepsLook) -> list[Element]:
    """The rows of a block: as a table where each column has room for its words."""
    if not block.rows:
        return []
    with_pictures = look.has_pictures and page.letter.setting.with_pictures
    columns = _columns(page, block, look, with_pictures=with_pictures)
    if columns is None:
        return [_stacked(page, block, row, with_pictures=with_pictures) for row in block.rows]
    rows = [_row(page, row, with_pictures=with_pictures) for row in block.rows]
    return [Table(columns, rows, look.style(page))]


def _columns(
    page: OnPage, block: LetterBlock, look: StepsLook, *, with_pictures: bool
) -> list[Column] | None:
    """The columns; None if what will be done has too little room beside who and when."""
    em = page.type.table.size_pt
    picture = mm(page.gaps.table_picture_mm + 2 * _PICTURE_SIDE_MM) if with_pictures else 0.0
    who, by_when = _widths(page, block.rows, look)
    if mm(LETTER_WIDTH_MM) - picture - who - by_when < _LEAST_WHAT * em:
        return None
    what_head, who_head, by_when_head = block.table_head
    columns = [Column(0, what_head), Column(who, who_head), Column(by_when, by_when_head)]
    return [Column(picture, ""), *columns] if with_pictures else columns


def _widths(page: OnPage, rows: Sequence[NextStep], look: StepsLook) -> tuple[float, float]:
    """The widths for names and days, neither cut within a word; whole where there is room."""
    style, is_short = page.type.table, page.type.runs_on
    names = _parts([row.who for row in rows], in_words=look.is_framed)
    days = _parts([row.by_when for row in rows], in_words=look.is_framed or is_short)
    return _between(look.who_ems, names, style), _between(look.by_when_ems, days, style)


def _parts(paragraphs: Sequence[Paragraph], *, in_words: bool) -> list[str]:
    """What is not cut over lines in these cells."""
    if not in_words:
        return [each.text for each in paragraphs]
    shown = (span.text for each in paragraphs for span in spans(each, _DATE_LETTERS))
    return [word for text in shown for word in text.split(" ")]


def _between(ems: tuple[float, float], words: Sequence[str], style: TextStyle) -> float:
    least, most = (em * style.size_pt for em in ems)
    longest = max((width_of(each, style) for each in words), default=0.0)
    return min(max(least, longest + mm(7)), most)


def _row(page: OnPage, row: NextStep, *, with_pictures: bool) -> list[Element | list[Element]]:
    style = page.type.table
    what, *others = (page.setter.cell(cell, style, _DATE_LETTERS) for cell in row.cells)
    why = [page.setter.cell(row.why, style)] if row.why else []
    cells: list[Element | list[Element]] = [[what, *why], *others]
    if not with_pictures:
        return cells
    picture = page.picture(row.picture, page.gaps.table_picture_mm, align="centre")
    return [picture or Text("", style), *cells]


def _stacked(page: OnPage, block: LetterBlock, row: NextStep, *, with_pictures: bool) -> Section:
    """One row with its columns one under another, kept whole."""
    style = page.type.table
    what, *others = row.cells
    told = (what, row.why) if row.why else (what,)
    words: list[Element] = page.setter.texts(told, style, mm(1.5))
    labels = block.table_head[1:]
    label_pt = max(width_of(label, replace(style, bold=True)) for label in labels) + mm(1)
    for label, cell in zip(labels, others, strict=True):
        said = Text(Span(label, bold=True), style)
        words.append(Beside(said, page.setter.cell(cell, style, _DATE_LETTERS), label_pt, mm(4)))
    inner: Sequence[Element] = words
    if with_pictures and (picture := page.picture(row.picture, page.gaps.picture_mm)):
        inner = [Beside(picture, words, mm(page.gaps.picture_mm), mm(page.gaps.picture_gap_mm))]
    framed = Panel(inner, border=ROW_RULE, padding_pt=(mm(3), mm(4)), radius_pt=mm(2))
    return replace(page.section([framed], None), space_before=mm(2), space_after=mm(2))
