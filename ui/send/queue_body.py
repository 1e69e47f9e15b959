"""Queue, people and pages beside each other, or below each other where there is no room."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.appearance import appearance
from ui.parts.scrolling_page import ScrollingPage

QUEUE_PX, PEOPLE_PX, WIDE_PX = 356, 308, 1120
QUEUE_TALL_PX, PAGES_TALL_PX = 320, 420
_ANY: Final = 16_777_215  # no limit, as Qt counts it


class QueueBody(QWidget):
    """Beside each other each part scrolls by itself; below, the page does."""

    def __init__(self, queue: QWidget, people: QWidget, preview: QWidget) -> None:
        super().__init__()
        self._queue, self._people, self._preview = ScrollingPage(0), ScrollingPage(0), preview
        self._inside = (people, queue)
        self._is_wide = True
        for scroll, part in ((self._queue, queue), (self._people, people)):
            scroll.column.setContentsMargins(2, 2, 2, 2)
            scroll.column.addWidget(part)
            scroll.column.addStretch(1)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(16)
        self._parts.addWidget(self._queue)
        self._parts.addWidget(self._people)
        self._parts.addWidget(preview, 1)

    def fit(self, *, wide: bool) -> None:
        """Stand beside each other, or below."""
        self._is_wide = wide
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self.follow()

    def show_part(self, part: QWidget) -> None:
        """Scroll the people to a part of theirs that has come."""
        self.follow()
        QTimer.singleShot(0, part, lambda: self._people.ensureWidgetVisible(part, 0, 8))

    def follow(self) -> None:
        """Be as wide and as tall as what is shown now needs."""
        looks = appearance()
        for scroll, width in ((self._queue, QUEUE_PX), (self._people, PEOPLE_PX)):
            wide = max(looks.px(width), _least_width(scroll))
            scroll.setMinimumWidth(wide if self._is_wide else 0)
            scroll.setMaximumWidth(wide if self._is_wide else _ANY)
        tall = (0, 0, 0)
        if not self._is_wide:
            queue = min(_height(self._queue), looks.px(QUEUE_TALL_PX))
            tall = (queue, _height(self._people), looks.px(PAGES_TALL_PX))
        parts: tuple[QWidget, ...] = (self._queue, self._people, self._preview)
        for part, height in zip(parts, tall, strict=True):
            part.setMinimumHeight(height)


def _least_width(scroll: ScrollingPage) -> int:
    """How wide what is in it must be, for words that cannot be broken. Units: px."""
    inside = scroll.widget()
    least = inside.minimumSizeHint().width() if inside is not None else 0
    return least + scroll.verticalScrollBar().sizeHint().width() + 4


def _height(scroll: ScrollingPage) -> int:
    """How tall what is in it is, at the width it has. Units: px."""
    scroll.column.activate()
    width = scroll.viewport().width()
    if scroll.column.hasHeightForWidth():
        return scroll.column.totalHeightForWidth(width) + 4
    return scroll.column.totalSizeHint().height() + 4
