"""One cell of the coverage strip: the number of a matter and the icon of what became of it."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle

from models.coverage import MatterStanding
from ui import icons
from ui.appearance import appearance
from ui.focus_ring import ShowsFocus
from ui.language import _
from ui.meeting.matter_words import asked_of, icon_of, number_of, spoken
from ui.overriding import override

CELL_PX, GAP_PX, ICON_PX = 36, 2, 14
_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}


class MatterCell(ShowsFocus, QPushButton):
    """Arrows move to the next cell, Enter or Space opens its card."""

    moved = Signal(int)

    def __init__(self, matter: str, name: str) -> None:
        super().__init__()
        self._matter, self._name = matter, name
        self._standing = MatterStanding(matter)
        self.setObjectName(f"matter_{number_of(matter)}")
        self.setProperty("part", "cell")
        self.setProperty("ring_radius", 6)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_standing(self, standing: MatterStanding, *, here: bool) -> None:
        """Show what became of the matter, and whether it belongs to the step that is shown."""
        self._standing = standing
        said = spoken(standing)
        self.setAccessibleName(said)
        self.setToolTip(f"{said}\n{asked_of(self._matter, self._name)}")
        self.setAccessibleDescription(_("A matter of this step") if here else "")
        if bool(self.property("here")) != here:
            self.setProperty("here", here)
            self.style().unpolish(self)
            self.style().polish(self)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(appearance().px(CELL_PX), appearance().height("row_button"))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(4, appearance().height("row_button"))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        looks, painter = appearance(), QPainter(self)
        chosen = self.isChecked()
        name, colour = icon_of(self._standing)
        picture = icons.pixmap(name, "on_primary" if chosen else colour, ICON_PX)
        painter.setFont(looks.font("tiny", bold=bool(self.property("here"))))
        painter.setPen(looks.paint("on_primary" if chosen else "ink"))
        number = str(number_of(self._matter))
        wide, side = painter.fontMetrics().horizontalAdvance(number), looks.px(ICON_PX)
        left = (self.width() - wide - 2 - side) // 2
        flags = Qt.AlignmentFlag.AlignCenter
        painter.drawText(self._visual(QRect(left, 0, wide, self.height())), flags, number)
        icon = self._visual(QRect(left + wide + 2, 0, side, self.height()))
        painter.drawPixmap(QPoint(icon.left(), (self.height() - side) // 2), picture)

    def _visual(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            arrow = event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left)
            self.moved.emit(-step if mirrored and arrow else step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    @override
    def nextCheckState(self) -> None:
        """Stay as it is: the strip says which card is open."""
