"""What stands where there is nothing yet: what goes here, and one thing to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Icon, Words


class EmptyState(QWidget):
    """An icon, one bold line, one line on what goes here, and perhaps one small button."""

    action_asked = Signal()

    def __init__(
        self, icon: str, title: str, detail: str, *, action: str = "", colour: str = "ink2"
    ) -> None:
        super().__init__()
        centre = Qt.AlignmentFlag.AlignHCenter
        self.title = Words(title, "h3", wrap=True)
        self.detail = Words(detail, "small", "ink2", wrap=True)
        self.action = SmallButton(action or _("Add"))
        show_if(self.action, bool(action))
        self.action.clicked.connect(self.action_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        column.addWidget(Icon(icon, colour, 40), 0, centre)
        for words in (self.title, self.detail):
            words.setAlignment(centre)
            column.addWidget(words)
        column.addSpacing(4)
        column.addWidget(self.action, 0, centre)
        column.addStretch(1)
