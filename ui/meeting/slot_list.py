"""A list of cards that each stay where they are while the record changes under them."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, TypeVar  # Any: a slot shows a row of its own kind

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.overriding import override
from ui.pace import keys_come
from ui.parts.showing import show_if

MADE_AT_ONCE: Final = 3
MADE_LATER: Final = 2
BETWEEN_MS: Final = 30
PAUSE_SECONDS: Final = 1.0


class Slot(QWidget):
    """Shows one row of the record."""

    def show_row(self, row: Any) -> None:
        """Show the row as it now stands."""
        raise NotImplementedError

    def fold(self) -> None:
        """Hide what the child should not see."""

    def open_editor(self) -> None:
        """Open the row where it stands, for changing."""

    def close_editor(self) -> bool:
        """Close what is open, with the keyboard on it; say whether anything was."""
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.close_editor():
            return
        super().keyPressEvent(event)


S = TypeVar("S", bound=Slot)


class SlotList(QWidget, Generic[S]):
    """Slots by the id of their row; only what changed is drawn again.

    The first of many are made at once and the others while nothing else is done, so that a
    step with hundreds of notes opens as fast as one with ten. Those come into sight together:
    each time one does, all of them are laid out anew.
    """

    def __init__(self, make: Callable[[str], S], gap: int = 8) -> None:
        super().__init__()
        self._make = make
        self._made: dict[str, S] = {}
        self._rows: Sequence[Any] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(BETWEEN_MS)
        self._later.timeout.connect(lambda: self._fill(self._how_many()))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    @property
    def slots(self) -> dict[str, S]:
        """The slot of every row, those not made yet too."""
        self._fill(len(self._rows))
        return self._made

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows in this order, keeping the slots of those already here."""
        wanted = {row.id for row in rows}
        for gone in [key for key in self._made if key not in wanted]:
            self._let_go(gone)
        is_waiting = len(self._made) < len(self._rows)
        self._rows = rows
        for row in rows:
            if (slot := self._made.get(row.id)) is not None:
                slot.show_row(row)
        self._fill(0 if is_waiting else MADE_AT_ONCE)
        self._put_in_order()
        show_if(self, bool(rows))

    def _how_many(self) -> int:
        """Make none while somebody types: each makes the whole page be laid out again."""
        return 0 if keys_come(PAUSE_SECONDS) else MADE_LATER

    def _fill(self, most: int) -> None:
        """Make slots for the first so many rows that have none; the rest comes later."""
        lacking = [row for row in self._rows if row.id not in self._made]
        for row in lacking[:most]:
            slot = self._made[row.id] = self._make(row.id)
            slot.hide()
            slot.setParent(self)
            slot.show_row(row)
        if lacking[most:]:
            self._later.start()
        elif lacking:
            self._put_in_order()

    def _put_in_order(self) -> None:
        made = [self._made[row.id] for row in self._rows if row.id in self._made]
        self._column.setEnabled(False)  # else each that is shown lays the whole page out
        for place, slot in enumerate(made):
            if self._column.indexOf(slot) != place:
                self._column.insertWidget(place, slot)
                show_if(slot, True)
        self._column.setEnabled(True)

    def neighbour(self, slot: Slot, by: int) -> S | None:
        """Give the slot so many places after one, or before it; none past the ends."""
        order = [slot for slot in self._made.values() if self._column.indexOf(slot) >= 0]
        order.sort(key=self._column.indexOf)
        place = next((number for number, one in enumerate(order) if one is slot), -1) + by
        is_here = any(one is slot for one in order)
        return order[place] if is_here and 0 <= place < len(order) else None

    def fold(self) -> None:
        """Hide in every slot what the child should not see."""
        for slot in self._made.values():
            slot.fold()

    def _let_go(self, key: str) -> None:
        slot = self._made.pop(key)
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
