"""A list of cards that each stay where they are while the record changes under them."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar  # Any: a slot shows a row of its own kind

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Slot(QWidget):
    """Shows one row of the record."""

    def show_row(self, row: Any) -> None:
        """Show the row as it now stands."""
        raise NotImplementedError

    def fold(self) -> None:
        """Hide what the child should not see."""

    def open_editor(self) -> None:
        """Open the row where it stands, for changing."""


S = TypeVar("S", bound=Slot)


class SlotList(QWidget, Generic[S]):
    """Slots by the id of their row; only what changed is drawn again."""

    def __init__(self, make: Callable[[str], S], gap: int = 8) -> None:
        super().__init__()
        self._make = make
        self.slots: dict[str, S] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows in this order, keeping the slots of those already here."""
        wanted = [row.id for row in rows]
        for gone in [key for key in self.slots if key not in wanted]:
            self._let_go(gone)
        for place, row in enumerate(rows):
            slot = self.slots.get(row.id)
            if slot is None:
                slot = self.slots[row.id] = self._make(row.id)
            slot.show_row(row)
            if self._column.indexOf(slot) != place:
                self._column.insertWidget(place, slot)
                slot.show()
        self.setVisible(bool(rows))

    def neighbour(self, slot: Slot, by: int) -> S | None:
        """Give the slot so many places after one, or before it; none past the ends."""
        order = list(self.slots.values())
        order.sort(key=self._column.indexOf)
        place = next((number for number, one in enumerate(order) if one is slot), -1) + by
        is_here = any(one is slot for one in order)
        return order[place] if is_here and 0 <= place < len(order) else None

    def fold(self) -> None:
        """Hide in every slot what the child should not see."""
        for slot in self.slots.values():
            slot.fold()

    def _let_go(self, key: str) -> None:
        slot = self.slots.pop(key)
        if slot.isAncestorOf(slot.window().focusWidget()):
            self._move_focus_from(slot)
        self._column.removeWidget(slot)
        slot.hide()
        slot.deleteLater()

    def _move_focus_from(self, slot: Slot) -> None:
        """Leave the keyboard on the neighbour of what goes away."""
        place = self._column.indexOf(slot)
        for near in (place + 1, place - 1):
            item = self._column.itemAt(near) if near >= 0 else None
            widget = item.widget() if item is not None else None
            if widget is not None:
                _first_stop(widget).setFocus(Qt.FocusReason.OtherFocusReason)
                return


def _first_stop(widget: QWidget) -> QWidget:
    takes_tab = (child for child in widget.findChildren(QWidget) if _is_stop(child))
    return next(takes_tab, widget)


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisibleTo(
        widget.window()
    )
