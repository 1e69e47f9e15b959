"""Choices among few as pills: one stop of Tab, arrows move, Space chooses."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QIcon, QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ui import icons
from ui.appearance import appearance
from ui.focus_ring import ShowsFocus
from ui.language import _, ngettext
from ui.overriding import override
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if


class Chip(ShowsFocus, QPushButton):
    """One pill of a group; chosen, it is filled and carries a tick."""

    def __init__(self, key: str, words: str, size: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.key = key
        self._look = 0  # drawn in none yet
        self.setObjectName(f"chip_{key}")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setProperty("kind", "chip")
        self.setProperty("fit", size)
        self.setProperty("ring_radius", 99)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._draw_tick)

    def say(self, words: str) -> None:
        """Show these words instead, such as a new count."""
        self.setText(words)
        self.setAccessibleName(words)

    def _draw_tick(self) -> None:
        ticked = self.isChecked() and self.property("fit") != "filter"
        self._draw("check-bold" if ticked else "", "on_primary")

    def _draw(self, name: str, colour: str) -> None:
        self._look = appearance().number
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words = self.text()
        drawn = icons.icon_before(words, name, colour, 14, mirrored=mirrored) if name else QIcon()
        self.setIcon(drawn)
        self.setIconSize(icons.icon_before_size(words, 14))
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self.isChecked():
            return hint
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        more = QFontMetrics(bold).horizontalAdvance(self.text())
        less = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return hint + QSize(max(0, more - less) + 2, 0)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kind = event.type()
        if kind == QEvent.Type.LayoutDirectionChange or (
            kind == QEvent.Type.StyleChange and self._look != appearance().number
        ):
            self._draw_tick()


class _MoreChip(Chip):
    """Opens the rest of the group as a list."""

    def __init__(self, size: str, parent: QWidget) -> None:
        super().__init__("more", _("More"), size, parent)
        self.setObjectName("more")
        self.setCheckable(False)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    @override
    def _draw_tick(self) -> None:
        self._draw("caret-down-bold", "ink")


class ChipGroup(QWidget):
    """A named group of chips, the first few shown and the rest behind "6 more"."""

    chosen_changed = Signal(str)
    left_below = Signal()  # Down, where it leaves

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]] = (),
        *,
        shown: int = 0,
        several: bool = False,
        may_be_none: bool = True,
        size: str = "chip",
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._name, self._shown, self._size = name, shown, size
        self._several, self._may_be_none = several, may_be_none
        self._choices: list[tuple[str, str]] = []
        self._chosen: list[str] = []
        self._flow = FlowLayout(self)
        self._chips: dict[str, Chip] = {}
        self._more = _MoreChip(size, self)
        self._more.clicked.connect(self.open_rest)
        self._down_leaves = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these, as (key, words), and keep what is chosen."""
        if self._chips and list(choices) == self._choices:
            return
        self._choices = list(choices)
        known = {key for key, _words in choices}
        self._chosen = [key for key in self._chosen if key in known]
        self._lay_out()

    def let_down_leave(self) -> None:
        """Let Down lead to what stands below instead of to the next chip."""
        self._down_leaves = True

    def show_at_most(self, count: int) -> None:
        """Show this many chips before "more", or all of them for 0."""
        if count != self._shown:
            self._shown = count
            self._lay_out()

    def set_words(self, key: str, words: str) -> None:
        """Change the words of one choice, such as its count."""
        self._choices = [(one, words if one == key else said) for one, said in self._choices]
        if key in self._chips:
            self._chips[key].say(words)

    def chosen(self) -> str:
        """Give the key that is chosen, or nothing."""
        return self._chosen[0] if self._chosen else ""

    def all_chosen(self) -> tuple[str, ...]:
        """Give every key that is chosen."""
        return tuple(self._chosen)

    def choose(self, *keys: str) -> None:
        """Choose these and no others, without telling anyone."""
        chosen = [key for key in keys if key]
        if chosen == self._chosen:
            return
        self._chosen = chosen
        if [key for key, _words in self._visible()] != list(self._chips):
            self._lay_out()
            return
        self._check(next((key for key, chip in self._chips.items() if chip.hasFocus()), None))

    def focus_chosen(self) -> None:
        """Put the keyboard on the chip that is chosen, or on the first."""
        self._set_stop()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def chip(self, key: str) -> Chip:
        """Give the chip of a choice that is shown."""
        return self._chips[key]

    def open_rest(self) -> None:
        """Open the choices that are not shown, as a list."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, words in self._choices:
            if key not in self._chips:
                action = menu.addAction(words)
                action.triggered.connect(lambda _on=False, key=key: self._toggle(key))
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def rest(self) -> tuple[str, ...]:
        """Give the keys that stand behind "more"."""
        return tuple(key for key, _words in self._choices if key not in self._chips)

    def _lay_out(self) -> None:
        focused = next((key for key, chip in self._chips.items() if chip.hasFocus()), None)
        self._empty()
        for key, words in self._visible():
            chip = Chip(key, words, self._size, self)
            chip.setAccessibleDescription(self._name)
            chip.setChecked(key in self._chosen)
            chip.clicked.connect(lambda _on=False, key=key: self._toggle(key))
            chip.installEventFilter(self)
            self._chips[key] = chip
            self._flow.addWidget(chip)
            show_if(chip, True)
        self._show_more()
        for chip in reversed(list(self._chips.values())):
            QWidget.setTabOrder(self._more, chip)
        self._set_stop(focused)
        if focused in self._chips:
            self._chips[str(focused)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self) -> None:
        while self._flow.count():
            self._flow.takeAt(0)
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        self._chips = {}

    def _visible(self) -> list[tuple[str, str]]:
        """Give the first few, and whatever is chosen among the rest."""
        if not self._shown or len(self._choices) <= self._shown + 1:
            return self._choices
        first = self._choices[: self._shown]
        chosen = [one for one in self._choices[self._shown :] if one[0] in self._chosen]
        return first[: max(1, self._shown - len(chosen))] + chosen

    def _show_more(self) -> None:
        hidden = len(self._choices) - len(self._chips)
        show_if(self._more, hidden > 0)
        if hidden:
            self._more.say(ngettext("{count} more", "{count} more", hidden).format(count=hidden))
            self._more.setAccessibleDescription(self._name)
            self._more.installEventFilter(self)
            self._more._draw_tick()
            self._flow.addWidget(self._more)
        self._more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def _set_stop(self, focused: str | None = None) -> None:
        """Leave one chip in the tab order: the focused, the chosen, or the first."""
        keys = list(self._chips)
        stop = next((key for key in (focused, *self._chosen) if key in self._chips), None)
        stop = stop or (keys[0] if keys else None)
        for key, chip in self._chips.items():
            policies = Qt.FocusPolicy
            chip.setFocusPolicy(policies.StrongFocus if key == stop else policies.ClickFocus)

    def _toggle(self, key: str) -> None:
        before = list(self._chosen)
        if key in self._chosen:
            if self._may_be_none or len(self._chosen) > 1:
                self._chosen.remove(key)
        elif self._several:
            self._chosen.append(key)
        else:
            self._chosen = [key]
        if key in self._chips:
            self._check(key)
        else:
            self._lay_out()
        if before != self._chosen:
            self.chosen_changed.emit(self.chosen())

    def _check(self, stop: str | None) -> None:
        for name, chip in self._chips.items():
            chip.setChecked(name in self._chosen)
        self._set_stop(stop)

    def _step(self, chip: QWidget, step: int) -> None:
        row: list[Chip] = [*self._chips.values()]
        if self._more.isVisible():
            row.append(self._more)
        place = next(number for number, one in enumerate(row) if one is chip)
        target = row[(place + step) % len(row)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if target is not self._more:
            self._set_stop(target.key)

    @override
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and isinstance(watched, Chip):
            if event.type() != QEvent.Type.KeyPress:
                return False
            if self._down_leaves and event.key() == Qt.Key.Key_Down:
                self.left_below.emit()
                return True
            forward = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            steps = {
                Qt.Key.Key_Right: 1 if forward else -1,
                Qt.Key.Key_Left: -1 if forward else 1,
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
            }
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._step(watched, step)
                return True
        return False

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus to the chip that is the group's stop."""
        for chip in self._chips.values():
            if chip.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                chip.setFocus(event.reason())
                return
