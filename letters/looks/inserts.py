"""Pages that stand by themselves: to be read aloud, the road map, about me, the carer's note."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from letters.about_me import OWN_WORDS
from letters.bands import Band
from letters.engine import Beside, Element, Panel, Space, Text, TextStyle
from letters.letter import BlockKind, Letter, LetterBlock
from letters.looks.head import head
from letters.looks.on_page import OnPage, drawn
from letters.looks.own_pages import OwnPages
from letters.looks.paper import tint_of
from letters.looks.picture_rows import ROW_GAP_MM, PictureRow, RowSetter, picture_rows
from letters.looks.road import Road, RoadStop
from letters.looks.type_scale import letter_type
from letters.page import INK, ROW_RULE, mm
from letters.paragraph import Paragraph
from letters.road_map import HERE
from letters.setting import spans_of

_ORDER = (
    BlockKind.READ_ALOUD,
    BlockKind.ROAD_MAP,
    BlockKind.ABOUT_ME,
    BlockKind.NOTE_TO_CARER,
)
"""The note to the carer comes last, on a sheet of its own, so that it can be torn off."""
OWN_PAGES = frozenset(_ORDER)
_MOST_PT, _CARER_PT = 15.0, 12.0
_ROWS_MM, _MOST_LARGER = 236.0, 1.25  # room for rows under the heading of a page
_STOP_PICTURE_MM, _PHOTO_MM, _PHOTO_GAP_MM = 22.0, (52.0, 64.0), 9.0
_ABOUT_PT, _PART_GAP_MM = 16.0, 8.0
_HERE_PT, _STOP_PT = 3.0, 1.4
_PAPER = "#FFFFFF"


def blocks_in_flow(letter: Letter) -> tuple[LetterBlock, ...]:
    """The blocks of the letter itself, without those that have a page of their own."""
    return tuple(block for block in letter.blocks if block.kind not in OWN_PAGES)


def own_page_blocks(letter: Letter) -> tuple[LetterBlock, ...]:
    """The blocks that have a page of their own, in the order of the pages."""
    found = (block for block in letter.blocks if block.kind in OWN_PAGES)
    return tuple(sorted(found, key=lambda block: _ORDER.index(block.kind)))


def own_page_count(letter: Letter) -> int:
    """How many pages those take beside the letter; the carer's note may leave a back empty."""
    blocks = own_page_blocks(letter)
    return len(blocks) + any(block.kind is BlockKind.NOTE_TO_CARER for block in blocks)


def with_own_pages(page: OnPage, flow: Sequence[Element]) -> list[Element]:
    """The flow of a letter, and after it each part that has a page of its own.

    `page` is that of the usual room: these parts are never set closer for the letter’s sake.
    """
    blocks = own_page_blocks(page.letter)
    if not blocks:
        return list(flow)
    parts = [flow, *(own_page(page, block) for block in blocks)]
    torn_off = frozenset(
        place
        for place, block in enumerate(blocks, start=1)
        if block.kind is BlockKind.NOTE_TO_CARER
    )
    return [OwnPages(parts, torn_off)]


def own_page(page: OnPage, block: LetterBlock) -> list[Element]:
    """What stands on the page that a block has to itself."""
    setters: dict[BlockKind, Callable[[OnPage, LetterBlock], list[Element]]] = {
        BlockKind.READ_ALOUD: read_aloud,
        BlockKind.ROAD_MAP: road_map,
        BlockKind.ABOUT_ME: about_me,
        BlockKind.NOTE_TO_CARER: note_to_carer,
    }
    return setters[block.kind](page, block)


def read_aloud(page: OnPage, block: LetterBlock) -> list[Element]:
    """Big words, each idea with its picture, for a grown-up to read out."""
    rows = picture_rows(block.paragraphs, block.picture)
    kind = letter_type(page.letter, Band.A)
    room_mm = (_ROWS_MM / max(len(rows), 1)) - ROW_GAP_MM
    by = min(room_mm / kind.gaps.picture_mm, _MOST_LARGER)
    own = replace(page, type=kind.larger(kind.body.size_pt * by))
    return [_title(own, block), *RowSetter(own, kind.body).rows(rows)]


