"""The steps that gather notes about a part of life: home, family, health, learning, safety."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.meeting.capture_card import CaptureCard
from ui.meeting.facts_part import FactsPart
from ui.meeting.leave_out_part import LeaveOutPart
from ui.meeting.notes_part import NotesPart
from ui.meeting.step_page import Place, StepPage
from ui.meeting.words_being_typed import Typed


class NotesPage(StepPage):
    """A capture card, and below it the step’s facts and what is noted under its columns."""

    def build(self) -> None:
        """Make the capture card, the lists and the way to leave the step out."""
        self.capture = CaptureCard(self.meeting, self.step)
        self.mark(self.capture.field.control, ("note", "", "words"))
        self.build_before_notes()
        self.column.addWidget(self.capture)
        self.facts = FactsPart(self)
        self.column.addWidget(self.facts)
        self.notes = self.make_notes()
        self.column.addWidget(self.notes)
        self.leave_out = LeaveOutPart(self, may_be_empty=True)
        self.column.addWidget(self.leave_out)

    def make_notes(self) -> NotesPart:
        """Make the lists of what is noted so far."""
        return NotesPart(self)

    def build_before_notes(self) -> None:
        """Make what stands above the notes of this step."""

    def show_sheet(self) -> None:
        """Show the people to choose from and the notes so far."""
        self.capture.show_people()
        self.facts.show_sheet()
        self.notes.show_sheet()
        self.leave_out.show_sheet()

    def first_field(self) -> QWidget:
        """Give the capture field."""
        return self.capture.field.control

    def add(self) -> None:
        """Add what is typed."""
        self.capture.add()

    def capture_under(self, column: str) -> None:
        """Put the cursor in the capture field, for a note under this column."""
        self.capture.column_chips.choose(column)
        self.capture.field.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def restrict(self) -> None:
        """Restrict the note or field that has the keyboard, or what is being typed."""
        slot = self.notes.focused()
        if slot is not None:
            slot.restrict()
        elif not self.restricted_fields.toggle_focused():
            self.capture.restrict()

    def leave(self) -> None:
        """Save what waits, and fold the facts and the restricted notes."""
        self.capture.leave()
        self.flush()
        self.facts.fold()
        self.notes.fold()

    def flush(self) -> bool:
        """Save now what still waits, the half-typed note too."""
        return self.capture.half_typed.flush() and super().flush()

    def being_typed(self) -> Typed | None:
        """Give what stands in the capture card."""
        return self.capture.being_typed()

    def reveal(self, place: Place) -> None:
        """Open the note or the facts that a link leads to."""
        self.facts.reveal(place)
        slot = self.notes.slot(place[1])
        if slot is not None:
            slot.open_editor()
