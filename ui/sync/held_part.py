"""One piece of work that was set aside: why, its words, and what may be done with it."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout

from models.sync.sharing_lines import HeldLine
from ui.language import N_, _, number_in_words
from ui.parts.buttons import SmallButton
from ui.parts.cards import Card
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.sync.held_words import held_text
from ui.sync.line_words import held_in_words, whose_words
from ui.sync.saved_words import moment_words

HELD: Final = "held"
MOST_SHOWN: Final = 1_000  # characters of one piece of work
WHY: Final = {
    "no_access": N_("{name} is not among your children any more."),
    "revoked": N_("Your own place in the service was taken away before this was shared."),
    "removed_meanwhile": N_("This was taken away by somebody else before yours was shared."),
    "changed_since_seen": N_("This was changed by somebody else after you looked at it."),
    "council_sets_this": N_("The council’s service sets this, and it says something else."),
    "role_may_not_write": N_("Your role cannot change this."),
    "unknown_field": N_("The shared database does not know this yet."),
    "too_long": N_(
        "This is longer than the shared database takes. Write it shorter in its place."
    ),
    "malformed": N_("The shared database could not read this."),
    "not_text": N_("The shared database could not read this."),
    "fixed_field": N_("This cannot change once it is made."),
    "not_its_digest": N_("The pages did not come whole to the shared database."),
    "not_playable": N_("The shared database was put back from a backup and could not take this."),
    "not_in_restored_copy": N_("The shared database was put back from a backup without this."),
    "erased": N_("This was erased from the shared database before yours was shared."),
    "never_saved": N_("The record left this laptop before this was saved in it."),
    "half_typed": N_("This was half written when the record left this laptop."),
}
WAS_ALLOCATED: Final = N_(
    "{who} wrote this {when}, before the record went to somebody else: add to the record?"
)
OF_OTHERS: Final = {
    "revoked": N_(
        "Handed in under {who}’s name, {when}, by a laptop or a login that was taken out. "
        "Ask them whether they wrote it: add to the record?"
    ),
}
STAYS: Final = N_("It still stands in its place here, and goes out again once you change it.")
SETTLED: Final = {
    "added": N_("It was added to the record."),
    "dropped": N_("It was not added to the record."),
}


class HeldCard(Card):
    """One piece of work; `added` and `dropped` come from who may decide on it."""

    added = Signal(str)
    dropped = Signal(str)

    def __init__(self, line: HeldLine, now: datetime, *, may_decide: bool, is_own: bool) -> None:
        super().__init__("due")
        self.line = line
        title = _("{name}: {what}").format(name=whose_words(line), what=held_in_words(line))
        self.what = Words(title, "h3", wrap=True)
        self.why = Words(self._why(line, now, is_own=is_own), "small", wrap=True)
        whole = held_text(line)
        is_long = len(whole) > MOST_SHOWN
        self.text = Words(f"{whole[:MOST_SHOWN]}…" if is_long else whole, "body", wrap=True)
        self.text.setObjectName("held_text")
        self.rest = Words(_rest_words(len(whole)) if is_long else "", "small", "ink2", wrap=True)
        self.copy_button = SmallButton(_("Copy"), "copy", in_row=True)
        self.copy_button.setObjectName("copy_held")
        self.copy_button.setAccessibleName(
            _("Copy the words about {name}").format(name=whose_words(line))
        )
        add = _("Put it back") if is_own else _("Add to the record")
        self.add_button = SmallButton(add, in_row=True, kind="primary")
        self.add_button.setObjectName("add_held")
        drop = _("I do not need it") if is_own else _("Leave it out")
        self.drop_button = SmallButton(drop, in_row=True)
        self.drop_button.setObjectName("drop_held")
        show_if(self.add_button, may_decide and line.state == HELD)
        show_if(self.drop_button, line.state == HELD)
        self._build()
        self._connect()
        self.setAccessibleName(self.what.said)
        self.setAccessibleDescription(self.why.said)

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.copy_button, self.add_button, self.drop_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.column.addWidget(self.what)
        self.column.addWidget(self.why)
        show_if(self.text, bool(self.text.said))
        self.column.addWidget(self.text)
        show_if(self.rest, bool(self.rest.said))
        self.column.addWidget(self.rest)
        self.column.addLayout(buttons)

    def _connect(self) -> None:
        self.copy_button.clicked.connect(self._copy)
        self.add_button.clicked.connect(lambda: self.added.emit(self.line.op_id))
        self.drop_button.clicked.connect(lambda: self.dropped.emit(self.line.op_id))

    @staticmethod
    def _why(line: HeldLine, now: datetime, *, is_own: bool) -> str:
        if line.state in SETTLED:
            return _(SETTLED[line.state])
        when = moment_words(line.at, now) if line.at else ""
        if not is_own and line.by:
            asked = _(OF_OTHERS.get(line.why, WAS_ALLOCATED))
            return asked.format(who=line.by, when=when)
        why = _(WHY.get(line.why, N_("The shared database could not take this in.")))
        said = why.format(name=line.called or _("This child"))
        if line.stays:
            said = _("{why} {stays}").format(why=said, stays=_(STAYS))
        return _("{why} You wrote it {when}.").format(why=said, when=when)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(held_text(self.line))
        self.copy_button.say(_("Copied"))


def _rest_words(length: int) -> str:
    words = _("This is the beginning of {count} characters. Copy takes all of them.")
    return words.format(count=number_in_words(length))
