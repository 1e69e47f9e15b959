"""Rows of a picture and its words, centred on each other: how a letter led by pictures is set."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from letters.bands import Band
from letters.engine import Beside, Element, Panel, Text, TextStyle
from letters.engine.elements import Laid, Setting
from letters.engine.pen import Pen
from letters.engine.structure import Node
from letters.letter import Letter, LetterBlock, NextStep
from letters.looks.on_page import OnPage
from letters.looks.paper import LETTER_LATER
from letters.page import CHILD_BAR, mm
from letters.paragraph import Paragraph
from letters.pictures import SAYS
from letters.section import Section
from letters.wording import wording

ROW_GAP_MM, CLOSE_ROW_GAP_MM = 3.0, 2.0
CLOSE_PICTURE_MM, LEAST_PICTURE_MM, CLOSE_PICTURE_GAP_MM = 28.0, 24.0, 6.0
CLOSE_EASY_PICTURE_MM, LEAST_EASY_PICTURE_MM = 22.0, 19.0
"""The words of Easy Read are never smaller, so where room is short its pictures are."""
NEXT_TINT = "#E6EFF8"
_BLEED_MM, _ROUND_MM, _LINE_GAP_MM = 6.0, 4.0, 0.6


@dataclass(frozen=True)
class PictureRow:
    """One idea: the name of its picture, and the words beside it."""

    picture: str
    paragraphs: tuple[Paragraph, ...]


def picture_rows(paragraphs: Iterable[Paragraph], picture: str = "") -> list[PictureRow]:
    """Paragraphs as rows: each that names a picture begins one, `picture` is for the first."""
    rows: list[PictureRow] = []
    for paragraph in paragraphs:
        if rows and not paragraph.picture:
            joined = (*rows[-1].paragraphs, paragraph)
            rows[-1] = PictureRow(rows[-1].picture, joined)
        else:
            rows.append(PictureRow(paragraph.picture or picture, (paragraph,)))
    return rows


def led_by_choice(block: LetterBlock) -> LetterBlock:
    """A block where a picture that the child chose leads its row, in place of another's."""
    paragraphs = tuple(map(_led_by_choice, block.paragraphs))
    return replace(block, paragraphs=paragraphs)


def _led_by_choice(paragraph: Paragraph) -> Paragraph:
    art = paragraph.art
    if art is None or art.png:
        return paragraph
    return replace(paragraph, picture=art.picture, art=None)


def joined(rows: Iterable[PictureRow]) -> list[PictureRow]:
    """Rows of which none has the picture of the one before it: those are set as one."""
    found: list[PictureRow] = []
    for row in rows:
        if found and row.picture and row.picture == found[-1].picture:
            found[-1] = PictureRow(row.picture, (*found[-1].paragraphs, *row.paragraphs))
        else:
            found.append(row)
    return found


def rows_of(block: LetterBlock) -> list[PictureRow]:
    """A whole block as rows; a step says who will do it and by when under what will be done."""
    steps = [_row_of_step(step) for step in block.rows]
    return [
        *picture_rows(block.paragraphs, block.picture),
        *steps,
        *picture_rows(block.after, "" if steps or block.paragraphs else block.picture),
    ]


def _row_of_step(step: NextStep) -> PictureRow:
    return PictureRow(step.picture, step.cells)


def told(letter: Letter, name: str) -> str:
    """What a picture shows, in the letter's language, for those who cannot see it."""
    own = letter.setting.own_pictures.get(name)
    if own is not None:
        return own.says
    return wording(letter.language).say(SAYS.get(name, ""))


def _belongs(row: PictureRow | None, before: PictureRow) -> bool:
    """Whether a row says more of the one before it, as who will do a step and by when."""
    key = before.paragraphs[0].key
    return row is not None and bool(key) and row.paragraphs[0].key.startswith(f"{key}/")


