"""Holds a row of the record still from the first key in a field until it is saved and left."""

from collections.abc import Callable
from typing import Any, Final  # Any: a field may hold any kind of value

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from models.typing_now import Place, TypingNow
from ui.overriding import override

_LEFT: Final = (QEvent.Type.FocusOut, QEvent.Type.Hide)


class Held:
    """One row that is held, or not; letting go twice does nothing."""

    def __init__(self, typing: TypingNow) -> None:
        self._typing = typing
        self._place: Place | None = None

    @property
    def place(self) -> Place | None:
        """What is held now."""
        return self._place

    def hold(self, place: Place, *shown: Any) -> None:
        """Hold the row of this place; `shown`, if given, is what stood in it till now."""
        if self._place == place:
            return
        self.let_go()
        self._place = place
        self._typing.begin(*place, *shown)

    def let_go(self) -> None:
        """Let what came meanwhile into the row."""
        if self._place is not None:
            place, self._place = self._place, None
            self._typing.end(*place)


class TypingHold(QObject):
    """Watches one control: `begin` at the first key; left and saved, the row is let go."""

    def __init__(
        self, control: QWidget, held: Held, is_saved: Callable[[], bool] = lambda: True
    ) -> None:
        super().__init__(control)
        self._control, self._held, self._is_saved = control, held, is_saved
        control.installEventFilter(self)
        control.destroyed.connect(held.let_go)

    def begin(self, place: Place, *shown: Any) -> None:
        """Hold the row of this place still."""
        self._held.hold(place, *shown)

    @property
    def is_holding(self) -> bool:
        """Whether something is typed here that was not yet saved and left."""
        return self._held.place is not None

    def let_go_if_left(self) -> None:
        """Let go unless the keyboard is still in the control, or something is unsaved."""
        if self._held.place is None or not self._is_saved():
            return
        window = self._control.window()
        if window.focusWidget() is self._control and self._control.isVisible():
            return  # another window is in front: whoever comes back finds all as it was
        self._held.let_go()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LEFT and self._held.place is not None:
            QTimer.singleShot(0, self, self._look)  # what is typed is saved first
        return False

    def _look(self) -> None:
        if shiboken6.isValid(self._control):
            self.let_go_if_left()
