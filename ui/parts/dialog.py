"""A dialog, only for what cannot be undone: the title is the question, the buttons are verbs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.parts.buttons import FinalButton, PrimaryButton, SecondaryButton
from ui.parts.words import Words


class Question(QDialog):
    """Asks before something final; Esc is the safe answer and the focus starts on it."""

    def __init__(
        self,
        question: str,
        follows: str,
        do: str,
        keep: str,
        *,
        final: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(question)
        self.setAccessibleDescription(follows)
        self.do_button = FinalButton(do) if final else PrimaryButton(do)
        self.keep_button = SecondaryButton(keep)
        self.do_button.setObjectName("do_button")
        self.keep_button.setObjectName("keep_button")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addWidget(Words(question, "h2", wrap=True))
        column.addWidget(Words(follows, "body", "ink2", wrap=True))
        column.addSpacing(24)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.do_button)
        buttons.addWidget(self.keep_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.setMinimumWidth(420)
        self.do_button.clicked.connect(self.accept)
        self.keep_button.clicked.connect(self.reject)
        self.keep_button.setFocus(Qt.FocusReason.TabFocusReason)


def ask(question: Question) -> bool:
    """Show the question and give whether the person chose to do it; the dialog is freed."""
    return question.exec() == QDialog.DialogCode.Accepted
