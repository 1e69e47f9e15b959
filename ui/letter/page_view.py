"""The page in its frame: whole, or as wide as the frame and wider, then it scrolls."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from ui.language import _
from ui.letter.page_sheet import AROUND_PX, HEIGHT_MM, WIDTH_MM, PageSheet
from ui.overriding import override

WHOLE: Final = 0.0
ZOOMS: Final = (WHOLE, 1.0, 1.5, 2.0)
"""How wide the page is, as a part of the frame; nothing for the whole page."""
LEAST_WHOLE_PX: Final = 360
"""A whole page that is narrower cannot be read, so it is shown as wide as its frame."""
_KEYS: Final = {
    Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0,
}  # fmt: skip
_SCROLLS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_STEP_PX: Final = 60


class PageView(QScrollArea):
    """Ctrl and the wheel, or + and - on the page, make it larger and smaller; 0 fits it again."""

    zoom_changed = Signal()

    def __init__(self, sheet: PageSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._chosen: float | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setProperty("part", "desk")
        self.viewport().setProperty("part", "desk")
        self.setWidget(sheet)
        sheet.installEventFilter(self)
        sheet.shown_anew.connect(self._follow_mark)

    @property
    def zoom(self) -> float:
        """How wide the page is now, as a part of the frame; 0 is the whole page."""
        return self._by_itself() if self._chosen is None else self._chosen

    @property
    def says(self) -> str:
        """What the next press of the button does."""
        return _("Fit the width") if self.zoom == WHOLE else _("See the whole page")

    def swap(self) -> None:
        """Show the whole page, or else as wide as the frame."""
        self._choose(1.0 if self.zoom == WHOLE else WHOLE)

    def step(self, by: int) -> None:
        """Make the page larger or smaller by one step; 0 lets it fit by itself."""
        if not by:
            self._choose(None)
            return
        place = min(max(ZOOMS.index(self.zoom) + by, 0), len(ZOOMS) - 1)
        self._choose(ZOOMS[place])

    def _choose(self, zoom: float | None) -> None:
        self._chosen = zoom
        self._fit()
        self.zoom_changed.emit()
        self._follow_mark()

    def _by_itself(self) -> float:
        height = self.height() - AROUND_PX
        whole = min(self.width() - AROUND_PX, height * WIDTH_MM / HEIGHT_MM)
        return WHOLE if whole >= LEAST_WHOLE_PX else 1.0

    def _fit(self) -> None:
        zoom, policies = self.zoom, Qt.ScrollBarPolicy
        whole = zoom == WHOLE
        on, off = policies.ScrollBarAlwaysOn, policies.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(off if whole else on)
        self.setHorizontalScrollBarPolicy(on if zoom > 1 else off)
        width = 0 if whole else round((self.viewport().width() - AROUND_PX) * zoom)
        self._sheet.be_at_least(width)

    def _follow_mark(self) -> None:
        """Keep the line that is being written in view."""
        marks = self._sheet.marks()
        if marks and self.zoom != WHOLE:
            middle = marks[0].center().toPoint()
            self.ensureVisible(middle.x(), middle.y(), 40, round(marks[0].height() / 2) + 60)

    def _scroll(self, by: int) -> bool:
        """Scroll by a little; say whether there was anywhere to go."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + by * _STEP_PX)
        return bar.value() != before

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | _SHIFT):
            return False
        if key in _KEYS:
            self.step(_KEYS[key])
            return True
        return key in _SCROLLS and self._scroll(_SCROLLS[key])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self._sheet and is_key and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step((event.angleDelta().y() > 0) - (event.angleDelta().y() < 0))
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self.zoom_changed.emit()


_SHIFT = Qt.KeyboardModifier.ShiftModifier
