"""The list of names over a line: it follows what is typed and never takes the keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from models.quick_note import Named
from ui.appearance import appearance
from ui.language import _

MOST_ROWS = 7


class NameList(QListWidget):
    """Names to choose from, just over the control that they belong to."""

    chosen = Signal(str)

    def __init__(self, control: QWidget) -> None:
        super().__init__(control.window())
        self._control = control
        self.setObjectName("name_list")
        self.setAccessibleName(_("Names to choose from"))
        self.setProperty("part", "card")
        self.setViewportMargins(4, 4, 4, 4)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemClicked.connect(self._choose)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it is shown."""
        return not self.isHidden()

    def offer(self, names: Sequence[Named], at: int) -> None:
        """Show these, the first one chosen; `at` is how far along the control. Units: px."""
        keys = [one.key for one in names]
        if self.is_open and keys == self._keys():
            return
        self.clear()
        for one in names:
            row = QListWidgetItem(one.names[0])
            row.setData(Qt.ItemDataRole.UserRole, one.key)
            row.setSizeHint(QSize(0, appearance().height("row_button")))
            self.addItem(row)
        self.setCurrentRow(0)
        self._put(at)
        self.show()
        self.raise_()
        self._speak()

    def step(self, by: int) -> None:
        """Choose the next name, or the one before; after the last comes the first."""
        self.setCurrentRow((self.currentRow() + by) % self.count())
        self._speak()

    def take(self) -> None:
        """Take the name that is chosen."""
        self._choose(self.currentItem())

    def _choose(self, row: QListWidgetItem | None) -> None:
        if row is not None:
            self.chosen.emit(str(row.data(Qt.ItemDataRole.UserRole)))

    def _keys(self) -> list[str]:
        rows = (self.item(number) for number in range(self.count()))
        return [str(row.data(Qt.ItemDataRole.UserRole)) for row in rows if row is not None]

    def _put(self, at: int) -> None:
        window = self._control.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        row = appearance().height("row_button")
        height = row * min(self.count(), MOST_ROWS) + 2 * self.frameWidth() + 10
        width = min(self._control.width(), max(self._widest() + 48, 240))
        corner = self._control.mapTo(window, QPoint(0, 0))
        left = max(0, min(corner.x() + at, window.width() - width))
        self.setGeometry(left, max(0, corner.y() - height - 4), width, height)

    def _widest(self) -> int:
        rows = (self.item(number) for number in range(self.count()))
        words = [row.text() for row in rows if row is not None]
        return max((self.fontMetrics().horizontalAdvance(each) for each in words), default=0)

    def _speak(self) -> None:
        words = _("{name}, {place} of {total}").format(
            name=self.currentItem().text(), place=self.currentRow() + 1, total=self.count()
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._control, words))
