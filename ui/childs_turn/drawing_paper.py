"""The paper a child draws on: with a finger, a pen, the mouse, or a crayon moved by the keys."""

from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTouchEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.appearance import appearance
from ui.childs_turn.crayon import paint_crayon
from ui.childs_turn.drawing import HEIGHT, INK, PAPER, WIDTH, Cleared, Drawing, Stroke
from ui.childs_turn.spoken import _
from ui.focus_ring import ShowsFocus, mouse_came
from ui.overriding import override

STEP: Final = 20
SMALL_STEP: Final = 4
_RUBBER_TIMES: Final = 3
_NEAREST: Final = 2.0
_ARROWS: Final = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_MOUSE, _PEN, _KEYS = -1, -2, -3  # whose line it is; a finger has a number from 0


class DrawingPaper(ShowsFocus, QWidget):
    """White paper, as large as its place allows; `drawn` comes when a line ends."""

    drawn = Signal()
    crayon_moved = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = Drawing()
        self.colour, self.thickness, self.is_rubbing = INK, 14.0, False
        self._lines: dict[int, Stroke] = {}
        self._pixmap = QPixmap()
        self._crayon = QPointF(WIDTH / 2, HEIGHT / 2)
        self._held: set[Qt.Key] = set()
        self._shows_crayon = False
        self.setObjectName("drawing_paper")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(240, 150)
        self.setAccessibleName(_("Paper to draw on"))
        self._tell_crayon()

    def redraw(self) -> None:
        """Draw every line again, as after undoing one."""
        self._pixmap = QPixmap()
        self.update()

    def clear(self) -> None:
        """Make the paper empty; undoing brings the drawing back."""
        self._end_all()
        if not self.drawing.is_empty():
            self.drawing.add(Cleared())
            self.redraw()
            self.drawn.emit()

    def undo(self) -> None:
        """Take back the last line."""
        self._end_all()
        if self.drawing.undo():
            self.redraw()
            self.drawn.emit()

    @property
    def crayon_is_down(self) -> bool:
        """Whether the crayon of the keys draws as it moves."""
        return _KEYS in self._lines

    def _place(self) -> QRectF:
        """Where the paper lies in the widget, whole and in the middle. Units: px."""
        scale = self._scale()
        size = QPointF(WIDTH * scale, HEIGHT * scale)
        left, top = (self.width() - size.x()) / 2, (self.height() - size.y()) / 2
        return QRectF(round(left), round(top), size.x(), size.y())

    def _scale(self) -> float:
        return max(0.01, min((self.width() - 4) / WIDTH, (self.height() - 4) / HEIGHT))

    def _to_widget(self) -> QTransform:
        place, scale = self._place(), self._scale()
        return QTransform(scale, 0, 0, scale, place.x(), place.y())

    def _on_paper(self, point: QPointF) -> QPointF:
        place = self._place()
        return (point - place.topLeft()) / self._scale()

    def _start(self, whose: int, point: QPointF, *, rubbing: bool = False) -> None:
        rubbing = rubbing or self.is_rubbing
        width = self.thickness * (_RUBBER_TIMES if rubbing else 1)
        stroke = Stroke(PAPER if rubbing else self.colour, width)
        self._lines[whose] = stroke
        self.drawing.add(stroke)
        self._append(stroke, point)

    def _go_on(self, whose: int, point: QPointF) -> None:
        stroke = self._lines.get(whose)
        if stroke is None:
            return
        if (point - stroke.points[-1]).manhattanLength() >= _NEAREST:
            self._append(stroke, point)

    def _append(self, stroke: Stroke, point: QPointF) -> None:
        """Draw only what the new point adds: a long line stays as quick as a short one."""
        ready = not self._pixmap.isNull()
        stroke.points.append(point)
        if not ready:
            self.update()
            return
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = self._scale()
        painter.scale(scale, scale)
        piece = stroke.piece(len(stroke.points) - 1)
        painter.strokePath(piece, stroke.pen)
        painter.end()
        edge = stroke.width
        touched = piece.boundingRect().adjusted(-edge, -edge, edge, edge)
        self.update(self._to_widget().mapRect(touched).toAlignedRect().adjusted(-2, -2, 2, 2))

    def _end(self, whose: int) -> None:
        if self._lines.pop(whose, None) is not None:
            self.redraw()
            self.drawn.emit()

    def _end_all(self) -> None:
        for whose in list(self._lines):
            self._end(whose)
        self._tell_crayon()

    def _move_crayon(self, *, small: bool) -> None:
        """Move it by the arrows that are held: two of them go aslant."""
        step = SMALL_STEP if small else STEP
        for key in self._held:
            self._crayon += _ARROWS[key] * step
        self._crayon.setX(min(max(self._crayon.x(), 0), WIDTH))
        self._crayon.setY(min(max(self._crayon.y(), 0), HEIGHT))
        self._go_on(_KEYS, QPointF(self._crayon))
        self._show_crayon(shown=True)

    def _show_crayon(self, *, shown: bool) -> None:
        self._shows_crayon = shown
        self.update()

    def _put_crayon(self) -> None:
        """Put it down, or up again."""
        if self.crayon_is_down:
            self._end(_KEYS)
        else:
            self._start(_KEYS, QPointF(self._crayon))
        self._show_crayon(shown=True)
        self._tell_crayon()

    def _tell_crayon(self) -> None:
        down, up = _("The crayon is down: it draws."), _("The crayon is up: it only moves.")
        self.setAccessibleDescription(down if self.crayon_is_down else up)
        self.crayon_moved.emit(self.crayon_is_down)

    @override
    def sizeHint(self) -> QSize:
        return QSize(800, 500)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        place = self._place()
        if self._pixmap.isNull():
            self._pixmap = self._drawn(place)
        painter.drawPixmap(place.topLeft(), self._pixmap)
        painter.setPen(QPen(appearance().paint("line_strong"), 2))
        painter.drawRect(place.adjusted(-1, -1, 0, 0))
        if self._shows_crayon and self.hasFocus():
            tip = self._to_widget().map(self._crayon)
            colour = PAPER if self.is_rubbing else self.colour
            paint_crayon(painter, tip, colour, down=self.crayon_is_down)

    def _drawn(self, place: QRectF) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(place.width() * ratio), round(place.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        painter = QPainter(pixmap)
        painter.scale(self._scale(), self._scale())
        self.drawing.paint(painter)
        painter.end()
        return pixmap

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self.redraw()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        mouse_came()
        self._show_crayon(shown=False)
        if event.button() == Qt.MouseButton.LeftButton:
            self._start(_MOUSE, self._on_paper(event.position()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(_MOUSE, self._on_paper(event.position()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._end(_MOUSE)

    @override
    def tabletEvent(self, event: QTabletEvent) -> None:
        point = self._on_paper(event.position())
        if event.type() == QEvent.Type.TabletPress:
            rubbing = event.pointerType() == QPointingDevice.PointerType.Eraser
            self._show_crayon(shown=False)
            self._start(_PEN, point, rubbing=rubbing)
        elif event.type() == QEvent.Type.TabletMove:
            self._go_on(_PEN, point)
        elif event.type() == QEvent.Type.TabletRelease:
            self._end(_PEN)
        event.accept()

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch(event)
            event.accept()
            return True
        return super().event(event)

    def _touch(self, event: QTouchEvent) -> None:
        self._show_crayon(shown=False)
        if event.type() == QEvent.Type.TouchCancel:
            self._end_all()
            return
        for finger in event.points():
            point = self._on_paper(finger.position())
            if finger.state() == finger.state().Pressed:
                self._start(finger.id(), point)
            elif finger.state() == finger.state().Released:
                self._end(finger.id())
            else:
                self._go_on(finger.id(), point)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._held.add(key)
            self._move_crayon(small=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._put_crayon()
        elif key != Qt.Key.Key_Space:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._held.discard(Qt.Key(event.key()))
        super().keyReleaseEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_crayon(shown=event.reason() != Qt.FocusReason.MouseFocusReason)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._held.clear()
        self._end_all()
        self._show_crayon(shown=False)
