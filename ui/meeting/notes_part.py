"""The notes of one step, each under its column, the child's own words among them."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.note_moves import Spot
from models.review_sheet import NoteOnSheet, WishOnSheet
from models.signs import Column
from ui.language import _, ngettext
from ui.meeting.note_drag import NoteDrops
from ui.meeting.note_moving import put_note
from ui.meeting.note_slot import NoteSlot
from ui.meeting.slot_list import SlotList
from ui.meeting.step_page import StepPage
from ui.overriding import override
from ui.parts.empty_state import EmptyState
from ui.parts.words import Icon, Words

_OWN_WORDS = ""
_HEADS = {
    Column.GOING_WELL: ("sun-fill", "well"),
    Column.WORRY: ("cloud-fill", "worry"),
    Column.NEXT: ("signpost-fill", "next"),
    _OWN_WORDS: ("chat-circle-text-fill", "voice"),
}


class NotesPart(QWidget):
    """Four lists, those with nothing in them hidden."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page = page
        self.empty = EmptyState(
            "chat-circle-text",
            _("Nothing written here yet"),
            _("Say what you saw or heard, and how it affects {name}.").format(
                name=page.meeting.name
            ),
        )
        self.lists = self.make_lists()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.empty)
        for part in self.lists.values():
            column.addWidget(part)
        self._drops = NoteDrops(self, lambda: page.meeting.sheet, self._may_drop, self.drop)

    def make_lists(self) -> dict[str, "NoteList"]:
        """Make a list for each column and one for the child's own words."""
        return {column: NoteList(self._page, column) for column in _HEADS}

    def show_sheet(self) -> None:
        """Show the notes and words of this step."""
        sheet, step = self._page.meeting.sheet, self._page.step
        rows: list[NoteOnSheet | WishOnSheet] = [
            *(note for note in sheet.notes if note.step == step),
            *(wish for wish in sheet.wishes if wish.step == step),
        ]
        for column, part in self.lists.items():
            part.show_rows([row for row in rows if row.column == column])
        self.empty.setVisible(not rows)

    def slot(self, row_id: str) -> NoteSlot | None:
        """Give the slot of a note or of words."""
        found = (part.slots.slots.get(row_id) for part in self.lists.values())
        return next((slot for slot in found if slot is not None), None)

    def focused(self) -> NoteSlot | None:
        """Give the slot that the keyboard is in."""
        focus = self.window().focusWidget()
        for part in self.lists.values():
            for slot in part.slots.slots.values():
                if focus is not None and slot.isAncestorOf(focus):
                    return slot
        return None

    def drop(self, row: NoteOnSheet | WishOnSheet, at: QPoint) -> None:
        """Put a note where it was let go: under the list there, before the card there."""
        key, part = self._list_at(at)
        names = self._page.meeting.form.sort_names
        has_sorts = any(each in names for each in self.lists)
        beside = part.row_at(part.mapFrom(self, at), like=row)
        spot = Spot(
            self._page.step,
            part.column_key,
            beside=beside.id if beside is not None else "",
            sort=(key if key in names else "") if has_sorts else None,
        )
        put_note(self._page, row, spot)
        self.show_sheet()

    def _may_drop(self, row: NoteOnSheet | WishOnSheet, at: QPoint) -> bool:
        """Show every list while a note is over them; only the child's words go to her own."""
        for key, part in self.lists.items():
            part.setVisible(bool(key) or isinstance(row, WishOnSheet))
        key, _part = self._list_at(at)
        return bool(key) or isinstance(row, WishOnSheet)

    def _list_at(self, at: QPoint) -> tuple[str, "NoteList"]:
        """Give the list at this height, or the last one above it."""
        shown = [each for each in self.lists.items() if not each[1].isHidden()]
        above = [each for each in shown if each[1].y() <= at.y()]
        return (above or shown)[-1 if above else 0]

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.show_sheet()

    def fold(self) -> None:
        """Fold every restricted note."""
        for part in self.lists.values():
            part.slots.fold()


class NoteList(QWidget):
    """A heading with its icon and count, and the cards under it."""

    def __init__(self, page: StepPage, column: str) -> None:
        super().__init__()
        self.column_key, self._name = column, page.meeting.name
        icon, colour = _HEADS[column]
        self.heading = Words("", "h3", colour)
        self.slots = SlotList(lambda _id: NoteSlot(page))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Icon(icon, colour, 20))
        head.addWidget(self.heading, 1)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addLayout(head)
        inside.addWidget(self.slots)

    def show_rows(self, rows: list[NoteOnSheet | WishOnSheet]) -> None:
        """Show these under their heading, or nothing at all."""
        self.heading.say(self.heading_words(len(rows)))
        self.slots.show_rows(rows)
        self.setVisible(bool(rows))

    def row_at(
        self, at: QPoint, *, like: NoteOnSheet | WishOnSheet
    ) -> NoteOnSheet | WishOnSheet | None:
        """Give the row of the same kind whose card begins below this height, if any."""
        for slot in sorted(self.slots.slots.values(), key=lambda one: one.y()):
            middle = slot.mapTo(self, slot.rect().center()).y()
            if middle > at.y() and type(slot.row()) is type(like):
                return slot.row()
        return None

    def heading_words(self, count: int) -> str:
        """Say what stands in this list, and how many."""
        if self.column_key == Column.GOING_WELL:
            return ngettext("Going well: {count} note", "Going well: {count} notes", count).format(
                count=count
            )
        if self.column_key == Column.WORRY:
            return ngettext("Worries: {count} note", "Worries: {count} notes", count).format(
                count=count
            )
        if self.column_key == Column.NEXT:
            words = ngettext(
                "What needs to happen: {count} note", "What needs to happen: {count} notes", count
            )
            return words.format(count=count)
        return _("{name}’s own words").format(name=self._name)
