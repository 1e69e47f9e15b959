"""The big tools of the child's turn: squares for a finger, with a border and a name."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import icons
from ui.appearance import appearance
from ui.focus_ring import ShowsFocus
from ui.overriding import override

SIDE_PX: Final = 60


class Tool(ShowsFocus, QAbstractButton):
    """A big tool with a border; chosen, the border is thick and the tool says so."""

    ground = "surface"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setProperty("ring_radius", 14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(SIDE_PX, SIDE_PX)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = 5 if self.isChecked() else 2
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.setBrush(appearance().paint("sunken" if self.isDown() else self.ground))
        painter.setPen(QPen(appearance().paint("primary" if self.isChecked() else "ink"), edge))
        painter.drawRoundedRect(box, 12, 12)
        self.paint_face(painter, QRectF(self.rect()))

    def paint_face(self, painter: QPainter, box: QRectF) -> None:
        """Paint what the tool is, inside its border."""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class WordTool(Tool):
    """A tool with an icon and its name, in the letters of the child's turn."""

    def __init__(self, name: str, icon: str, *, checkable: bool = False) -> None:
        super().__init__(name)
        self._icon = icon
        self.setText(name)
        self.setToolTip("")
        self.setCheckable(checkable)
        self.setFont(appearance().font("child_body", bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        self.setFont(appearance().font("child_body", bold=True))
        words = self.fontMetrics().size(0, self.text())
        side = appearance().px(24)
        return QSize(words.width() + side + 40, max(SIDE_PX, words.height() + 24))

    @override
    def paint_face(self, painter: QPainter, box: QRectF) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        drawn = icons.pixmap(self._icon, "ink", 24)
        side = appearance().px(24)
        x = box.right() - 16 - side if mirrored else box.left() + 16
        painter.drawPixmap(QPointF(x, box.center().y() - side / 2), drawn)
        painter.setPen(appearance().paint("ink"))
        painter.setFont(appearance().font("child_body", bold=True))
        beside = side + 26
        room = box.adjusted(16, 0, -beside, 0) if mirrored else box.adjusted(beside, 0, -8, 0)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.setLayoutDirection(self.layoutDirection())
        painter.drawText(room, int(leading), self.text())
