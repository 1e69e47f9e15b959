"""The council's shared database, in the settings: where it is set or changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import _
from ui.parts.buttons import SecondaryButton
from ui.parts.words import Words


class SharingPart(QWidget):
    """One button; what it leads to shows the connection as it is."""

    connect_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = SecondaryButton(_("Set the connection"), "arrows-clockwise")
        self.button.setObjectName("set_connection")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(16)
        column.addWidget(Words(_("Your council’s shared database"), "h2", wrap=True))
        what_for = _(
            "What you write is shared with those who work with the same children, when there is "
            "a connection. Everything is saved on this laptop first."
        )
        column.addWidget(Words(what_for, wrap=True))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self.connect_asked)
