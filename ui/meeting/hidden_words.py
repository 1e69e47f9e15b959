"""Words that the room should not read: one line in their place, and a button that shows them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words


class HiddenWords(QWidget):
    """Plain words, or what stands in their place until they are shown."""

    unfolded = Signal()
    folded_changed = Signal(bool)

    def __init__(self, style: str = "body", *, bold: bool = False) -> None:
        super().__init__()
        self._words = self._instead = ""
        self._is_shown = False
        self.label = Words("", style, wrap=True, bold=bold)
        self.lock = Icon("lock-simple-fill", "lock", 20)
        self.show_button = SmallButton(_("Show"), in_row=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.label, 1)
        line.addWidget(self.show_button, 0, Qt.AlignmentFlag.AlignTop)
        self.show_button.clicked.connect(self.unfold)

    @property
    def said(self) -> str:
        """What can be read now."""
        return self.label.said

    @property
    def is_folded(self) -> bool:
        """Whether only what stands in their place can be read now."""
        return bool(self._instead) and not self._is_shown

    def say(self, words: str, instead: str = "") -> None:
        """Say these words; with `instead`, only that until they are asked for."""
        self._words, self._instead = words, instead
        self._draw()

    def fold(self) -> None:
        """Hide the words again, if they are to be hidden."""
        self._is_shown = False
        self._draw()
        self.folded_changed.emit(self.is_folded)

    def unfold(self) -> None:
        """Show the words."""
        self._is_shown = True
        self._draw()
        self.folded_changed.emit(self.is_folded)
        self.unfolded.emit()

    def _draw(self) -> None:
        is_hidden = self.is_folded
        self.label.say(self._instead if is_hidden else self._words)
        self.show_button.setAccessibleName(_("Show: {what}").format(what=self._instead))
        show_if(self.lock, bool(self._instead))
        show_if(self.show_button, is_hidden)
