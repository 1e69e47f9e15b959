"""A3, Since last time: each earlier decision, how it went, and what else has changed."""

from PySide6.QtWidgets import QWidget

from ui.language import _, ngettext
from ui.meeting.earlier_decision_slot import EarlierDecisionSlot
from ui.meeting.notes_page import NotesPage
from ui.meeting.slot_list import SlotList
from ui.meeting.step_page import Place
from ui.parts.empty_state import EmptyState
from ui.parts.words import Words


class SinceLastTimePage(NotesPage):
    """The earlier decisions come first; notes about what has changed below them."""

    def build_before_notes(self) -> None:
        """Make the list of earlier decisions."""
        self.heading = Words("", "h2", wrap=True)
        self.decisions = SlotList(lambda decision_id: EarlierDecisionSlot(self, decision_id))
        self.none = EmptyState(
            "check-circle",
            _("No open decisions from before"),
            _("Decisions of this review will be here at the next one."),
        )
        for part in (self.heading, self.decisions, self.none):
            self.column.addWidget(part)
        self.column.addWidget(Words(_("What else has changed"), "h2", wrap=True))

    def show_sheet(self) -> None:
        """Show the earlier decisions and the notes."""
        super().show_sheet()
        earlier = self.meeting.sheet.earlier_decisions
        count = len(earlier)
        words = ngettext("{count} decision from before", "{count} decisions from before", count)
        self.heading.say(words.format(count=count))
        self.heading.setVisible(bool(earlier))
        self.decisions.show_rows(earlier)
        self.none.setVisible(not earlier)

    def leave(self) -> None:
        """Save what waits and fold what is restricted."""
        super().leave()
        self.decisions.fold()

    def first_field(self) -> QWidget:
        """Give the first decision not yet spoken of, then the capture field."""
        for decision in self.meeting.sheet.earlier_decisions:
            heard = self.meeting.sheet.progress_of(decision.id)
            if heard is None or not heard.outcome:
                return self.decisions.slots[decision.id].first_field()
        return self.capture.field.control

    def reveal(self, place: Place) -> None:
        """Unfold the decision that a link leads to."""
        slot = self.decisions.slots.get(place[1])
        if slot is not None:
            slot.what.unfold()
        super().reveal(place)
