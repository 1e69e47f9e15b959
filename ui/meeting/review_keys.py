"""The keys of a review, and what its help says of them."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from models.quick_note import Kind, with_mark
from models.rules.drift import DRIFT_RULE, RULE_NUMBERS
from ui.language import _


def make_keys(page: QWidget, slots: Mapping[str, Callable[[], object]]) -> None:
    """Let each key do its work anywhere inside a page."""
    for keys, slot in slots.items():
        key = QShortcut(QKeySequence(keys), page)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(slot)


def help_words(name: str) -> str:
    """Say what the review is for and how it is used."""
    steps = _(
        "The steps can be taken in any order. Everything is saved as you type. "
        "Ctrl+Down and Ctrl+Up go to the next step and the step before, Ctrl+G to the list "
        "of steps. Ctrl+Enter adds what you typed, Ctrl+Shift+R restricts it. Ctrl+E opens "
        "the letter, and closes it again. F6 goes round the parts of the window. Ctrl+H hands the "
        "screen to {name}; your passphrase or PIN takes it back."
    ).format(name=name)
    line = _(
        "Ctrl+K opens one line to write in from anywhere: Enter adds it, Esc goes back to where "
        "you were. Begin with - for a worry, + for what goes well, > for a next step, {decide} "
        "for a decision and a quotation mark for {name}’s own words, or press Alt+1 to Alt+5. @ "
        "and the beginning of a name say who said it, or who will do it; # and the beginning of a "
        "part of life say what it is about. A decision may end with “by Friday” or “in 2 weeks”. "
        "A \\ before a mark keeps it as text. Finding a child is for outside the review."
    ).format(name=name, decide=with_mark("", Kind.DECISION).strip())
    notes = _(
        "On a note, Alt+Up and Alt+Down move it, Alt+Left and Alt+Right put it into another "
        "column, Ctrl+D makes a decision of it, and the Menu key shows everything that can be "
        "done. While a note is open, Ctrl+Shift+Enter splits it where the cursor stands."
    )
    drift = _(DRIFT_RULE).format(**RULE_NUMBERS)
    return _("{steps}\n\n{line}\n\n{notes}\n\n{drift}").format(
        steps=steps, line=line, notes=notes, drift=drift
    )
