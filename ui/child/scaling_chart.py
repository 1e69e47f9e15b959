"""The chart of numbers over time: shapes and dashes differ as well as colours."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance import appearance
from ui.child.scaling import Series, finding
from ui.language import _
from ui.overriding import override

HIGHEST: Final = 10
MARK: Final = 7


class Look(NamedTuple):
    """The shape of a person's marks, the dash of their line and its colour."""

    shape: str
    dash: Qt.PenStyle
    colour: str


CHILD: Final = Look("disc", Qt.PenStyle.SolidLine, "voice_line")
OTHERS: Final = (
    Look("square", Qt.PenStyle.DotLine, "primary"),
    Look("triangle", Qt.PenStyle.DashLine, "well"),
    Look("diamond", Qt.PenStyle.DashDotLine, "worry"),
    Look("cross", Qt.PenStyle.DashDotDotLine, "next"),
)


def looks_of(lines: Sequence[Series]) -> list[Look]:
    """Give each line its own look; the child's is always the same."""
    others = iter(OTHERS * (len(lines) // len(OTHERS) + 1))
    return [CHILD if line.is_child else next(others) for line in lines]


class ScalingChart(QWidget):
    """Numbers from 0 to 10, one line for each person, labelled at its end."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Series] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: Sequence[Series]) -> None:
        """Draw these."""
        self._lines = list(lines)
        self.setAccessibleName(_("Chart of the numbers given"))
        self.setAccessibleDescription(finding(lines))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(appearance().px(300), appearance().px(210))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(appearance().font("tiny"))
        reviews = sorted({review for line in self._lines for review, _number in line.numbers})
        if not reviews:
            return
        place = self._place()
        self._paint_grid(painter, place, reviews)
        for line, look in reversed(list(zip(self._lines, looks_of(self._lines), strict=True))):
            points = [
                QPointF(_across(place, reviews, review), _down(place, number))
                for review, number in line.numbers
            ]
            _paint_line(painter, points, look)
        self._paint_labels(painter, place)

    def _newest(self) -> int:
        """The newest review that anybody gave a number in."""
        return max(review for line in self._lines for review, _number in line.numbers)

    def _place(self) -> QRectF:
        """Give where the lines are drawn, between the numbers and the names."""
        metrics = QFontMetrics(appearance().font("label"))
        words = [_label(line, self._newest()) for line in self._lines]
        right = max(metrics.horizontalAdvance(label) for label in words) + 26
        left, line = metrics.horizontalAdvance("10") + 14, metrics.height()
        most = self.width() * 0.45
        return QRectF(
            left, line / 2, max(40.0, self.width() - left - min(right, most)),
            self.height() - 2 * line - 8,
        )  # fmt: skip

    def _paint_grid(self, painter: QPainter, place: QRectF, reviews: list[int]) -> None:
        looks = appearance()
        height = painter.fontMetrics().height()
        for number in (0, HIGHEST // 2, HIGHEST):
            y = _down(place, number)
            painter.setPen(QPen(looks.paint("line_strong" if number == 0 else "line"), 1))
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
            painter.setPen(looks.paint("ink2"))
            box = QRectF(0, y - height / 2, place.left() - 8, height)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, right, str(number))
        step = place.width() / max(1, len(reviews) - 1)
        long = painter.fontMetrics().horizontalAdvance(_("Review {number}").format(number=10)) + 8
        for review in reviews:
            words = _("Review {number}").format(number=review) if step > long else str(review)
            x = _across(place, reviews, review)
            box = QRectF(x - long / 2, place.bottom() + 6, long, height)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_labels(self, painter: QPainter, place: QRectF) -> None:
        """Write each name and newest number at the end of its line, none over another."""
        font = appearance().font("label")
        painter.setFont(font)
        height = QFontMetrics(font).height()
        ends = sorted(
            zip(self._lines, looks_of(self._lines), strict=True), key=lambda end: -end[0].last
        )
        lowest = place.top() - height
        for line, look in ends:
            y = max(_down(place, line.last) - height / 2, lowest + height)
            lowest = y
            painter.setPen(appearance().paint("voice" if line.is_child else look.colour))
            box = QRectF(place.right() + 16, y, self.width() - place.right() - 18, height)
            said = QFontMetrics(font).elidedText(
                _label(line, self._newest()), Qt.TextElideMode.ElideRight, int(box.width())
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, said)


def _label(line: Series, newest: int) -> str:
    given_in = line.numbers[-1][0]
    if given_in != newest:
        words = _("{who} {number} at review {review}")
        return words.format(who=line.who, number=f"{line.last:g}", review=given_in)
    return _("{who} {number}").format(who=line.who, number=f"{line.last:g}")


def _across(place: QRectF, reviews: list[int], review: int) -> float:
    if len(reviews) == 1:
        return place.center().x()
    inset = 12
    step = (place.width() - 2 * inset) / (len(reviews) - 1)
    return place.left() + inset + reviews.index(review) * step


def _down(place: QRectF, number: float) -> float:
    return place.bottom() - place.height() * number / HIGHEST


def _paint_line(painter: QPainter, points: list[QPointF], look: Look) -> None:
    looks = appearance()
    pen = QPen(looks.paint(look.colour), 4 if look is CHILD else 2.5, look.dash)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(QPen(looks.paint("voice" if look is CHILD else look.colour), 2))
    painter.setBrush(looks.paint("voice_mark" if look is CHILD else "surface"))
    for point in points:
        _paint_mark(painter, point, look.shape)


def _paint_mark(painter: QPainter, at: QPointF, shape: str) -> None:
    size = appearance().px(MARK)
    corners = {
        "triangle": [(0, -size), (size, size), (-size, size)],
        "diamond": [(0, -size - 1), (size + 1, 0), (0, size + 1), (-size - 1, 0)],
        "square": [(-size + 1, -size + 1), (size - 1, -size + 1), (size - 1, size - 1),
                   (-size + 1, size - 1)],
    }  # fmt: skip
    if shape == "disc":
        painter.drawEllipse(at, size, size)
    elif shape == "cross":
        painter.drawLine(at + QPointF(-size, -size), at + QPointF(size, size))
        painter.drawLine(at + QPointF(-size, size), at + QPointF(size, -size))
    else:
        painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners[shape]]))
