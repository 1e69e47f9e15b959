"""Crayons: their names, the box to choose one from, and the one that the keys move."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import icons
from ui.appearance import appearance
from ui.childs_turn.drawing import COLOURS, INK, PAPER
from ui.focus_ring import ShowsFocus
from ui.language import N_, _
from ui.overriding import override

SIDE_PX: Final = 60
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


class Tool(ShowsFocus, QAbstractButton):
    """A big tool with a border; chosen, the border is thick and the tool says so."""

    ground = "surface"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setProperty("ring_radius", 14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(SIDE_PX, SIDE_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 5 if self.isChecked() else 2
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setBrush(appearance().paint("sunken" if self.isDown() else self.ground))
        painter.setPen(QPen(appearance().paint("primary" if self.isChecked() else "ink"), edge))
        painter.drawRoundedRect(box, 12, 12)
        self.paint_face(painter, QRectF(self.rect()))

    def paint_face(self, painter: QPainter, box: QRectF) -> None:
        """Paint what the tool is, inside its border."""


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


class WordTool(Tool):
    """A tool with an icon and its name, in the letters of the child's turn."""

    def __init__(self, name: str, icon: str, *, checkable: bool = False) -> None:
        super().__init__(name)
        self._icon = icon
        self.setText(name)
        self.setToolTip("")
        self.setCheckable(checkable)
        self.setFont(appearance().font("child_body", bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        self.setFont(appearance().font("child_body", bold=True))
        words = self.fontMetrics().size(0, self.text())
        side = appearance().px(24)
        return QSize(words.width() + side + 40, max(SIDE_PX, words.height() + 24))

    @override
    def paint_face(self, painter: QPainter, box: QRectF) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        drawn = icons.pixmap(self._icon, "ink", 24)
        side = appearance().px(24)
        x = box.right() - 16 - side if mirrored else box.left() + 16
        painter.drawPixmap(QPointF(x, box.center().y() - side / 2), drawn)
        painter.setPen(appearance().paint("ink"))
        painter.setFont(appearance().font("child_body", bold=True))
        beside = side + 26
        room = box.adjusted(16, 0, -beside, 0) if mirrored else box.adjusted(beside, 0, -8, 0)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(room, int(leading), self.text())
