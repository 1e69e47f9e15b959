"""Dragging a note to another place, column or step; nothing is done by dragging alone."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtWidgets import QWidget

from models.review_sheet import NoteOnSheet, ReviewSheet, WishOnSheet
from ui.overriding import override
from ui.parts.note_card import NoteCard

NOTE_MIME: Final = "application/x-waymark-note"
Row = NoteOnSheet | WishOnSheet


def mime_of(row: Row) -> QMimeData:
    """Give what is carried: which note it is, and not a word of it."""
    carried = QMimeData()
    carried.setData(NOTE_MIME, row.id.encode())
    return carried


def drag_note(card: NoteCard, row: Row, taken_at: QPoint) -> None:
    """Carry a note with the mouse until it is let go."""
    drag = QDrag(card)
    drag.setMimeData(mime_of(row))
    drag.setPixmap(card.grab())
    drag.setHotSpot(taken_at)
    drag.exec(Qt.DropAction.MoveAction)


class NoteDrops(QObject):
    """Lets notes be dropped on a widget; `may` says which ones, `dropped` does it."""

    def __init__(
        self,
        target: QWidget,
        sheet: Callable[[], ReviewSheet],
        may: Callable[[Row, QPoint], bool],
        dropped: Callable[[Row, QPoint], None],
    ) -> None:
        super().__init__(target)
        self._sheet, self._may, self._dropped = sheet, may, dropped
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent):
            return False
        row = self._carried(event.mimeData())
        at = event.position().toPoint()
        if row is None or not self._may(row, at):
            event.setAccepted(row is not None and event.type() == QEvent.Type.DragEnter)
            return row is not None
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._dropped(row, at)
        return True

    def _carried(self, carried: QMimeData) -> Row | None:
        row_id = carried.data(NOTE_MIME).toStdString()
        sheet = self._sheet()
        rows: tuple[Row, ...] = (*sheet.notes, *sheet.wishes)
        return next((row for row in rows if row.id == row_id), None)


class StepDrops(NoteDrops):
    """Lets notes be dropped on the steps down the side; `put` puts one into a step."""

    def __init__(
        self,
        rail: QWidget,
        sheet: Callable[[], ReviewSheet],
        steps_for: Callable[[Row], Sequence[str]],
        put: Callable[[Row, str], None],
    ) -> None:
        self._rail = rail
        super().__init__(
            rail,
            sheet,
            lambda row, at: self._step_at(at) in steps_for(row),
            lambda row, at: put(row, self._step_at(at)),
        )

    def _step_at(self, at: QPoint) -> str:
        row = self._rail.childAt(at)
        return row.objectName().removeprefix("step_") if row is not None else ""
