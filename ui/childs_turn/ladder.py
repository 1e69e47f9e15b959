"""The ladder from 0 to 10: a step for each number, faces beside it, last time marked."""

import time
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from models.rules.scales import HIGHEST, LOWEST
from ui.appearance import appearance
from ui.childs_turn.arrow_keys import LeavesArrows
from ui.childs_turn.lettering import size_of
from ui.childs_turn.spoken import _
from ui.childs_turn.thing_card import pictogram
from ui.focus_ring import ShowsFocus
from ui.overriding import override

STEP_WIDTH_PX, STEP_PX, GAP_PX = 210, 44, 5
_WIDER_PX, _RAIL_PX, _FACE_PX = 30, 14, 50
_SECOND_DIGIT_SECONDS: Final = 1.2


def face_of(number: float) -> str:
    """The face that goes with a number, from very sad to very happy."""
    if number in (0, 10):
        return "face-0" if number == 0 else "face-4"
    return f"face-{round(number / 2.5 + 0.2)}"


class Step(ShowsFocus, LeavesArrows, QAbstractButton):
    """One step, with its number; the chosen one is wider and has a face."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.setCheckable(True)
        self.setObjectName(f"step_{number}")
        self.setText(str(number))
        self.setAccessibleName(_("{number} out of 10").format(number=number))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ring_radius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def lettering(self) -> QFont:
        """The letters of the number."""
        return appearance().font("child_button")

    @override
    def sizeHint(self) -> QSize:
        height = max(STEP_PX, QFontMetrics(self.lettering()).capHeight() + 22)
        return QSize(STEP_WIDTH_PX + 2 * _WIDER_PX, height)

    def ring_rect(self) -> QRect:
        """Say where the focus ring goes. Units: px."""
        inset = 0 if self.isChecked() else _WIDER_PX
        return self.rect().adjusted(inset, 0, -inset, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks, on = appearance(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = self.underMouse() or self.isDown()
        plain = "sunken" if hovered else "surface"
        painter.setBrush(looks.paint("voice_mark" if on else plain))
        painter.setPen(QPen(looks.paint("ink"), 4 if on else 2))
        half = 2 if on else 1
        box = QRectF(self.ring_rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(box, 9, 9)
        painter.setPen(looks.paint("on_voice" if on else "ink"))
        painter.setFont(self.lettering())
        room = self.rect()
        if on:
            side = min(self.height() - 10, 34)
            middle = QRectF(0, 0, side, side)
            middle.moveCenter(box.center())
            middle.translate(27, 0)
            pictogram(face_of(self.number)).render(painter, middle)
            room = room.translated(-25, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())


class Ladder(QWidget):
    """Arrows and digits move, Enter chooses; a click or a finger chooses at once."""

    number_chosen = Signal(int)

    def __init__(self, last_time: float | None) -> None:
        super().__init__()
        self._last_time = last_time
        self._typed_one_at = -_SECOND_DIGIT_SECONDS
        self.setAccessibleName(_("A ladder from 0 to 10"))
        self.steps = {number: Step(number) for number in range(HIGHEST, LOWEST - 1, -1)}
        column = QVBoxLayout(self)
        column.setContentsMargins(_side_px(), 13, _side_px(), 20)
        column.setSpacing(GAP_PX)
        for step in self.steps.values():
            step.clicked.connect(lambda _on=False, number=step.number: self._choose(number))
            column.addWidget(step, 0, Qt.AlignmentFlag.AlignHCenter)
        if last_time is not None and last_time in self.steps:
            step = self.steps[int(last_time)]
            step.setAccessibleDescription(_("Last time"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_number(None)

    def show_number(self, number: float | None) -> None:
        """Show which step is chosen, if one is."""
        for step in self.steps.values():
            step.setChecked(step.number == number)
        at = number if number in self.steps else self._last_time
        self._make_stop(
            self.steps.get(int(at), self.steps[5]) if at is not None else self.steps[5]
        )

    def stop(self) -> Step:
        """The step that Tab comes to."""
        proxy = self.focusProxy()
        return proxy if isinstance(proxy, Step) else self.steps[5]

    def _make_stop(self, stop: Step) -> None:
        policies = Qt.FocusPolicy
        for step in self.steps.values():
            step.setFocusPolicy(policies.StrongFocus if step is stop else policies.ClickFocus)
        self.setFocusProxy(stop)

    def _go(self, number: int) -> None:
        step = self.steps[min(max(number, LOWEST), HIGHEST)]
        self._make_stop(step)
        step.setFocus(Qt.FocusReason.TabFocusReason)

    def _choose(self, number: int) -> None:
        self.show_number(number)
        self.number_chosen.emit(number)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.window().focusWidget()
        at = focused.number if isinstance(focused, Step) else self.stop().number
        key, keys = event.key(), Qt.Key
        if key in (keys.Key_Up, keys.Key_Down):
            self._go(at + (1 if key == keys.Key_Up else -1))
        elif key in (keys.Key_Home, keys.Key_End):
            self._go(HIGHEST if key == keys.Key_Home else LOWEST)
        elif key in (keys.Key_Return, keys.Key_Enter):
            self._choose(at)
        elif event.text().isdecimal() and event.text():
            self._type(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _type(self, digit: int) -> None:
        """Go to a typed number; 1 and then 0 soon after is 10."""
        now = time.monotonic()
        is_ten = digit == 0 and now - self._typed_one_at < _SECOND_DIGIT_SECONDS
        self._typed_one_at = now if digit == 1 else -_SECOND_DIGIT_SECONDS
        self._go(HIGHEST if is_ten else digit)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks = appearance()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(looks.paint("ladder_rail"))
        middle = self.width() / 2
        for side in (-1, 1):
            x = middle + side * (STEP_WIDTH_PX / 2 + 8) - _RAIL_PX / 2
            painter.drawRoundedRect(QRectF(x, 0, _RAIL_PX, self.height()), 6, 6)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for number in (HIGHEST, 5, LOWEST):
            box = QRectF(0, 0, _FACE_PX, _FACE_PX)
            box.moveCenter(self.steps[number].geometry().toRectF().center())
            box.moveLeft(self.width() - _side_px() - 2 - 20 if mirrored else _side_px() - 48)
            pictogram(face_of(number)).render(painter, box)
        self._paint_last_time(painter, mirrored=mirrored)

    def _paint_last_time(self, painter: QPainter, *, mirrored: bool) -> None:
        if self._last_time is None:
            return
        top = self.steps[HIGHEST].geometry().center().y()
        bottom = self.steps[LOWEST].geometry().center().y()
        y = bottom + (top - bottom) * self._last_time / HIGHEST
        font = appearance().font("child_body")
        room = QRect(0, round(y) - 40, _side_px() - 6, 80)
        if not mirrored:
            room.moveRight(self.width() - 1)
        side = Qt.AlignmentFlag.AlignLeft if not mirrored else Qt.AlignmentFlag.AlignRight
        flags = int(side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        painter.setFont(font)
        painter.setPen(appearance().paint("ink"))
        painter.drawText(room, flags | int(Qt.TextFlag.TextWordWrap), _("Last time"))


def _side_px() -> int:
    """The room for the faces on one side, and for last time on the other. Units: px."""
    words = size_of(_("Last time"), appearance().font("child_body"), appearance().px(110))
    return max(_FACE_PX + 16, words.width() + 10)
