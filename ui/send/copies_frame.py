"""What scrolls round a reader's page: it follows the keyboard, but never jumps within a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget


class CopyFrame(QScrollArea):
    """`column` takes what is in it; `tall` is what is too tall to be followed as a whole."""

    def __init__(self, tall: QWidget) -> None:
        super().__init__()
        self._tall = tall
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        inside.setProperty("part", "column")
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(4, 0, 4, 12)
        self.column.setSpacing(12)
        self.setWidget(inside)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)

    def to_page(self) -> None:
        """Show the top of the page."""
        self.verticalScrollBar().setValue(max(0, self._tall.y() - 4))

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is None or now is self._tall or inside is None or not inside.isAncestorOf(now):
            return
        self.ensureWidgetVisible(now, 12, 24)
