"""A row of big buttons that are all as large as the largest, and go on below."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QWidget

from ui.overriding import override
from ui.parts.flow_layout import FlowLayout


class AlikeRow(QWidget):
    """Takes buttons that say their own size."""

    def __init__(self, buttons: Sequence[QWidget], gap_px: int = 18) -> None:
        super().__init__()
        self._buttons = buttons
        self._row = FlowLayout(self, gap_across=gap_px, gap_down=gap_px)
        for button in buttons:
            self._row.addWidget(button)
        self._fit()

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
