"""The order in which Tab goes through a page: as it is read, whatever was added when."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QWidget,
)


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Give every control inside, and the widget itself, that Tab stops at, in reading order."""
    if not widget.isVisible():
        return
    if _is_stop(widget):
        yield widget
    for child in _inside(widget):
        yield from stops(child)


def next_stop(window: QWidget, focused: QWidget | None, step: int) -> QWidget | None:
    """Give the stop after the focused one, or before it for -1; after the last, the first."""
    order = list(stops(window))
    if focused not in order:
        return None
    return order[(order.index(focused) + step) % len(order)]


def go_to_next_stop(window: QWidget, step: int) -> bool:
    """Put the keyboard there; says whether it was on a stop of this window."""
    target = next_stop(window, QApplication.focusWidget(), step)
    if target is None:
        return False
    reasons = Qt.FocusReason
    target.setFocus(reasons.TabFocusReason if step > 0 else reasons.BacktabFocusReason)
    return True


def _is_stop(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isEnabled() and widget.focusProxy() is None


def _inside(widget: QWidget) -> Iterator[QWidget]:
    held: QWidget | None = None
    if isinstance(widget, QMainWindow):
        held = widget.centralWidget()
    elif isinstance(widget, QStackedWidget):
        held = widget.currentWidget()
    elif isinstance(widget, QScrollArea):
        held = widget.widget()
    layout = None if held is not None else widget.layout()
    if held is not None:
        yield held
    elif layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)
