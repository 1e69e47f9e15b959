"""Bringing pictures: chosen by a button or dropped, and made clean away from the window."""

from collections import deque
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from models.image_use import Use
from models.problems import Problem
from ui.background import Background
from ui.language import _
from ui.overriding import override

if TYPE_CHECKING:  # what reads pictures is loaded when the first one is brought
    from models.images import CleanImage, ToBeDrawn

MOST_AT_ONCE: Final = 20


class Bringing(QObject):
    """`cleaned` comes with each picture, `refused` with each that is not taken."""

    cleaned = Signal(object)
    refused = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, background: Background, use: Use, parent: QWidget) -> None:
        super().__init__(parent)
        self._background, self._use = background, use
        self._waiting: deque[Path] = deque()
        self._is_busy = False

    def take_drops_on(self, target: QWidget) -> None:
        """Take the files that are dropped on this widget."""
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def ask(self, window: QWidget, *, many: bool) -> None:
        """Let the person choose a file, or several."""
        kinds = _("Pictures (*.png *.jpg *.jpeg *.svg);;All files (*)")
        if many:
            title = _("Choose pictures")
            chosen = QFileDialog.getOpenFileNames(window, title, "", kinds)[0]
        else:
            one = QFileDialog.getOpenFileName(window, _("Choose a picture"), "", kinds)[0]
            chosen = [one] if one else []
        self.bring([Path(each) for each in chosen])

    def bring(self, paths: Sequence[Path]) -> None:
        """Read these files one after the other and make each picture clean."""
        self._waiting.extend(paths[:MOST_AT_ONCE])
        if not self._is_busy:
            self._next()

    def _next(self) -> None:
        was_busy, self._is_busy = self._is_busy, bool(self._waiting)
        if was_busy != self._is_busy:
            self.busy_changed.emit(self._is_busy)
        if self._waiting:
            work = partial(_clean, self._waiting.popleft(), self._use)
            self._background.run(work, self._take, self._fail)

    def _take(self, image: "CleanImage | ToBeDrawn") -> None:
        from models.images import ToBeDrawn
        from ui.pictures.picture_drawing import in_points

        try:
            clean = in_points(image) if isinstance(image, ToBeDrawn) else image
        except Problem as problem:
            self.refused.emit(problem)
        else:
            self.cleaned.emit(clean)
        self._next()

    def _fail(self, failure: Exception) -> None:
        if not isinstance(failure, Problem):
            self._waiting.clear()
            self._next()
            raise failure
        self.refused.emit(failure)
        self._next()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):
            return False
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if not files:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.bring(files)
        return True


def _clean(path: Path, use: Use) -> "CleanImage | ToBeDrawn":
    """Read a file and make it clean; nothing of Qt is in here."""
    from models.images import clean_image, read_brought

    return clean_image(read_brought(path), use)
