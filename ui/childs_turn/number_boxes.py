"""The parts beside the ladder: the big face, a box for an answer, and how they stand together."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.appearance import appearance
from ui.childs_turn.child_text import ChildText
from ui.childs_turn.thing_card import ThingCard, pictogram
from ui.overriding import override
from ui.parts.words import Words

_FACE_PX = 214
_RIGHT_PX, _LEAST_PX = 400, 1180


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
    """The question, the ladder and the boxes: beside each other, or one under the other."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__()
        self._right, self._stacked = right, False
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(24)
        for part in (left, middle, right):
            self._line.addWidget(part, 0 if part is middle else 1)

    def stack_middle(self, *, stacked: bool) -> None:
        """Put the parts one under the other, as faces need all the room across."""
        self._stacked = stacked
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= appearance().px(_LEAST_PX) and not self._stacked
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = across if beside else down
        self._right.setMaximumWidth(appearance().px(_RIGHT_PX) + 12 if beside else 16_777_215)
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
