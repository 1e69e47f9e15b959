"""Asks in one line why something is left out of the letter, and shows what was left out."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.language import _
from ui.letter.letter_in_hand import LetterInHand
from ui.letter.shown_lines import ShownLine
from ui.overriding import override
from ui.parts.buttons import SmallButton
from ui.parts.fields import LineField
from ui.parts.flow_layout import FlowLayout
from ui.parts.words import Words

INSIDE_PX = 10


class LeavingOut(QWidget):
    """The reason, and the two ways on; Enter leaves out, Esc keeps it in."""

    closed = Signal()

    def __init__(
        self, letter: LetterInHand, key: str, leave: Callable[[str], object] | None = None
    ) -> None:
        super().__init__()
        self._leave = leave or (lambda why: letter.leave_out(key, why))
        self.why = LineField(_("Why is this left out of the letter?"))
        self.why.control.setObjectName("left_out_why")
        self.out_button = SmallButton(_("Leave it out"), in_row=True)
        self.out_button.setObjectName("leave_it_out")
        self.keep_button = SmallButton(_("Keep it in"), in_row=True)
        self.keep_button.setObjectName("keep_it_in")
        buttons = FlowLayout()
        buttons.addWidget(self.out_button)
        buttons.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE_PX, 4, INSIDE_PX, 6)
        column.addWidget(self.why)
        column.addLayout(buttons)
        self.why.control.returnPressed.connect(self.leave_out)
        self.out_button.clicked.connect(self.leave_out)
        self.keep_button.clicked.connect(self._close)

    def ask(self) -> None:
        """Ask for the reason."""
        self.show()
        self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_out(self) -> None:
        """Leave it out, if a reason is given."""
        if not self.why.text().strip():
            self.why.show_error(_("Say why in a few words"))
            self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.why.clear_error()
        self._leave(self.why.text())

    def _close(self) -> None:
        self.why.clear_error()
        self.hide()
        self.closed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
            return
        super().keyPressEvent(event)


class LeftOutRow(QFrame):
    """A line that is left out on purpose, or stands aside: what it would say, why, the way in."""

    def __init__(self, letter: LetterInHand, line: ShownLine) -> None:
        super().__init__()
        key, words = line.id, line.words
        self.setProperty("part", "group_head")
        self.setObjectName("left_out_row")
        if line.stands_aside:
            first, second = _("Not in this letter: {words}"), line.stands_aside
            way_in, icon = _("Take it into the letter"), "plus"
        else:
            first, second = _("Left out: {words}"), _("Because: {why}")
            way_in, icon = _("Put back"), "arrow-u-up-left"
        said = Words(first.format(words=words), "small", wrap=True)
        self.because = Words(second.format(why=line.left_out_why), "small", "ink2", wrap=True)
        self.back_button = SmallButton(way_in, icon, in_row=True)
        self.back_button.setObjectName("put_back")
        self.back_button.setAccessibleDescription(words)
        inside = QVBoxLayout()
        inside.setSpacing(2)
        inside.addWidget(said)
        inside.addWidget(self.because)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSIDE_PX, 6, INSIDE_PX, 6)
        row.addLayout(inside, 1)
        row.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        self.back_button.clicked.connect(lambda: letter.put_back(key))
