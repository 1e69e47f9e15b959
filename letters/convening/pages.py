"""The look of invitations and forms: plain, large, with room to write; then PDF bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from letters.convening.paper import FORM, LARGE_PT, Asked, ConveningPaper, Part, Said, Told
from letters.convening.ruled import EmptyBox, Ruled
from letters.engine import (
    Beside,
    Columns,
    Element,
    Family,
    Frame,
    Furniture,
    PageDesign,
    Panel,
    Picture,
    Placed,
    Span,
    Text,
    TextStyle,
    family_for,
    lay_out,
)
from letters.looks.envelope import ADDRESS, WORDS_FROM_MM, address_text, draw_folds, fits
from letters.page import FACTS_TINT, FOOT_BASELINE_MM, INK, LAKE, MUTED, mm
from letters.pdf import Rendered
from models.rules.forms import Answer
from models.rules.scales import FACES, HIGHEST, LOWEST

_SIDE_MM, _TOP_MM, _LATER_MM, _BOTTOM_MM = 20.0, 34.0, 20.0, 275.0
_WIDTH_MM = 210 - 2 * _SIDE_MM
_LINE_APART = {False: 24.0, True: 32.0}
_DRAWN_LINE_PT = 26.0
_LEADING = 1.4


@dataclass(frozen=True)
class _Look:
    """The type of one paper."""

    paper: ConveningPaper

    @cached_property
    def family(self) -> Family:
        return family_for(self.paper.language, "Atkinson Hyperlegible Next")

    @property
    def is_large(self) -> bool:
        return self.paper.size_pt >= LARGE_PT

    def style(self, share: float = 1.0, colour: str = INK, *, bold: bool = False) -> TextStyle:
        size = self.paper.size_pt * share
        return TextStyle(self.family, size, size * _LEADING, colour=colour, bold=bold)

    @property
    def small(self) -> TextStyle:
        """Never smaller than 11 points, and in large print no smaller than the rest."""
        size = self.paper.size_pt if self.is_large else 11.0
        return TextStyle(self.family, size, size * _LEADING, colour=MUTED)

    @property
    def apart(self) -> float:
        """The room between two parts."""
        return self.paper.size_pt * 0.75


def render_paper(paper: ConveningPaper) -> Rendered:
    """Set an invitation or a form on pages; an address that fits stands in the window."""
    look = _Look(paper)
    pages = lay_out(
        _elements(look), _design(look), paper.language, right_to_left=paper.right_to_left
    )
    built = pages.write(paper.plain_title, paper.author, paper.dated)
    return Rendered(built.bytes, built.page_count)


def shows_address(paper: ConveningPaper) -> bool:
    """Whether the address of its reader shows in the window of an envelope."""
    return not paper.is_label and bool(paper.address) and fits(paper.address, _Look(paper).family)


def _design(look: _Look) -> PageDesign:
    paper, small = look.paper, look.small
    top = WORDS_FROM_MM if shows_address(paper) else _TOP_MM
    foot = TextStyle(look.family, max(10.0, small.size_pt * 0.8), small.line_pt, colour=MUTED)

    def furniture(page: Furniture) -> None:
        if page.is_first:
            page.picture("waymark-logo", _SIDE_MM, 12, 10)
            half = _WIDTH_MM / 2
            down = page.text(paper.council, look.style(1, bold=True), _SIDE_MM + 13, 11.5, half)
            page.text(paper.service, small, _SIDE_MM + 13, 11.5 + down, half)
            page.text(paper.made_for, look.style(bold=True), _SIDE_MM + half, 11.5, half, "end")
            if shows_address(paper):
                draw_folds(page)
        number = paper.page_of.format(page=page.page_number, pages=page.page_count)
        page.foot(paper.foot, number, foot, FOOT_BASELINE_MM)

    first = Frame(top, _BOTTOM_MM, _SIDE_MM, _SIDE_MM)
    return PageDesign(first, Frame(_LATER_MM, _BOTTOM_MM, _SIDE_MM, _SIDE_MM), furniture)


def _elements(look: _Look) -> list[Element]:
    paper = look.paper
    elements: list[Element] = []
    if shows_address(paper):
        text = address_text(paper.address, look.family, is_draft=False)
        width = ADDRESS.right - ADDRESS.left
        elements.append(Placed([text], ADDRESS.left, ADDRESS.top, width, mirrored=False))
    elif paper.is_label and paper.address:
        lines = [Text(line, look.style()) for line in paper.address]
        elements.append(Panel(lines, padding_pt=(0, 0), space_after=look.apart * 2))
    heading = look.style(1.5, LAKE, bold=True)
    elements.append(Text(paper.title, heading, role="H1", space_after=look.apart))
    for part in paper.parts:
        elements += _part(look, part)
    if paper.kind == FORM and paper.return_to:
        elements.append(_return_panel(look))
    return elements


def _return_panel(look: _Look) -> Element:
    paper = look.paper
    lines = [Text(paper.send_back, look.style(bold=True))]
    lines += [Text(line, look.style()) for line in paper.return_to]
    return Panel(lines, background=FACTS_TINT, padding_pt=(8, 12), space_before=look.apart)


def _part(look: _Look, part: Part) -> Iterator[Element]:
    if isinstance(part, Said):
        style = look.style(1.1, bold=True) if part.is_head else look.style()
        yield Text(part.words, style, role="H2" if part.is_head else "P", space_after=look.apart)
    elif isinstance(part, Told):
        rows = [
            Text([Span(f"{name}  ", bold=True), Span(words)], look.style(), space_after=3)
            for name, words in part.rows
        ]
        yield Panel(rows, background=FACTS_TINT, padding_pt=(9, 12), space_after=look.apart)
    else:
        yield from _asked(look, part)


def _asked(look: _Look, asked: Asked) -> Iterator[Element]:
    words = Text(asked.words, look.style(bold=True), role="H2")
    head: Element = words
    if asked.picture:
        side = look.paper.size_pt * 2.2
        picture = Picture(asked.picture, "", side)
        head = Beside([picture], [words], side, 8, align="middle", keep_with_next=True)
    yield head
    yield from _room(look, asked)


def _room(look: _Look, asked: Asked) -> Iterator[Element]:
    after = look.apart * 1.2
    if asked.answer is Answer.LINES:
        yield Ruled(asked.lines, _LINE_APART[look.paper.size_pt > 12], space_after=after)
    elif asked.answer is Answer.DRAW:
        yield EmptyBox(asked.lines * _DRAWN_LINE_PT, space_before=4, space_after=after)
    elif asked.answer is Answer.FACES:
        yield _faces(look, asked.choices, after)
    elif asked.answer is Answer.NUMBER:
        yield _numbers(look, after)
    else:
        yield from _ticks(look, asked.choices, after)


def _faces(look: _Look, names: Sequence[str], after: float) -> Element:
    wide = mm(_WIDTH_MM) / len(FACES)
    side = min(wide * 0.7, mm(22))
    columns = [
        [
            Picture(face.key, name, side, align="centre"),
            Text(name, look.style(0.7), align="centre", space_before=3),
        ]
        for face, name in zip(FACES, names, strict=True)
    ]
    return Columns(columns, [wide - 6] * len(columns), 6, space_before=6, space_after=after)


def _numbers(look: _Look, after: float) -> Element:
    numbers = range(LOWEST, HIGHEST + 1)
    wide = mm(_WIDTH_MM) / len(numbers)
    style = look.style(min(1.3, 24 / look.paper.size_pt), bold=True)
    columns = [[Text(str(number), style, align="centre")] for number in numbers]
    return Columns(columns, [wide] * len(columns), 0, space_before=6, space_after=after)


def _ticks(look: _Look, choices: Sequence[str], after: float) -> Iterator[Element]:
    side = look.paper.size_pt * 1.2
    for place, words in enumerate(choices, 1):
        text = Text(words, look.style())
        last = after if place == len(choices) else 4.0
        yield Beside([EmptyBox(side, side)], [text], side, 9, align="middle", space_after=last)
