"""One answer of the manager: what they said, and what became of it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from models.manager_reply import REPLY_WORDS, Reply, Settled
from models.managers_reply import answer_reply
from models.protecting import Place, kinds_at
from models.review_sheet import ManagerReplyOnSheet
from ui.language import N_, _, day_in_words
from ui.meeting.meeting import Meeting
from ui.meeting.restricted_fields import RestrictedStrip, toggle_place
from ui.parts.badges import Badge
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick
from ui.parts.words import Words

BECAME = {
    Settled.ANSWERED: N_("Answered"),
    Settled.AMENDED: N_("The decision was amended"),
    Settled.STANDS: N_("The decision stands"),
    Settled.WITHDRAWN: N_("The manager took it back"),
}
_KINDS = {Reply.AGREED: "ok", Reply.QUERY: "due", Reply.OBJECTION: "over"}


def reply_place(reply_id: str) -> Place:
    """The place of a whole answer: what was said, and what became of it."""
    return ("manager_reply", reply_id, "")


class ReplyCard(Card):
    """A question or an objection stays open until it says what became of it."""

    def __init__(self, meeting: Meeting, reply: ManagerReplyOnSheet) -> None:
        super().__init__()
        self._meeting, self._id = meeting, reply.id
        self.setObjectName(f"reply_{reply.id}")
        self.about = Words("", "body", wrap=True, bold=True)
        self.words = Words("", "body", wrap=True)
        self.became = Words("", "small", wrap=True)
        offered = [
            (key, _(words))
            for key, words in BECAME.items()
            if key is not Settled.ANSWERED or reply.reply == Reply.QUERY
        ]
        self.settled = ChipGroup(_("What became of it"), offered)
        self.answer = TextField(_("What I answered"), optional=True, lines=1)
        self.dispute = Tick(_("Open a dispute about it"))
        self.dispute_words = TextField(_("What is wrong"), lines=1)
        self.settle_button = SmallButton(_("Keep what became of it"), kind="primary")
        self.restrict_button = SmallButton(_("Restrict it"), "lock-simple", in_row=True)
        self.restrict_button.setObjectName("restrict_reply")
        self.strip: RestrictedStrip | None = None
        badge = Badge(_(REPLY_WORDS[Reply(reply.reply)]), _KINDS[Reply(reply.reply)])
        self._build(badge)
        self.settled.chosen_changed.connect(lambda _key: self._fit())
        self.dispute.toggled.connect(lambda _on: self._fit())
        self.settle_button.clicked.connect(self.settle)
        self.restrict_button.clicked.connect(self.toggle_restricted)

    def _build(self, badge: Badge) -> None:
        for name in ("answer", "dispute_words"):
            getattr(self, name).control.setObjectName(name)
        self.settled.setObjectName("settled")
        self.dispute.setObjectName("open_dispute")
        self.settle_button.setObjectName("settle")
        top = QHBoxLayout()
        top.addWidget(self.about, 1)
        top.addWidget(self.restrict_button, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        for part in (self.words, self.became, self.settled, self.answer, self.dispute,
                     self.dispute_words):  # fmt: skip
            self.column.addWidget(part)
        self.column.addWidget(self.settle_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_reply(self, reply: ManagerReplyOnSheet) -> None:
        """Show it as it now stands."""
        sheet, today = self._meeting.sheet, self._meeting.desk.today()
        numbers = {each.id: each.number for each in sheet.decisions}
        day = day_in_words(reply.on, today)
        said = _("{who}, {day}, about all decisions")
        if reply.decision_id is not None:
            said = _("{who}, {day}, about decision {number}")
            if reply.decision_id not in numbers:
                said = _("{who}, {day}, about a decision that was taken out")
        who = reply.who or _("The team manager")
        number = numbers.get(reply.decision_id or "", 0)
        self.about.say(said.format(who=who, day=day, number=number))
        self.words.say(_("“{words}”").format(words=reply.words))
        show_if(self.words, bool(reply.words))
        self.restrict_button.setAccessibleDescription(self.about.said)
        self._show_restricted()
        self._show_what_became(reply)
        self._is_open = reply.reply != Reply.AGREED and not reply.settled
        self._is_objection = reply.reply == Reply.OBJECTION
        self._fit()

    def toggle_restricted(self) -> None:
        """Restrict what was answered, and what became of it, or stop it."""
        toggle_place(self._meeting, reply_place(self._id))
        self.ask_from_whom()

    def ask_from_whom(self) -> None:
        """Put the keyboard on the kinds of restriction, where it is restricted."""
        if self.strip is not None:
            self.strip.tags.focus_chosen()
        else:
            self.restrict_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_restricted(self) -> None:
        kinds = kinds_at(self._meeting.sheet, reply_place(self._id))
        show_if(self.restrict_button, kinds is None)
        if kinds is None:
            if self.strip is not None:
                self.strip.hide()
                self.strip.deleteLater()
                self.strip = None
            return
        if self.strip is None:
            label = _("what the manager answered")
            self.strip = RestrictedStrip(self._meeting, reply_place(self._id), label)
            self.column.insertWidget(self.column.indexOf(self.words) + 1, self.strip)
        self.strip.show_kinds(kinds)

    def settle(self) -> None:
        """Keep what became of it."""
        outcome, answer = self.settled.chosen(), self.answer.text().strip()
        if not outcome:
            return
        if outcome == Settled.ANSWERED and not answer:
            self.answer.show_error(_("Write what you answered"))
            self.answer.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        wanted = not self.dispute_words.isHidden()
        dispute = self.dispute_words.text().strip() if wanted else ""
        if wanted and not dispute:
            self.dispute_words.show_error(_("A dispute needs words."))
            self.dispute_words.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        given = (self._id, outcome, self._meeting.desk.today(), answer, dispute)
        self._meeting.act(lambda review: answer_reply(review, *given))

    def _show_what_became(self, reply: ManagerReplyOnSheet) -> None:
        words = ""
        if reply.settled:
            day = (
                day_in_words(reply.settled_on, self._meeting.desk.today())
                if reply.settled_on
                else ""
            )
            told = _(BECAME[Settled(reply.settled)])
            words = _("{what}, {day}. {answer}").format(what=told, day=day, answer=reply.answer)
            if reply.dispute_id:
                words = _("{words} A dispute was opened.").format(words=words.strip())
        self.became.say(words.strip())
        show_if(self.became, bool(words))

    def _fit(self) -> None:
        """Show what the choice asks for."""
        chosen = self.settled.chosen()
        stands = self._is_open and self._is_objection and chosen == Settled.STANDS
        show_if(self.settled, self._is_open)
        show_if(self.answer, self._is_open and chosen in (Settled.ANSWERED, Settled.STANDS))
        show_if(self.dispute, stands)
        show_if(self.dispute_words, stands and self.dispute.isChecked())
        show_if(self.settle_button, self._is_open and bool(chosen))
