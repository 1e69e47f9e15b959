"""At large text: the steps as one line, and the letter as a button beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.language import _
from ui.parts.buttons import IconButton, SecondaryButton


class FoldBar(QFrame):
    """Takes the place of the review's bar; the window's own bar says whose review it is."""

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("part", "bar")
        leave = _("Leave this review, back to {name}").format(name=name)
        self.back_button = IconButton("arrow-left", leave)
        self.back_button.clicked.connect(self.left)
        words = _("{name}’s letter").format(name=name)
        self.letter_button = SecondaryButton(words, "envelope-simple")
        self.letter_button.setObjectName("letter_button_large")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(24, 8, 24, 8)
        self._line.setSpacing(12)
        self._line.addWidget(self.back_button)
        self._line.addWidget(self.letter_button)

    def take(self, steps: QWidget) -> None:
        """Take the steps in, between the way back and the letter."""
        self._line.insertWidget(1, steps, 1)
