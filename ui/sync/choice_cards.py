"""The ways to settle two versions, side by side: one stop of Tab, arrows move, 1 to 4 choose."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from ui.appearance import appearance
from ui.focus_ring import ShowsFocus
from ui.language import _
from ui.overriding import override

_INSIDE, _GAP, _ROUND = 17, 10, 8


class ChoiceCard(ShowsFocus, QRadioButton):
    """One way, as a card with its round mark."""

    def __init__(self, key: str, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.key, self.number = key, number
        self.setObjectName(f"choice_{key}")
        self.setAccessibleName(_("Choice {number}").format(number=number))
        self.setProperty("ring_radius", _ROUND)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, words: str) -> None:
        """Show and speak these words; the key that chooses it is told after them."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(_("Key {number}").format(number=self.number))
        self.setToolTip(self.accessibleDescription())
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._font()).horizontalAdvance(self.text())
        return QSize(words + self._around(), self.heightForWidth(0))

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        longest = max((metrics.horizontalAdvance(w) for w in self.text().split()), default=0)
        return QSize(longest + self._around(), appearance().px(52))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        least = appearance().px(52)
        if width <= 0:
            return least
        return max(least, round(self._words_box(width).height()) + 2 * _INSIDE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks, on = appearance(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = max(looks.edge, 2 if on else 1)
        colour = "primary" if on else "ink" if self.underMouse() else "line_strong"
        painter.setPen(QPen(looks.paint(colour), edge))
        painter.setBrush(looks.paint("primary_tint" if on else "surface"))
        box = QRectF(self.rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2)
        painter.drawRoundedRect(box, _ROUND, _ROUND)
        self._paint_mark(painter, on=on)
        painter.setFont(self._font())
        painter.setPen(looks.paint("ink"))
        words = self._words_box(self.width())
        words.moveTop((self.height() - words.height()) / 2)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        if self._is_mirrored:
            flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(words, int(flags | Qt.TextFlag.TextWordWrap), self.text())

    def _paint_mark(self, painter: QPainter, *, on: bool) -> None:
        looks, side = appearance(), float(appearance().px(22))
        left = self.width() - _INSIDE - side if self._is_mirrored else float(_INSIDE)
        mark = QRectF(left, (self.height() - side) / 2, side, side).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(looks.paint("primary" if on else "line_strong"), 2))
        painter.setBrush(looks.paint("surface"))
        painter.drawEllipse(mark)
        if on:
            inset = looks.px(5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(looks.paint("primary"))
            painter.drawEllipse(mark.adjusted(inset, inset, -inset, -inset))

    def _words_box(self, width: int) -> QRectF:
        room = QRectF(0, 0, max(1, width - self._around()), 10_000)
        found = QFontMetrics(self._font()).boundingRect(
            room.toRect(), Qt.TextFlag.TextWordWrap, self.text()
        )
        left = _INSIDE if self._is_mirrored else _INSIDE + appearance().px(22) + _GAP
        return QRectF(left, 0, room.width(), found.height())

    def _around(self) -> int:
        return 2 * _INSIDE + appearance().px(22) + _GAP

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _font(self) -> QFont:
        return appearance().font("body", bold=True)


class ChoiceCards(QWidget):
    """Offers some of the ways; keys keep their numbers though one is not offered."""

    chosen_changed = Signal(str)

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("choices")
        self.setAccessibleName(_("What to do with the two versions"))
        self._group = QButtonGroup(self)
        self.cards = {key: ChoiceCard(key, number, self) for number, key in enumerate(keys, 1)}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._columns = 0
        for card in self.cards.values():
            self._group.addButton(card)
        self._group.buttonClicked.connect(lambda card: self.chosen_changed.emit(card.key))

    def offer(self, words: dict[str, str]) -> None:
        """Offer these, by their keys, and choose none."""
        self.choose("")
        for key, card in self.cards.items():
            card.setVisible(key in words)
            if key in words:
                card.say(words[key])
        self._columns = 0
        self._lay_out()

    def chosen(self) -> str:
        """Give the key that is chosen, or nothing."""
        return next((key for key, card in self.cards.items() if card.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose one, or none for an empty key, without telling anyone."""
        self._group.setExclusive(False)
        for name, card in self.cards.items():
            card.setChecked(name == key)
        self._group.setExclusive(True)

    def press(self, number: int) -> bool:
        """Choose the one with this number; says whether there is one."""
        for card in self.cards.values():
            if card.number == number and not card.isHidden():
                card.click()
                return True
        return False

    def _lay_out(self) -> None:
        offered = [card for card in self.cards.values() if not card.isHidden()]
        widest = max((card.sizeHint().width() for card in offered), default=1) + 12
        columns = max(1, min(len(offered), (self.width() + 12) // widest))
        if columns == 3 and len(offered) == 4:
            columns = 2
        if columns == self._columns:
            return
        self._columns = columns
        for card in self.cards.values():
            self._grid.removeWidget(card)
        for place, card in enumerate(offered):
            self._grid.addWidget(card, *divmod(place, columns))
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
