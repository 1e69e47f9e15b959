"""One of a few in a row, as one control: one stop of Tab, arrows choose."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from ui.focus_ring import ShowsFocus
from ui.overriding import override
from ui.parts.flow_layout import FlowLayout

_AROUND = 2 * 14


class Segment(ShowsFocus, QPushButton):
    """One part of the row; chosen, it is filled and bold."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__(words)
        self.key = key
        self.setObjectName(f"segment_{key}")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "segment")
        self.setProperty("ring_radius", 4)
        self.setAccessibleName(words)
        self._keep_room()

    def _keep_room(self) -> None:
        """Be as wide as it is when bold, so that nothing moves when it is chosen."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(self.text()) + _AROUND + 4)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_room()


class Segments(QWidget):
    """A row of parts of which one is chosen; where there is no room it wraps."""

    chosen_changed = Signal(str)

    def __init__(self, name: str, choices: Sequence[tuple[str, str, str]]) -> None:
        """Offer these, as (key, words, what they mean)."""
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self.parts: dict[str, Segment] = {}
        flow = FlowLayout(self, gap_across=0, gap_down=4)
        for key, words, meaning in choices:
            part = self.parts[key] = Segment(key, words)
            part.setToolTip(meaning)
            part.setAccessibleDescription(meaning)
            part.installEventFilter(self)
            part.clicked.connect(lambda _on=False, key=key: self._choose(key))
            self._group.addButton(part)
            flow.addWidget(part)
        self._set_stop()

    def chosen(self) -> str:
        """Give the key of the one chosen."""
        return next((key for key, part in self.parts.items() if part.isChecked()), "")

    def choose(self, key: str) -> None:
        """Choose without telling anyone."""
        self.parts[key].setChecked(True)
        self._set_stop()

    def describe(self, key: str, words: str) -> None:
        """Say what one of them means, to the eye in its tip and to a screen reader."""
        self.parts[key].setToolTip(words)
        self.parts[key].setAccessibleDescription(words)

    def _choose(self, key: str) -> None:
        self._set_stop()
        self.chosen_changed.emit(key)

    def _set_stop(self) -> None:
        chosen, policies = self.chosen() or next(iter(self.parts), ""), Qt.FocusPolicy
        for key, part in self.parts.items():
            part.setFocusPolicy(policies.StrongFocus if key == chosen else policies.ClickFocus)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if not (is_key and isinstance(watched, Segment) and isinstance(event, QKeyEvent)):
            return False
        onward = 1 if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else -1
        keys = Qt.Key
        steps = {keys.Key_Right: onward, keys.Key_Left: -onward, keys.Key_Down: 1, keys.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            return False
        order = list(self.parts.values())
        target = order[(order.index(watched) + step) % len(order)]
        target.setChecked(True)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(target.key)
        return True
