"""Five faces from very sad to very happy, for a child too young for numbers."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

import resources
from models.rules.scales import FACES, Face
from ui import icons
from ui.appearance import appearance
from ui.focus_ring import ShowsFocus
from ui.language import _
from ui.overriding import override
from ui.parts.flow_layout import FlowLayout

FACE_PX = 48
AROUND_PX = 6


class FaceButton(ShowsFocus, QPushButton):
    """One face; chosen, it stands in a frame and carries a tick."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self.face = face
        self.setObjectName(f"choose_{face.key}")
        self.setAccessibleName(_(face.name))
        self.setToolTip(_(face.name))
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("ring_radius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = appearance().px(FACE_PX + 2 * AROUND_PX)
        return QSize(side, side)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks = appearance()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.setPen(QPen(looks.paint("voice"), 3))
            painter.setBrush(looks.paint("surface"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        room = looks.px(AROUND_PX)
        inside = QRectF(self.rect()).adjusted(room, room, -room, -room)
        _drawing(self.face.key).render(painter, inside)
        if self.isChecked():
            tick = icons.pixmap("check-circle-fill", "voice", 18)
            painter.drawPixmap(self.width() - looks.px(20), looks.px(2), tick)


class FaceChoices(QWidget):
    """One stop of Tab; arrows move between the faces, Space chooses."""

    chosen_changed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons = {face.key: FaceButton(face) for face in FACES}
        flow = FlowLayout(self)
        for button in self.buttons.values():
            button.setAccessibleDescription(name)
            button.installEventFilter(self)
            button.clicked.connect(lambda _on=False, key=button.face.key: self._choose(key))
            flow.addWidget(button)
        self.choose("")

    def choose(self, key: str) -> None:
        """Show this face as chosen, or none, without telling anyone."""
        for name, button in self.buttons.items():
            button.setChecked(name == key)
        self._set_stop(key if key in self.buttons else next(iter(self.buttons)))

    def chosen(self) -> str:
        """Give the face that is chosen, or nothing."""
        return next((key for key, button in self.buttons.items() if button.isChecked()), "")

    def stop(self) -> FaceButton:
        """Give the face that takes the keyboard."""
        policies = Qt.FocusPolicy
        return next(
            each for each in self.buttons.values() if each.focusPolicy() == policies.StrongFocus
        )

    def _choose(self, key: str) -> None:
        self.choose(key)
        self.chosen_changed.emit(key)

    def _set_stop(self, key: str) -> None:
        policies = Qt.FocusPolicy
        for name, button in self.buttons.items():
            button.setFocusPolicy(policies.StrongFocus if name == key else policies.ClickFocus)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus to the face that is the group's stop."""
        self.stop().setFocus(event.reason())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        forward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        steps = {
            Qt.Key.Key_Right: 1 if forward else -1,
            Qt.Key.Key_Left: -1 if forward else 1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not isinstance(watched, FaceButton):
            return False
        keys = list(self.buttons)
        target = keys[(keys.index(watched.face.key) + step) % len(keys)]
        self._set_stop(target)
        self.buttons[target].setFocus(Qt.FocusReason.TabFocusReason)
        return True


@lru_cache
def _drawing(key: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(resources.text(f"pictograms/{key}.svg").encode()))
