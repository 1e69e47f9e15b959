"""A road that winds down a page from stop to stop, each with its picture and its words."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from letters.engine import Element
from letters.engine.beside import split_or_whole
from letters.engine.elements import Laid, Setting
from letters.engine.pdf_values import colour_operands, number
from letters.engine.pen import Pen
from letters.engine.stack import Stack
from letters.engine.structure import Node

_MILLIMETRE = 72 / 25.4
STOP_MM = 34.0
"""How wide a stop on the road is."""
_LANES_MM = (18.0, 38.0)  # where the stops stand, by turns, from the edge where reading starts
_ROAD_MM, _STRAIGHT_MM = 58.0, 36.0  # the part of the page that the road takes
_WORDS_GAP_MM, _ROW_GAP_MM = 6.0, 5.0
_TARMAC, _TARMAC_MM, _MIDDLE_MM = "#C9CFD2", 11.0, 0.9
_BEND = 0.5


@dataclass(frozen=True)
class RoadStop:
    """One stop: its picture (or nothing), its words, and its edge and fill as colours."""

    picture: Element | None
    words: Sequence[Element]
    edge: str
    fill: str
    edge_pt: float = 1.4


@dataclass(frozen=True)
class Road(Element):
    """Stops under one another with a road between them, as an artifact.

    A straight road leaves more of the page to the words, as large print needs.
    """

    stops: Sequence[RoadStop]
    is_straight: bool = False

    def lay(self, width: float, setting: Setting) -> Laid:
        """Lay the words of each stop out beside the road."""
        lanes = _LANES_MM[:1] if self.is_straight else _LANES_MM
        road = _STRAIGHT_MM if self.is_straight else _ROAD_MM
        sides = _Sides(width, (road + _WORDS_GAP_MM) * _MILLIMETRE, setting.right_to_left)
        rows = [
            _Row(
                stop,
                stop.picture.lay(STOP_MM * _MILLIMETRE, setting) if stop.picture else None,
                Stack.of(stop.words, width - sides.words, setting),
                lanes[place % len(lanes)] * _MILLIMETRE,
            )
            for place, stop in enumerate(self.stops)
        ]
        return _LaidRoad(rows, sides)


@dataclass(frozen=True)
class _Sides:
    """The width of the whole, where the words begin, and whether it is mirrored."""

    width: float
    words: float
    mirrored: bool

    def left(self, start: float, wide: float = 0.0) -> float:
        """Where something so far from the start stands from the left."""
        return self.width - start - wide if self.mirrored else start


@dataclass(frozen=True)
class _Row:
    """A stop laid out; one that is carried on from the page before has no ring."""

    stop: RoadStop
    picture: Laid | None
    words: Laid
    lane: float
    is_carried_on: bool = False

    @property
    def height(self) -> float:
        least = 0.0 if self.is_carried_on else STOP_MM * _MILLIMETRE
        return max(self.words.height, least)

    def split(self, available: float) -> "tuple[_Row, _Row] | None":
        """Cut words that no page holds."""
        pieces = split_or_whole(self.words, available, fresh=True)
        if pieces is None or not pieces[1].height:
            return None
        head = _Row(self.stop, self.picture, pieces[0], self.lane, self.is_carried_on)
        return head, _Row(self.stop, None, pieces[1], self.lane, is_carried_on=True)


class _LaidRoad(Laid):
    def __init__(
        self, rows: Sequence[_Row], sides: _Sides, *, from_before: bool = False,
        goes_on: bool = False,
    ) -> None:  # fmt: skip
        self._rows, self._sides = rows, sides
        self._from_before, self._goes_on = from_before, goes_on
        gaps = _ROW_GAP_MM * _MILLIMETRE * max(len(rows) - 1, 0)
        self.height = sum(row.height for row in rows) + gaps

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        fitting = sum(
            1 for top, row in zip(self._tops(), self._rows, strict=True)
            if top + row.height <= available
        )  # fmt: skip
        if fitting:
            return self._cut(self._rows[:fitting], self._rows[fitting:])
        pieces = self._rows[0].split(available) if fresh and self._rows else None
        if pieces is None:
            return None
        return self._cut([pieces[0]], [pieces[1], *self._rows[1:]])

    def _cut(self, head: Sequence[_Row], tail: Sequence[_Row]) -> tuple[Laid, Laid]:
        first = _LaidRoad(head, self._sides, from_before=self._from_before, goes_on=True)
        return first, _LaidRoad(tail, self._sides, from_before=True, goes_on=self._goes_on)

    def _tops(self) -> list[float]:
        tops, top = [], 0.0
        for row in self._rows:
            tops.append(top)
            top += row.height + _ROW_GAP_MM * _MILLIMETRE
        return tops

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        if self._rows:
            self._draw_road(pen, left, top)
        words = self._sides.words
        for row, down in zip(self._rows, self._tops(), strict=True):
            self._draw_stop(pen, row, left, top + down)
            spare = (row.height - row.words.height) / 2
            start = left + self._sides.left(words, self._sides.width - words)
            row.words.draw(pen, start, top + down + spare, parent)

    def _draw_stop(self, pen: Pen, row: _Row, left: float, top: float) -> None:
        if row.is_carried_on:
            return
        across = STOP_MM * _MILLIMETRE
        box_left = left + self._sides.left(row.lane) - across / 2
        box_top = top + (row.height - across) / 2
        box = (box_left, box_top, across, across)
        pen.fill(box, row.stop.fill, across / 2)
        pen.stroke(box, row.stop.edge, row.stop.edge_pt, across / 2)
        if row.picture is not None:
            inside = box_top + (across - row.picture.height) / 2
            row.picture.draw(pen, box_left, inside, None)

    def _draw_road(self, pen: Pen, left: float, top: float) -> None:
        """The road under the stops, and its broken middle line."""
        places = [
            (left + self._sides.left(row.lane), top + down + row.height / 2)
            for row, down in zip(self._rows, self._tops(), strict=True)
        ]
        if self._from_before:
            places.insert(0, (places[0][0], top))
        if self._goes_on:
            places.append((places[-1][0], top + self.height))
        path = _winding([(across, pen.up(down)) for across, down in places])
        wide = number(_TARMAC_MM * _MILLIMETRE)
        fine = number(_MIDDLE_MM * _MILLIMETRE)
        with pen.marking(None):
            pen.write(f"q {colour_operands(_TARMAC)} RG {wide} w {path} S")
            pen.write(f"[7 6] 0 d {colour_operands('#FFFFFF')} RG {fine} w {path} S Q")


def _winding(places: Sequence[tuple[float, float]]) -> str:
    """A smooth path through these places, from top to bottom."""
    across, up = places[0]
    parts = [f"{number(across)} {number(up)} m"]
    for (here, high), (there, low) in pairwise(places):
        bend = (high - low) * _BEND
        values = (here, high - bend, there, low + bend, there, low)
        parts.append(f"{' '.join(map(number, values))} c")
    return " ".join(parts)
