"""One protected fact opened: its words, other spellings, and who must not see it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from models.protected import FACT_KIND_WORDS
from models.review_sheet import PersonOnSheet, ProtectedFactOnSheet
from ui.autosave import Autosave
from ui.caseload.notice_area import NoticeArea
from ui.desk import Desk
from ui.language import _
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.chips import ChipGroup
from ui.parts.fields import ADDRESS_LENGTH, ChoiceField, LineField
from ui.parts.words import Words
from ui.protected.tag_chips import TagChips


class FactForm(Card):
    """Leaving a field saves it. Removing can be undone."""

    remove_asked = Signal(str)
    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        fact: ProtectedFactOnSheet,
        people: tuple[PersonOnSheet, ...],
        notices: NoticeArea,
    ) -> None:
        super().__init__()
        self.setObjectName("fact_form")
        self._desk, self.fact, self._notices = desk, fact, notices
        self._autosave = Autosave(self._save, self._note, self)
        self._autosave.failed.connect(notices.tell)
        typing = desk.database.typing
        self._autosave.hold_still(typing, lambda field: ("protected_fact", fact.id, field))
        kinds = [(str(kind), _(words)) for kind, words in FACT_KIND_WORDS.items()]
        self.kind = ChoiceField(_("What it is"), kinds)
        self.words = LineField(_("The words to look for"), most=ADDRESS_LENGTH)
        hint = _("Nicknames, short forms, other spellings; a semicolon between them")
        self.also = LineField(_("Also written"), hint=hint, optional=True)
        self.why = LineField(_("Why it is protected"), optional=True)
        self.tags = TagChips(_("Kind of restriction"))
        named = [(person.id, person.short) for person in people]
        self.hidden_from = ChipGroup(_("Hidden from these people too"), named, several=True)
        self.remove_button = SmallButton(_("Stop protecting this"))
        self.close_button = SmallButton(_("Close"))
        self.close_button.setObjectName("close_fact")
        self._fill()
        self._build()
        self._connect()

    def _fill(self) -> None:
        fact = self.fact
        self.kind.set_value(fact.kind)
        self.words.set_text(fact.words)
        self.also.set_text("; ".join(fact.also_written))
        self.why.set_text(fact.why)
        self.tags.show_kinds((fact.tag,) if fact.tag else ())
        self.hidden_from.choose(*fact.hidden_from)
        for field, name in ((self.words, "words"), (self.also, "also_written"), (self.why, "why")):
            field.setObjectName(f"fact_{name}")
            self._autosave.bind(field, name)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.kind, 0, 0)
        grid.addWidget(self.words, 0, 1)
        grid.addWidget(self.also, 1, 0)
        grid.addWidget(self.why, 1, 1)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        self.column.addWidget(Words(_("Saved as you type"), "small", "ink2"))
        self.column.addLayout(grid)
        self.column.addWidget(self.tags)
        self.column.addWidget(Words(_("Hidden from these people too"), "label", wrap=True))
        self.column.addWidget(self.hidden_from)
        self.column.addLayout(buttons)

    def _connect(self) -> None:
        self.kind.chosen.connect(lambda kind: self._put("kind", kind))
        self.tags.kinds_changed.connect(self._put_tag)
        self.hidden_from.chosen_changed.connect(
            lambda _key: self._put("hidden_from", list(self.hidden_from.all_chosen()))
        )
        self.remove_button.clicked.connect(lambda: self.remove_asked.emit(self.fact.id))
        self.close_button.clicked.connect(self.closed)

    def flush(self) -> bool:
        """Save what waits; say whether nothing is left unsaved."""
        return self._autosave.flush()

    def _put_tag(self, kinds: tuple[str, ...]) -> None:
        """Keep the kind that was chosen last: a fact has one."""
        chosen = kinds[-1:]
        self.tags.show_kinds(chosen)
        self._put("tag", "".join(chosen))

    def _save(self, field: str, text: str) -> None:
        if field == "words" and not text.strip():
            self.words.show_error(_("Write the words that must not be found."))
            return
        self.words.clear_error()
        value: object = text.strip()
        if field == "also_written":
            value = [each.strip() for each in text.split(";") if each.strip()]
        self._desk.put("protected_fact", self.fact.id, field, value)

    def _note(self, field: str, text: str) -> None:
        self._desk.journal("protected_fact", self.fact.id, field, text)

    def _put(self, field: str, value: object) -> None:
        self._notices.attempt(lambda: self._desk.put("protected_fact", self.fact.id, field, value))
