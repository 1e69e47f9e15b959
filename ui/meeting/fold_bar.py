"""At large text: the steps as one line, and the letter as a button beside it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.language import _
from ui.parts.buttons import SecondaryButton


class FoldBar(QFrame):
    """Stands between the review's bar and the step."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("part", "bar")
        words = _("{name}’s letter").format(name=name)
        self.letter_button = SecondaryButton(words, "envelope-simple")
        self.letter_button.setObjectName("letter_button_large")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(24, 8, 24, 8)
        self._line.setSpacing(16)
        self._line.addWidget(self.letter_button)

    def take(self, steps: QWidget) -> None:
        """Take the steps in, before the letter."""
        self._line.insertWidget(0, steps, 1)
