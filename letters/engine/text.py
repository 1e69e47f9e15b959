"""A paragraph or heading: set in lines, cut with two lines kept together, drawn and tagged."""

from dataclasses import dataclass
from typing import Literal

from letters.engine.elements import Element, Laid, Setting, runs_right_to_left
from letters.engine.family import TextStyle, Words, spans_of
from letters.engine.lines import Line, balanced_lines, break_lines
from letters.engine.pace import breathe
from letters.engine.paragraph import Paragraph
from letters.engine.pen import Pen
from letters.engine.structure import Node, Slot
from letters.engine.text_drawing import TextDrawing

KEPT_LINES = 2
_SLACK = 0.01
_HEADINGS = frozenset({"H1", "H2", "H3"})

Role = Literal["P", "H1", "H2", "H3"]
Align = Literal["start", "end", "centre", "left", "right"]


@dataclass(frozen=True)
class Text(Element):
    """A paragraph, or a heading, which is never left alone at the foot of a page.

    The lines of a `balanced` one are about equally long.
    """

    spans: Words
    style: TextStyle
    role: Role = "P"
    language: str | None = None
    align: Align = "start"
    balanced: bool = False

    @property
    def stays_with_next(self) -> bool:
        """Tell whether what follows begins on the same page."""
        return self.keep_with_next or self.role != "P"

    def lay(self, width: float, setting: Setting) -> "TextLines":
        """Set the words in lines of this width."""
        breathe()
        language = self.language or setting.language
        spans = spans_of(self.spans)
        rtl = runs_right_to_left(self.language) if self.language else setting.right_to_left
        paragraph = Paragraph(spans, self.style, language, right_to_left=rtl)
        break_into = balanced_lines if self.balanced else break_lines
        lines = break_into(paragraph, width * 1000 / self.style.size_pt + _SLACK)
        mirrored = setting.right_to_left or bool(paragraph.base)
        side = _side(self.align, right_to_left=mirrored)
        drawing = TextDrawing(paragraph, self.style, width, side)
        return TextLines(drawing, lines, self._slot(paragraph, language, setting))

    def _slot(self, paragraph: Paragraph, language: str, setting: Setting) -> Slot:
        values = {}
        if language != setting.language:
            values["language"] = language
        if paragraph.is_bidi and not any(span.link for span in paragraph.spans):
            values["spoken"] = paragraph.text.replace("\n", "").strip()
        return Slot(self.role, **values)


class TextLines(Laid):
    """Lines of a paragraph, all of them or those that stand on one page."""

    def __init__(self, drawing: TextDrawing, lines: list[Line], slot: Slot) -> None:
        self._drawing = drawing
        self._lines = lines
        self._slot = slot
        self.height = len(lines) * drawing.style.line_pt

    @property
    def width(self) -> float:
        """The width of the longest line in points."""
        longest = max((line.width for line in self._lines), default=0.0)
        return longest * self._drawing.style.size_pt / 1000

    @property
    def role(self) -> str:
        """What it is to a screen reader."""
        return self._slot.role

    def split(self, available: float, *, fresh: bool) -> tuple[Laid, Laid] | None:
        """Cut between lines, two at least on either side; a heading is not cut."""
        count = len(self._lines)
        fitting = int((available + _SLACK) / self._drawing.style.line_pt)
        head = min(fitting, count - KEPT_LINES)
        if head >= KEPT_LINES and self._slot.role not in _HEADINGS:
            return self._cut(head)
        if fresh and 0 < fitting < count:
            return self._cut(fitting)
        return None

    def draw(self, pen: Pen, left: float, top: float, parent: Node | None) -> None:
        """Draw the lines as an element under the parent."""
        self.draw_as(pen, left, top, self._slot.under(parent))

    def draw_as(self, pen: Pen, left: float, top: float, node: Node | None) -> None:
        """Draw the lines as the content of this very element."""
        breathe()
        self._drawing.draw(pen, self._lines, (left, top), node)

    def become(self, slot: Slot) -> None:
        """Make another element hold the words itself, with no paragraph between."""
        slot.take(self._slot)
        self._slot = slot

    def _cut(self, head: int) -> tuple[Laid, Laid]:
        lines = self._lines
        first = TextLines(self._drawing, lines[:head], self._slot)
        return first, TextLines(self._drawing, lines[head:], self._slot)


def _side(align: Align, *, right_to_left: bool) -> float:
    """Give the share of the free room that stands left of a line."""
    if align == "centre":
        return 0.5
    if align in ("left", "right"):
        return float(align == "right")
    return float((align == "end") != right_to_left)
