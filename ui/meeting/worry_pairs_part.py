"""Worry and goal: the pairs of this review, those of last time, and the way to write one."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.review_sheet import NoteOnSheet
from models.scaling import answers_on
from models.worry_pairs import MANY, free_goals, pair_of, to_carry_on, worry_pairs
from ui.language import _
from ui.meeting.carry_on_slot import CarryRow, CarrySlot
from ui.meeting.new_pair_card import NewPairCard
from ui.meeting.pair_slot import PairRow, PairSlot
from ui.meeting.slot_list import SlotList
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.showing import show_if
from ui.parts.words import Words


class WorryPairsPart(QWidget):
    """Each worry statement stands with its goal and its own scale; about three are enough."""

    def __init__(self, page: StepPage) -> None:
        super().__init__()
        self._page, self._meeting = page, page.meeting
        self.heading = Words(_("Worry and goal"), "h3", wrap=True)
        self.write_button = SmallButton(_("Write a worry and its goal"), "plus", in_row=True)
        self.write_button.setObjectName("write_pair")
        self.many = Words(
            _("Three worries are about as many as people can work on at once."),
            "small",
            "ink2",
            wrap=True,
        )
        self.new = NewPairCard(page)
        self.pairs = SlotList(lambda worry_id: PairSlot(page, worry_id))
        self.last_time = SlotList(lambda _id: CarrySlot(page.meeting), gap=4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading, 1)
        head.addWidget(self.write_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self.many, self.new, self.pairs, self.last_time):
            column.addWidget(part)
        show_if(self.new, self.new.holds_words)
        self.write_button.clicked.connect(self.write)
        self.new.closed.connect(self._close)

    def show_sheet(self) -> None:
        """Show the pairs as they now stand."""
        sheet = self._meeting.sheet
        free = free_goals(sheet)
        rows = [
            PairRow(
                pair.worry.id, pair, place, tuple(answers_on(sheet, pair.scale).values()), free
            )
            for place, pair in enumerate(worry_pairs(sheet), 1)
        ]
        self.pairs.show_rows(rows)
        earlier = [CarryRow(pair.worry.id, pair) for pair in to_carry_on(sheet)]
        self.last_time.show_rows(earlier)
        self._show_many()

    def write(self) -> None:
        """Open the card for a new pair, with the cursor in the worry."""
        self.new.show()
        self.write_button.hide()
        self._show_many()
        self.new.worry.control.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, lambda: self._page.ensureWidgetVisible(self.new, 12, 24))

    def open_note(self, note_id: str) -> bool:
        """Open a note that is half of a pair; say whether it is one."""
        pair = pair_of(self._meeting.sheet, note_id)
        if pair is None:
            return False
        self.pairs.slots[pair.worry.id].open_note(note_id)
        return True

    def note_with_keyboard(self) -> NoteOnSheet | None:
        """Give the half of a pair that the keyboard is in."""
        found = (slot.note_with_keyboard() for slot in self.pairs.slots.values())
        return next((note for note in found if note is not None), None)

    def flush(self) -> bool:
        """Keep what is half typed; say whether nothing is left unsaved."""
        halves = [
            self.new.half_typed,
            *(slot.goal.half_typed for slot in self.pairs.slots.values()),
        ]
        flushed = [half.flush() for half in halves]
        return all(flushed)

    def fold(self) -> None:
        """Close what is open, and fold what is restricted."""
        self.pairs.fold()
        self.last_time.fold()

    def _show_many(self) -> None:
        count = len(worry_pairs(self._meeting.sheet))
        show_if(self.many, count > MANY or (count == MANY and not self.new.isHidden()))
        show_if(self.write_button, self.new.isHidden())

    def _close(self) -> None:
        self.new.hide()
        self._show_many()
        self.write_button.setFocus(Qt.FocusReason.OtherFocusReason)
