"""The two small buttons that undo and redo, for those who use the mouse."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.language import _
from ui.meeting.undoing import Undoing
from ui.parts.buttons import IconButton


class UndoButtons(QWidget):
    """Say what they would take back; off while there is nothing."""

    def __init__(self, undoing: Undoing, place: str = "") -> None:
        super().__init__()
        self._undoing = undoing
        self.undo_button = IconButton("arrow-u-up-left", _("Undo"), size="row")
        self.undo_button.setObjectName(f"undo_button{place}")
        self.redo_button = IconButton("arrow-u-up-right", _("Redo"), size="row")
        self.redo_button.setObjectName(f"redo_button{place}")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.undo_button)
        line.addWidget(self.redo_button)
        self.undo_button.clicked.connect(undoing.undo)
        self.redo_button.clicked.connect(undoing.redo)
        undoing.changed.connect(self.show_standing)
        self.show_standing()

    def show_standing(self) -> None:
        """Say what there is to take back and to do again."""
        undo, redo = self._undoing.undo_words, self._undoing.redo_words
        words = _("Undo: {what} (Ctrl+Z)").format(what=undo) if undo else _("Nothing to undo")
        _say(self.undo_button, words, on=bool(undo))
        words = _("Redo: {what} (Ctrl+Y)").format(what=redo) if redo else _("Nothing to redo")
        _say(self.redo_button, words, on=bool(redo))


def _say(button: IconButton, words: str, *, on: bool) -> None:
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setEnabled(on)
