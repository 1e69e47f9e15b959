"""Draws what was found under the words: each kind by its shape, and colour only beside it."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QTextDocument

from letters.plain.checking import FindingKind
from ui.appearance import appearance
from ui.plain.marks import Mark

DASHED, WAVY, DOTTED, THIN = "dashed", "wavy", "dotted", "thin"
SHAPES = {
    FindingKind.HARD_WORD: DASHED,
    FindingKind.LABEL: DASHED,
    FindingKind.ACRONYM: DASHED,
    FindingKind.SPELLING: WAVY,
    FindingKind.PASSIVE: DOTTED,
    FindingKind.LONG_SENTENCE: THIN,
}
_COLOURS = {DASHED: "due", WAVY: "over", DOTTED: "ink2", THIN: "due_line"}
_BELOW = {DASHED: 2.5, WAVY: 3.0, DOTTED: 3.0, THIN: 5.0}
_WAVE_PX, _WAVE_TALL_PX = 2.0, 2.0
_STOP_PX = 4.0


def paint_mark(painter: QPainter, document: QTextDocument, mark: Mark) -> None:
    """Draw the line of one mark, in the places of the document."""
    shape = SHAPES[mark.finding.kind]
    painter.setPen(_pen(shape))
    for line in stretches(document, mark.start, mark.end):
        y = line.bottom() + _px(_BELOW[shape])
        if shape == WAVY:
            painter.drawPath(_wave(line.left(), line.right(), y))
        else:
            painter.drawLine(QPointF(line.left(), y), QPointF(line.right(), y))


def paint_stop(painter: QPainter, document: QTextDocument, place: int) -> None:
    """Draw where a sentence could stop: an upright line with a foot."""
    painter.setPen(QPen(appearance().paint("due"), _px(2)))
    for line in stretches(document, place, place + 1):
        half, x = _px(_STOP_PX), line.left()
        painter.drawLine(QPointF(x, line.top()), QPointF(x, line.bottom() + _px(4)))
        bottom = line.bottom() + _px(4)
        painter.drawLine(QPointF(x - half, bottom), QPointF(x + half, bottom))


def stretches(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """The pieces of a stretch of text, line by line: from the top of its letters to their foot."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        layout, first = block.layout(), block.position()
        corner = layout.position()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            begins = max(start - first, line.textStart())
            ends = min(end - first, line.textStart() + line.textLength())
            while ends > begins and document.characterAt(first + ends - 1).isspace():
                ends -= 1
            if begins < ends:
                sides = sorted((_x(line.cursorToX(begins)), _x(line.cursorToX(ends))))
                top, foot = corner.y() + line.y(), corner.y() + line.y() + line.ascent()
                left, right = corner.x() + sides[0], corner.x() + sides[1]
                yield QRectF(QPointF(left, top), QPointF(right, foot))
        block = block.next()


def _x(found: object) -> float:
    """The place across: Qt gives it with the place in the text beside it."""
    return float(found[0]) if isinstance(found, tuple) else float(str(found))


def _pen(shape: str) -> QPen:
    pen = QPen(appearance().paint(_COLOURS[shape]), _px(2) if shape == DASHED else 1.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if shape == DASHED:
        pen.setDashPattern([3.0, 1.5])
    elif shape == DOTTED:
        pen.setWidthF(_px(1.6))
        pen.setDashPattern([1.0, 2.0])
    elif shape == WAVY:
        pen.setWidthF(_px(1.4))
    return pen


def _wave(left: float, right: float, y: float) -> QPainterPath:
    path, step, tall = QPainterPath(QPointF(left, y)), _px(_WAVE_PX), _px(_WAVE_TALL_PX)
    x, up = left, True
    while x < right:
        x = min(x + step, right)
        path.lineTo(x, y - tall if up else y)
        up = not up
    return path


def _px(length: float) -> float:
    return length * appearance().text_size / 100
