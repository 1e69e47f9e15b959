"""What one person gets of this review: how much of each paper, what is left out, and the way."""

from typing import Any, Final  # Any: the fields of a recipient are of many kinds

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.readers_of_papers import PAPERS, Reader
from models.rules.recipients import SHARE_WORDS, Share
from models.sending_steps import SENDING_WAY_WORDS, SendingWay
from models.settling_readers import back_to_the_rule, change_reader, is_more_than_the_rule
from ui.appearance import appearance
from ui.autosave import Autosave
from ui.language import N_, _
from ui.meeting.meeting import Meeting
from ui.parts.buttons import SmallButton
from ui.parts.fields import ChoiceField, LineField
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.text_field import TextField
from ui.parts.ticks import Tick
from ui.parts.words import Words
from ui.send.copies_reason import ReasonAsked
from ui.send.copies_tags import TagTicks
from ui.send.copies_words import short_name

_PAPER_NAMES: Final = {
    "letter": N_("Letter"), "decisions": N_("Decisions"), "record": N_("Record"),
}  # fmt: skip
WIDTH_PX: Final = 680
_TYPED: Final = ("agreed", "address", "email")


class WhatTheyGet(QWidget):
    """Each choice is kept at once; one that gives more than the rule asks why, just there."""

    changed = Signal()

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._reader: Reader | None = None
        self._asked: dict[str, Any] = {}
        self.setObjectName("what_they_get")
        self.setAccessibleName(_("What they get"))
        self.setMaximumWidth(appearance().px(WIDTH_PX))
        self.rule = Words("", "small", "ink2", wrap=True)
        said = [(str(share), _(words)) for share, words in SHARE_WORDS.items()]
        self.shares = {paper: ChoiceField(_(_PAPER_NAMES[paper]), said) for paper in PAPERS}
        self.reason = ReasonAsked("more_reason", _("Give it"))
        self.why = Words("", "small", wrap=True)
        self.agreed = LineField(_("Who agreed to it, and when"), most=200)
        ways = [(str(way), _(words)) for way, words in SENDING_WAY_WORDS.items()]
        self.way = ChoiceField(_("How it goes"), ways)
        self.address = TextField(_("Address, one line under the other"))
        self.email = LineField(_("E-mail address"), most=200)
        self.as_word = Tick(_("As a Word file that they can change"))
        self.as_word.setObjectName("as_word")
        self.tags = TagTicks(_("What is left out"))
        self.back_button = SmallButton(_("Back to your council’s rule"))
        self.back_button.setObjectName("back_to_rule")
        self._autosave = Autosave(self._save_text, None, self)
        self._autosave.failed.connect(meeting.troubled)
        self._build()
        self._connect()

    def _build(self) -> None:
        choices = QWidget()
        flow = FlowLayout(choices, gap_across=16)
        for paper, field in self.shares.items():
            field.setObjectName(paper)
            field.control.setObjectName(f"{paper}_box")
            flow.addWidget(field)
        for name in (*_TYPED, "way"):
            field = getattr(self, name)
            field.setObjectName(name)
            field.control.setObjectName(f"{name}_box")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (
            self.rule, choices, self.reason, self.why, self.agreed, self.way, self.address,
            self.email, self.as_word, self.tags,
        ):  # fmt: skip
            column.addWidget(part)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    def _connect(self) -> None:
        for paper, field in self.shares.items():
            field.chosen.connect(lambda key, paper=paper: self._want({paper: Share(key)}))
        self.tags.changed.connect(lambda: self._want({"cuts": sorted(self.tags.tags())}))
        self.way.chosen.connect(lambda key: self._put({"way": key}))
        self.as_word.clicked.connect(lambda on: self._put({"as_word": bool(on)}))
        self.back_button.clicked.connect(self._back)
        self.reason.given.connect(self._give)
        self.reason.left.connect(self._leave)
        for name in _TYPED:
            self._autosave.bind(getattr(self, name), name)

    def show_reader(self, reader: Reader) -> None:
        """Show what this reader gets now; what is being typed for them is left alone."""
        is_other = self._reader is None or self._reader.key != reader.key
        if is_other:
            self._asked = {}
            self.reason.hide()
        self._reader = reader
        who = _(reader.role)
        self.rule.say(_("Your council’s rule for: {who}.").format(who=who))
        if not self._asked:
            self._show_choices(reader)
        self._show_way(reader)
        for name in _TYPED:
            field = getattr(self, name)
            if is_other or not field.control.hasFocus():
                field.set_text(getattr(reader, name))
                self._autosave.take(name)
        said = _("Changed for this review, because: {why}") if reader.why else ""
        self.why.say(said.format(why=reader.why))
        show_if(self.why, bool(said))
        show_if(self.back_button, reader.is_changed)

    def flush(self) -> bool:
        """Save now what is half typed; say whether nothing is left unsaved."""
        return self._autosave.flush()

    def enter(self) -> None:
        """Put the keyboard into the first choice."""
        self.shares["letter"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_choices(self, reader: Reader) -> None:
        for paper, field in self.shares.items():
            field.set_value(str(getattr(reader, paper)))
        self.tags.show_tags(reader.cuts, reader.rule.cuts)
        asks = any(getattr(reader, paper) is Share.ASK for paper in PAPERS)
        of_whom = _(reader.rule.asks) if reader.rule.asks else ""
        hint = _("It goes only when this is filled in. Needed: {who}.").format(who=of_whom)
        self.agreed.set_hint(hint if of_whom else _("It goes only when this is filled in."))
        show_if(self.agreed, asks or bool(reader.agreed))

    def _show_way(self, reader: Reader) -> None:
        self.way.set_value(reader.way)
        self.as_word.setChecked(reader.as_word)
        show_if(self.address, reader.way == SendingWay.POST)
        show_if(self.email, reader.way == SendingWay.EMAIL)
        for part in (self.way, self.as_word):
            show_if(part, not reader.is_file)

    def _want(self, fields: dict[str, Any]) -> None:
        """Change what they get; more than the rule gives needs a reason first."""
        reader = self._reader
        if reader is None:
            return
        wanted = {**self._asked, **fields}
        if not is_more_than_the_rule(reader, wanted) or not _is_more_than_now(reader, wanted):
            self._asked = {}
            self.reason.hide()
            self._put(wanted)
            return
        self._asked = wanted
        question = _("This is more than your council’s rule gives. Why may {reader} have it?")
        self.reason.ask(question.format(reader=short_name(reader, self._meeting.name)), reader.why)

    def _give(self, why: str) -> None:
        wanted, self._asked = self._asked, {}
        self._put({**wanted, "why": why})
        self.shares["letter"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._asked = {}
        if self._reader is not None:
            self._show_choices(self._reader)
        self.enter()

    def _back(self) -> None:
        if self._reader is None:
            return
        key = self._reader.key
        if self._meeting.act(lambda review: back_to_the_rule(review, key)):
            self.enter()
            self.changed.emit()

    def _put(self, fields: dict[str, Any]) -> bool:
        if self._reader is None:
            return False
        key = self._reader.key
        kept = self._meeting.act(lambda review: change_reader(review, key, **fields))
        if not kept:
            self._show_choices(self._reader)
        self.changed.emit()
        return kept

    def _save_text(self, field: str, text: str) -> None:
        self._put({field: text.strip()})


def _is_more_than_now(reader: Reader, fields: dict[str, Any]) -> bool:
    """Whether a change gives more than they get already, for which a reason is kept."""
    more = any(
        is_more_than_the_rule(reader, {paper: fields[paper]})
        and fields[paper] is not getattr(reader, paper)
        for paper in PAPERS
        if paper in fields
    )
    fewer = "cuts" in fields and bool((reader.cuts & reader.rule.cuts) - frozenset(fields["cuts"]))
    return more or fewer
