"""What is wrong with a field: a sign and words over the box."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.parts.words import Icon, Words


class ErrorLine(QWidget):
    """Made with the first error: most fields never have one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = Words("", "label", "over", wrap=True, parent=self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(7)
        sign = Icon("warning-circle-fill", "over", 17, self)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.words, 1)
        self.hide()


def error_bar(parent: QWidget) -> QFrame:
    """Give the bar beside a field in which something is wrong."""
    bar = QFrame(parent)
    bar.setProperty("part", "error_bar")
    bar.hide()
    return bar
