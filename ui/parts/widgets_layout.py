"""What the layouts of our own have in common: they hold widgets, and let go of those that died."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem
from shiboken6 import isValid

from ui.overriding import override


@dataclass(frozen=True, eq=False)
class _Held:
    """A widget with what Qt holds it by, and what it is measured and placed by.

    What Qt has may go with the layout around it while the widget lives on, so it is not asked. It
    is made here too: one that Qt makes goes without telling Python, and whatever stands at its
    place in memory afterwards, such as a scroll bar, is taken for it.
    """

    given: QLayoutItem
    widget: QWidget
    placed: QWidgetItem


class WidgetsLayout(QLayout):
    """Keeps its widgets in order; how they are arranged is for those built on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._tall: dict[int, int] = {}  # the height found for each width, until one changes
        super().__init__(parent)
        self._held: list[_Held] = []
        self.setContentsMargins(0, 0, 0, 0)

    def placed(self) -> list[QWidgetItem]:
        """Give what places each widget that lives and is shown."""
        self._held = [held for held in self._held if isValid(held.widget)]
        around = self.parentWidget()
        here = [held for held in self._held if held.widget.parentWidget() is around]
        return [held.placed for held in here if not held.placed.isEmpty()]

    def arrange(self, rect: QRect, *, move: bool) -> int:
        """Say how tall the widgets stand in this width, and put them there. Units: px."""
        raise NotImplementedError

    def insert(self, place: int, widget: QWidget) -> None:
        """Put a widget before the one at this place."""
        self.addWidget(widget)
        self._held.insert(place, self._held.pop())
        self.invalidate()

    @override
    def addWidget(self, w: QWidget) -> None:
        self.addChildWidget(w)
        self.addItem(QWidgetItem(w))

    @override
    def addItem(self, item: QLayoutItem) -> None:
        widget = item.widget()
        if widget is None:
            raise TypeError("this layout holds widgets only")
        self._held.append(_Held(item, widget, QWidgetItem(widget)))

    @override
    def count(self) -> int:
        return len(self._known())

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        known = self._known()
        return known[index].given if 0 <= index < len(known) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        known = self._known()
        if not 0 <= index < len(known):
            return None
        self._held.remove(known[index])
        return known[index].given

    def _known(self) -> list[_Held]:
        """Those that Qt still holds too."""
        return [held for held in self._held if isValid(held.given)]

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        if width not in self._tall:
            self._tall[width] = self.arrange(QRect(0, 0, width, 0), move=False)
        return self._tall[width]

    @override
    def invalidate(self) -> None:
        self._tall.clear()
        super().invalidate()

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self.arrange(rect, move=True)
