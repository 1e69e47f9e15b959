"""A line under the title: something was taken out, or could not be kept."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.childs_turn.big_button import BigButton
from ui.childs_turn.spoken import _
from ui.childs_turn.turn_page import MARGIN
from ui.parts.words import Words


class Strip(QWidget):
    """Says one thing, with at most one button; `asked` gives what the button does."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.words = Words("", "child_body", wrap=True)
        self.button = BigButton(_("Put it back"), kind="choice")
        self.button.setObjectName("strip_button")
        self._act: Callable[..., object] | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(MARGIN, 0, MARGIN, 8)
        line.setSpacing(16)
        line.addWidget(self.words, 1)
        line.addWidget(self.button)
        self.button.clicked.connect(self._ask)
        self.hide()

    def offer(self, words: str, button: str, act: Callable[..., object]) -> None:
        """Say what was done, with a way to take it back."""
        self._act = act
        self.words.say(words)
        self.button.say(button)
        self.button.show()
        self.show()

    def tell(self, words: str) -> None:
        """Say something there is nothing to be done about here."""
        self.words.say(words)
        self.button.hide()
        self.show()

    def _ask(self) -> None:
        if self._act is not None:
            self.asked.emit(self._act)
