"""Where a child writes: big letters, no menu, and nothing pasted from elsewhere."""

import secrets
from typing import Final

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from ui.appearance import appearance
from ui.overriding import override

MOST: Final = 20_000
_MOST_LINES: Final = 6
_OWN: Final = f"application/x-waymark-turn-{secrets.token_hex(8)}"


class ChildText(QTextEdit):
    """Plain text, kept exactly; Tab leaves it. Only what was copied here can be put in here."""

    def __init__(self, name: str, *, lines: int = 4, plain: bool = False) -> None:
        super().__init__()
        self._lines, self._plain = lines, plain
        self.setAccessibleName(name)
        self.setProperty("words", "child_body")
        self.setProperty("plain", plain)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        upright = QSizePolicy.Policy.Fixed if plain else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, upright)
        if plain:
            self.document().setDocumentMargin(0)
            layout = self.document().documentLayout()
            layout.documentSizeChanged.connect(self.updateGeometry)

    def words(self) -> str:
        """Give what is written."""
        return self.toPlainText()

    def _has_room(self) -> bool:
        return self.document().characterCount() <= MOST

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.minimumSizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        line = max(appearance().line_px("child_body"), self.fontMetrics().height())
        if not self._plain:
            return QSize(160, line * self._lines + 24)
        written = round(self.document().size().height())
        return QSize(160, min(max(written, line * self._lines), line * _MOST_LINES) + 4)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        copied = QMimeData()
        copied.setText(self.textCursor().selectedText().replace("\u2029", "\n"))
        copied.setData(_OWN, b"1")
        return copied

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasFormat(_OWN)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put in what was copied here: what the grown-up copied stays with them."""
        if source.hasFormat(_OWN):
            room = max(0, MOST - self.document().characterCount())
            self.textCursor().insertText(source.text()[:room])

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().isprintable() and event.text() and not self._has_room():
            return
        super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() and not self._has_room():
            return
        super().inputMethodEvent(event)
