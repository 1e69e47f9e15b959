"""Releasing the copies: one button, and every reason against it in words beside it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.language import _, ngettext
from ui.parts.buttons import LinkButton, PrimaryButton, SecondaryButton
from ui.parts.fields import LineField
from ui.parts.showing import show_if
from ui.parts.words import Words
from ui.send.copies_words import papers_words, release_words


@dataclass(frozen=True)
class ReleaseShown:
    """How many copies there are, wait and are ready, what is in the way, and what is asked."""

    copies: int
    waiting: int
    ready: int
    reasons: tuple[str, ...]
    asks_why: bool
    asks_whom: bool
    which: tuple[str, ...] = ()  # the paper of each copy that can go now


class ReleaseBox(QWidget):
    """Off, the button stays where it is and says why; it stays reachable by keyboard."""

    look_asked = Signal()
    release_asked = Signal()
    reason_changed = Signal()
    where_asked = Signal()  # the words that are restricted without saying from whom

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("release_box")
        self.look_button = SecondaryButton("", "eye")
        self.look_button.setObjectName("look_at_all")
        self.why_again = LineField(
            _("Why there is a new version"), most=2000,
            hint=_("Everybody who gets this version reads it."),
        )  # fmt: skip
        self.why_again.setObjectName("why_again")
        self.why_again.control.setObjectName("why_again_box")
        self.why_again.hide()
        self.release_button = PrimaryButton("", "paper-plane-tilt")
        self.release_button.setObjectName("release")
        self.which = Words("", "small", wrap=True)
        self.which.setObjectName("release_which")
        self.which.hide()
        self.waits = Words(_("Still waiting"), "label")
        self.waits.setObjectName("still_waiting")
        self.waits.setContentsMargins(0, 12, 0, 0)
        self.waits.hide()
        self.reasons = Words("", "small", "ink2", wrap=True)
        self.reasons.setObjectName("reasons")
        self.where_button = LinkButton(_("Show what nobody is named for"))
        self.where_button.setObjectName("show_unresolved")
        self.where_button.hide()
        self.told = Words("", "small", "well", wrap=True)
        self._build()
        self.where_button.clicked.connect(self.where_asked)
        self.look_button.clicked.connect(self.look_asked)
        self.release_button.clicked.connect(self.release_asked)
        self.why_again.control.editingFinished.connect(self.reason_changed)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 0)
        column.setSpacing(8)
        for button in (self.look_button, self.release_button):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for part in (
            self.look_button, self.why_again, self.release_button, self.which,
            self.waits, self.reasons, self.where_button, self.told,
        ):  # fmt: skip
            column.addWidget(part)
        self.told.hide()

    def show_standing(self, shown: ReleaseShown) -> None:
        """Show how many copies there are to look at and to release, and what is in the way."""
        copies, waiting, ready = shown.copies, shown.waiting, shown.ready
        look = ngettext("Look at the copy", "Look at all {count} copies", copies)
        self.look_button.say(look.format(count=copies))
        show_if(self.look_button, copies > 0)
        show_if(self.why_again, shown.asks_why)
        show_if(self.where_button, shown.asks_whom)
        self.release_button.say(release_words(shown.which, ready or waiting))
        mixed = len(set(shown.which)) > 1
        self.which.say(papers_words(shown.which) if mixed else "")
        show_if(self.which, mixed)
        show_if(self.waits, bool(ready and shown.reasons))
        show_if(self.release_button, waiting > 0)
        said = "\n".join(shown.reasons)
        if not said:
            said = _("Each person gets their own file. What is released cannot change any more.")
            said = said if waiting else _("Every copy is released.")
        show_if(self.reasons, copies > 0)
        self.reasons.say(said)
        if ready:
            self.release_button.turn_on()
        else:
            self.release_button.turn_off(said)
            self.release_button.reason.hide()

    def say(self, words: str) -> None:
        """Say what was done."""
        self.told.say(words)
        show_if(self.told, bool(words))
