"""Edges that the style sheet cannot draw: the dashes round what is restricted."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.appearance import appearance


def edge_pen(colour: str, *, dashed: bool = False) -> QPen:
    """Give the pen of an ordinary edge in a colour of the tokens."""
    pen = QPen(appearance().paint(colour), appearance().edge)
    if dashed:
        pen.setDashPattern([3.0, 2.0])
    return pen


def paint_dashes(box: QWidget, radius: int) -> None:
    """Paint the dashed edge of what is restricted."""
    painter = QPainter(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(edge_pen("lock_line", dashed=True))
    half = appearance().edge / 2
    painter.drawRoundedRect(QRectF(box.rect()).adjusted(half, half, -half, -half), radius, radius)
