"""The parts beside the ladder: the big face, a box for an answer, and how they stand together."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.appearance import appearance
from ui.childs_turn.child_text import ChildText
from ui.childs_turn.thing_card import ThingCard, pictogram
from ui.overriding import override
from ui.parts.words import Words

_FACE_PX = 214
_RIGHT_PX, _LEAST_PX, _LEAST_BESIDE_PX = 400, 1180, 800
_Places = tuple[tuple[int, int, int, int], ...]
# Row, column, and how many rows and columns each of the three takes.
_WIDE: _Places = ((0, 0, 1, 1), (0, 1, 1, 1), (0, 2, 1, 1))
_BESIDE: _Places = ((0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 3))
_NARROW: _Places = ((0, 0, 1, 3), (1, 0, 1, 3), (2, 0, 1, 3))


class BigFace(QWidget):
    """The face of the number that was chosen; nothing before that."""

    def __init__(self) -> None:
        super().__init__()
        self._face = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_face(self, face: str) -> None:
        """Show this face, or none."""
        self._face = face
        self.setVisible(bool(face))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_FACE_PX, _FACE_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._face:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = self.width() - _FACE_PX if mirrored else 0
        pictogram(self._face, line="1.5").render(painter, QRectF(left, 0, _FACE_PX, _FACE_PX))


class AnswerBox(QWidget):
    """A question and room to write; the edge shows where the keyboard is."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked = Words("", "child_body", wrap=True, bold=True)
        self.text = ChildText("", lines=1, plain=True)
        self._drawings: list[ThingCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 14)
        self._column.setSpacing(4)
        self._column.addWidget(self.asked)
        self._column.addWidget(self.text)
        self.setFocusProxy(self.text)
        self.text.installEventFilter(self)

    def ask(self, words: str) -> None:
        """Ask this."""
        if words != self.asked.said:
            self.asked.say(words)
            self.text.setAccessibleName(words)

    def show_drawings(self, drawings: list[ThingCard]) -> None:
        """Show what was drawn as an answer."""
        for gone in self._drawings:
            gone.hide()
            self._column.removeWidget(gone)
            gone.deleteLater()
        self._drawings = drawings
        for card in drawings:
            self._column.addWidget(card)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
            if event.type() == QEvent.Type.FocusIn:
                self.entered.emit()
        return False

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks, focused = appearance(), self.text.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 4 if focused else 2
        painter.setBrush(looks.paint("surface"))
        painter.setPen(QPen(looks.paint("focus" if focused else "ink"), edge))
        half = edge / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 12, 12)


class ThreeColumns(QWidget):
    """The question, the ladder and the boxes: beside each other, or below where room is short."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__()
        self._parts, self._right = (left, middle, right), right
        self._stacked = False
        self._places: _Places = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._fit()

    @property
    def is_narrow(self) -> bool:
        """Whether the question stands over the ladder."""
        return self._places == _NARROW

    def stack_middle(self, *, stacked: bool) -> None:
        """Put the parts one under the other, as faces need all the room across."""
        self._stacked = stacked
        self._fit()

    def _fit(self) -> None:
        looks = appearance()
        wide = self.width() >= looks.px(_LEAST_PX)
        beside = self.width() >= looks.px(_LEAST_BESIDE_PX)
        places = _WIDE if wide else _BESIDE if beside else _NARROW
        places = _NARROW if self._stacked else places
        self._right.setMaximumWidth(looks.px(_RIGHT_PX) + 12 if places == _WIDE else 16_777_215)
        if places == self._places:
            return
        self._places = places
        for part, place in zip(self._parts, places, strict=True):
            self._grid.removeWidget(part)
            self._grid.addWidget(part, *place)
        for column in range(3):
            stretches = column == 0 or (column == 2 and places == _WIDE)
            self._grid.setColumnStretch(column, 1 if stretches else 0)
        self._grid.setRowStretch(2, 0 if places == _WIDE else 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
