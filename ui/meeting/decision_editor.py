"""A decision opened where it stands: everything about it, saving itself."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from letters.pictures import PICTURES
from models.day_checks import wrong_by_when
from models.review_sheet import DecisionOnSheet
from models.together import send_decision
from models.worry_pairs import goals
from ui.language import _
from ui.meeting import choices
from ui.meeting.chip_row import ChipRows
from ui.meeting.fields_layout import FieldsLayout
from ui.meeting.kept_field import KeptField, Value
from ui.meeting.picture_words import PICTURE_WORDS
from ui.meeting.send_part import SendPart, put_letter_words
from ui.meeting.sent_decisions import are_sent, decision_words
from ui.meeting.step_page import StepPage
from ui.meeting.who_field import WhoField
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.date_field import DateField
from ui.parts.fields import ChoiceField
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick
from ui.parts.words import Words
from ui.plain.plain_editor import PlainEditor
from ui.plain.reader_of_letter import looking_in
from ui.protected.tag_chips import TagChips


class DecisionEditor(Card):
    """What, who, by when, why, how we will know, its picture, and how the child will hear it."""

    closed = Signal()
    moved = Signal(int)
    remove_asked = Signal()

    def __init__(self, page: StepPage, row: DecisionOnSheet) -> None:
        super().__init__("chosen")
        self._page, self._meeting, self._id = page, page.meeting, row.id
        self.setObjectName(f"editor_{row.id}")
        name = page.meeting.name
        self.sent = Words("", "body", wrap=True, bold=True)
        self.what = TextField(_("What will happen"), lines=1)
        self.who = WhoField(_("Who will do it"))
        self.by_when = DateField(_("By when"), page.meeting.desk.today)
        self.why = TextField(_("Why"), optional=True, lines=1)
        self.how_we_will_know = TextField(_("How we will know"), optional=True, lines=1)
        said = _("How I will say it to {name}").format(name=name)
        self.letter_words = PlainEditor(looking_in(self._meeting), said, optional=True, lines=1)
        self.about = ChipGroup(
            _("About"), choices.life_areas(page.meeting.form), shown=choices.chips_shown(5)
        )
        pictures = sorted((_(PICTURE_WORDS[key]), key) for key in PICTURES)
        offered = [("", _("Chosen by its words")), *((key, words) for words, key in pictures)]
        self.picture = ChoiceField(_("Picture in the letter"), offered)
        self.goal_id = ChoiceField(_("The goal it serves"))
        self.also = SendPart(page.meeting, "decision", row.id, send_decision)
        self.in_letter = Tick(_("In the letter"))
        self.restricted = Tick(_("Restricted: keep it from some people"))
        self.tags = TagChips(_("Why it is restricted"), shown=choices.chips_shown(4))
        self._build()
        self.by_when.check = self._wrong_by_when
        self._kept = self._keep()
        self._connect()
        self.show_row(row)

    def _build(self) -> None:
        self.done_button = SmallButton(_("Close this decision"), in_row=True)
        self.done_button.say(_("Done"))
        self.up_button = SmallButton(_("Move up"), "arrow-up", in_row=True)
        self.down_button = SmallButton(_("Move down"), "arrow-down", in_row=True)
        self.remove_button = SmallButton(_("Remove decision"), in_row=True)
        line = FieldsLayout()
        line.add(self.who)
        line.add(self.by_when)
        rows = ChipRows()
        rows.add(_("About"), self.about)
        buttons = QHBoxLayout()
        for button in (self.done_button, self.up_button, self.down_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addWidget(self.sent)
        self.column.addWidget(self.what)
        self.column.addLayout(line)
        for part in (self.goal_id, self.why, self.how_we_will_know, self.letter_words, rows):
            self.column.addWidget(part)
        self.column.addWidget(self.picture)
        self.column.addWidget(self.also)
        self.column.addWidget(self.in_letter)
        self.column.addWidget(self.restricted)
        self.column.addWidget(self.tags)
        self.column.addLayout(buttons)

    def _keep(self) -> dict[str, KeptField]:
        place, page = ("decision", self._id), self._page
        empty = _("A decision needs words. To take it away, choose Remove decision.")
        kept = {"what": page.keep(self.what, (*place, "what"), empty=empty)}
        page.mark(self.tags, (*place, "restriction_kinds"))
        kept["who"] = page.keep(self.who, (*place, "who"), save=self._put_who)
        kept["goal_id"] = page.keep(self.goal_id, (*place, "goal_id"), save=self._put_goal)
        kept["letter_words"] = page.keep(
            self.letter_words, (*place, "letter_words"), save=self._put_letter_words
        )
        for field in ("by_when", "why", "how_we_will_know", "picture"):
            kept[field] = page.keep(getattr(self, field), (*place, field))
        return kept

    def _connect(self) -> None:
        self.about.chosen_changed.connect(lambda key: self._put("life_area", key))
        self.in_letter.clicked.connect(lambda on: self._put("in_letter", on))
        self.restricted.clicked.connect(lambda on: self._put("restricted", on))
        self.tags.kinds_changed.connect(lambda kinds: self._put("restriction_kinds", list(kinds)))
        for text in (self.what, self.why, self.how_we_will_know, self.letter_words):
            text.control.finished.connect(self.closed)
        self.done_button.clicked.connect(self.closed)
        self.up_button.clicked.connect(lambda: self.moved.emit(-1))
        self.down_button.clicked.connect(lambda: self.moved.emit(1))
        self.remove_button.clicked.connect(self.remove_asked)

    def show_row(self, row: DecisionOnSheet) -> None:
        """Show the decision as it now stands."""
        self.who.offer(self._meeting.sheet)
        self._offer_goals()
        for field, kept in self._kept.items():
            kept.show(getattr(row, field))
        self.about.choose(row.life_area)
        self.in_letter.setChecked(row.in_letter)
        self.restricted.setChecked(row.restricted)
        self.tags.show_kinds(row.restriction_kinds)
        show_if(self.tags, row.restricted)
        self.letter_words.set_hint(self._waits() if row.waits_to_be_written else "")
        self.also.show_row(f"{row.what} {row.who}", restricted=row.restricted)
        self._show_sent(row)
        told = row.in_letter and not row.restricted
        show_if(self.letter_words, told or (bool(row.shared_key) and not row.restricted))
        show_if(self.picture, told)

    def _show_sent(self, row: DecisionOnSheet) -> None:
        """Show only to be read what the manager was sent of it."""
        is_sent = are_sent(self._meeting.sheet)
        self.sent.say(decision_words(row, self._meeting) if is_sent else "")
        show_if(self.sent, is_sent)
        fields = (self.what, self.who, self.by_when, self.why, self.how_we_will_know)
        for part in (*fields, self.up_button, self.down_button, self.remove_button):
            show_if(part, not is_sent)

    def flush(self) -> None:
        """Save now what still waits."""
        self.by_when.read()
        for kept in self._kept.values():
            kept.flush()

    def _waits(self) -> str:
        words = _("Write it for {name} before it goes into the letter.")
        return words.format(name=self._meeting.name)

    def _put_letter_words(self, words: Value) -> bool:
        return put_letter_words(self._meeting, "decision", self._id, str(words or ""))

    def _wrong_by_when(self, day: date) -> str:
        words = wrong_by_when(self._meeting.sheet, day)
        return _(words) if words else ""

    def _offer_goals(self) -> None:
        found = goals(self._meeting.sheet)
        offered = [
            (each.id, _("A restricted goal") if each.restricted else each.words) for each in found
        ]
        self.goal_id.set_choices([("", _("None of them")), *offered])
        show_if(self.goal_id, bool(found))

    def _put_goal(self, key: Value) -> bool:
        return self._meeting.put("decision", self._id, "goal_id", key or None)

    def _put(self, field: str, value: object) -> None:
        self._meeting.put("decision", self._id, field, value)

    def _put_who(self, who: Value) -> bool:
        fields = {"who": str(who or ""), "person_id": self.who.person_id()}
        return self._meeting.put_all("decision", self._id, fields)
