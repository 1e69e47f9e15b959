"""What every page of the child's turn has: a title, room that scrolls, and the yellow dock."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScroller, QVBoxLayout, QWidget

from ui.appearance import appearance
from ui.childs_turn.big_button import BigButton
from ui.childs_turn.spoken import _
from ui.childs_turn.turn import Turn
from ui.overriding import override
from ui.parts.flow_layout import FlowLayout
from ui.parts.scrolling_page import ScrollingPage

MARGIN = 40
_LINE_PX = 3


class Dock(QWidget):
    """The yellow foot: what can be done here, and Done at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._holder = QWidget()
        self.flow = FlowLayout(self._holder, gap_across=16, gap_down=8)
        self.line = QHBoxLayout(self)
        self.line.setContentsMargins(MARGIN, 22 + _LINE_PX, MARGIN, 22)
        self.line.setSpacing(16)
        self.line.addWidget(self._holder, 1, Qt.AlignmentFlag.AlignVCenter)

    def be_lower(self) -> None:
        """Leave more room to a page that is tall."""
        self.line.setContentsMargins(MARGIN, 15 + _LINE_PX, MARGIN, 14)

    def add(self, widget: QWidget) -> None:
        """Put something beside what is there."""
        self.flow.addWidget(widget)

    def end_with(self, widget: QWidget) -> None:
        """Put something at the far end."""
        self.line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), appearance().paint("voice_tint"))
        painter.fillRect(0, 0, self.width(), _LINE_PX, appearance().paint("voice_mark"))


class TurnPage(QWidget):
    """One page; `left` asks for the page where the child chooses what to do."""

    left = Signal()
    making_asked = Signal(object)  # a Making
    is_built = False

    def __init__(self, turn: Turn, title: str) -> None:
        super().__init__()
        self.turn, self.title = turn, title
        self.setAccessibleName(title)
        self.body = ScrollingPage(MARGIN)
        self.body.column.setContentsMargins(MARGIN, 12, MARGIN, 12)
        QScroller.grabGesture(self.body.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.dock = Dock()
        self.done = BigButton(_("Done"), kind="primary")
        self.done.setObjectName("done")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.body, 1)
        column.addWidget(self.dock)
        self.build()
        self.is_built = True
        self.dock.end_with(self.done)
        self.done.clicked.connect(self.finish)
        turn.changed.connect(self.show_turn)

    def build(self) -> None:
        """Make what is on the page, once."""

    def fill(self, part: QWidget, widest_px: int) -> None:
        """Give the page to one part; on a very large screen it stays together in the middle."""
        part.setMaximumWidth(widest_px)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(part, 1000)
        line.addStretch(1)
        self.body.column.addLayout(line, 1)

    def show_turn(self) -> None:
        """Show what the child has made."""

    def enter(self) -> None:
        """Come to this page."""
        self.show_turn()
        first = self.first_stop()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        """Begin at the top, with what has the keyboard in view."""
        self.body.to_top()
        focused = self.window().focusWidget()
        inside = self.body.widget()
        if focused is None or inside is None or not inside.isAncestorOf(focused):
            return
        if focused.height() <= self.body.viewport().height():
            self.body.ensureWidgetVisible(focused, 12, 24)
        else:
            top = focused.mapTo(inside, QPoint()).y()
            self.body.verticalScrollBar().setValue(max(0, top - 24))

    def first_stop(self) -> QWidget | None:
        """Give what takes the keyboard on coming here."""
        return None

    def finish(self) -> None:
        """Done: go back to where the child chooses what to do."""
        if self.flush():
            self.left.emit()

    def flush(self) -> bool:
        """Keep what waits; say whether nothing is left unsaved."""
        return True

    def aloud(self) -> str:
        """Give what is read aloud."""
        return self.title

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin at the top again, as when the window has come to fill the screen."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._settle)
