"""At large text: the steps as one line, and the letter as a button beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import _
from ui.parts.buttons import ChildButton, IconButton, SecondaryButton


class FoldBar(QFrame):
    """Takes the place of the review's bar; the window's own bar says whose review it is."""

    left = Signal()
    hand_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("part", "bar")
        leave = _("Leave this review, back to {name}").format(name=name)
        self.back_button = IconButton("arrow-left", leave)
        self.back_button.clicked.connect(self.left)
        words = _("{name}’s letter").format(name=name)
        self.letter_button = SecondaryButton(words, "envelope-simple")
        self.letter_button.setObjectName("letter_button_large")
        self.hand_button = ChildButton(_("Hand to {name}").format(name=name))
        self.hand_button.setObjectName("hand_large")
        self.hand_button.clicked.connect(self.hand_asked)
        self._beside: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 8)
        self._line = QHBoxLayout()
        self._line.setSpacing(12)
        self._line.addWidget(self.back_button)
        self._line.addWidget(self.letter_button)
        self._below = QHBoxLayout()
        self._below.addWidget(self.hand_button)
        self._below.addStretch(1)
        column.addLayout(self._line)
        column.addLayout(self._below)

    def put_beside(self, buttons: QWidget) -> None:
        """Put undo and redo at the end of the second line."""
        self._beside = buttons
        self._below.addWidget(buttons)

    def be_alone(self, *, alone: bool, may_hand: bool) -> None:
        """Do what the review's bar does as well, where that one is gone, on a second line."""
        self.back_button.setVisible(alone)
        self.hand_button.setVisible(alone and may_hand)
        if self._beside is not None:
            self._beside.setVisible(alone)
        line = self._below if alone and may_hand else self._line
        if line.indexOf(self.letter_button) < 0:
            line.insertWidget(0 if line is self._below else -1, self.letter_button)

    def take(self, steps: QWidget) -> None:
        """Take the steps in, between the way back and the letter."""
        self._line.insertWidget(1, steps, 1)
