"""F6: the focus goes round the parts of a window, in reading order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def go_round(regions: Sequence[QWidget], step: int) -> QWidget | None:
    """Put the focus in the next part that takes it, or the last one for -1, and give it."""
    focused = QApplication.focusWidget()
    here = _place_of(regions, focused)
    if here is None:
        here = -1 if step > 0 else 0
    for away in range(1, len(regions) + 1):
        region = regions[(here + step * away) % len(regions)]
        target = first_stop(region)
        if target is not None:
            target.setFocus(Qt.FocusReason.TabFocusReason)
            return region
    return None


def first_stop(region: QWidget) -> QWidget | None:
    """Give the first control in a part that Tab would stop at."""
    if _takes_tab(region):
        return region
    if not region.isVisible():
        return None
    widget = region.nextInFocusChain()
    while widget is not None and widget is not region:
        if region.isAncestorOf(widget) and _takes_tab(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _takes_tab(widget: QWidget) -> bool:
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return stops and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _place_of(regions: Sequence[QWidget], focused: QWidget | None) -> int | None:
    if focused is None:
        return None
    inside = [
        number
        for number, region in enumerate(regions)
        if region is focused or region.isAncestorOf(focused)
    ]
    return inside[-1] if inside else None
