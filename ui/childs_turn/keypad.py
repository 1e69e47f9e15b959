"""Big keys for the digits of a PIN, and dots for those that were typed."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from models.security.give_back import MOST_DIGITS
from ui import icons
from ui.appearance import appearance
from ui.childs_turn.tool import Tool
from ui.focus_ring import ShowsFocus
from ui.language import _, ngettext
from ui.overriding import override

KEY_PX: Final = 76
_DOT_RADIUS: Final = 7
_DOT_GAP: Final = 26


class DigitKey(Tool):
    """One key: a digit, or an icon."""

    def __init__(self, name: str, icon: str = "") -> None:
        super().__init__(name)
        self._icon = icon
        self.setToolTip("")
        self.setText(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(KEY_PX + 16, max(KEY_PX, appearance().line_px("child_title") + 20))

    @override
    def paint_face(self, painter: QPainter, box: QRectF) -> None:
        if self._icon:
            side = appearance().px(28)
            corner = box.center() - QPointF(side / 2, side / 2)
            painter.drawPixmap(corner, icons.pixmap(self._icon, "ink", 28))
            return
        painter.setPen(appearance().paint("ink"))
        painter.setFont(appearance().font("child_title"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text())


class Dots(ShowsFocus, QWidget):
    """A dot for each digit that was typed, which are never shown; takes the keyboard first."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ring_radius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show so many dots, and say how many."""
        self.count = count
        said = ngettext("{count} digit typed", "{count} digits typed", count)
        self.setAccessibleName(said.format(count=count))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(MOST_DIGITS * _DOT_GAP, 4 * _DOT_RADIUS)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = max(4, self.count)
        left = (self.width() - (shown - 1) * _DOT_GAP) / 2
        for place in range(shown):
            painter.setPen(appearance().paint("line_strong"))
            painter.setBrush(appearance().paint("ink" if place < self.count else "surface"))
            middle = QPointF(left + place * _DOT_GAP, self.height() / 2)
            painter.drawEllipse(middle, _DOT_RADIUS, _DOT_RADIUS)


class Keypad(QWidget):
    """Digits by finger, mouse or keyboard; `entered` gives them when Enter is pressed."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keypad")
        self._digits = ""
        self.dots = Dots()
        self.keys = {digit: DigitKey(digit) for digit in "1234567890"}
        self.back = DigitKey(_("Take back the last digit"), "backspace")
        self.enter = DigitKey(_("Give back"), "check-bold")
        self._build()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(10)
        for place, digit in enumerate("123456789"):
            grid.addWidget(self.keys[digit], *divmod(place, 3))
        for place, key in enumerate((self.back, self.keys["0"], self.enter)):
            grid.addWidget(key, 3, place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.dots)
        column.addLayout(grid)
        for digit, key in self.keys.items():
            key.setObjectName(f"digit_{digit}")
            key.clicked.connect(self._types(digit))
        self.back.clicked.connect(self.take_back)
        self.enter.clicked.connect(self.ask)
        self.setFocusProxy(self.dots)

    def _types(self, digit: str) -> Callable[[], None]:
        return lambda: self.type_digit(digit)

    def type_digit(self, digit: str) -> None:
        """Add a digit, as long as there is room."""
        if len(self._digits) < MOST_DIGITS:
            self._digits += digit
            self.dots.show_count(len(self._digits))

    def take_back(self) -> None:
        """Take the last digit back."""
        self._digits = self._digits[:-1]
        self.dots.show_count(len(self._digits))

    def forget(self) -> None:
        """Forget every digit."""
        self._digits = ""
        self.dots.show_count(0)

    def ask(self) -> None:
        """Hand the digits over, once there are any."""
        if self._digits:
            digits = self._digits
            self.forget()
            self.entered.emit(digits)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() and event.text().isdecimal():
            self.type_digit(str(int(event.text())))
        elif event.key() == Qt.Key.Key_Backspace:
            self.take_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask()
        else:
            super().keyPressEvent(event)
