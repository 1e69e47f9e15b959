"""A8, Staying safe: worries with their goals and scales, then what is noted under its kind."""

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
        self.column.insertWidget(self.column.indexOf(self.capture) + 1, self.pairs)
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
        note = self.pairs.note_with_keyboard()
        if note is not None:
            self.meeting.put("note", note.id, "restricted", not note.restricted)
        else:
            super().restrict()

    def reveal(self, place: Place) -> None:
        """Open the note that a link leads to, in its pair if it has one."""
        if not self.pairs.open_note(place[1]):
            super().reveal(place)
