"""Who will do it: typed freely, or chosen from the people round the child."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from models.review_sheet import ReviewSheet
from ui import icons
from ui.language import _
from ui.overriding import override
from ui.parts.fields import LineField


class WhoField(LineField):
    """Offers names while they are typed; Down, or the arrow, shows everyone."""

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self._names: dict[str, str] = {}
        self._offered = QStringListModel(self)
        self._completer = QCompleter(self._offered, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._popup = QListView()
        self._popup.setAccessibleName(_("People to choose from"))
        self._completer.setPopup(self._popup)
        self.control.setCompleter(self._completer)
        self._completer.activated.connect(self.edited)
        arrow = QAction(_("Show everyone"), self)
        arrow.setIcon(icons.icon("caret-down"))
        arrow.triggered.connect(self.show_everyone)
        self.control.addAction(arrow, QLineEdit.ActionPosition.TrailingPosition)
        self.control.installEventFilter(self)
        self.control.editingFinished.connect(lambda: self.control.setCursorPosition(0))

    def offer(self, sheet: ReviewSheet) -> None:
        """Offer the people round the child, and the chair."""
        self._names = {}
        for person in sheet.people:
            for said in (person.name, person.short):
                self._names[said.casefold()] = person.id
        self._offered.setStringList([*(person.name for person in sheet.people), sheet.chair.name])

    def person_id(self) -> str | None:
        """Give the person whose name or short name is typed, or none."""
        return self._names.get(self.text().strip().casefold())

    def show_everyone(self) -> None:
        """Open the list with everyone in it."""
        self._completer.setCompletionPrefix("")
        self._completer.complete()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            opened = self._popup.isVisible()
            if event.key() == Qt.Key.Key_Down and not event.modifiers() and not opened:
                self.show_everyone()
                return True
        return False
