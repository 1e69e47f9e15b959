"""A8, Staying safe: worries with their goals and scales, then what is noted under its kind."""

from ui.meeting.note_slot import NoteSlot
from ui.meeting.notes_page import NotesPage
from ui.meeting.notes_part import NotesPart
from ui.meeting.sorted_notes import SortedNotes
from ui.meeting.step_page import Place
from ui.meeting.worry_pairs_part import WorryPairsPart


class StayingSafePage(NotesPage):
    """The pairs stand between the capture card and the other notes."""

    def make_notes(self) -> NotesPart:
        """Make the pairs, and below them the notes by their kind."""
        self.pairs = WorryPairsPart(self)
        self.column.addWidget(self.pairs)
        return SortedNotes(self)

    def show_sheet(self) -> None:
        """Show the pairs and the notes."""
        super().show_sheet()
        self.pairs.show_sheet()

    def leave(self) -> None:
        """Save what waits, and fold what is restricted."""
        super().leave()
        self.pairs.fold()

    def flush(self) -> bool:
        """Save now what still waits, the half-typed pair too."""
        return self.pairs.flush() and super().flush()

    def restrict(self) -> None:
        """Restrict the note of a pair that has the keyboard, or as on other steps."""
        slot = self._focused_in_pairs()
        if slot is not None:
            slot.restrict()
        else:
            super().restrict()

    def reveal(self, place: Place) -> None:
        """Open the note that a link leads to, in its pair if it has one."""
        slot = self.pairs.slot(place[1])
        if slot is not None:
            slot.open_editor()
        else:
            super().reveal(place)

    def _focused_in_pairs(self) -> NoteSlot | None:
        focus = self.window().focusWidget()
        slots = [each for pair in self.pairs.pairs.slots.values() for each in pair.note_slots()]
        return next((slot for slot in slots if focus and slot.isAncestorOf(focus)), None)
