"""Everyone's numbers on one line: each with whose it is, the same number shared, no average."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from models.rules.scales import HIGHEST
from ui.appearance import appearance
from ui.language import _
from ui.overriding import override

Marks = Sequence[tuple[str, float, bool]]  # who, number, whether it is the child's


class ScaleLine(QWidget):
    """The child is a filled disc, the others open squares, so that shape tells them apart."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: dict[float, list[tuple[str, bool]]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_marks(self, marks: Marks) -> None:
        """Show these numbers."""
        self._marks = {}
        for who, number, is_child in marks:
            self._marks.setdefault(number, []).append((who, is_child))
        said = [
            _("{person}: {number}").format(person=who, number=f"{number:g}")
            for who, number, _own in marks
        ]
        self.setAccessibleName(_("Numbers so far: {numbers}").format(numbers=", ".join(said)))
        self.setVisible(bool(marks))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        line = appearance().line_px("small")
        return QSize(320, 3 * line + appearance().px(24))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks = appearance()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(looks.font("small"))
        side, middle = looks.px(30), self.height() / 2
        step = (self.width() - 2 * side) / HIGHEST
        painter.setPen(QPen(looks.paint("line_strong"), 2))
        painter.drawLine(QPointF(side, middle), QPointF(self.width() - side, middle))
        for mark in range(HIGHEST + 1):
            x = side + mark * step
            painter.drawLine(QPointF(x, middle - 6), QPointF(x, middle + 6))
        line = looks.line_px("small")
        for place, number in enumerate(sorted(self._marks)):
            self._paint_mark(painter, side + number * step, number, above=place % 2 == 0)
        painter.setPen(looks.paint("ink2"))
        for end in (0, HIGHEST):
            if end not in self._marks:
                box = QRectF(side + end * step - 20, middle + 8, 40, line)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(end))

    def _paint_mark(self, painter: QPainter, x: float, number: float, *, above: bool) -> None:
        looks, middle = appearance(), self.height() / 2
        whose = self._marks[number]
        has_child = any(own for _who, own in whose)
        painter.setPen(QPen(looks.paint("voice" if has_child else "next"), 3))
        painter.setBrush(looks.paint("voice_mark" if has_child else "surface"))
        size = looks.px(10)
        if has_child:
            painter.drawEllipse(QPointF(x, middle), size, size)
        elif number % 2:
            corners = [(-size, 0), (0, -size), (size, 0), (0, size)]
            painter.drawPolygon(QPolygonF([QPointF(x + dx, middle + dy) for dx, dy in corners]))
        else:
            painter.drawRect(QRectF(x - size + 1, middle - size + 1, 2 * size - 2, 2 * size - 2))
        words = _("{people}: {number}").format(
            people=", ".join(who for who, _own in whose), number=f"{number:g}"
        )
        width = QFontMetrics(painter.font()).horizontalAdvance(words) + 4
        left = min(max(2.0, x - width / 2), self.width() - width - 2.0)
        line = looks.line_px("small")
        top = middle - size - line - 4 if above else middle + size + 4
        painter.setPen(looks.paint("ink"))
        painter.drawText(QRectF(left, top, width, line), Qt.AlignmentFlag.AlignCenter, words)
