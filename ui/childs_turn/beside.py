"""Two parts side by side, or one under the other where there is too little room."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui.appearance import appearance
from ui.overriding import override


class Beside(QWidget):
    """The second part is as wide as it says at 100% text; both are as wide when stacked."""

    def __init__(self, first: QWidget, second: QWidget, second_px: int, least_px: int) -> None:
        super().__init__()
        self._second, self._second_px, self._least_px = second, second_px, least_px
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(32)
        self.line.addWidget(first, 1)
        self.line.addWidget(second, 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _fit(self) -> None:
        looks = appearance()
        beside = self.width() >= looks.px(self._least_px)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = across if beside else down
        widest = looks.px(self._second_px) if beside else 16_777_215
        self._second.setMinimumWidth(widest if beside else 0)
        self._second.setMaximumWidth(widest)
        if self.line.direction() != wanted:
            self.line.setDirection(wanted)
            self.line.activate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