@dataclass(frozen=True)
class InSquare(Element):
    """A picture in the middle of a square, so that rows are as tall whatever it shows."""

    picture: Element
    side: float

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay the picture out."""
        return _LaidInSquare(self.picture.lay(width, setting), self.side)


class _LaidInSquare(Laid):
    def __init__(self, picture: Laid, side: float) -> None:
        self._picture = picture
        self.height = max(side, picture.height)

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        self._picture.draw(pen, left, top + (self.height - self._picture.height) / 2, parent)


@dataclass(frozen=True)
class RowSetter:
    """Sets rows on one letter's page, in a style of its own; their pictures may be smaller."""

    page: OnPage
    style: TextStyle
    most_picture_mm: float = 0.0

    @property
    def picture_mm(self) -> float:
        """How large a picture is: less where the words need the room."""
        if self.most_picture_mm:
            return self.most_picture_mm
        given = self.page.gaps.picture_mm
        if not self.page.type.runs_on:
            return given
        if self.page.letter.band is Band.E:
            return CLOSE_EASY_PICTURE_MM if given >= CLOSE_PICTURE_MM else LEAST_EASY_PICTURE_MM
        return CLOSE_PICTURE_MM if given >= CLOSE_PICTURE_MM else LEAST_PICTURE_MM

    @property
    def _picture_gap_mm(self) -> float:
        """How far words stand from their picture."""
        given = self.page.gaps.picture_gap_mm
        return min(given, CLOSE_PICTURE_GAP_MM) if self.page.type.runs_on else given

    @property
    def gap(self) -> float:
        """The room between rows, in points."""
        return mm(CLOSE_ROW_GAP_MM if self.page.type.runs_on else ROW_GAP_MM)

    def rows(self, rows: Iterable[PictureRow], above: Sequence[Element] = ()) -> list[Element]:
        """Rows one under another; `above` stands in the first, over its words."""
        return list(self._set(rows, above))

    def _set(self, rows: Iterable[PictureRow], above: Sequence[Element]) -> Iterator[Element]:
        given = list(rows)
        for row, following in zip_longest(given, given[1:]):
            element = self.row(row.picture, [*above, *self._words(row)])
            yield replace(element, keep_with_next=_belongs(following, row))
            above = ()

    def _words(self, row: PictureRow) -> list[Element]:
        return self.page.setter.texts(row.paragraphs, self.style, mm(_LINE_GAP_MM))

    def row(self, picture: str, words: Sequence[Element]) -> Element:
        """One row, moved whole to the next page; without pictures the words take its width."""
        size_mm = self.picture_mm
        shown = self.page.picture(picture, size_mm, told(self.page.letter, picture), "centre")
        inner: Sequence[Element] = words
        if self.page.letter.setting.with_pictures:
            column, gap = mm(size_mm), mm(self._picture_gap_mm)
            beside = [InSquare(shown, column)] if shown is not None else []
            inner = [Beside(beside, words, column, gap, align="middle")]
        page_pt = LETTER_LATER.height_pt
        return Section(inner, None, page_pt, space_before=self.gap, space_after=self.gap)

    def child_words(self, rows: Sequence[Element]) -> Panel:
        """The child's own words on yellow, which runs into both margins."""
        return Panel(
            rows, background=self.page.child_tint, bar=CHILD_BAR, bleed_pt=mm(_BLEED_MM),
            padding_pt=(self._panel_padding, mm(_BLEED_MM)),
            space_before=self.gap, space_after=self.gap,
        )  # fmt: skip

    def next_block(self, rows: Sequence[Element]) -> Panel:
        """What happens next, on one pale blue block."""
        return Panel(
            rows, background=NEXT_TINT, radius_pt=mm(_ROUND_MM), bleed_pt=mm(_BLEED_MM),
            padding_pt=(self._panel_padding + mm(1), mm(_BLEED_MM)),
            space_before=self.gap, space_after=self.gap,
        )  # fmt: skip

    @property
    def _panel_padding(self) -> float:
        """Little round pictures, which have room of their own; more round words alone."""
        has_pictures = self.page.letter.setting.with_pictures
        return mm(2.0) if has_pictures else self.page.padding

    def bold(self, words: str, *, role_is_heading: bool = True) -> Text:
        """A heading in the words' own size, as large as a child who is read to needs."""
        style = replace(self.style, bold=True)
        return Text(words, style, role="H2" if role_is_heading else "P")
