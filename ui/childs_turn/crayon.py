"""Crayons: their colours and thicknesses as tools, and the one that the keys move."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.appearance import appearance
from ui.childs_turn.drawing import COLOURS, INK, PAPER
from ui.childs_turn.spoken import _
from ui.childs_turn.tool import Tool
from ui.language import N_
from ui.overriding import override

COLOUR_WORDS: Final = dict(
    zip(
        COLOURS,
        (
            *(N_("Black"), N_("Yellow"), N_("Light yellow"), N_("Green"), N_("Blue-green")),
            *(N_("Blue"), N_("Pink"), N_("Orange"), N_("Sand"), N_("White")),
        ),
        strict=True,
    )
)
# Units: of the paper, 1600 across.
THICKNESSES: Final = ((6.0, N_("Thin")), (14.0, N_("Middle")), (34.0, N_("Thick")))


def paint_crayon(painter: QPainter, tip: QPointF, colour: str, *, down: bool) -> None:
    """Paint a crayon that points at a place; a ring round the place says that it draws."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(INK), 2))
    if down:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(tip, 9, 9)
    lift = QPointF(0, 0) if down else QPointF(6, -6)
    painter.translate(tip + lift)
    painter.rotate(45)
    painter.setBrush(QColor(PAPER))
    painter.drawPolygon(QPolygonF([QPointF(0, 0), QPointF(-9, -18), QPointF(9, -18)]))
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(QRectF(-9, -58, 18, 40), 3, 3)
    painter.drawPolygon(QPolygonF([QPointF(0, 0), QPointF(-4, -8), QPointF(4, -8)]))
    painter.restore()


class ColourTool(Tool):
    """A crayon of one colour, on the colour of the paper."""

    ground = "paper"

    def __init__(self, colour: str) -> None:
        super().__init__(_(COLOUR_WORDS[colour]))
        self.colour = colour
        self.setCheckable(True)

    @override
    def paint_face(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(QColor(self.colour))
        painter.setPen(QPen(QColor(INK), 2))
        painter.drawEllipse(box.center(), 19, 19)
        if self.isChecked():
            light = QColor(self.colour).lightness() > 100
            painter.setPen(QPen(QColor(INK if light else PAPER), 4))
            x, y = box.center().x(), box.center().y()
            tick = [QPointF(x - 8, y), QPointF(x - 2, y + 6), QPointF(x + 9, y - 7)]
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(QPolygonF(tick))


class ThicknessTool(Tool):
    """A thin, middle or thick line."""

    def __init__(self, thickness: float, name: str) -> None:
        super().__init__(name)
        self.thickness = thickness
        self.setCheckable(True)

    @override
    def paint_face(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(appearance().paint("ink"))
        painter.setPen(Qt.PenStyle.NoPen)
        radius = 3 + self.thickness / 3
        painter.drawEllipse(box.center(), radius, radius)
