"""Takes files that are dropped on a widget, whatever stands in it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from ui.overriding import override


class FileDrop(QObject):
    """`dropped` comes with the files; words that are dragged go where they always went."""

    dropped = Signal(object)  # a list of Path

    def take_drops_on(self, target: QWidget) -> None:
        """Take the files that are dropped on this widget."""
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):
            return False
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(files)
        return True
