"""A page that scrolls down inside its frame and keeps what has the focus in view."""

import contextlib
from collections.abc import Iterator

import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

MARGIN_PX = 24  # so much is seen round what has the keyboard


class ScrollingPage(QScrollArea):
    """`column` takes what is on the page; nothing scrolls across."""

    def __init__(self, margin: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("part", "column")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(margin, 20, margin, 28)
        self.column.setSpacing(12)
        self.setWidget(inside)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_in_view)

    def to_top(self) -> None:
        """Show the beginning of the page."""
        self.verticalScrollBar().setValue(0)

    @property
    def can_scroll_on(self) -> bool:
        """Whether the page is longer than what is seen, so that scrolling can hold a place."""
        return self.verticalScrollBar().maximum() > 0

    @contextlib.contextmanager
    def nothing_moves(self) -> Iterator[None]:
        """Keep what has the keyboard where it is on the screen while the page changes round it."""
        focused = QApplication.focusWidget()
        before = self._height_of(focused)
        yield
        if before is None or focused is None or focused is not QApplication.focusWidget():
            return
        self._put_back(focused, before)
        QTimer.singleShot(0, self, lambda: self._put_back(focused, before))  # once it is laid out

    def keep_cursor_in_view(self) -> None:
        """Scroll just so far that the place of typing is seen, should it be covered by now."""
        focused, inside = QApplication.focusWidget(), self.widget()
        if focused is None or inside is None or not inside.isAncestorOf(focused):
            return
        cursor = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        line = cursor if isinstance(cursor, QRect) and not cursor.isNull() else focused.rect()
        foot = focused.mapTo(inside, line.bottomLeft())
        self.ensureVisible(self.horizontalScrollBar().value(), foot.y(), 0, MARGIN_PX)

    def _height_of(self, widget: QWidget | None) -> int | None:
        """Say how far below the top of what is seen a widget stands. Units: px."""
        inside = self.widget()
        if widget is None or inside is None or not inside.isAncestorOf(widget):
            return None
        return widget.mapTo(inside, QPoint(0, 0)).y() - self.verticalScrollBar().value()

    def _put_back(self, focused: QWidget, before: int) -> None:
        if not shiboken6.isValid(focused):
            return
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        if layout is not None:
            layout.activate()
        now = self._height_of(focused)
        if now is not None and now != before:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + now - before)

    def _keep_in_view(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is not None and inside is not None and inside.isAncestorOf(now):
            self.ensureWidgetVisible(now, 12, 24)
