"""The order in which Tab goes through a page: as it is read, whatever was added when."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget


def stops(widget: QWidget) -> Iterator[QWidget]:
    """Give every control inside, and the widget itself, that Tab stops at, in reading order."""
    if not widget.isVisible():
        return
    if _is_stop(widget):
        yield widget
    for child in _inside(widget):
        yield from stops(child)


def next_stop(page: QWidget, focused: QWidget | None, step: int) -> QWidget | None:
    """Give the stop after the focused one, or before it for -1; none at the end of the page."""
    order = list(stops(page))
    if focused not in order:
        return None
    place = order.index(focused) + step
    return order[place] if 0 <= place < len(order) else None


def _is_stop(widget: QWidget) -> bool:
    takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes_tab and widget.isEnabled() and widget.focusProxy() is None


def _inside(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
        if shown is not None:
            yield shown
    elif isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield inside
    else:
        layout = widget.layout()
        if layout is not None:
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
