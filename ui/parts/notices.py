"""Quiet notices that stay until they are read, and a clock told in words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Icon, IconWords, Words

_ICONS = {
    "info": ("info-fill", "primary"),
    "over": ("warning-circle-fill", "over"),
    "due": ("warning-circle-fill", "due"),
    "well": ("check-circle-fill", "well"),
}


class Notice(Card):
    """Something that came in, at the edge of the page; kinds: info, over, due, well."""

    action_asked = Signal()
    read = Signal()

    def __init__(
        self,
        title: str,
        detail: str = "",
        *,
        action: str = "",
        kind: str = "info",
        closable: bool = True,
    ) -> None:
        super().__init__(kind)
        self._page: QWidget | None = None
        self.title = Words(title, "h3", wrap=True)
        self.detail = Words(detail, "small", wrap=True)
        show_if(self.detail, bool(detail))
        self.action = SmallButton(action or _("Show"), in_row=True)
        show_if(self.action, bool(action))
        self.close_button = SmallButton(_("Close this notice"), in_row=True)
        self.close_button.say(_("Close"))
        self.close_button.setAccessibleName(_("Close this notice"))
        show_if(self.close_button, closable and not action)
        self._build(*_ICONS[kind])
        self.action.clicked.connect(self._act)
        self.close_button.clicked.connect(self._close)
        self._speak()

    def _build(self, icon: str, colour: str) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(Icon(icon, colour, 20), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self._line = line
        line.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(line)

    def put_beside(self, button: QWidget) -> None:
        """Put a control of the page's own at the end; the notice stays when it is used."""
        self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def say(self, title: str, detail: str = "") -> None:
        """Show these words instead."""
        self.title.say(title)
        self.detail.say(detail)
        show_if(self.detail, bool(detail))
        self._speak()

    def go_with(self, page: QWidget | None) -> None:
        """Stand only as long as this page is shown; see `pass_by`."""
        self._page = page

    def pass_by(self, page: QWidget, _place: str = "") -> None:
        """Go when another page is shown than the one it came with."""
        if page is not self._page:
            self._page = page
            self._close()

    def _speak(self) -> None:
        self.setAccessibleName(self.title.said)
        self.setAccessibleDescription(self.detail.said)

    def _act(self) -> None:
        self.action_asked.emit()
        self._close()

    def _close(self) -> None:
        self.hide()
        self.read.emit()


_CLOCKS = {
    "plain": ("clock", "ink"),
    "due": ("clock-fill", "due"),
    "late": ("warning-circle-fill", "over"),
    "met": ("check-circle-fill", "well"),
}


class Clock(QWidget):
    """A time limit in words first: "Day 4 of 5", then when; kinds: plain, due, late, met."""

    def __init__(self, title: str, detail: str, kind: str = "plain") -> None:
        super().__init__()
        icon, colour = _CLOCKS[kind]
        self.title = IconWords(icon, title, "label", colour)
        self.detail = Words(detail, "small", "ink2", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.detail)
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
