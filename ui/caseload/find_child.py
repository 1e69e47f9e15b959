"""The box that finds a child from any page: type, choose with the arrows, Enter opens."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from models.caseload import ChildLine, find_children, search_words
from ui.appearance import appearance
from ui.caseload.review_words import name_and_age
from ui.desk import Desk
from ui.language import _, ngettext
from ui.overriding import override
from ui.parts.fields import SearchField

MOST: Final = 8


class FindChild(SearchField):
    """Searches every child; the list stands under the box, and the cursor stays in it."""

    child_opened = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Find a child"), _("Ctrl K"))
        self.setObjectName("find_child")
        self._desk = desk
        self.found = QListWidget(self)
        self.found.setObjectName("found_children")
        self.found.setProperty("part", "found")
        self.found.setAccessibleName(_("Children found"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.hide()
        self.found.itemClicked.connect(self._choose)
        self.textEdited.connect(self.look)

    def look(self, typed: str) -> None:
        """Offer the children that begin with what was typed."""
        self.found.clear()
        if search_words(typed):
            with self._desk.database.reading() as connection:
                for line in find_children(connection, typed, most=MOST):
                    self._add(line)
        count = self.found.count()
        self.found.setCurrentRow(0 if count else -1)
        self.found.setVisible(bool(count))
        said = ngettext("{count} child found", "{count} children found", count)
        self.setAccessibleDescription(said.format(count=count) if typed else "")
        self._place()

    def _add(self, line: ChildLine) -> None:
        who = name_and_age(line.full_name, line.born_on, self._desk.today())
        words = _("{who} ({identifier})").format(who=who, identifier=line.identifier)
        entry = QListWidgetItem(words)
        entry.setData(Qt.ItemDataRole.UserRole, line.id)
        self.found.addItem(entry)

    def _place(self) -> None:
        """Put the list under the box, over the page."""
        window = self.window()
        if self.found.parentWidget() is not window:
            shown = not self.found.isHidden()
            self.found.setParent(window)
            self.found.setVisible(shown)
        rows = self.found.count() * max(1, self.found.sizeHintForRow(0)) + 10
        corner = self.mapTo(window, QPoint(0, self.height() + 4))
        width = max(self.width(), appearance().px(280))
        left = min(corner.x(), max(0, window.width() - width - 8))
        self.found.setGeometry(left, corner.y(), width, rows)
        self.found.raise_()

    def _choose(self, entry: QListWidgetItem) -> None:
        child_id = str(entry.data(Qt.ItemDataRole.UserRole))
        self.clear()
        self.found.hide()
        self.child_opened.emit(child_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        is_open = not self.found.isHidden()
        if is_open and event.key() in steps:
            row = self.found.currentRow() + steps[Qt.Key(event.key())]
            self.found.setCurrentRow(max(0, min(row, self.found.count() - 1)))
            self.setAccessibleDescription(self.found.currentItem().text())
        elif is_open and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.found.currentItem())
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.found.hide()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.found.hide()
