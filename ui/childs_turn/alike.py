"""A row of big buttons that are all as large as the largest, and go on below."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.childs_turn.arrow_keys import ARROWS, beside
from ui.overriding import override
from ui.parts.flow_layout import FlowLayout


class AlikeRow(QWidget):
    """Takes buttons that say their own size; where asked, arrows go from one to another."""

    def __init__(
        self, buttons: Sequence[QWidget], gap_px: int = 18, *, by_arrows: bool = False
    ) -> None:
        super().__init__()
        self._buttons, self._by_arrows = buttons, by_arrows
        self._row = FlowLayout(self, gap_across=gap_px, gap_down=gap_px)
        for button in buttons:
            self._row.addWidget(button)
        self._fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by the arrows from one to another."""
        focused = self.window().focusWidget()
        is_arrow = self._by_arrows and event.key() in ARROWS
        if not is_arrow or focused is None or focused not in self._buttons:
            super().keyPressEvent(event)
            return
        target = beside(self._buttons, focused, event.key())
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _fit(self) -> None:
        size = QSize()
        for button in self._buttons:
            size = size.expandedTo(button.sizeHint())
        for button in self._buttons:
            button.setFixedSize(size)
        self._row.invalidate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
