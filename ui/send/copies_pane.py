"""The left of the copies: the people, somebody to add, and the release."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from models.people_on_sheet import PersonOnSheet
from ui.language import _
from ui.parts.buttons import QuietButton
from ui.parts.scrolling_page import ScrollingPage
from ui.send.copies_adding import AddReader
from ui.send.copies_people import PeopleList
from ui.send.copies_release import ReleaseBox


class CopiesPane(ScrollingPage):
    """Scrolls by itself, so that the copy stays in view beside it."""

    add_asked = Signal()

    def __init__(self, child: str) -> None:
        super().__init__(0)
        self.setObjectName("copies_pane")
        self.setAccessibleName(_("Who gets a copy"))
        self.people = PeopleList()
        self.add_button = QuietButton(_("Add somebody"), "user-plus")
        self.add_button.setObjectName("add_somebody")
        self.adding = AddReader(child)
        self.release = ReleaseBox()
        self.column.setContentsMargins(4, 4, 12, 12)
        for part in (self.people, self.adding):
            self.column.addWidget(part)
        self.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.release)
        self.column.addStretch(1)
        self.add_button.clicked.connect(self.add_asked)
        self.adding.closed.connect(self._closed)

    def ask_whom(self, people: Sequence[PersonOnSheet]) -> None:
        """Ask who else gets something."""
        self.add_button.hide()
        self.adding.ask(people)

    def added(self) -> None:
        """Somebody was added: the button comes back."""
        self.add_button.show()

    def _closed(self) -> None:
        self.add_button.show()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
