"""One kind of reader in the council's rules: what they get, and what is left out for them."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.readers_of_papers import PAPERS, council_rule
from models.rules.recipients import READER_RULES, SHARE_WORDS, ReaderRule, Share
from ui.caseload.row import Row
from ui.language import N_, _, ngettext
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.fields import ChoiceField
from ui.parts.flow_layout import FlowLayout
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.copies_tags import TagTicks

PAPER_NAMES: Final = {
    "letter": N_("Letter"), "decisions": N_("Decisions"), "record": N_("Record"),
}  # fmt: skip


class SendsRow(QWidget):
    """Says in two lines what somebody gets; Enter opens the same for changing."""

    changed = Signal(str)  # the key of the rule

    def __init__(self, key: str, *, may_change: bool) -> None:
        super().__init__()
        self.key = key
        self._may_change = may_change
        self._editor: SendsEditor | None = None
        self.setObjectName(f"sends_{key}")
        self.row = Row("")
        self.row.setObjectName("row")
        self.name = Words(_(READER_RULES[key].name), "h3", wrap=True)
        self.gets = Words("", "small", wrap=True)
        self.cuts = Words("", "small", "ink2", wrap=True)
        inside = QVBoxLayout(self.row)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.setSpacing(2)
        for words in (self.name, self.gets, self.cuts):
            inside.addWidget(words)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.row)
        self.row.opened.connect(self.toggle)

    @property
    def editor(self) -> "SendsEditor":
        """What changes it, made when it is first opened."""
        if self._editor is None:
            self._editor = SendsEditor(self.key)
            self._editor.setEnabled(self._may_change)
            self._editor.hide()
            self._editor.changed.connect(lambda: self.changed.emit(self.key))
            self._column.addWidget(self._editor)
        return self._editor

    def show_rule(self, sends: Mapping[str, object]) -> None:
        """Show the rule as it is with the council's changes."""
        usual = READER_RULES[self.key]
        rule = council_rule(usual, sends)
        self.gets.say(gets_words(rule))
        self.cuts.say(cuts_words(rule, is_changed=rule != usual))
        self.row.setAccessibleName(
            _("{who}. {gets} {cuts}").format(
                who=self.name.said, gets=self.gets.said, cuts=self.cuts.said
            )
        )
        self.row.setAccessibleDescription(_("Enter opens it."))
        if self._editor is not None:
            self._editor.show_rule(rule)
        self._rule = rule

    def toggle(self) -> None:
        """Open it for changing, or close it again."""
        editor = self.editor
        editor.show_rule(self._rule)
        editor.setVisible(editor.isHidden())
        if not editor.isHidden():
            editor.enter()


class SendsEditor(Card):
    """Three choices and the kinds of words that are left out; every choice is kept at once."""

    changed = Signal()

    def __init__(self, key: str) -> None:
        super().__init__("info")
        self._usual = READER_RULES[key]
        who = _(self._usual.name)
        said = [(str(share), _(words)) for share, words in SHARE_WORDS.items()]
        self.shares = {paper: ChoiceField(_(PAPER_NAMES[paper]), said) for paper in PAPERS}
        self.tags = TagTicks(_("Left out for: {who}").format(who=who))
        self.reset_button = SmallButton(_("Back to how it came"))
        self.reset_button.setObjectName("reset")
        self._build()

    def _build(self) -> None:
        choices = QWidget()
        flow = FlowLayout(choices, gap_across=16)
        for paper, field in self.shares.items():
            field.setObjectName(paper)
            field.control.setObjectName(f"{paper}_box")
            field.chosen.connect(lambda _key: self.changed.emit())
            flow.addWidget(field)
        self.column.addWidget(choices)
        self.column.addWidget(self.tags)
        line = QHBoxLayout()
        line.addWidget(self.reset_button)
        line.addStretch(1)
        self.column.addLayout(line)
        self.tags.changed.connect(self.changed)
        self.reset_button.clicked.connect(self._reset)

    def show_rule(self, rule: ReaderRule) -> None:
        """Show what is chosen now."""
        for paper, field in self.shares.items():
            field.set_value(str(getattr(rule, paper)))
        self.tags.show_tags(rule.cuts, self._usual.cuts)
        show_if(self.reset_button, rule != self._usual)

    def enter(self) -> None:
        """Put the keyboard into the first choice."""
        self.shares["letter"].control.setFocus(Qt.FocusReason.TabFocusReason)

    def changes(self) -> dict[str, object]:
        """Give only what differs from how Waymark came."""
        found: dict[str, object] = {
            paper: field.value()
            for paper, field in self.shares.items()
            if field.value() != str(getattr(self._usual, paper))
        }
        cuts = self.tags.tags()
        if cuts != self._usual.cuts:
            found["cuts"] = sorted(cuts, key=lambda tag: int(tag[1:]))
        return found

    def _reset(self) -> None:
        self.show_rule(self._usual)
        self.enter()
        self.changed.emit()


def gets_words(rule: ReaderRule) -> str:
    """Say what somebody gets, in one line."""
    said = _("Letter: {letter}. Decisions: {decisions}. Record: {record}.")
    return said.format(**{paper: _(SHARE_WORDS[getattr(rule, paper)]) for paper in PAPERS})


def cuts_words(rule: ReaderRule, *, is_changed: bool) -> str:
    """Say how much is left out for somebody, and whether the council changed it."""
    count = len(rule.cuts)
    nothing = all(getattr(rule, paper) is Share.NO for paper in PAPERS)
    said = ngettext("{count} kind of words left out.", "{count} kinds of words left out.", count)
    if nothing:
        said = _("Gets nothing by itself.")
    elif not count:
        said = _("Nothing is left out.")
    words = said.format(count=count)
    return _("{words} Changed by your council.").format(words=words) if is_changed else words
