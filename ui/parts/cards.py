"""Cards: white boxes with an edge, and lists of rows in one."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.appearance import appearance
from ui.overriding import override
from ui.parts.edges import paint_dashes
from ui.parts.words import Words

CARD_KINDS: Final = ("plain", "child", "chosen", "info", "due", "over", "well", "restricted")
VOICE_BAR_PX: Final = 6
FOCUS_EDGE_PX: Final = 3


class Card(QFrame):
    """A box with an edge; `column` takes what is in it; see `CARD_KINDS`."""

    def __init__(self, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card_kind = kind
        self.setProperty("part", "card")
        self.column = QVBoxLayout(self)
        self.column.setSpacing(8)
        self.set_kind(kind)

    def set_kind(self, kind: str) -> None:
        """Look like another kind of card; the child's carries the yellow bar."""
        self._card_kind = kind
        bar = VOICE_BAR_PX if kind == "child" else 0
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (16, 16 + bar) if mirrored else (16 + bar, 16)
        self.column.setContentsMargins(left, 12, right, 12)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._card_kind == "child":
            self._paint_bar()
        elif self._card_kind == "restricted" and not self.property("focused"):
            paint_dashes(self, 10)

    def _paint_bar(self) -> None:
        edge = FOCUS_EDGE_PX if self.property("focused") else appearance().edge
        inside = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        rounded, bar = QPainterPath(), QPainterPath()
        rounded.addRoundedRect(inside, 9, 9)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = inside.right() - VOICE_BAR_PX if mirrored else inside.left()
        bar.addRect(QRectF(left, inside.top(), VOICE_BAR_PX, inside.height()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(rounded.intersected(bar), appearance().paint("voice_mark"))


class CardRows(QFrame):
    """A card of rows parted by lines, with grey heads for its groups."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)

    def add_row(self, row: QWidget) -> None:
        """Add a row below the others."""
        self._part()
        self._column.addWidget(row)

    def add_head(self, words: str, colour: str = "ink") -> None:
        """Add the grey head of a group of rows."""
        self._part()
        head = QFrame()
        head.setProperty("part", "group_head")
        line = QHBoxLayout(head)
        line.setContentsMargins(16, 6, 16, 6)
        line.addWidget(Words(words, "label", colour))
        self._column.addWidget(head)

    def put_after(self, row: QWidget, part: QWidget) -> None:
        """Put a part of its own right below a row."""
        self._column.removeWidget(part)
        self._column.insertWidget(self._column.indexOf(row) + 1, part)

    def clear(self) -> None:
        """Take every row away."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _part(self) -> None:
        if self._column.count():
            self._column.addWidget(parting())


def parting(*, upright: bool = False) -> QFrame:
    """Give a line that parts rows, or columns."""
    line = QFrame()
    line.setProperty("part", "parting_upright" if upright else "parting")
    return line
