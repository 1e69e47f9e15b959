"""The left of the copies: the people, somebody to add, and the release."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.people_on_sheet import PersonOnSheet
from ui.appearance import appearance
from ui.language import _
from ui.overriding import override
from ui.parts.buttons import QuietButton
from ui.parts.scrolling_page import ScrollingPage
from ui.send.copies_adding import AddReader
from ui.send.copies_people import PeopleList
from ui.send.copies_release import ReleaseBox

LIST_PX: Final = 300


class CopiesPane(QWidget):
    """The people scroll; the release stands below them, or scrolls too where there is no room."""

    add_asked = Signal()

    def __init__(self, child: str) -> None:
        super().__init__()
        self.setObjectName("copies_pane")
        self.people = PeopleList()
        self.add_button = QuietButton(_("Add somebody"), "user-plus")
        self.add_button.setObjectName("add_somebody")
        self.adding = AddReader(child)
        self.release = ReleaseBox()
        self.frame = ScrollingPage(0)
        inside = self.frame.column
        inside.setContentsMargins(4, 4, 8, 8)
        for part in (self.people, self.adding):
            inside.addWidget(part)
        inside.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.frame, 1)
        self._column.addWidget(self.release)
        self.add_button.clicked.connect(self.add_asked)
        self.adding.closed.connect(self._closed)

    def ask_whom(self, people: Sequence[PersonOnSheet]) -> None:
        """Ask who else gets something."""
        self.add_button.hide()
        self.adding.ask(people)
        QTimer.singleShot(0, self, self._show_adding)  # once it is laid out

    def show_person(self, key: str) -> None:
        """Bring a person into view."""
        row = self.people.rows.get(key)
        if row is not None:
            self.frame.ensureWidgetVisible(row, 0, 12)

    def added(self) -> None:
        """Somebody was added: the button comes back."""
        self.add_button.show()

    def arrange(self) -> None:
        """Let the release scroll with the people where it would leave them no room."""
        width = max(1, self.width())
        needed = self.release.heightForWidth(width)
        is_inside = self.frame.isAncestorOf(self.release)
        wants_inside = self.height() - needed < appearance().px(LIST_PX)
        if wants_inside == is_inside:
            return
        if wants_inside:
            self.frame.column.insertWidget(self.frame.column.count() - 1, self.release)
        else:
            self._column.addWidget(self.release)

    def _show_adding(self) -> None:
        self.frame.ensureWidgetVisible(self.adding, 0, 12)

    def _closed(self) -> None:
        self.add_button.show()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
