"""The buttons of the child's turn: big, with words, and the same in every theme."""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from ui import icons
from ui.appearance import appearance
from ui.childs_turn.lettering import longest_word, paint_words, size_of
from ui.focus_ring import ShowsFocus
from ui.overriding import override

LEAST_PX: Final = {"small": 56, "choice": 60}
USUAL_PX: Final = 76
_ACROSS, _DOWN, _GAP = 28, 12, 14


class BigButton(ShowsFocus, QAbstractButton):
    """76 px tall or more; kinds: plain, quiet, primary, choice, small. Chosen ones have a tick."""

    def __init__(
        self, words: str, icon: str = "", *, kind: str = "plain", checkable: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._kind = icon, kind
        self.setCheckable(checkable)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", 14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(lambda _on: self.updateGeometry())
        self.say(words)

    def say(self, words: str) -> None:
        """Show and speak these words."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def lettering(self) -> QFont:
        """The letters it is written in."""
        looks = appearance()
        if self._kind == "small":
            return looks.font("body", bold=True)
        if self._kind == "choice":
            return looks.font("child_body", bold=True)
        font = looks.font("child_button")
        font.setWeight(QFont.Weight.Normal if self._kind == "quiet" else QFont.Weight.Bold)
        return font

    @property
    def _least(self) -> int:
        return LEAST_PX.get(self._kind, USUAL_PX)

    @property
    def _across(self) -> int:
        return 20 if self._kind in LEAST_PX else _ACROSS

    def _beside(self) -> int:
        """The room of the icon, or of the tick. Units: px."""
        shows_tick = self.isCheckable() and (self._kind != "quiet" or self.isChecked())
        if not self._icon and not shows_tick:
            return 0
        return appearance().px(self._icon_px) + (8 if self._kind == "small" else _GAP)

    @property
    def _icon_px(self) -> int:
        return 20 if self._kind == "small" else 26

    @override
    def sizeHint(self) -> QSize:
        words = size_of(self.text(), self.lettering())
        width = words.width() + self._beside() + 2 * self._across
        return QSize(width, max(self._least, words.height() + 2 * _DOWN))

    @override
    def minimumSizeHint(self) -> QSize:
        width = longest_word(self.text(), self.lettering()) + self._beside() + 2 * self._across
        return QSize(min(width, self.sizeHint().width()), self._least)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        room = width - self._beside() - 2 * self._across
        words = size_of(self.text(), self.lettering(), room)
        return max(self._least, words.height() + 2 * _DOWN)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, line, edge = self._colours()
        painter.setBrush(ground)
        painter.setPen(QPen(line, edge))
        half = edge / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 12, 12)
        ink = "on_primary" if self._kind == "primary" else "ink"
        self._paint_icon(painter, ink)
        painter.setPen(appearance().paint(ink))
        painter.setLayoutDirection(self.layoutDirection())
        room = self.rect().adjusted(self._across + self._beside(), 0, -self._across, 0)
        room = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
        paint_words(painter, room, self.text(), self.lettering(), centred=True)

    def _colours(self) -> tuple[QColor, QColor, int]:
        """What it stands on, its edge, and how wide that is."""
        looks = appearance()
        if self._kind == "primary":
            pressed = "primary_pressed" if self.isDown() else "primary"
            ground = looks.paint("primary_hover" if self._hovered() else pressed)
            return ground, ground, 3
        ground = looks.paint("sunken" if self.isDown() or self._hovered() else "surface")
        if self.isCheckable() and self.isChecked():
            return ground, looks.paint("primary"), 6
        if self._kind == "small":
            return ground, looks.paint("line_strong"), 2
        return ground, looks.paint("ink"), 3

    def _hovered(self) -> bool:
        return self.underMouse() and not self.isDown()

    def _paint_icon(self, painter: QPainter, ink: str) -> None:
        name = self._icon
        if self.isCheckable():
            name = "check-circle-fill" if self.isChecked() else (name or "circle")
        if not name or not self._beside():
            return
        side = appearance().px(self._icon_px)
        top = (self.height() - side) // 2
        box = QRect(QPoint(self._across, top), QSize(side, side))
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        painter.drawPixmap(box.topLeft(), icons.pixmap(name, ink, self._icon_px))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
