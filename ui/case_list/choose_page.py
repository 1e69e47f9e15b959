"""The first page of an import: which file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import _
from ui.parts.buttons import PrimaryButton
from ui.parts.words import Icon, Words


class ChoosePage(QWidget):
    """Says what is wanted and what is never taken, and asks for the file."""

    choose_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choose = PrimaryButton(_("Choose a file"), "folder-open")
        self.choose.setObjectName("choose_file")
        self.choose.clicked.connect(self.choose_asked)
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(Icon("upload-simple", "ink2", 40), 0, centre)
        for text, style, colour in (
            (_("Choose the case list that your council’s system exports"), "h2", "ink"),
            (_("It is a CSV file. The next page asks which column is which."), "body", "ink2"),
            (_("Nothing is taken until you have seen what would change."), "body", "ink2"),
            (_("Addresses, telephone numbers and NHS numbers are never taken."), "body", "ink2"),
        ):
            words = Words(text, style, colour, wrap=True)
            words.setAlignment(centre)
            column.addWidget(words)
        column.addSpacing(8)
        column.addWidget(self.choose, 0, centre)
        column.addStretch(2)