def road_map(page: OnPage, block: LetterBlock) -> list[Element]:
    """The heading, what the road is, and its stops."""
    style = _at_most(page, _MOST_PT)
    rows = picture_rows(block.paragraphs)
    intro = [each for row in rows if not row.picture for each in row.paragraphs]
    told = [row for row in rows if row.picture]
    here = next((place for place, row in enumerate(told) if _is_here(row)), len(told))
    stops = []
    for place, row in enumerate(told):
        ring = _Ring(row.picture, place + 1, place - here)
        stops.append(_stop(page, ring, row.paragraphs, style))
    return [
        _title(page, block),
        *page.setter.texts(intro, style, mm(6)),
        Road(stops, is_straight=page.type.is_large),
    ]


def _is_here(row: PictureRow) -> bool:
    return any(line.key == HERE for line in row.paragraphs)


class _Ring(NamedTuple):
    """What stands in the ring of a stop: its picture or, where none is wanted, its number.

    `ahead` counts the stops from where the child is; what is past is below 0.
    """

    name: str
    number: int
    ahead: int

    @property
    def is_here(self) -> bool:
        return self.ahead == 0


def _stop(page: OnPage, ring: _Ring, told: Sequence[Paragraph], style: TextStyle) -> RoadStop:
    name, *lines = told
    words: list[Element] = [Text(spans_of(name), replace(style, bold=True), role="H3")]
    for line in lines:
        marked = replace(style, colour=page.colour) if line.key == HERE else style
        words += page.setter.texts([line], marked, mm(0.6))
    edge = page.colour if ring.is_here else ROW_RULE if ring.ahead > 0 else INK
    fill = tint_of(page.colour) if ring.is_here else _PAPER
    width = _HERE_PT if ring.is_here else _STOP_PT
    return RoadStop(_in_ring(page, ring, style), words, edge, fill, width)


def _in_ring(page: OnPage, ring: _Ring, style: TextStyle) -> Element:
    """Decoration: what the picture shows is said by the name of the stop."""
    shown = page.picture(ring.name, _STOP_PICTURE_MM, align="centre")
    if shown is not None:
        return shown
    return Text(f"{ring.number}", replace(style, bold=True), align="centre")


def about_me(page: OnPage, block: LetterBlock) -> list[Element]:
    """The photograph, the name and what an IRO does; then their own words on a tint."""
    page = replace(page, type=page.type.larger(_ABOUT_PT))
    style = page.type.body
    own = [each for each in block.paragraphs if each.key.startswith(OWN_WORDS)]
    at = block.paragraphs.index(own[0]) if own else len(block.paragraphs)
    first = page.setter.texts(block.paragraphs[:at], style, mm(3))
    after = [each for each in block.paragraphs[at:] if each not in own]
    photo, gap = _photo(page, block), mm(_PART_GAP_MM)
    top = (
        [Beside(photo, first, mm(_PHOTO_MM[0]), mm(_PHOTO_GAP_MM), align="middle")]
        if photo
        else first
    )
    panel = Panel(
        page.setter.texts(own, style, mm(3)), background=tint_of(page.colour), radius_pt=mm(4),
        padding_pt=(mm(6), mm(8)), space_before=gap, space_after=gap,
    )  # fmt: skip
    said = [panel] if own else [Space(gap)]
    return [_title(page, block), *top, *said, *page.setter.texts(after, style, mm(2.5))]


def _photo(page: OnPage, block: LetterBlock) -> Element | None:
    """The photograph, or the picture of the page where there is none."""
    photo = page.letter.setting.photo
    if photo is not None:
        return drawn(photo, _PHOTO_MM, photo.says or page.letter.author)
    return page.picture(block.picture, _PHOTO_MM[0])


def note_to_carer(page: OnPage, block: LetterBlock) -> list[Element]:
    """A page for the carer alone: from which council, and what the letter before it is for."""
    style = _at_most(page, _CARER_PT)
    told = page.setter.texts([*block.paragraphs, *block.after], style, mm(3))
    return [replace(head(page), space_after=mm(8)), _title(page, block), *told]


def _title(page: OnPage, block: LetterBlock) -> Element:
    """The heading of a page that stands by itself, as large as that of the letter."""
    return replace(page.heading(block.heading, style=page.type.title), space_after=mm(4))


def _at_most(page: OnPage, size_pt: float) -> TextStyle:
    """The type of the body, no larger than this unless it is large print."""
    body = page.type.body
    if page.type.is_large or body.size_pt <= size_pt:
        return body
    return replace(body, size_pt=size_pt, line_pt=body.line_pt * size_pt / body.size_pt)
