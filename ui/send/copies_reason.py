"""Asks in place why: a line for the reason, a button that does it, and one that leaves it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import _
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.fields import LineField
from ui.parts.flow_layout import FlowLayout


class ReasonAsked(QWidget):
    """Enter in the line does it, Escape leaves it; nothing is done without a reason."""

    given = Signal(str)
    left = Signal()

    def __init__(self, name: str, do: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.line = LineField(_("Why"), most=2000)
        self.line.setObjectName("reason")
        self.line.control.setObjectName("reason_box")
        self.do_button = SmallButton(do, in_row=True, kind="primary")
        self.do_button.setObjectName("do_it")
        self.leave_button = SmallButton(_("Leave it as it is"), in_row=True)
        self.leave_button.setObjectName("leave_it")
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.do_button)
        flow.addWidget(self.leave_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(buttons)
        self.line.control.returnPressed.connect(self._give)
        self.do_button.clicked.connect(self._give)
        self.leave_button.clicked.connect(self._leave)
        self.hide()

    def ask(self, question: str, known: str = "") -> None:
        """Ask this, with the reason that is known already in the line."""
        self.line.set_label(question)
        self.line.set_text(known)
        self.line.clear_error()
        self.show()
        self.line.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        reason = self.line.text().strip()
        if not reason:
            self.line.show_error(_("Say why in a few words."))
            self.line.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hide()
        self.given.emit(reason)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)
