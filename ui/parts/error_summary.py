"""On finishing only: what is missing, each a link to its field, and what can still be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.parts.buttons import LinkButton
from ui.parts.cards import Card
from ui.parts.words import Icon, Words


class ErrorSummary(Card):
    """A box at the top of the step that takes the focus when it is shown."""

    link_followed = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__("summary")
        self.title = Words(title, "h2", wrap=True)
        self.title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.still = Words("", "small", wrap=True)
        self.links: list[LinkButton] = []
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Icon("warning-circle-fill", "over", 22), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.addLayout(head)
        self.column.addLayout(self._list)
        self.column.addWidget(self.still)
        self.setAccessibleName(title)
        self.hide()

    def show_missing(self, missing: Sequence[tuple[str, str]], still: str = "") -> None:
        """List what is missing, as (key, words), and take the focus; hide where nothing is."""
        for link in self.links:
            self._list.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [self._link(key, words) for key, words in missing]
        self.still.say(still)
        self.setAccessibleDescription(". ".join(words for _key, words in missing))
        self.setVisible(bool(missing))
        if missing:
            self.links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _link(self, key: str, words: str) -> LinkButton:
        link = LinkButton(words)
        link.clicked.connect(lambda _on=False: self.link_followed.emit(key))
        self._list.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return link
