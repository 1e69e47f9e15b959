"""The top of the child's turn: what this page is, and the buttons that are always there."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.appearance import appearance
from ui.childs_turn.big_button import BigButton
from ui.childs_turn.lettering import size_of
from ui.childs_turn.turn_page import MARGIN
from ui.overriding import override
from ui.parts.flow_layout import FlowLayout
from ui.parts.words import Words

_GAP_PX = 16


class TurnBar(QWidget):
    """The buttons stand beside the title, or below it where both do not fit."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Words("", "child_title", wrap=True)
        self.read = BigButton("", "speaker-high", kind="small")
        self.cover = BigButton("", "eye-slash", kind="small")
        self.give_back = BigButton("", "lock-simple-fill", kind="small")
        self._buttons = QWidget()
        self._row = FlowLayout(self._buttons, gap_across=_GAP_PX, gap_down=8)
        for button, name in (
            (self.read, "read"),
            (self.cover, "cover"),
            (self.give_back, "give_back"),
        ):
            button.setObjectName(name)
            self._row.addWidget(button)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(MARGIN, 14, MARGIN, 12)
        self._line.setSpacing(_GAP_PX)
        self._line.addWidget(self.title, 1)
        self._line.addWidget(self._buttons)

    def say(self, title: str) -> None:
        """Say what this page is."""
        self.title.say(title)
        self._fit()

    def _fit(self) -> None:
        words = size_of(self.title.said, appearance().font("child_title")).width()
        needed = words + self._row.sizeHint().width() + _GAP_PX + 2 * MARGIN
        beside = needed <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = across if beside else down
        if self._line.direction() != wanted:
            self._line.setDirection(wanted)
            self._line.setSpacing(_GAP_PX if beside else 4)
            self._line.activate()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
