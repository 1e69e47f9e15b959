"""Tick boxes and round choices, drawn in the theme's colours and wrapping their words."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ui import icons
from ui.appearance import appearance
from ui.focus_ring import ShowsFocus
from ui.overriding import override
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words

_GAP = 9
_AROUND = 5


class Tick(ShowsFocus, QCheckBox):
    """A tick box with its words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setProperty("ring_radius", 4)
        _let_words_wrap(self)

    def ring_rect(self) -> QRect:
        """Say where the focus ring goes: round the box only. Units: px."""
        return _box(self)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        return _natural_size(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return _least_size(self)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return _height_at(self, width)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks, box = appearance(), _box(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(looks.paint(_edge_colour(self, on=on)), 2))
        painter.setBrush(looks.paint("primary" if on else "surface"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        if on:
            inside = box.center() - QPoint(looks.px(16) // 2 - 1, looks.px(16) // 2 - 1)
            painter.drawPixmap(inside, icons.pixmap("check-bold", "on_primary", 16))
        _paint_words(self, painter)


class RoundChoice(ShowsFocus, QRadioButton):
    """One of a few answers that exclude each other."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(text)
        self.setProperty("ring_radius", 99)
        _let_words_wrap(self)

    def ring_rect(self) -> QRect:
        """Say where the focus ring goes: round the circle only. Units: px."""
        return _box(self)

    @override
    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    @override
    def sizeHint(self) -> QSize:
        return _natural_size(self)

    @override
    def minimumSizeHint(self) -> QSize:
        return _least_size(self)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return _height_at(self, width)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        looks, box = appearance(), _box(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        painter.setPen(QPen(looks.paint(_edge_colour(self, on=on)), 2))
        painter.setBrush(looks.paint("surface"))
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(looks.paint("primary"))
            inset = looks.px(5)
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
        _paint_words(self, painter)


class RoundChoices(QWidget):
    """A question and its answers; arrows choose, and the group is one stop of Tab."""

    chosen_changed = Signal(str)

    def __init__(
        self,
        question: str,
        choices: Sequence[tuple[str, str]],
        *,
        show_question: bool = True,
        stacked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self.question = Words(question, "h3", wrap=True)
        show_if(self.question, show_question)
        self.group = QButtonGroup(self)
        self.answers: dict[str, RoundChoice] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.question)
        inside = QVBoxLayout() if stacked else FlowLayout(gap_across=24, gap_down=4)
        column.addLayout(inside)
        for key, words in choices:
            self._add(inside, key, words)
        self.group.idToggled.connect(self._tell)

    def chosen(self) -> str:
        """Give the key of the answer, or nothing where none is chosen."""
        return next((key for key, one in self.answers.items() if one.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose an answer, or none for an empty key, without telling anyone."""
        blocked = self.group.blockSignals(True)
        self.group.setExclusive(False)
        for name, one in self.answers.items():
            one.setChecked(name == key)
        self.group.setExclusive(True)
        self.group.blockSignals(blocked)

    def _add(self, inside: QVBoxLayout | FlowLayout, key: str, words: str) -> None:
        answer = RoundChoice(words)
        answer.setObjectName(key)
        answer.setAccessibleDescription(self.question.said)
        self.answers[key] = answer
        self.group.addButton(answer)
        inside.addWidget(answer)

    def _tell(self, _number: int, on: bool) -> None:
        if on:
            self.chosen_changed.emit(self.chosen())


_Drawn = Tick | RoundChoice


def _let_words_wrap(choice: _Drawn) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    choice.setSizePolicy(policy)


def _box(choice: _Drawn) -> QRect:
    side = appearance().px(22)
    first_line = max(side, QFontMetrics(choice.font()).height())
    box = QRect(0, _AROUND // 2 + (first_line - side) // 2, side, side)
    return QStyle.visualRect(choice.layoutDirection(), choice.rect(), box)


def _beside() -> int:
    return appearance().px(22) + _GAP


def _natural_size(choice: _Drawn) -> QSize:
    width = _beside() + QFontMetrics(choice.font()).horizontalAdvance(choice.text()) + 2
    return QSize(width, _height_at(choice, width))


def _least_size(choice: _Drawn) -> QSize:
    metrics = QFontMetrics(choice.font())
    longest = max((metrics.horizontalAdvance(word) for word in choice.text().split()), default=0)
    return QSize(_beside() + longest + 2, max(appearance().px(22), metrics.height()) + _AROUND)


def _height_at(choice: _Drawn, width: int) -> int:
    metrics = QFontMetrics(choice.font())
    room = QRect(0, 0, max(1, width - _beside()), 10_000)
    words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, choice.text())
    return max(appearance().px(22), words.height()) + _AROUND


def _edge_colour(choice: _Drawn, *, on: bool) -> str:
    if on:
        return "primary"
    return "ink" if choice.underMouse() else "line_strong"


def _paint_words(choice: _Drawn, painter: QPainter) -> None:
    looks = appearance()
    first_line = _box(choice).center().y() - QFontMetrics(choice.font()).height() // 2
    room = choice.rect().adjusted(_beside(), first_line, 0, 0)
    room = QStyle.visualRect(choice.layoutDirection(), choice.rect(), room)
    painter.setPen(looks.paint("ink" if choice.isEnabled() else "ink2"))
    mirrored = choice.layoutDirection() == Qt.LayoutDirection.RightToLeft
    across = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    place = across | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(room, place | Qt.TextFlag.TextWordWrap, choice.text())
