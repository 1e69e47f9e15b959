"""The ring round a button, chip or tick that was reached with the keyboard."""

from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.overriding import override

if TYPE_CHECKING:  # drawing it is loaded with the first ring: its style costs 5 ms
    from ui.focus_frame import FocusRing

_BY_KEYBOARD: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class _Keyboard:
    """Whether the keyboard moved the focus last, and the one ring."""

    last = True
    ring: "FocusRing | None" = None


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


def _ring_for(control: QWidget) -> "FocusRing":
    from ui.focus_frame import FocusRing

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
