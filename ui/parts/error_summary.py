"""On finishing only: what is missing, each a link to its field, and what can still be done."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.appearance import appearance
from ui.overriding import override
from ui.parts.buttons import LinkButton
from ui.parts.cards import Card
from ui.parts.words import Icon, Words


class WrappedLink(LinkButton):
    """A link whose words go on to the next line where there is no room."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._room(width).height() + 2

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(appearance().px(80), self.fontMetrics().height() + 2)

    def _room(self, width: int) -> QRect:
        flags = int(Qt.TextFlag.TextWordWrap.value)
        return self.fontMetrics().boundingRect(QRect(0, 0, width, 10_000), flags, self.text())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.heightForWidth(self.width()))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, font = QPainter(self), self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(appearance().paint("primary"))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side.value) | int(Qt.TextFlag.TextWordWrap.value)
        painter.drawText(self.rect(), flags, self.text())


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
        link = WrappedLink(words)
        link.clicked.connect(lambda _on=False: self.link_followed.emit(key))
        self._list.addWidget(link)
        return link
