"""A11, What happens next: what the child asked for, then what, who and by when."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from models.rules.deadlines import after_completion
from models.rules.timescales import DECISIONS_WRITTEN
from models.rules.working_days import BeyondCalendar
from ui.language import _, ngettext
from ui.meeting.clock_words import day_words
from ui.meeting.decision_capture import DecisionCapture
from ui.meeting.decision_slot import DecisionSlot
from ui.meeting.map_nudge import MapNudge
from ui.meeting.pairs_shown_part import PairsShownPart
from ui.meeting.requests_card import RequestsCard
from ui.meeting.restricted_fields import toggle_place
from ui.meeting.sent_decisions import SentDecisions, are_sent
from ui.meeting.slot_list import SlotList
from ui.meeting.step_page import Place, StepPage
from ui.meeting.words_being_typed import Typed
from ui.parts.showing import show_if
from ui.parts.words import Words


class DecisionsPage(StepPage):
    """Requests in yellow, worries with their goals, the capture card, and the decisions so far."""

    def build(self) -> None:
        """Make the parts."""
        self.nudge = MapNudge(self)
        self.pairs = PairsShownPart(self)
        self.requests = RequestsCard(self)
        self.capture = DecisionCapture(self.meeting)
        self.heading = Words("", "h3", wrap=True)
        self.send_by = Words("", "small", "ink2", wrap=True)
        self.decisions = SlotList(lambda _id: DecisionSlot(self))
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.send_by, 2)
        for part in (self.nudge, self.requests, self.pairs):
            self.column.addWidget(part)
        self.sent = SentDecisions(self.meeting)
        self.column.addWidget(self.sent)
        self.column.addWidget(self.capture)
        self.column.addLayout(head)
        self.column.addWidget(self.decisions)
        self.mark(self.capture.what.control, ("decision", "", "what"))

    def show_sheet(self) -> None:
        """Show the requests, the goals and the decisions."""
        self.nudge.show_sheet()
        self.pairs.show_sheet()
        decisions = self.meeting.sheet.decisions
        self.requests.show_sheet()
        self.capture.show_sheet()
        self.sent.show_sheet()
        show_if(self.capture, not are_sent(self.meeting.sheet))
        count = len(decisions)
        words = ngettext("{count} decision so far", "{count} decisions so far", count)
        self.heading.say(words.format(count=count))
        self.heading.setVisible(bool(decisions))
        self.send_by.say(self._send_by())
        self.send_by.setVisible(bool(decisions) and not are_sent(self.meeting.sheet))
        self.decisions.show_rows(decisions)

    def _send_by(self) -> str:
        desk, sheet = self.meeting.desk, self.meeting.sheet
        counted_from = sheet.completed_on or desk.today()
        try:
            day = after_completion(counted_from, desk.calendar)[DECISIONS_WRITTEN.id]
        except BeyondCalendar:
            return ""
        words = _("Send to the social worker’s manager by {day}")
        return words.format(day=day_words(day, desk.today()))

    def first_field(self) -> QWidget:
        """Give the field for what will happen."""
        if are_sent(self.meeting.sheet):
            return self.sent.amend_button
        return self.capture.what.control

    def add(self) -> None:
        """Add the decision that is typed."""
        self.capture.add()

    def restrict(self) -> None:
        """Restrict the decision that has the keyboard, or stop it."""
        if self.restricted_fields.toggle_focused():
            return
        for row_id, slot in self.decisions.slots.items():
            if slot.isAncestorOf(self.focusWidget() or self):
                toggle_place(self.meeting, ("decision", row_id, ""))
                return

    def leave(self) -> None:
        """Save what waits and close what was opened."""
        self.flush()
        self.decisions.fold()
        self.pairs.fold()
        self.requests.requests.fold()

    def flush(self) -> bool:
        """Save now what still waits, the half-typed decision too."""
        return self.capture.half_typed.flush() and super().flush()

    def being_typed(self) -> Typed | None:
        """Give what stands in the capture card."""
        return self.capture.being_typed()

    def reveal(self, place: Place) -> None:
        """Open the decision that a link leads to."""
        slot = self.decisions.slots.get(place[1])
        if slot is not None:
            slot.open_editor()
