"""Draws the focus ring: three px of focus colour, two px clear of the control it is round."""

from functools import cache
from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
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
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0  # the ring round a tick lies inside the row that the tick is
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
