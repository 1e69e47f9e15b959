"""Part 2 after a meeting: what the manager answers to the decisions, all at once or to one."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from letters.decisions_of_sheet import manager_of
from models.manager_reply import REPLY_WORDS, Reply
from models.managers_reply import note_reply
from models.open_review import OpenReview
from models.protecting import toggle
from ui.language import _
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.meeting import Meeting
from ui.meeting.review_keys import make_keys
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.date_field import DateField
from ui.parts.fields import ChoiceField, LineField
from ui.parts.scrolling_page import ScrollingPage
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick
from ui.parts.words import Words
from ui.send.after_clocks import ClockLines
from ui.send.reply_card import ReplyCard, reply_place
from ui.send.standing_words import standing_on, why_words


class ManagersAnswerPart(ScrollingPage):
    """Silence is no row: after the manager's days the decisions stand, as the council set it."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self.setObjectName("managers_answer_part")
        self.why = Words("", "h3", wrap=True)
        self.silence = Words("", "small", "ink2", wrap=True)
        self.clocks = ClockLines(meeting, ("T32",))
        self.new = Card()
        self.reply = ChipGroup(
            _("What the manager answered"),
            [(each.value, _(words)) for each, words in REPLY_WORDS.items()],
        )
        self.decision = ChoiceField(_("About"))
        self.who = LineField(_("Who answered"), most=200)
        self.on = DateField(_("When"), meeting.desk.today, towards="past")
        self.words = TextField(
            _("In the manager’s words"), lines=2,
            hint=_("Everybody who gets the record reads these words, unless they are restricted."),
        )  # fmt: skip
        self.restrict = Tick(_("Restrict this answer (Ctrl+Shift+R)"))
        self.keep_button = SmallButton(_("Keep this answer"), "check-bold", kind="primary")
        self.cards: dict[str, ReplyCard] = {}
        self._list = QVBoxLayout()
        self._build()
        self.reply.chosen_changed.connect(lambda _key: self._fit())
        self.keep_button.clicked.connect(self.keep)
        self.on.check = self._wrong_day
        self._begin_anew()
        self.show_sheet()

    def _build(self) -> None:
        self.reply.setObjectName("reply")
        self.decision.let_shrink()
        self.keep_button.setObjectName("keep_reply")
        self.restrict.setObjectName("restrict_reply")
        make_keys(self, {"Ctrl+Shift+R": self.toggle_restricted})
        for name in ("decision", "who", "on", "words"):
            getattr(self, name).control.setObjectName(f"reply_{name}")
        line, left = FieldsLayout(), Qt.AlignmentFlag.AlignLeft
        line.add(self.decision)
        line.add(self.who)
        line.add(self.on)
        self.new.column.addWidget(Words(_("What did the manager answer?"), "h3", wrap=True))
        self.new.column.addWidget(self.reply)
        self.new.column.addLayout(line)
        self.new.column.addWidget(self.words)
        self.new.column.addWidget(self.restrict)
        self.new.column.addWidget(self.keep_button, 0, left)
        self.new.column.addWidget(self.keep_button.reason)
        self._list.setSpacing(10)
        for part in (self.why, self.silence, self.clocks):
            self.column.addWidget(part)
        self.column.addLayout(self._list)
        self.column.addWidget(self.new)
        self.column.addStretch(1)

    def show_sheet(self) -> None:
        """Show how everything stands now."""
        desk, sheet = self._meeting.desk, self._meeting.sheet
        standing = standing_on(sheet, desk.today(), desk.calendar)
        self.why.say(why_words(standing, desk.today()) or _("The record is final."))
        stands = _("Without an answer in 5 working days the decisions stand. That is noted as no "
                   "reply, never as agreed.")  # fmt: skip
        waits = _("In your council the decisions wait for an answer, however long it takes.")
        self.silence.say(stands if sheet.council.silence_stands else waits)
        self.clocks.show_sheet()
        kept = self.decision.value()
        numbered = [
            (each.id, _("Decision {number}: {what}").format(number=each.number, what=each.what))
            for each in sheet.decisions
        ]
        self.decision.set_choices([("", _("All decisions")), *numbered])
        self.decision.set_value(kept)
        show_if(self.new, standing.sent_on is not None and standing.final_on is None)
        self._show_cards()
        self._fit()

    def _show_cards(self) -> None:
        replies = self._meeting.sheet.replies
        for gone in self.cards.keys() - {each.id for each in replies}:
            card = self.cards.pop(gone)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for reply in replies:
            if reply.id not in self.cards:
                self.cards[reply.id] = ReplyCard(self._meeting, reply)
                self._list.addWidget(self.cards[reply.id])
            self.cards[reply.id].show_reply(reply)

    def first_field(self) -> QWidget:
        """What takes the keyboard on coming here."""
        return self

    def flush(self) -> bool:
        """Save now what still waits."""
        return self.clocks.flush()

    def keep(self) -> None:
        """Keep the answer."""
        reply, words = self.reply.chosen(), self.words.text().strip()
        self.on.read()
        if self.keep_button.is_off or self.on.has_error:
            return
        if reply != Reply.AGREED and not words:
            self.words.show_error(_("Write what the manager said"))
            self.words.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.words.clear_error()
        who = self.who.text().strip()
        if not who:
            self.who.show_error(_("Say who answered"))
            self.who.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.who.clear_error()
        on = self.on.day() or self._meeting.desk.today()
        given = (reply, on, who, words, self.decision.value())
        is_restricted, made = self.restrict.isChecked(), list[str]()

        def act(review: OpenReview) -> None:
            made.append(note_reply(review, *given))
            if is_restricted:
                toggle(review, reply_place(made[0]))

        if self._meeting.act(act):
            self._begin_anew()
            if is_restricted:
                self.cards[made[0]].ask_from_whom()

    def toggle_restricted(self) -> None:
        """Restrict the answer that has the keyboard, or what is typed; or stop it."""
        here = (each for each in self.cards.values() if each.isAncestorOf(self._focused()))
        card = next(here, None)
        if card is not None:
            card.toggle_restricted()
        else:
            self.restrict.toggle()

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self

    def _begin_anew(self) -> None:
        manager = manager_of(self._meeting.sheet)
        self.reply.choose()
        self.decision.set_value("")
        self.who.set_text(manager.name if manager else "")
        self.on.set_day(self._meeting.desk.today())
        self.words.set_text("")
        self.restrict.setChecked(False)
        self._fit()

    def _fit(self) -> None:
        if self.reply.chosen():
            self.keep_button.turn_on()
        else:
            self.keep_button.turn_off(_("Choose what the manager answered."))

    def _wrong_day(self, day: date) -> str:
        desk = self._meeting.desk
        sent_on = standing_on(self._meeting.sheet, desk.today(), desk.calendar).sent_on
        if day > desk.today():
            return _("Choose today or a day before it.")
        if sent_on is not None and day < sent_on:
            return _("That is before the decisions went.")
        return ""
