"""Paragraphs as the page engine takes them: words kept on one line, gaps shown or left out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from letters.engine import Element, Panel, Picture, Place, Raster, Span, Text, TextStyle
from letters.engine.elements import Laid, Setting
from letters.engine.stack import Part, Stack
from letters.page import (
    ART_HEIGHT_MM,
    ART_WIDTH_MM,
    CHOSEN_MM,
    GAP_BAR,
    GAP_INK,
    GAP_TINT,
    mm,
)
from letters.paragraph import Art, Paragraph, Piece, Source, run_together

_BLANK_AFTER_DIGIT = re.compile(r"(?<=\d) (?=\D)")
_DATE_AT_END = re.compile(r"\d+ .+$")
_NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Noted(Element):
    """An element whose place is remembered under several names."""

    child: Element
    names: Sequence[str]

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay the element out within one holder for each name."""
        laid = self.child.lay(width, setting)
        for name in self.names:
            laid = Stack([Part(laid, width, place=name)])
        return laid


@dataclass(frozen=True)
class Setter:
    """Sets paragraphs; gaps only in drafts."""

    is_draft: bool = False

    def shows(self, paragraph: Paragraph) -> bool:
        """Whether this paragraph is drawn at all."""
        gap = paragraph.gap
        return gap is None or (self.is_draft and not gap.may_stay)

    def text(self, paragraph: Paragraph, style: TextStyle, space_after: float = 0.0) -> Element:
        """One paragraph of the flow; a gap stands on a tint of its own."""
        if paragraph.gap is None:
            place = name_of(paragraph.source)
            if paragraph.art is not None:
                return _with_art(paragraph, paragraph.art, style, space_after)
            return Text(spans(paragraph), style, place=place, space_after=space_after)
        words = Text(_gap_spans(paragraph), style)
        return Panel(
            [words], background=GAP_TINT, bar=GAP_BAR, padding_pt=(mm(1), mm(4)), bar_pt=mm(1),
            space_after=space_after, place=name_of(paragraph.source),
        )  # fmt: skip

    def texts(
        self, paragraphs: Iterable[Paragraph], style: TextStyle, space_after: float
    ) -> list[Element]:
        """Paragraphs one under another."""
        return [self.text(each, style, space_after) for each in paragraphs if self.shows(each)]

    def run_on(
        self, paragraphs: Iterable[Paragraph], style: TextStyle, space_after: float
    ) -> list[Element]:
        """Paragraphs after each other as one; the place of each is that of the whole."""
        shown = [each for each in paragraphs if self.shows(each)]
        told = [each for each in shown if each.gap is None and each.art is None]
        elements: list[Element] = []
        if told:
            words = Text(spans(Paragraph(run_together(told))), style)
            names = tuple(filter(None, (name_of(each.source) for each in told)))
            elements.append(Noted(words, names, space_after=space_after))
        rest = (each for each in shown if each.gap is not None or each.art is not None)
        return [*elements, *self.texts(rest, style, space_after)]

    def cell(self, paragraph: Paragraph, style: TextStyle, letters: int = 0) -> Element:
        """A paragraph in a narrow cell: a day and its month stay together, and a date so long."""
        if paragraph.gap is not None:
            words = _gap_spans(paragraph) if self.is_draft else [Span("")]
            return Text(words, style, place=name_of(paragraph.source))
        return Text(spans(paragraph, letters), style, place=name_of(paragraph.source))


def _with_art(paragraph: Paragraph, art: Art, style: TextStyle, space_after: float) -> Element:
    """The words with what the child drew or chose under them."""
    words = Text(spans(paragraph), style, space_after=mm(1), keep_with_next=True)
    if art.png:
        shown: Element = Raster(art.png, art.alt, mm(ART_WIDTH_MM), mm(ART_HEIGHT_MM))
    else:
        shown = Picture(art.picture, art.alt, mm(CHOSEN_MM))
    return Panel(
        [words, shown], padding_pt=0, space_after=space_after, place=name_of(paragraph.source)
    )


def spans(paragraph: Paragraph, letters: int | None = None) -> list[Span]:
    """The pieces as spans; what is kept on one line in a narrow cell is at most so long."""
    return [
        Span(_kept_together(piece.text, letters) if piece.together else piece.text, piece.bold)
        for piece in paragraph.pieces or (Piece(""),)
    ]


def _kept_together(text: str, letters: int | None) -> str:
    if letters is None:
        return text.replace(" ", _NO_BREAK)
    date = _DATE_AT_END.search(text)
    if date and len(date.group()) <= letters:
        return text[: date.start()] + date.group().replace(" ", _NO_BREAK)
    return _BLANK_AFTER_DIGIT.sub(_NO_BREAK, text, count=1)


def spans_of(paragraph: Paragraph) -> list[Span]:
    """The pieces as spans, a gap in its own colour."""
    return spans(paragraph) if paragraph.gap is None else _gap_spans(paragraph)


def _gap_spans(paragraph: Paragraph) -> list[Span]:
    return [Span(piece.text, colour=GAP_INK) for piece in paragraph.pieces]


def name_of(source: Source | None) -> str | None:
    """The name by which the engine tells where words of this source stand."""
    return f"{source.table}/{source.row_id}/{source.field}" if source else None


def places_of(named: Mapping[str, Iterable[Place]]) -> dict[Source, tuple[Place, ...]]:
    """Where the words of each source stand."""
    return {Source(*name.split("/", 2)): tuple(places) for name, places in named.items()}
