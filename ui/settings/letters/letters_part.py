"""The way from the settings to the council's letters."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.desk import Desk
from ui.language import _
from ui.parts.buttons import SecondaryButton
from ui.parts.words import Words

if TYPE_CHECKING:  # the letters are loaded when they are first looked at
    from ui.settings.letters.templates_dialog import TemplatesDialog


class LettersPart(QWidget):
    """One button, and what it is for."""

    def __init__(self, desk: Desk, council_id: str) -> None:
        super().__init__()
        self._desk, self._council_id = desk, council_id
        told = _("What a letter says for a first hello, a midpoint check, moving on and others.")
        self.button = SecondaryButton(_("Your letters"), "envelope-simple")
        self.button.setObjectName("your_letters")
        self.button.setAccessibleDescription(told)
        self._dialog: TemplatesDialog | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(Words(told, "small", "ink2", wrap=True))
        self.button.clicked.connect(self.open)

    def open(self) -> None:
        """Open the letters in a window of their own."""
        from ui.settings.letters.templates_dialog import TemplatesDialog

        dialog = self._dialog = TemplatesDialog(self._desk, self._council_id, self.window())
        dialog.destroyed.connect(self._forget)
        dialog.open()

    def flush(self) -> bool:
        """Save what is half typed in the letters; say whether nothing is left unsaved."""
        return self._dialog is None or self._dialog.flush()

    def _forget(self) -> None:
        self._dialog = None
