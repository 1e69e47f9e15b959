"""The ring round a button, chip or tick that was reached with the keyboard."""

from functools import cache
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from ui.appearance import appearance
from ui.overriding import override

CLEAR_PX: Final = 2
RING_PX: Final = 3
OUTSIDE_PX: Final = CLEAR_PX + RING_PX

_BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class _RingStyle(QProxyStyle):
    """Puts the ring outside its widget and above its neighbours."""

    @override
    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        if metric in (
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        ):
            return OUTSIDE_PX
        return super().pixelMetric(metric, option, widget)

    @override
    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returned)


@cache
def _ring_style() -> _RingStyle:
    style = _RingStyle()
    style.setParent(QApplication.instance())
    return style


class FocusRing(QFocusFrame):
    """Three px of focus colour, two px clear of the control it is round."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("focus_ring")
        self.setStyle(_ring_style())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        control = self.widget()
        radius = float(control.property("ring_radius") or 8)
        colour = str(control.property("ring_colour") or "focus")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(appearance().paint(colour), RING_PX))
        out = CLEAR_PX + RING_PX / 2
        inner = control.ring_rect() if hasattr(control, "ring_rect") else control.rect()
        around = QRectF(inner.translated(OUTSIDE_PX, OUTSIDE_PX)).adjusted(-out, -out, out, out)
        corner = min(radius + out, around.height() / 2)
        painter.drawRoundedRect(around, corner, corner)


class _Keyboard:
    """Whether the keyboard moved the focus last, and the one ring."""

    last = True
    ring: FocusRing | None = None


def focus_came(control: QWidget, reason: Qt.FocusReason) -> None:
    """Show the ring round a control that the keyboard came to, and on none for the mouse."""
    if reason == Qt.FocusReason.MouseFocusReason:
        _Keyboard.last = False
    elif reason in _BY_KEYBOARD:
        _Keyboard.last = True
    if _Keyboard.last and control.window() is not control:
        _ring_for(control).setWidget(control)
    else:
        hide_ring()


def mouse_came() -> None:
    """Take the ring off: whoever uses the mouse sees where it is."""
    _Keyboard.last = False
    hide_ring()


def focus_left(control: QWidget) -> None:
    """Take the ring off a control that lost the focus."""
    ring = _Keyboard.ring
    if ring is not None and shiboken6.isValid(ring) and ring.widget() is control:
        hide_ring()


def hide_ring() -> None:
    """Take the ring off, wherever it is."""
    ring, _Keyboard.ring = _Keyboard.ring, None
    if ring is not None and shiboken6.isValid(ring):
        ring.hide()
        ring.deleteLater()


def _ring_for(control: QWidget) -> FocusRing:
    hide_ring()
    _Keyboard.ring = FocusRing(control.window())
    return _Keyboard.ring


if TYPE_CHECKING:
    _Widget = QWidget
else:
    _Widget = object


class ShowsFocus(_Widget):
    """Put before a Qt class: the control shows the ring when the keyboard reaches it."""

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        mouse_came()
        super().mousePressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        focus_came(self, event.reason())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        focus_left(self)
