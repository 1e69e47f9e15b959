"""A child's drawing as lines: drawn again at any size, undone line by line, given as a picture."""

from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, qRgb

WIDTH: Final = 1600
HEIGHT: Final = 1000
PAPER: Final = "#FFFFFF"
INK: Final = "#1B262B"
# The nine flat fills of the pictograms, and ink. Source: design reference 6.4.
COLOURS: Final = (
    INK, "#F0B400", "#FFE08A", "#9CCBA8", "#7FB4BD",
    "#A9CBEC", "#DDB0D0", "#E9A58F", "#F3D9B1", PAPER,
)  # fmt: skip
_SMALL_WIDTH: Final = 400
_A_DOT: Final = QPointF(0.01, 0)  # long enough to be seen, with round ends


@dataclass
class Stroke:
    """One line from pen down to pen up. Units: of the paper, 1600 by 1000."""

    colour: str
    width: float
    points: list[QPointF] = field(default_factory=list)

    def piece(self, end: int) -> QPainterPath:
        """The smooth piece that the point at this place adds to the line."""
        points = self.points
        if end == 0:
            path = QPainterPath(points[0])
            path.lineTo(points[0] + _A_DOT)
            return path
        path = QPainterPath(points[0] if end == 1 else _middle(points[end - 2], points[end - 1]))
        path.quadTo(points[end - 1], _middle(points[end - 1], points[end]))
        return path

    def whole(self) -> QPainterPath:
        """The whole smooth line."""
        path = QPainterPath(self.points[0])
        for place in range(1, len(self.points)):
            path.quadTo(
                self.points[place - 1], _middle(self.points[place - 1], self.points[place])
            )
        path.lineTo(self.points[-1] + _A_DOT)
        return path

    @property
    def pen(self) -> QPen:
        """What it is drawn with."""
        ends, joins = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        return QPen(QColor(self.colour), self.width, Qt.PenStyle.SolidLine, ends, joins)


class Cleared:
    """The mark in the history where the paper was made empty."""


class Drawing:
    """The lines in the order they were drawn, over the picture that was there before."""

    def __init__(self) -> None:
        self._before: QImage | None = None
        self._marks: list[Stroke | Cleared] = []

    def begin(self, before: QImage | None) -> None:
        """Begin anew, on empty paper or on an earlier picture."""
        self._before, self._marks = before, []

    def add(self, mark: Stroke | Cleared) -> None:
        """Draw a line on top, or make the paper empty."""
        self._marks.append(mark)

    def undo(self) -> bool:
        """Take back the last line or the clearing; say whether there was one."""
        return bool(self._marks and self._marks.pop())

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._marks)

    @property
    def strokes(self) -> list[Stroke]:
        """The lines that are on the paper now."""
        begun = 1 + max(
            (place for place, mark in enumerate(self._marks) if isinstance(mark, Cleared)),
            default=-1,
        )
        return [mark for mark in self._marks[begun:] if isinstance(mark, Stroke)]

    def paint(self, painter: QPainter) -> None:
        """Paint it on a painter whose units are those of the paper."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), QColor(PAPER))
        if self._before is not None and not self._was_cleared:
            painter.drawImage(_fitted(self._before), self._before)
        for stroke in self.strokes:
            painter.strokePath(stroke.whole(), stroke.pen)

    @property
    def _was_cleared(self) -> bool:
        return any(isinstance(mark, Cleared) for mark in self._marks)

    def image(self, width: int = WIDTH) -> QImage:
        """The drawing as a picture so wide. Units: px."""
        picture = QImage(width, width * HEIGHT // WIDTH, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        painter.scale(width / WIDTH, width / WIDTH)
        self.paint(painter)
        painter.end()
        return picture

    def is_empty(self) -> bool:
        """Whether nothing can be seen on the paper: never drawn, or rubbed out again."""
        if not self.strokes and (self._before is None or self._was_cleared):
            return True
        small = self.image(_SMALL_WIDTH).convertToFormat(QImage.Format.Format_Grayscale8)
        return bytes(small.constBits()).strip(b"\xff") == b""

    def png(self) -> bytes:
        """The drawing as PNG, in few flat colours so that it stays small."""
        flat = self.image().convertToFormat(
            QImage.Format.Format_Indexed8,
            _palette(),
            Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither,
        )
        content = QByteArray()
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        flat.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a text
        return bytes(content.data())


def _palette() -> list[int]:
    """Every colour, and two steps between each two, so that edges stay smooth."""
    colours = [QColor(each) for each in COLOURS]
    found = [each.rgb() for each in colours]
    for one, other in combinations(colours, 2):
        for part in (1 / 3, 2 / 3):
            found.append(_between(one, other, part))
    return found


def _between(one: QColor, other: QColor, part: float) -> int:
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)  # type: ignore[index]
    red, green, blue = (round(a + (b - a) * part) for a, b in pairs)
    return qRgb(red, green, blue)


def _middle(one: QPointF, other: QPointF) -> QPointF:
    return (one + other) / 2


def _fitted(picture: QImage) -> QRectF:
    """Where an earlier picture stands on the paper: whole, and in the middle."""
    scale = min(WIDTH / picture.width(), HEIGHT / picture.height())
    width, height = picture.width() * scale, picture.height() * scale
    return QRectF((WIDTH - width) / 2, (HEIGHT - height) / 2, width, height)
