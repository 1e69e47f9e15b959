"""One decision after the meeting: as it stands, how it was before, and a way to amend it."""

from typing import Any  # Any: a field of a decision may hold any kind of value

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.managers_reply import amend_decision, withdraw_decision
from models.review_sheet import DecisionChangeOnSheet, DecisionOnSheet
from models.rules.finalising import DecisionsStanding
from ui.language import _, date_in_words, day_in_words
from ui.meeting.meeting import Meeting
from ui.parts.badges import Badge
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.decision_form import DecisionForm


class DecisionCard(Card):
    """Amend opens its fields in place; taking it out asks for the reason in place too."""

    def __init__(self, meeting: Meeting, decision_id: str) -> None:
        super().__init__()
        self._meeting, self._id = meeting, decision_id
        self._standing: DecisionsStanding | None = None
        self.setObjectName(f"decision_{decision_id}")
        self.what = Words("", "body", wrap=True, bold=True)
        self.detail = Words("", "small", wrap=True)
        self.more = Words("", "small", "ink2", wrap=True)
        self.objects = Badge(_("The manager objects"), "over")
        self.amended = Badge(_("Amended"), "info")
        self.amend_button = SmallButton(_("Amend"), "pencil-simple", in_row=True)
        self.out_button = SmallButton(_("Take out"), "x", in_row=True, kind="quiet")
        self.out_why = LineField(_("Why it is taken out after the sheet went"))
        self.out_now = SmallButton(_("Take this decision out"), in_row=True)
        self.form = DecisionForm(meeting.desk, meeting.name, self._amend)
        self._before = QVBoxLayout()
        self._build()
        self.amend_button.clicked.connect(self.begin)
        self.out_button.clicked.connect(self._ask_why_out)
        self.out_now.clicked.connect(self.take_out)
        self.form.kept.connect(self._close)
        self.form.left.connect(self._close)

    def _build(self) -> None:
        self.amend_button.setObjectName("amend")
        self.out_button.setObjectName("take_out")
        self.out_why.control.setObjectName("take_out_why")
        self.out_now.setObjectName("take_out_now")
        top, left = QHBoxLayout(), Qt.AlignmentFlag.AlignLeft
        top.addWidget(self.what, 1)
        for button in (self.amend_button, self.out_button):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        badges = QHBoxLayout()
        for badge in (self.objects, self.amended):
            badges.addWidget(badge)
        badges.addStretch(1)
        self.column.addLayout(top)
        self.column.addWidget(self.detail)
        self.column.addWidget(self.more)
        self.column.addLayout(badges)
        self.column.addLayout(self._before)
        self.column.addWidget(self.form)
        self.column.addWidget(self.out_why)
        self.column.addWidget(self.out_now, 0, left)
        for part in (self.form, self.out_why, self.out_now):
            part.hide()

    def show_decision(self, decision: DecisionOnSheet, standing: DecisionsStanding) -> None:
        """Show it as it now stands."""
        self._standing, today = standing, self._meeting.desk.today()
        number = _("{number}. {what}").format(number=decision.number, what=decision.what)
        self.what.say(number)
        person = self._meeting.sheet.person.get(decision.person_id or "")
        who = person.name if person else decision.who.strip() or _("Nobody is named")
        said = _("{who}, no day set").format(who=who)
        if decision.by_when:
            day = day_in_words(decision.by_when, today)
            said = _("{who}, by {day}").format(who=who, day=day)
        self.detail.say(said)
        more = "\n".join(filter(None, (decision.why.strip(), decision.how_we_will_know.strip())))
        self.more.say(more)
        show_if(self.more, bool(more))
        show_if(self.objects, decision.id in standing.disputed)
        changes = [c for c in self._meeting.sheet.decision_changes if c.decision_id == decision.id]
        show_if(self.amended, bool(changes))
        self._show_before(changes)
        for button, name in ((self.amend_button, _("Amend decision {number}")),
                             (self.out_button, _("Take out decision {number}"))):  # fmt: skip
            button.setAccessibleName(name.format(number=decision.number))
            show_if(button, standing.final_on is None)

    def begin(self) -> None:
        """Open its fields."""
        decision = next(d for d in self._meeting.sheet.decisions if d.id == self._id)
        for part in (self.out_why, self.out_now):
            part.hide()
        self.form.begin(decision, asks_why=self._is_out)

    @property
    def _is_out(self) -> bool:
        return self._standing is not None and self._standing.version > 0

    def _amend(self, fields: dict[str, Any], reason: str) -> bool:
        desk = self._meeting.desk
        given = (self._id, fields, reason, desk.me.id, desk.today())
        return self._meeting.act(lambda review: amend_decision(review, *given))

    def _ask_why_out(self) -> None:
        self.form.hide()
        show_if(self.out_why, self._is_out)
        self.out_now.show()
        target = self.out_why.control if self._is_out else self.out_now
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_out(self) -> None:
        """Take it out, with its reason once the sheet went."""
        why = self.out_why.text().strip()
        if self._is_out and not why:
            self.out_why.show_error(_("Say in a few words why"))
            self.out_why.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        desk = self._meeting.desk
        given = (self._id, why, desk.me.id, desk.today())
        self._meeting.act(lambda review: withdraw_decision(review, *given))

    def _close(self) -> None:
        self.form.hide()
        self.amend_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_before(self, changes: list[DecisionChangeOnSheet]) -> None:
        while (item := self._before.takeAt(0)) is not None:
            widget: QWidget | None = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for change in changes:
            self._before.addWidget(Words(before_words(change), "small", "ink2", wrap=True))


def before_words(change: DecisionChangeOnSheet) -> str:
    """How a decision was until it was amended, and why it was."""
    day, reason = date_in_words(change.on), change.reason
    by = date_in_words(change.by_when) if change.by_when else ""
    was = ", ".join(filter(None, (change.what, change.who, by)))
    said = {
        "added": _("Added on {day}, because: {reason}"),
        "withdrawn": _("Taken out on {day}: “{was}”. Because: {reason}"),
    }.get(change.what_happened, _("Until {day} it said: “{was}”. Changed because: {reason}"))
    return said.format(day=day, was=was, reason=reason)
