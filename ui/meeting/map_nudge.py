"""A quiet line at the top of a step that came too soon: map first, then scale, then decide."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.map_first import reminder
from ui.language import _
from ui.meeting.step_page import StepPage
from ui.parts.notices import Notice
from ui.parts.showing import show_if


class MapNudge(QWidget):
    """Closed once, the same sentence does not come back while the review is open."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page = page
        self._read: set[str] = set()
        self.notice = Notice("")
        self._words = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        self.notice.read.connect(self._remember)

    def show_sheet(self) -> None:
        """Say what is best done first, if anything."""
        self._words = reminder(self._page.meeting.sheet, self._page.step)
        self.notice.say(_(self._words) if self._words else "")
        self.notice.show()
        show_if(self, bool(self._words) and self._words not in self._read)

    def _remember(self) -> None:
        self._read.add(self._words)
        self.hide()
        if (first := self._page.first_field()) is not None:
            first.setFocus()
