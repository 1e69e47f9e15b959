"""The operators that draw lines of text, with links as elements of their own."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from letters.engine.faces import Face
from letters.engine.family import TextStyle
from letters.engine.lines import Line, Stretch, stretches
from letters.engine.paragraph import Paragraph, Run
from letters.engine.pdf_values import colour_operands, number
from letters.engine.pen import Pen
from letters.engine.shaping import Piece
from letters.engine.structure import Node


class _Hand(NamedTuple):
    """What was drawn with last: resource name of the font, and colour."""

    font: str
    colour: str


class TextDrawing:
    """How the lines of one paragraph are drawn at one width."""

    def __init__(self, paragraph: Paragraph, style: TextStyle, width: float, side: float) -> None:
        self.style = style
        self._paragraph = paragraph
        self._width = width
        self._side = side
        self._links = [span.link for span in paragraph.spans]
        self._colours = [colour_operands(span.colour or style.colour) for span in paragraph.spans]
        face = style.family.faces(bold=style.bold)[0]
        ascent, descent = (value * style.size_pt / 1000 for value in (face.ascent, face.descent))
        self._baseline = (style.line_pt - ascent + descent) / 2 + ascent

    def draw(
        self, pen: Pen, lines: list[Line], corner: tuple[float, float], node: Node | None
    ) -> None:
        """Draw the lines from their upper left corner as content of the node."""
        left, top = corner
        placed = []
        for line in lines:
            free = self._width - line.width * self.style.size_pt / 1000
            placed.append((left + free * self._side, pen.up(top + self._baseline), line))
            top += self.style.line_pt
        if node is not None and any(self._links):
            self._draw_linked(pen, placed, node)
            return
        pen.canvas.begin(node)
        parts = ["BT"]
        hand = _Hand("", "")
        for x, y, line in placed:
            for stretch in stretches(line, self._paragraph):
                hand = self._show(pen, parts, stretch, (x, y), hand)
        parts.append("ET")
        pen.write(" ".join(parts))
        pen.canvas.end()

    def _draw_linked(self, pen: Pen, placed: list[tuple[float, float, Line]], node: Node) -> None:
        nodes: dict[str, Node] = {}
        for x, y, line in placed:
            for link, linked in self._by_link(line):
                target = node
                if link:
                    target = nodes.get(link) or nodes.setdefault(link, node.add("Link"))
                self._draw_stretches(pen, linked, (x, y), target)
                if link:
                    self._lay_link(pen, linked, (x, y), (target, link))

    def _by_link(self, line: Line) -> Iterator[tuple[str | None, list[Stretch]]]:
        runs = _separate(stretches(line, self._paragraph))
        for link, group in groupby(runs, lambda stretch: self._links[stretch.runs[0].span]):
            yield link, list(group)

    def _draw_stretches(
        self, pen: Pen, drawn: list[Stretch], start: tuple[float, float], node: Node
    ) -> None:
        parts = ["BT"]
        hand = _Hand("", "")
        for stretch in drawn:
            hand = self._show(pen, parts, stretch, start, hand)
        parts.append("ET")
        with pen.marking(node):
            pen.write(" ".join(parts))

    def _lay_link(
        self, pen: Pen, linked: list[Stretch], start: tuple[float, float], link: tuple[Node, str]
    ) -> None:
        size = self.style.size_pt / 1000
        x, y = start
        left = min(stretch.left for stretch in linked)
        right = max(stretch.left + stretch.runs[0].shaped.advance for stretch in linked)
        words = "".join(
            glyph.text for stretch in linked for glyph in stretch.runs[0].shaped.glyphs
        )
        low = y - 0.25 * self.style.size_pt
        box = (x + left * size, low, x + right * size, low + 1.25 * self.style.size_pt)
        node, target = link
        pen.canvas.link(node, target, words.strip() or target, box)

    def _show(
        self, pen: Pen, parts: list[str], stretch: Stretch, start: tuple[float, float], hand: _Hand
    ) -> _Hand:
        x = start[0] + stretch.left * self.style.size_pt / 1000
        parts.append(f"1 0 0 1 {x:.2f} {start[1]:.2f} Tm")
        font, colour = hand
        for (face, span), runs in _alike(stretch.runs):
            embedded = pen.canvas.embedded(face)
            font, colour = self._take(parts, (font, colour), embedded.name, span)
            shown = [embedded.operands[run.shaped] for run in runs]
            try:
                parts.append(f"[{''.join(shown)}]TJ")  # type: ignore[arg-type]  # caught below
            except TypeError:
                self._show_raised(parts, shown)
        return _Hand(font, colour)

    def _show_raised(self, parts: list[str], shown: list[str | tuple[Piece, ...]]) -> None:
        for operand in shown:
            if isinstance(operand, str):
                parts.append(f"[{operand}]TJ")
                continue
            for piece in operand:
                rise = number(piece.rise * self.style.size_pt / 1000)
                parts.append(f"{rise} Ts[{piece.operand}]TJ")
            parts.append("0 Ts")

    def _take(
        self, parts: list[str], held: tuple[str, str], font: str, span: int
    ) -> tuple[str, str]:
        colour = self._colours[span]
        if font != held[0]:
            parts.append(f"/{font} {number(self.style.size_pt)} Tf")
        if colour != held[1]:
            parts.append(f"{colour} rg")
        return font, colour


def _alike(runs: list[Run]) -> Iterator[tuple[tuple[Face, int], list[Run]]]:
    """Group neighbours of one face and span."""
    start = 0
    for place, run in enumerate(runs):
        first = runs[start]
        if run.face is not first.face or run.span != first.span:
            yield (first.face, first.span), runs[start:place]
            start = place
    if runs:
        yield (runs[start].face, runs[start].span), runs[start:]


def _separate(drawn: list[Stretch]) -> list[Stretch]:
    """Give each run a stretch of its own."""
    found = []
    for stretch in drawn:
        left = stretch.left
        for run in stretch.runs:
            found.append(Stretch(left, [run]))
            left += run.shaped.advance
    return found
