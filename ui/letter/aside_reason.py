"""Asks why something can stay as it is, in a few words."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.fields import LineField

FEWEST_WORDS, FEWEST_LETTERS = 2, 4
_LETTERS = re.compile(r"[^\W\d_]+")


def is_reason(words: str) -> bool:
    """Whether it is said in words, and not by a dot."""
    found = _LETTERS.findall(words)
    return len(found) >= FEWEST_WORDS and sum(map(len, found)) >= FEWEST_LETTERS


class AsideReason(QWidget):
    """Enter in the field gives the reason, if it is one."""

    given = Signal(str)

    def __init__(self, keep: SmallButton, asked: str = "") -> None:
        super().__init__()
        self.why = LineField(asked or _("Why can it stay as it is?"))
        self.why.control.setObjectName("set_aside_why")
        self.keep_button = keep
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.why)
        column.addWidget(keep, 0, Qt.AlignmentFlag.AlignLeft)
        keep.clicked.connect(self.give)
        self.why.control.returnPressed.connect(self.give)
        self.hide()

    def ask(self) -> None:
        """Ask for the reason."""
        self.show()
        self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Give the reason on, or say that it takes a few words."""
        if not is_reason(self.why.text()):
            self.why.show_error(_("Say why in a few words"))
            self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.why.clear_error()
        self.given.emit(self.why.text())
