"""The waymark: a yellow disc with an arrow."""

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

import resources
from ui.overriding import override


class Logo(QWidget):
    """The waymark disc. Units: px at 100% text."""

    def __init__(self, size: int = 70, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        svg = resources.text("icons/waymark-logo.svg")
        self._drawing = QSvgRenderer(QByteArray(svg.encode()), self)
        self.setFixedSize(size, size)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._drawing.render(painter, QRectF(self.rect()))
