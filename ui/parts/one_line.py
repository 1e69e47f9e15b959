"""Words on one line that end in an ellipsis where there is no room for all of them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyleOption, QWidget

from ui.appearance import appearance
from ui.overriding import override
from ui.parts.words import Words

LEAST_PX = 60


class OneLine(Words):
    """Never asks for more room than there is; the whole stands in its tool tip."""

    def __init__(
        self,
        text: str = "",
        style: str = "body",
        colour: str = "ink",
        *,
        bold: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, style, colour, bold=bold, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> str:
        """What fits of the words."""
        mode = Qt.TextElideMode.ElideRight
        line = " ".join(self.said.split())
        return self.fontMetrics().elidedText(line, mode, self.contentsRect().width())

    @override
    def minimumSizeHint(self) -> QSize:
        usual = self.sizeHint()
        return QSize(min(usual.width(), appearance().px(LEAST_PX)), usual.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown
        self.setToolTip("" if shown == self.said else self.said)
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        role, style = self.foregroundRole(), self.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        align = int(self.alignment().value)
        enabled = self.isEnabled()
        style.drawItemText(
            painter, self.contentsRect(), align, option.palette, enabled, shown, role
        )
