"""One decision of an earlier review: what it was, how it went, why, and a new date."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.carrying_forward import carry_forward, hear_new_date
from models.decision import OUTCOME_WORDS, Outcome
from models.decisions_before import carried_here, drift_of, heard_before
from models.review_sheet import DecisionOnSheet, ProgressOnSheet
from models.rules.drift import DRIFT_RULE, DRIFT_WORDS, RULE_NUMBERS
from ui.language import _
from ui.meeting.clock_words import day_words
from ui.meeting.dispute_part import DisputePart
from ui.meeting.heard_words import heard_words
from ui.meeting.hidden_words import HiddenWords
from ui.meeting.kept_field import Value
from ui.meeting.slot_list import Slot
from ui.meeting.step_page import StepPage
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.date_field import DateField
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.words import Disc, IconWords, Words

ANSWERS = (Outcome.DONE, Outcome.PARTLY, Outcome.NOT_DONE, Outcome.OVERTAKEN)
WANTS_REASON = frozenset({Outcome.PARTLY, Outcome.NOT_DONE})


class EarlierDecisionSlot(Slot):
    """Late is said in words; the new date replaces the old one from now on.

    Of a restricted decision only its number is seen until it is shown, and again on leaving.
    """

    def __init__(self, page: StepPage, decision_id: str) -> None:
        super().__init__()
        self._meeting, self._id = page.meeting, decision_id
        self.setObjectName(f"earlier_{decision_id}")
        self.card = Card()
        self.number = Disc("", "next")
        self.what = HiddenWords(bold=True)
        self.who = IconWords("user", "", "small")
        self.when = IconWords("calendar-blank", "", "small")
        self.outcome = ChipGroup(
            _("How it went"), [(each, _(OUTCOME_WORDS[each])) for each in ANSWERS]
        )
        self.why = TextField(_("Why"), lines=1)
        self.new_by_when = DateField(_("New date"), page.meeting.desk.today, optional=True)
        self.past = Words("", "small", "ink2", wrap=True)
        self.drift = IconWords("warning-circle", "", "small", "due", wrap=True)
        rule = _(DRIFT_RULE).format(**RULE_NUMBERS)
        self.drift.setToolTip(rule)
        for part in (self.drift, self.drift.words):
            part.setAccessibleDescription(rule)
        self.carry_button = SmallButton(_("Carry it forward"), in_row=True)
        self.carry_button.setObjectName(f"carry_{decision_id}")
        self.carried = IconWords("signpost", "", "small")
        self.dispute = DisputePart(page, decision_id)
        self._body = QWidget()
        self._build()
        self._why = page.keep(self.why, ("decision", decision_id, "why"), save=self._put_why)
        self._day = page.keep(
            self.new_by_when, ("decision", decision_id, "new_by_when"), save=self._put_day
        )
        page.mark(self.outcome, ("decision", decision_id, "outcome"))
        self.outcome.chosen_changed.connect(self._put_outcome)
        self.carry_button.clicked.connect(self._carry)
        self.what.unfolded.connect(self._show_body)

    def _build(self) -> None:
        facts = QHBoxLayout()
        facts.setSpacing(18)
        facts.addWidget(self.who)
        facts.addWidget(self.when)
        facts.addStretch(1)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        body.addLayout(facts)
        buttons = FlowLayout()
        buttons.addWidget(self.carry_button)
        buttons.addWidget(self.dispute.open_button)
        for part in (self.past, self.drift, self.outcome, self.why, self.new_by_when):
            body.addWidget(part)
        body.addLayout(buttons)
        body.addWidget(self.carried)
        body.addWidget(self.dispute)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.what)
        words.addWidget(self._body)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        self.card.column.addLayout(line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)

    def show_row(self, row: DecisionOnSheet) -> None:
        """Show the decision and what this review heard of it."""
        heard = self._heard()
        outcome = heard.outcome if heard else ""
        self.number.setText(str(row.number))
        folded = _("Restricted decision. Folded while {name} can see the screen.")
        folded = folded.format(name=self._meeting.name)
        self.what.say(row.what, folded if row.restricted else "")
        show_if(self._body, not self.what.is_folded)
        self.who.words.say(row.who)
        self.who.setVisible(bool(row.who))
        self._show_when(row, outcome)
        self.outcome.choose(outcome)
        self._why.show(heard.why if heard else "")
        self._day.show(heard.new_by_when if heard else None)
        show_if(self.why, bool(outcome) and outcome != Outcome.DONE)
        show_if(self.new_by_when, outcome in WANTS_REASON)
        self._show_past(row)
        self._show_carried(outcome)
        self.dispute.show_sheet(may_open=outcome in WANTS_REASON)

    def fold(self) -> None:
        """Hide everything of a restricted decision but its number."""
        self.what.fold()
        show_if(self._body, not self.what.is_folded)

    def first_field(self) -> QWidget:
        """Give what takes the keyboard: the answers, or the button that shows them."""
        return self.what.show_button if self.what.is_folded else self.outcome

    def _show_body(self) -> None:
        self._body.show()
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_past(self, row: DecisionOnSheet) -> None:
        """What earlier reviews heard, and why it drifts."""
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        lines = [heard_words(each, today) for each in heard_before(sheet, row)]
        self.past.say("\n".join(lines))
        show_if(self.past, bool(lines))
        reasons = [
            _(DRIFT_WORDS[each.reason]).format(count=each.count)
            for each in drift_of(sheet, row, sheet.held_on or today)
        ]
        self.drift.words.say(_("Drifting: {reasons}").format(reasons="; ".join(reasons)))
        show_if(self.drift, bool(reasons))

    def _show_carried(self, outcome: str) -> None:
        here = carried_here(self._meeting.sheet, self._id)
        show_if(self.carry_button, here is None and outcome in WANTS_REASON)
        show_if(self.carried, here is not None)
        if here is not None:
            self.carried.words.say(_("Now decision {number}").format(number=here.number))

    def _carry(self) -> None:
        heard = self._heard()
        day = heard.new_by_when if heard else None
        self._meeting.act(lambda review: carry_forward(review, self._id, day))
        self.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_when(self, row: DecisionOnSheet, outcome: str) -> None:
        due_on = self._due_on(row)
        self.when.setVisible(due_on is not None)
        if due_on is None:
            return
        today = self._meeting.desk.today()
        day = day_words(due_on, today)
        is_late = due_on < today and outcome not in {Outcome.DONE, Outcome.OVERTAKEN}
        self.when.words.say(
            _("Late, was due {day}").format(day=day) if is_late else _("by {day}").format(day=day)
        )
        self.when.icon.show_icon(
            "warning-circle-fill" if is_late else "calendar-blank", "over" if is_late else "ink"
        )
        self.when.words.set_colour("over" if is_late else "ink")

    def _due_on(self, row: DecisionOnSheet) -> date | None:
        """The day it is due: the latest new date that a review before this one gave it."""
        here = self._meeting.review_id
        moved = [
            heard.new_by_when
            for heard in self._meeting.sheet.progress
            if heard.decision_id == row.id and heard.review_id != here and heard.new_by_when
        ]
        return max(moved, default=row.by_when)

    def _heard(self) -> ProgressOnSheet | None:
        return self._meeting.sheet.progress_of(self._id)

    def _hear(self, outcome: str, why: str, new_by_when: date | None) -> bool:
        return self._meeting.act(
            lambda review: review.hear_progress(self._id, outcome, why, new_by_when)
        )

    def _put_outcome(self, outcome: str) -> None:
        heard = self._heard()
        self._hear(outcome, heard.why if heard else "", heard.new_by_when if heard else None)

    def _put_why(self, why: Value) -> bool:
        heard = self._heard()
        if heard is None:
            return False
        return self._hear(heard.outcome, str(why or ""), heard.new_by_when)

    def _put_day(self, day: Value) -> bool:
        if self._heard() is None:
            return False
        new = day if isinstance(day, date) else None
        return self._meeting.act(lambda review: hear_new_date(review, self._id, new))
