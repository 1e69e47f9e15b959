"""Keeps what a final record says from being typed over: its fields are read, not written."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from models.locked import RecordIsFinal, is_locked

if TYPE_CHECKING:
    from ui.meeting.step_page import StepPage

_WRITTEN = (QLineEdit, QPlainTextEdit, QTextEdit)


class HoldWhenFinal(QObject):
    """Looks at each field of a step as the keyboard comes to it, and says once why it is held."""

    def __init__(self, page: "StepPage") -> None:
        super().__init__(page)
        self._page = page
        self._held: list[QWidget] = []
        self._has_told = False
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._look)

    def _look(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not isinstance(now, _WRITTEN) or not self._page.isAncestorOf(now):
            return
        place, meeting = self._page.place_of(now), self._page.meeting
        is_final = meeting.sheet.finalised_on is not None
        if is_final and place is not None and is_locked(place[0], place[2]):
            self._hold(now)
        elif now in self._held:
            self._held.remove(now)
            now.setReadOnly(False)

    def _hold(self, field: QLineEdit | QPlainTextEdit | QTextEdit) -> None:
        field.setReadOnly(True)
        if field not in self._held:
            self._held.append(field)
        if not self._has_told:
            self._has_told = True
            self._page.meeting.troubled.emit(RecordIsFinal())
