"""Five big faces, for a child who would rather show a face than a number."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from models.rules.scales import FACES, Face
from ui.appearance import appearance
from ui.childs_turn.alike import AlikeRow
from ui.childs_turn.arrow_keys import LeavesArrows
from ui.childs_turn.lettering import longest_word, paint_words, size_of
from ui.childs_turn.picture_cards import card_words
from ui.childs_turn.spoken import _
from ui.childs_turn.thing_card import pictogram
from ui.focus_ring import ShowsFocus
from ui.overriding import override

_FACE_PX, _AROUND = 132, 14


class FaceButton(ShowsFocus, LeavesArrows, QAbstractButton):
    """One face with its words; the chosen one stands on yellow."""

    def __init__(self, face: Face, *, last_time: bool) -> None:
        super().__init__()
        self.face = face
        self._last = _("Last time") if last_time else ""
        self.setCheckable(True)
        self.setObjectName(face.key)
        self.setText(card_words(face.key))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self._last)
        self.setProperty("ring_radius", 14)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        font = appearance().font("child_body")
        width = max(_FACE_PX, longest_word(self.text(), font)) + 2 * _AROUND
        words = size_of(self.text(), font, width - 2 * _AROUND).height()
        last = size_of(_("Last time"), font, width - 2 * _AROUND).height()
        return QSize(width, _FACE_PX + words + last + 3 * _AROUND)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks, on = appearance(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(looks.paint("voice_mark" if on else "surface"))
        painter.setPen(QPen(looks.paint("ink"), 5 if on else 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 3, -3, -3), 12, 12)
        left = (self.width() - _FACE_PX) / 2
        box = QRectF(left, _AROUND, _FACE_PX, _FACE_PX)
        pictogram(self.face.key).render(painter, box)
        painter.setPen(looks.paint("on_voice" if on else "ink"))
        top = _FACE_PX + _AROUND
        room = QRect(_AROUND, top, self.width() - 2 * _AROUND, self.height() - top - _AROUND)
        words = f"{self.text()}\n{self._last}" if self._last else self.text()
        paint_words(painter, room, words, looks.font("child_body"), centred=True)


class Faces(QWidget):
    """Arrows move, Enter and Space choose; a click or a finger chooses at once."""

    face_chosen = Signal(object)  # a Face

    def __init__(self, last_time: float | None) -> None:
        super().__init__()
        self.setAccessibleName(_("Five faces"))
        self.buttons = [FaceButton(face, last_time=last_time == face.number) for face in FACES]
        for button in self.buttons:
            button.clicked.connect(lambda _on=False, button=button: self._choose(button))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(AlikeRow(self.buttons, 14))
        self.show_face("")

    def show_face(self, key: str) -> None:
        """Show which face is chosen, if one is."""
        for button in self.buttons:
            button.setChecked(button.face.key == key)
        chosen = [button for button in self.buttons if button.isChecked()]
        self._make_stop(chosen[0] if chosen else self.buttons[2])

    def _make_stop(self, stop: FaceButton) -> None:
        policies = Qt.FocusPolicy
        for button in self.buttons:
            button.setFocusPolicy(policies.StrongFocus if button is stop else policies.ClickFocus)
        self.setFocusProxy(stop)

    def _choose(self, button: FaceButton) -> None:
        self.show_face(button.face.key)
        self.face_chosen.emit(button.face)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), Qt.Key
        focused = self.window().focusWidget()
        if not isinstance(focused, FaceButton) or focused not in self.buttons:
            super().keyPressEvent(event)
            return
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        on = keys.Key_Left if mirrored else keys.Key_Right
        if key in (keys.Key_Left, keys.Key_Right, keys.Key_Up, keys.Key_Down):
            by = 1 if key in (on, keys.Key_Down) else -1
            place = self.buttons.index(focused) + by
            target = self.buttons[min(max(place, 0), len(self.buttons) - 1)]
            self._make_stop(target)
            target.setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (keys.Key_Return, keys.Key_Enter):
            self._choose(focused)
        else:
            super().keyPressEvent(event)
